/** Who answered two surveys, and how their ratings changed. */
import { cellsOf, type Table } from '../table.ts';

/** What one participant said in numbers, and under which code. */
export interface Voice {
  /** What codes are compared by. */
  readonly code?: string;
  /** By item. */
  readonly ratings: Readonly<Record<string, number>>;
}

export type Pair = readonly [before: Voice, after: Voice];

/** From so many pairs on their change is told: of fewer, those who know what some of them said could tell the others'. */
export const fewestPairs = 8;

/**
 * Pairs by equal codes first, then by phone. A code that two people of a survey share tells nobody apart, and two
 * different codes are two people, even on one phone. Nobody is in two pairs.
 */
export function pairsOf(before: Table<Voice>, after: Table<Voice>): readonly Pair[] {
  const earlier = new Map(cellsOf(before));
  const codes = [ownersOf(earlier), ownersOf(cellsOf(after))] as const;
  const paired = new Map<string, Pair>();
  const taken = new Set<string>();
  const pair = (participant: string, found: string, voice: Voice) => {
    const match = earlier.get(found);
    if (!match || taken.has(found)) return;
    taken.add(found);
    paired.set(participant, [match, voice]);
  };
  for (const [participant, voice] of cellsOf(after)) {
    if (voice.code === undefined || codes[1].get(voice.code) === null) continue;
    const owner = codes[0].get(voice.code);
    if (owner) pair(participant, owner, voice);
  }
  for (const [participant, voice] of cellsOf(after)) {
    const { code } = earlier.get(participant) ?? {};
    const isOther = code !== undefined && voice.code !== undefined && code !== voice.code;
    if (!paired.has(participant) && !isOther) pair(participant, participant, voice);
  }
  return [...paired.values()];
}

/** Whose a code is; null where several have it. */
function ownersOf(voices: Iterable<readonly [string, Voice]>): ReadonlyMap<string, string | null> {
  const owners = new Map<string, string | null>();
  for (const [participant, { code }] of voices)
    if (code !== undefined) owners.set(code, owners.has(code) ? null : participant);
  return owners;
}

/** How an item stood in an earlier survey, and how it stands now. */
export interface Comparison {
  /** Participants who rated it in both; null where it is not told. */
  readonly pairs: number | null;
  /** Means of the pairs; of everybody where these are not told. Null while nobody rated it. */
  readonly before: number | null;
  readonly after: number | null;
  /** Mean of the pairs' differences; null where there are too few, or it is not told. */
  readonly change: number | null;
}

/**
 * What may be known of pairs. `nothing`: while people answer, a number that rises tells whoever guesses a code that
 * somebody has it. `enough`: what concerns as many as `fewestPairs`. `counts`: of fewer how many there are, no more.
 */
export type Telling = 'nothing' | 'enough' | 'counts';

/** How many pairs there are, as far as it is told. */
export function toldOf(pairs: number, telling: Telling): number | null {
  return telling === 'counts' || (telling === 'enough' && pairs >= fewestPairs) ? pairs : null;
}

/** `everybody` has the means of all who rated it in either survey, paired or not. */
export function comparisonOf(
  item: string,
  pairs: readonly Pair[],
  everybody: { readonly before: number | null; readonly after: number | null },
  telling: Telling,
): Comparison {
  let [number, first, second] = [0, 0, 0];
  for (const [before, after] of pairs) {
    const [was, is] = [before.ratings[item], after.ratings[item]];
    if (was === undefined || is === undefined) continue;
    number++;
    first += was;
    second += is;
  }
  const told = toldOf(number, telling);
  if (told === null || told < fewestPairs) return { pairs: told, ...everybody, change: null };
  return { pairs: told, before: first / number, after: second / number, change: (second - first) / number };
}

/** By item, of everybody who rated it; an item that nobody has rated is not there. */
export function meansOf(voices: Table<Voice>): ReadonlyMap<string, number> {
  const sums = new Map<string, { number: number; sum: number }>();
  for (const [, { ratings }] of cellsOf(voices)) {
    for (const [item, rating] of Object.entries(ratings)) {
      const known = sums.get(item);
      if (known) {
        known.number++;
        known.sum += rating;
      } else sums.set(item, { number: 1, sum: rating });
    }
  }
  return new Map([...sums].map(([item, { number, sum }]) => [item, sum / number]));
}
