/** What stands where a result will be: what to do, or how many have answered while the result is kept. */
import { count } from '../words/say.ts';
import { words } from '../words/screen.ts';
import type { Drawn } from './rounds.ts';

interface WaitingProps {
  readonly people: number;
  /** On the console, where nobody scans. */
  readonly quiet?: boolean;
  /** What will be seen here. */
  readonly coming?: string;
}

export function Waiting({ people, quiet = false, coming }: WaitingProps) {
  if (people === 0) {
    return (
      <div class="waiting">
        <span class="waiting-call">{quiet ? words.noAnswers : words.scanToAnswer}</span>
        {coming !== undefined && <span class="waiting-words">{coming}</span>}
      </div>
    );
  }
  const [number = '', ...rest] = count(words.answers, people).split(' ');
  return (
    <div class="waiting">
      <span class="waiting-number">{number}</span>
      <span class="waiting-words">{rest.join(' ')}</span>
    </div>
  );
}

interface FootProps {
  readonly people: number;
  /** What the chart shows; above a `former` round alone the line says that nobody has answered yet. */
  readonly drawn?: Drawn;
  readonly children?: preact.ComponentChildren;
}

/** The line under every chart. */
export function Foot({ people, drawn, children }: FootProps) {
  return (
    <div class="chart-foot">
      {people > 0 && <span dir="auto">{count(words.answers, people)}</span>}
      {drawn === 'former' && <span dir="auto">{words.askedAgain}</span>}
      {children}
    </div>
  );
}

/**
 * What a list says of the first round, whose texts make room for those of now: how many answered. The results page has them,
 * a section for each round.
 */
export function FormerCount({ earlier }: { earlier: readonly { readonly people: number }[] }) {
  const first = earlier.find(({ people }) => people > 0);
  if (!first) return null;
  return (
    <span dir="auto">
      {words.firstRound}: {count(words.answers, first.people)}
    </span>
  );
}

/** What the thin bars mean, or the thin columns with their hollow diamonds. */
export function FirstRound({ sign }: { sign: 'bar' | 'column' }) {
  return (
    <span class="legend" aria-hidden="true">
      <i class={`legend-${sign}`} />
      {sign === 'column' && <i class="legend-diamond" />}
      <span dir="auto">{words.firstRound}</span>
    </span>
  );
}
