/** What became of an answer: a sign and words. The live region of the page speaks it. */
import { words } from '../activities/words/phone.ts';
import type { Standing } from './outbox.ts';

export function StandingLine({ standing }: { readonly standing: Standing | undefined }) {
  if (standing === undefined) return <p class="standing-line" />;
  if (typeof standing === 'object') {
    return <p class="standing-line bad">✕ {words.refused[standing.refused]}</p>;
  }
  switch (standing) {
    case 'sending':
      return <p class="standing-line">… {words.sending}</p>;
    case 'waiting':
      return <p class="standing-line warn">↻ {words.notSentYet}</p>;
    case 'saved':
      return <p class="standing-line good">✓ {words.saved}</p>;
  }
}
