/** Links between two of the others: what a person knows of the system beyond their own part in it. */
import { useState } from 'preact/hooks';
import { words } from '../words/phone.ts';
import { linkLimit, linkOf, linksBetween, withLink, withoutLink } from './draft.ts';
import { LinkSteps } from './phone-card.tsx';
import type { MapResponse } from './response.ts';

interface LinksProps {
  readonly id: string;
  readonly map: MapResponse;
  /** False when they are only looked at. */
  readonly open: boolean;
  change(map: MapResponse): void;
}

export function Links({ id, map, open, change }: LinksProps) {
  const [opened, setOpened] = useState<string>();
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const others = map.parties.filter((party) => party.id !== map.me);
  if (others.length < 2) return null;
  const nameOf = (party: string) => map.parties.find((each) => each.id === party)?.name ?? '';
  const links = linksBetween(map);
  if (!open && links.length === 0) return null;
  const canAdd =
    from !== '' && to !== '' && from !== to && !linkOf(map, from, to) && map.links.length < linkLimit;
  const add = () => {
    change(withLink(map, from, to, {}));
    setOpened(keyOf(from, to));
    setFrom('');
    setTo('');
  };
  return (
    <section class="map-links" aria-labelledby={`${id}-links`}>
      <h2 id={`${id}-links`}>{words.mapLinks}</h2>
      {links.length > 0 && (
        <ul class="map-list-form">
          {links.map((link) => {
            const key = keyOf(link.from, link.to);
            const isOpen = key === opened;
            return (
              <li key={key}>
                <button
                  type="button"
                  class="map-row"
                  aria-expanded={isOpen}
                  onClick={() => setOpened(isOpen ? undefined : key)}
                >
                  <span>
                    <bdi>{nameOf(link.from)}</bdi> – <bdi>{nameOf(link.to)}</bdi>
                  </span>
                </button>
                {isOpen && (
                  <fieldset class="party-card" disabled={!open}>
                    <LinkSteps
                      id={`${id}-${link.from}-${link.to}`}
                      map={map}
                      here={link.from}
                      there={link.to}
                      change={change}
                    />
                    <button
                      type="button"
                      class="quiet-button"
                      onClick={() => change(withoutLink(map, link.from, link.to))}
                    >
                      {words.mapRemove}
                    </button>
                  </fieldset>
                )}
              </li>
            );
          })}
        </ul>
      )}
      {open && (
        <div class="map-new-link">
          <Choice label={words.mapFirst} parties={others} without={to} value={from} choose={setFrom} />
          <Choice label={words.mapSecond} parties={others} without={from} value={to} choose={setTo} />
          <button type="button" class="quiet-button" disabled={!canAdd} onClick={add}>
            {words.mapAddLink}
          </button>
        </div>
      )}
    </section>
  );
}

function keyOf(a: string, b: string): string {
  return [a, b].sort().join(' ');
}

interface ChoiceProps {
  readonly label: string;
  readonly parties: MapResponse['parties'];
  /** Chosen at the other end. */
  readonly without: string;
  readonly value: string;
  choose(id: string): void;
}

function Choice({ label, parties, without, value, choose }: ChoiceProps) {
  return (
    <label class="field">
      <span>{label}</span>
      <select value={value} onChange={(event) => choose(event.currentTarget.value)}>
        <option value="">{words.mapChoose}</option>
        {parties
          .filter(({ id }) => id !== without)
          .map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
      </select>
    </label>
  );
}
