/** The leader board: places by points over all quizzes; equal points share a place, and nobody has to have a name. */
import { foremost } from '../foremost.ts';
import { legible } from '../legible.ts';
import { once } from '../once.ts';
import type { Standing } from '../steering.ts';

/** One line of the board: everybody with the same points, or people without a name who follow one another. */
export interface Place {
  /** Counted over everybody, with or without a name: after two first ones comes a third. */
  readonly rank: number;
  /** The first few, by alphabet. */
  readonly names: readonly string[];
  /** Further ones with a name. */
  readonly more: number;
  readonly nameless: number;
  /** Null for a line of several places. */
  readonly points: number | null;
  /** The most that any of them had before this question. */
  readonly before?: number;
}

interface Group {
  readonly rank: number;
  readonly points: number;
  readonly participants: readonly string[];
}

/** Names that stand in one line. */
const namesShown = 6;
/** Longest name shown, in characters. */
const nameLimit = 40;

/** Participants by equal points, most first. */
const groupsOf = once((standings: readonly Standing[]): readonly Group[] => {
  const groups: { rank: number; points: number; participants: string[] }[] = [];
  for (const [index, { participant, points }] of standings.entries()) {
    const last = groups.at(-1);
    if (last?.points === points) last.participants.push(participant);
    else groups.push({ rank: index + 1, points, participants: [participant] });
  }
  return groups;
});

/** Points and rank of each participant. */
export const ranksOf = once(
  (standings: readonly Standing[]): ReadonlyMap<string, { readonly rank: number; readonly points: number }> =>
    new Map(
      groupsOf(standings).flatMap(({ rank, points, participants }) =>
        participants.map((participant) => [participant, { rank, points }] as const),
      ),
    ),
);

interface Board {
  /** Most lines. */
  readonly most: number;
  aliasOf(participant: string): string | undefined;
  /** Points that a participant got by this question, where the board says what was before. */
  readonly gained?: (participant: string) => number;
}

/** The first lines of the board. Who has no points leads nobody and is left out. */
export function placesOf(standings: readonly Standing[], { most, aliasOf, gained }: Board): readonly Place[] {
  const places: Place[] = [];
  if (most === 0) return places;
  for (const { rank, points, participants } of groupsOf(standings)) {
    if (points === 0) break;
    const names = participants.flatMap((participant) => aliasOf(participant) ?? []);
    const last = places.at(-1);
    if (names.length === 0 && last?.names.length === 0) {
      places[places.length - 1] = { ...last, nameless: last.nameless + participants.length, points: null };
      continue;
    }
    if (places.length === most) break;
    places.push({
      rank,
      names: foremost(names, namesShown, byAlphabet).map((name) => legible(name, nameLimit)),
      more: Math.max(0, names.length - namesShown),
      nameless: participants.length - names.length,
      points,
      ...(gained ? { before: points - least(participants, gained) } : {}),
    });
  }
  return places;
}

function byAlphabet(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** In a large crowd there are too many for one call of `Math.min`. */
function least(participants: readonly string[], gained: (participant: string) => number): number {
  return participants.reduce((low, each) => Math.min(low, gained(each)), Number.POSITIVE_INFINITY);
}
