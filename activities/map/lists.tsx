/** Beside the map, what it says: who is central, who is at the edge, where trust is lowest, and whom only one person named. */

import { signed } from '../figure.ts';
import { useFit } from '../look/fit.ts';
import { fill } from '../words/say.ts';
import { words } from '../words/screen.ts';
import type { MapRevealed, Named } from './model.ts';
import { us } from './response.ts';

export function Lists({ revealed }: { readonly revealed: MapRevealed }) {
  const { nodes = [], ties = [], central = [], edge = [], lone, tense = [] } = revealed;
  const names = new Map(nodes.map(({ key, text }) => [key, text]));
  const nameOf = (key: string) => (key === us ? words.mapUs : (names.get(key) ?? key));
  const least = tense.flatMap((index) => ties[index] ?? []);
  const alone = lone?.shown.slice(0, shownAlone) ?? [];
  const ref = useFit<HTMLDivElement>(JSON.stringify([central, least.map(({ a, b }) => [a, b]), edge, lone]));
  // Divisions: what slides and pages make of headings and lists is not meant for a chart.
  return (
    <div class="map-side" aria-hidden="true">
      <div class="map-lists" ref={ref}>
        <List title={words.mapCentral} of="central">
          {central.map(({ key, text }) => (
            <div key={key} class="map-item">
              <bdi>{text}</bdi>
            </div>
          ))}
        </List>
        {least.length > 0 && (
          <List title={words.mapTense} of="tense">
            {least.every(({ trust }) => (trust ?? 0) >= 0) && (
              <div class="map-item map-none">{words.mapNoneBelow}</div>
            )}
            {least.map(({ a, b, trust }) => (
              <div key={`${a}\u0000${b}`} class="map-item">
                <bdi>{nameOf(a)}</bdi> – <bdi>{nameOf(b)}</bdi>{' '}
                {trust !== null && <span class="map-trust">{signed(trust)}</span>}
              </div>
            ))}
          </List>
        )}
        {edge.length > 0 && (
          <List title={words.mapEdge} of="edge">
            <Names names={edge} more={0} />
          </List>
        )}
        {alone.length > 0 && lone && (
          <List title={words.mapLone} of="lone">
            <Names names={alone} more={lone.shown.length - alone.length + lone.more} />
          </List>
        )}
      </div>
    </div>
  );
}

/** Of those whom one person named, so many are read from the back row. */
const shownAlone = 5;

interface ListProps {
  readonly title: string;
  readonly of: string;
  readonly children: preact.ComponentChildren;
}

function List({ title, of, children }: ListProps) {
  return (
    <div class="map-list" data-of={of}>
      <div class="map-title">{title}</div>
      {children}
    </div>
  );
}

/** Names that run on: their order says little. */
function Names({ names, more }: { readonly names: readonly Named[]; readonly more: number }) {
  return (
    <div class="map-names">
      {names.map(({ key, text }) => (
        <bdi key={key}>{text}</bdi>
      ))}
      {more > 0 && <span>{fill(words.more, { number: more })}</span>}
    </div>
  );
}
