/** The room's map on a phone: as lists, for there is no room to draw forty people's. */
import { words } from '../words/phone.ts';
import { count } from '../words/say.ts';
import type { MapRevealed } from './model.ts';

/** Parties that a phone shows. */
const shown = 10;

export function Results({ revealed }: { readonly revealed: MapRevealed }) {
  const { people, nodes = [], ties = [], central = [], tense = [] } = revealed;
  const names = new Map(nodes.map(({ key, text }) => [key, text]));
  const least = tense.flatMap((index) => ties[index] ?? []).slice(0, 3);
  return (
    <section class="results">
      <h2>{words.results}</h2>
      {nodes.length === 0 && <p>{words.noAnswers}</p>}
      <ul class="shares">
        {nodes.slice(0, shown).map(({ key, text, people: named }) => (
          <li key={key}>
            <span dir="auto">{text}</span>
            <span class="figure">{count(words.maps, named)}</span>
            <span class="share" style={{ inlineSize: `${(named / Math.max(1, people)) * 100}%` }} />
          </li>
        ))}
      </ul>
      {central.length > 0 && (
        <p>
          <strong>{words.mapCentral}:</strong> {central.map(({ text }) => text).join(', ')}
        </p>
      )}
      {least.length > 0 && (
        <p>
          <strong>{words.mapTense}:</strong>{' '}
          {least.map(({ a, b }) => [a, b].map((key) => names.get(key) ?? words.mapUs).join(' – ')).join('; ')}
        </p>
      )}
      <p class="hint">{count(words.people, people)}</p>
    </section>
  );
}
