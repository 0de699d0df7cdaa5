/** What one phone sends: the parties around a participant, and the links between them; and what of it counts in the room. */
import * as v from 'valibot';
import { isBlank, lengthOf, sameAs } from '../legible.ts';
import { once } from '../once.ts';

/** Longest name of a party, in characters. */
export const nameLimit = 60;
export const linkLimit = 40;

export interface MapParty {
  /** Made on the phone; means nothing outside this response. */
  id: string;
  name: string;
  /** How much it matters, 1..5. */
  size: number;
}

/**
 * Who reaches out to whom: `to` from the link's `from` to its `to`, `from` the other way, `both` ways, or `none`, where
 * neither does or it cannot be said.
 */
export type Direction = 'to' | 'from' | 'both' | 'none';

export interface MapLink {
  /** Id of a party, or `me`. */
  from: string;
  to: string;
  /** How often they talk, 1..5. Who never talk have no link. */
  weight: number;
  direction: Direction;
  /** Minus, neither, plus. */
  trust: -1 | 0 | 1;
}

export interface MapResponse {
  parties: MapParty[];
  links: MapLink[];
  /**
   * Who the participant is on the map: the id of one of the parties ("I work there"), or an id of its own, of which links
   * speak as of a party's.
   */
  me: string;
}

const id = v.pipe(
  v.string(),
  v.regex(/^[\w-]{1,64}$/),
  v.check((text) => !(text in {})),
);
const step = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5));
const party = v.strictObject({
  id,
  name: v.pipe(
    v.string(),
    v.check((name) => !isBlank(name) && lengthOf(name) <= nameLimit),
  ),
  size: step,
});
const link = v.strictObject({
  from: id,
  to: id,
  weight: step,
  direction: v.picklist(['to', 'from', 'both', 'none']),
  trust: v.picklist([-1, 0, 1]),
});

/** A map of one to `most` parties. */
export function mapResponse(most: number): v.GenericSchema<unknown, MapResponse> {
  return v.pipe(
    v.strictObject({
      parties: v.pipe(v.array(party), v.minLength(1), v.maxLength(most)),
      links: v.pipe(v.array(link), v.maxLength(linkLimit)),
      me: id,
    }),
    v.check(({ parties }) => new Set(parties.map((each) => each.id)).size === parties.length),
    v.check(({ parties, links, me }) => {
      const known = new Set([me, ...parties.map((each) => each.id)]);
      const pairs = new Set(links.map(({ from, to }) => (from < to ? `${from} ${to}` : `${to} ${from}`)));
      return (
        pairs.size === links.length &&
        links.every(({ from, to }) => from !== to && known.has(from) && known.has(to))
      );
    }),
  );
}

/** Stands for everyone who is none of the parties they drew: the room itself. No name has this key. */
export const us = '';

/** How one participant, or many, drew the link of two; `there` is from the first to the second, in the order of their keys. */
export interface PairSums {
  /** Participants who drew it. */
  readonly people: number;
  /** Links drawn: more than one of a participant who spelled a party in two ways. */
  readonly draws: number;
  readonly weight: number;
  readonly plus: number;
  readonly minus: number;
  readonly there: number;
  readonly back: number;
  readonly both: number;
}

/** One map with its parties by the keys that make spellings one. */
export interface Drawn {
  readonly parties: ReadonlyMap<
    string,
    { readonly forms: readonly string[]; readonly ratings: number; readonly size: number }
  >;
  /** By `pairOf` its two keys. */
  readonly pairs: ReadonlyMap<string, PairSums>;
  /** Key of the party that the participant is, or `us`. */
  readonly me: string;
}

export const drawn = once(({ parties, links, me }: MapResponse): Drawn => {
  const keys = new Map([[me, us], ...parties.map((each) => [each.id, sameAs(each.name)] as const)]);
  const found = new Map<string, { forms: string[]; ratings: number; size: number }>();
  for (const { name, size } of parties) {
    const key = sameAs(name);
    const known = found.get(key);
    if (!known) found.set(key, { forms: [name], ratings: 1, size });
    else {
      if (!known.forms.includes(name)) known.forms.push(name);
      known.ratings++;
      known.size += size;
    }
  }
  const pairs = new Map<string, PairSums>();
  for (const { from, to, ...drawing } of links) {
    const [a = us, b = us] = [keys.get(from), keys.get(to)];
    if (a === b) continue;
    const pair = pairOf(a, b);
    const sums = sumsOf(drawing, a < b);
    const known = pairs.get(pair);
    pairs.set(pair, known ? { ...added(known, sums), people: 1 } : sums);
  }
  return { parties: found, pairs, me: keys.get(me) ?? us };
});

function sumsOf({ weight, direction, trust }: Omit<MapLink, 'from' | 'to'>, inOrder: boolean): PairSums {
  return {
    people: 1,
    draws: 1,
    weight,
    plus: trust === 1 ? 1 : 0,
    minus: trust === -1 ? 1 : 0,
    there: direction === (inOrder ? 'to' : 'from') ? 1 : 0,
    back: direction === (inOrder ? 'from' : 'to') ? 1 : 0,
    both: direction === 'both' ? 1 : 0,
  };
}

export function added(one: PairSums, other: PairSums): PairSums {
  return {
    people: one.people + other.people,
    draws: one.draws + other.draws,
    weight: one.weight + other.weight,
    plus: one.plus + other.plus,
    minus: one.minus + other.minus,
    there: one.there + other.there,
    back: one.back + other.back,
    both: one.both + other.both,
  };
}

/** The same sums, seen from the other end. */
export function turned(sums: PairSums): PairSums {
  return { ...sums, there: sums.back, back: sums.there };
}

const between = '\u0000';

/** One key for two, whichever is named first. Keys hold no control characters. */
export function pairOf(a: string, b: string): string {
  return a < b ? a + between + b : b + between + a;
}

/** The two keys of a pair, in their order. */
export function endsOf(pair: string): readonly [a: string, b: string] {
  const at = pair.indexOf(between);
  return [pair.slice(0, at), pair.slice(at + 1)];
}
