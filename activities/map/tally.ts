/**
 * Many maps as sums: for each party and for each pair of parties. A step changes a few cells of tables, and what is shown
 * is worked out from cells alone, never from all maps again.
 */
import type { Answer } from '../kind.ts';
import { changed, emptyTable, type Table } from '../table.ts';
import { added, drawn, endsOf, type MapResponse, type PairSums, us } from './response.ts';

export interface MapTally {
  readonly people: number;
  /** Those who are none of the parties they drew. */
  readonly us: number;
  /** By key. */
  readonly parties: Table<PartySums>;
  /** Pairs of parties, by `pairOf` their keys. */
  readonly pairs: Table<PairSums>;
  /** By participant, what stands on their map together: two of their parties may be merged later. */
  readonly together: Table<Together>;
}

export interface PartySums {
  /** Participants on whose map it is. */
  readonly people: number;
  /** Of these, participants who are it. */
  readonly inside: number;
  readonly ratings: number;
  readonly size: number;
  /** How often in which spelling. */
  readonly forms: Table<number>;
  /** Its links with those who are none of their parties, or null without any; `there` is from them to it. */
  readonly tie: PairSums | null;
}

export interface Together {
  readonly parties: readonly string[];
  /** Links with `us` too. */
  readonly pairs: readonly string[];
}

export const noMaps: MapTally = {
  people: 0,
  us: 0,
  parties: emptyTable,
  pairs: emptyTable,
  together: emptyTable,
};

export function withMap(tally: MapTally, { participant, response }: Answer<MapResponse>): MapTally {
  const map = drawn(response);
  const ties = new Map<string, PairSums>();
  let { parties, pairs } = tally;
  for (const [pair, sums] of map.pairs) {
    const [a, b] = endsOf(pair);
    if (a === us) ties.set(b, sums);
    else pairs = changed(pairs, pair, (before) => (before ? added(before, sums) : sums));
  }
  for (const [key, { forms, ratings, size }] of map.parties) {
    const tie = ties.get(key) ?? null;
    parties = changed<PartySums>(parties, key, (before = nobody) => ({
      people: before.people + 1,
      inside: before.inside + (map.me === key ? 1 : 0),
      ratings: before.ratings + ratings,
      size: before.size + size,
      forms: forms.reduce((table, form) => changed(table, form, (times = 0) => times + 1), before.forms),
      tie: before.tie && tie ? added(before.tie, tie) : (tie ?? before.tie),
    }));
  }
  const together = { parties: [...map.parties.keys()], pairs: [...map.pairs.keys()] };
  return {
    people: tally.people + 1,
    us: tally.us + (map.me === us ? 1 : 0),
    parties,
    pairs,
    together: changed(tally.together, participant, () => together),
  };
}

const nobody: PartySums = { people: 0, inside: 0, ratings: 0, size: 0, forms: emptyTable, tie: null };
