/** A map in the making, as a phone changes it. Everything gives a new map that could be sent as it is, once it has a party. */
import type { MapLink, MapParty, MapResponse } from './response.ts';

/** As in `response.ts`, which phones do not load. */
export const nameLimit = 60;
export const linkLimit = 40;
/** The participant, where none of the parties. Parties are p1, p2 and so on. */
export const own = 'me';

export const emptyMap: MapResponse = { parties: [], links: [], me: own };

/** What one end of a link sees of it. */
export interface Seen {
  readonly weight: number;
  /** Who reaches out: `here` is the end that looks. */
  readonly reaches: 'here' | 'there' | 'both' | 'none';
  readonly trust: MapLink['trust'];
}

const usual: Seen = { weight: 3, reaches: 'both', trust: 0 };

/** Whether two names are one to whoever reads them; the room counts a few more spellings as the same. */
export function isSameName(a: string, b: string): boolean {
  return a.trim().toLocaleLowerCase() === b.trim().toLocaleLowerCase();
}

export function partyNamed({ parties }: MapResponse, name: string): MapParty | undefined {
  return parties.find((party) => isSameName(party.name, name));
}

/** Whether somebody is on the map: a party, or the participant as none of them. */
export function isOn({ parties, me }: MapResponse, id: string): boolean {
  return id === me || parties.some((party) => party.id === id);
}

/** With another party of that name, which the participant talks with now and then. */
export function withParty(map: MapResponse, name: string): MapResponse {
  const numbers = map.parties.map(({ id }) => Number.parseInt(id.slice(1), 10) || 0);
  const party: MapParty = { id: `p${Math.max(0, ...numbers) + 1}`, name: name.trim(), size: 3 };
  return withLink({ ...map, parties: [...map.parties, party] }, map.me, party.id, {});
}

/** Without a party and its links. Who was it is again none of the others. */
export function withoutParty(map: MapResponse, id: string): MapResponse {
  const { parties, links, me } = map.me === id ? asParty(map, own) : map;
  return {
    parties: parties.filter((party) => party.id !== id),
    links: links.filter(({ from, to }) => from !== id && to !== id),
    me,
  };
}

export function withChange(
  map: MapResponse,
  id: string,
  change: Partial<Pick<MapParty, 'name' | 'size'>>,
): MapResponse {
  return { ...map, parties: map.parties.map((party) => (party.id === id ? { ...party, ...change } : party)) };
}

export function linkOf({ links }: MapResponse, a: string, b: string): MapLink | undefined {
  return links.find(({ from, to }) => (from === a && to === b) || (from === b && to === a));
}

/** The link of two as `here` sees it, or undefined where they never talk. */
export function seenFrom(map: MapResponse, here: string, there: string): Seen | undefined {
  const link = linkOf(map, here, there);
  if (!link) return undefined;
  const { weight, trust, direction } = link;
  const forward = link.from === here;
  const reaches =
    direction === 'to'
      ? forward
        ? 'here'
        : 'there'
      : direction === 'from'
        ? forward
          ? 'there'
          : 'here'
        : direction;
  return { weight, reaches, trust };
}

/** With the link of two as `here` says it is; what is left out stays as it was. No more links than may be sent. */
export function withLink(map: MapResponse, here: string, there: string, change: Partial<Seen>): MapResponse {
  const known = seenFrom(map, here, there);
  const { weight, reaches, trust } = { ...(known ?? usual), ...change };
  const direction = reaches === 'here' ? 'to' : reaches === 'there' ? 'from' : reaches;
  const link: MapLink = { from: here, to: there, weight, direction, trust };
  if (!known) {
    return here === there || map.links.length >= linkLimit ? map : { ...map, links: [...map.links, link] };
  }
  const old = linkOf(map, here, there);
  return { ...map, links: map.links.map((each) => (each === old ? link : each)) };
}

export function withoutLink(map: MapResponse, a: string, b: string): MapResponse {
  const link = linkOf(map, a, b);
  return { ...map, links: map.links.filter((each) => each !== link) };
}

/**
 * The participant as the party `id`, or as none of them (`own`). Their links go with them; a party they leave is one of
 * those around them again.
 */
export function asParty(map: MapResponse, id: string): MapResponse {
  if (map.me === id) return map;
  const before = map.me;
  const isMine = ({ from, to }: MapLink) => from === before || to === before;
  const mine = map.links.filter(isMine).flatMap((link): MapLink[] => {
    const from = link.from === before ? id : link.from;
    const to = link.to === before ? id : link.to;
    return from === to ? [] : [{ ...link, from, to }];
  });
  // What the party was linked with already is known better by whoever is it.
  const others = map.links.filter((link) => !isMine(link) && !mine.some((each) => isSamePair(each, link)));
  const moved = { ...map, links: [...others, ...mine], me: id };
  return before === own ? moved : withLink(moved, id, before, {});
}

function isSamePair(a: MapLink, b: MapLink): boolean {
  return (a.from === b.from && a.to === b.to) || (a.from === b.to && a.to === b.from);
}

/** Links between two of the others. */
export function linksBetween({ links, me }: MapResponse): readonly MapLink[] {
  return links.filter(({ from, to }) => from !== me && to !== me);
}

/** What a phone keeps may be anything. */
export function isMap(value: unknown): value is MapResponse {
  if (typeof value !== 'object' || value === null) return false;
  const { parties, links, me }: Partial<Record<keyof MapResponse, unknown>> = value;
  return (
    typeof me === 'string' &&
    Array.isArray(parties) &&
    parties.every((party) => has(party, { id: 'string', name: 'string', size: 'number' })) &&
    Array.isArray(links) &&
    links.every((link) =>
      has(link, { from: 'string', to: 'string', weight: 'number', direction: 'string', trust: 'number' }),
    )
  );
}

function has(value: unknown, members: Readonly<Record<string, 'string' | 'number'>>): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const given = new Map<string, unknown>(Object.entries(value));
  return Object.entries(members).every(([name, type]) => typeof given.get(name) === type);
}
