/** Who is around a person: suggested names to tap, and a field for others. */
import { useRef, useState } from 'preact/hooks';
import { words } from '../words/phone.ts';
import { fill } from '../words/say.ts';
import type { Place } from './around.ts';
import { nameLimit, partyNamed, withoutParty, withParty } from './draft.ts';
import type { MapOptions } from './model.ts';
import { PhoneDrawing } from './phone-drawing.tsx';
import type { MapParty, MapResponse } from './response.ts';

interface WhoProps {
  readonly id: string;
  readonly options: MapOptions;
  readonly map: MapResponse;
  readonly me: string;
  readonly moved: ReadonlyMap<string, Place>;
  readonly open: boolean;
  change(map: MapResponse): void;
}

export function Who({ id, options, map, me, moved, open, change }: WhoProps) {
  const [name, setName] = useState('');
  // What was said of a party that is tapped away comes back with it.
  const taken = useRef(new Map<string, MapResponse>());
  const isFull = map.parties.length >= options.parties;
  const isKnown = partyNamed(map, name) !== undefined;
  const add = (text: string) => {
    const before = taken.current.get(text);
    change(before ? withAgain(map, text, before) : withParty(map, text));
  };
  const take = (party: MapParty) => {
    taken.current.set(party.name, map);
    change(withoutParty(map, party.id));
  };
  const write = () => {
    if (name.trim() === '' || isFull || isKnown) return;
    add(name.trim());
    setName('');
  };
  const others = map.parties.filter(
    (party) => !options.suggested.some(({ text }) => partyNamed({ ...map, parties: [party] }, text)),
  );
  return (
    <>
      <PhoneDrawing map={map} me={me} moved={moved} chosen={undefined} />
      <p class="hint map-hint" aria-live="polite">
        <span>{isFull ? words.mapFull : words.mapHint}</span>
        <span class="figure">
          {fill(words.mapCount, { number: map.parties.length, most: options.parties })}
        </span>
      </p>
      <fieldset class="map-panel" disabled={!open}>
        <div class="map-chips">
          {options.suggested.map(({ id: suggestion, text }) => {
            const party = partyNamed(map, text);
            return (
              <Chip
                key={suggestion}
                name={text}
                isOn={party !== undefined}
                disabled={!party && isFull}
                toggle={() => (party ? take(party) : add(text))}
              />
            );
          })}
          {others.map((party) => (
            <Chip key={party.id} name={party.name} isOn disabled={false} toggle={() => take(party)} />
          ))}
        </div>
        <div class="map-add">
          <label class="field">
            <span>{words.mapOther}</span>
            <input
              type="text"
              dir="auto"
              autocomplete="off"
              enterkeyhint="done"
              maxLength={nameLimit}
              value={name}
              aria-describedby={`${id}-known`}
              disabled={isFull}
              onInput={(event) => setName(event.currentTarget.value)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter') return;
                event.preventDefault();
                write();
              }}
            />
          </label>
          <button
            type="button"
            class="quiet-button"
            disabled={name.trim() === '' || isFull || isKnown}
            onClick={write}
          >
            {words.mapAdd}
          </button>
        </div>
      </fieldset>
      <p class="hint" id={`${id}-known`}>
        {isKnown ? fill(words.mapKnown, { name: name.trim() }) : ''}
      </p>
    </>
  );
}

interface ChipProps {
  readonly name: string;
  readonly isOn: boolean;
  readonly disabled: boolean;
  toggle(): void;
}

function Chip({ name, isOn, disabled, toggle }: ChipProps) {
  return (
    <button type="button" class="map-chip" aria-pressed={isOn} disabled={disabled} onClick={toggle}>
      <span aria-hidden="true">{isOn ? '✓' : '+'}</span> <bdi>{name}</bdi>
    </button>
  );
}

/** The party as it was in `before`, with the links it had there to those who are on the map now. */
function withAgain(map: MapResponse, name: string, before: MapResponse): MapResponse {
  const added = withParty(map, name);
  const [old, party] = [partyNamed(before, name), added.parties.at(-1)];
  if (!old || !party) return added;
  const parties = added.parties.map((each) => (each === party ? { ...party, size: old.size } : each));
  const ids = new Set([added.me, ...parties.map((each) => each.id)]);
  const links = before.links
    .filter(({ from, to }) => from === old.id || to === old.id)
    .map((link) => ({
      ...link,
      from: link.from === old.id ? party.id : link.from,
      to: link.to === old.id ? party.id : link.to,
    }))
    .filter(({ from, to }) => ids.has(from) && ids.has(to));
  return { ...map, parties, links: [...map.links, ...links], me: map.me };
}
