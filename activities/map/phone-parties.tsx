/** The parties of a person's map: drawn, with a card for the one that was tapped; or as a list that opens. */
import { words } from '../words/phone.ts';
import { fill } from '../words/say.ts';
import type { Place } from './around.ts';
import { seenFrom } from './draft.ts';
import { PartyCard } from './phone-card.tsx';
import { PhoneDrawing } from './phone-drawing.tsx';
import type { MapParty, MapResponse } from './response.ts';

interface PartiesProps {
  readonly id: string;
  readonly map: MapResponse;
  readonly me: string;
  readonly moved: ReadonlyMap<string, Place>;
  readonly chosen: string | undefined;
  readonly open: boolean;
  choose(id: string | undefined): void;
  change(map: MapResponse): void;
}

export function PartyMap({
  id,
  map,
  me,
  moved,
  chosen,
  open,
  choose,
  move,
  change,
}: PartiesProps & { move(id: string, place: Place): void }) {
  const place = map.parties.findIndex((each) => each.id === chosen);
  const party = map.parties[place];
  const step = (by: number) =>
    choose(map.parties[(place + by + map.parties.length) % map.parties.length]?.id);
  return (
    <>
      <PhoneDrawing
        map={map}
        me={me}
        moved={moved}
        chosen={party?.id}
        act={{ choose, move, describedBy: `${id}-move` }}
      />
      <p class="map-move" id={`${id}-move`}>
        {words.mapMove}
      </p>
      {party ? (
        <>
          <p class="heard" aria-live="polite">
            {party.name}
          </p>
          <PartyCard
            key={party.id}
            id={`${id}-${party.id}`}
            map={map}
            party={party}
            open={open}
            change={change}
            step={step}
          />
        </>
      ) : (
        <p class="hint">{words.mapPick}</p>
      )}
    </>
  );
}

export function PartyList({ id, map, chosen, open, choose, change }: PartiesProps) {
  return (
    <ul class="map-list-form">
      {map.parties.map((party) => {
        const isOpen = party.id === chosen;
        return (
          <li key={party.id}>
            <button
              type="button"
              class="map-row"
              aria-expanded={isOpen}
              onClick={() => choose(isOpen ? undefined : party.id)}
            >
              <bdi>{party.name}</bdi>
              <span class="figure">{summaryOf(map, party)}</span>
            </button>
            {isOpen && (
              <PartyCard id={`${id}-${party.id}`} map={map} party={party} open={open} change={change} />
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** "matters 3 · talk 4 · trust +", in the few words a row has room for. */
function summaryOf(map: MapResponse, party: MapParty): string {
  const matters = fill(words.mapMattersShort, { value: party.size });
  if (map.me === party.id) return `${matters} · ${words.mapYou}`;
  const seen = seenFrom(map, map.me, party.id);
  if (!seen) return `${matters} · ${words.mapNever}`;
  const trust = seen.trust === 1 ? ' · +' : seen.trust === -1 ? ' · −' : '';
  return `${matters} · ${fill(words.mapTalkShort, { value: seen.weight })}${trust}`;
}
