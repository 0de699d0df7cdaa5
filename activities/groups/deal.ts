/**
 * Dealing people into groups. Two rules come first, and both hold exactly:
 *
 * - Sizes differ by at most one. What is left over is spread: 40 people in threes are 12 groups of three and one of four.
 * - Every part of the crowd (an organisation) is spread as evenly over the groups as can be. People of one part stand in
 *   one block and the groups are gone round: each group takes so many of it, or one more. The number of pairs who share
 *   both a group and a part is then the least there is; it is none for a part that is no larger than the number of groups.
 *
 * Then people of any two groups change places, many times and at random, wherever that breaks neither rule and brings no
 * more people together who were together before: so everybody meets others when groups are dealt again.
 */

export type Sets = readonly (readonly string[])[];

export interface Dealing {
  readonly people: readonly string[];
  /** How many groups there will be, from 1. */
  readonly groups: number;
  /** Undefined for whoever belongs to no part: such people are in nobody's way. */
  segmentOf(participant: string): string | undefined;
  /** Groups that people were in before. */
  readonly earlier: readonly Sets[];
  /** Draws from 0 up to 1. */
  random(): number;
}

/** How large groups shall be, or how many. */
export type Wanted = { readonly size?: number | undefined; readonly groups?: number | undefined };

/** In groups of so few people each counts: a remainder makes some of them larger, never one of them smaller. */
const small = 3;

/**
 * How many groups so many people make. Nobody is left alone, so there may be fewer groups than wanted. With a `size`,
 * what is left over is spread, one to a group (40 people in threes: 12 of three, 1 of four); it makes a group of its own
 * where that is nearer to the size (28 in sixes: 3 of six, 2 of five), or where it is more than there are groups.
 */
export function groupsFor(people: number, { size = 3, groups }: Wanted): number {
  if (groups !== undefined) return Math.max(1, Math.min(groups, Math.floor(people / 2)));
  const full = Math.max(1, Math.floor(people / size));
  const left = people - full * size;
  return left > full || (size > small && left > size / 2) ? full + 1 : full;
}

/** The sizes that a deal gives so many groups: they differ by at most one. */
export function sizesOf(people: number, groups: number): number[] {
  return Array.from({ length: groups }, (_, index) => Math.floor((people + index) / groups));
}

/** Everybody in one group each. Groups, and people within one, stand in no order that means anything. */
export function deal(dealing: Dealing): string[][] {
  const { people, groups, random } = dealing;
  const table = blocksOf(dealing).flat();
  const sets: number[][] = Array.from({ length: groups }, () => []);
  for (const [place, person] of table.entries()) sets[place % groups]?.push(person);
  change(sets, dealing);
  return shuffle(
    sets.map((set) =>
      shuffle(set, random).flatMap((person) => {
        const participant = people[person];
        return participant === undefined ? [] : [participant];
      }),
    ),
    random,
  );
}

/** People by their number in the list: those of one part side by side, all else in a drawn order. */
function blocksOf({ people, segmentOf, random }: Dealing): readonly number[][] {
  const parts = new Map<string, number[]>();
  const blocks: number[][] = [];
  for (const person of shuffle([...people.keys()], random)) {
    const segment = segmentOf(people[person] ?? '');
    const known = segment === undefined ? undefined : parts.get(segment);
    if (known) {
      known.push(person);
      continue;
    }
    const block = [person];
    blocks.push(block);
    if (segment !== undefined) parts.set(segment, block);
  }
  return shuffle(blocks, random);
}

/** Attempts at the least, and for each person; and the steps that all may take together, so that large groups are fast too. */
const attemptsAtLeast = 3000;
const attemptsEach = 12;
const mostSteps = 5_000_000;

/** Lets people change places, in `sets` itself. */
function change(sets: number[][], { people, segmentOf, earlier, random }: Dealing): void {
  const segments = people.map(segmentOf);
  const isPlain = segments.every((segment) => segment === undefined);
  // Without parts and without a past, any dealing is as good as any other already.
  if (sets.length < 2 || (isPlain && earlier.length === 0)) return;
  const counts = sets.map((set) => countOf(set, segments));
  const past = earlier.map((before) => groupOf(before, people));
  const together = (one: number, other: number) =>
    past.reduce((sum, of) => sum + (of[one] === of[other] && of[one] !== -1 ? 1 : 0), 0);
  const meetings = (person: number, set: readonly number[], but: number) =>
    set.reduce((sum, other) => sum + (other === but || other === person ? 0 : together(person, other)), 0);
  const stepsEach = 4 * Math.ceil(people.length / sets.length) * past.length + 1;
  const wanted = Math.max(attemptsAtLeast, people.length * attemptsEach);
  const attempts = Math.min(wanted, mostSteps / stepsEach);
  for (let attempt = 0; attempt < attempts; attempt++) {
    const [g, h] = [below(sets.length, random), below(sets.length, random)];
    const [here, there] = [sets[g], sets[h]];
    const [hereCounts, thereCounts] = [counts[g], counts[h]];
    if (g === h || !here || !there || !hereCounts || !thereCounts) continue;
    const [i, j] = [below(here.length, random), below(there.length, random)];
    const [one, other] = [here[i], there[j]];
    if (one === undefined || other === undefined) continue;
    const [a, b] = [segments[one], segments[other]];
    if (a !== b) {
      const pairs =
        sharing(thereCounts, a, 0) -
        sharing(hereCounts, a, 1) +
        sharing(hereCounts, b, 0) -
        sharing(thereCounts, b, 1);
      if (pairs > 0) continue;
    }
    if (past.length > 0) {
      const now = meetings(one, here, one) + meetings(other, there, other);
      if (meetings(one, there, other) + meetings(other, here, one) > now) continue;
    }
    here[i] = other;
    there[j] = one;
    count(hereCounts, a, -1);
    count(hereCounts, b, 1);
    count(thereCounts, b, -1);
    count(thereCounts, a, 1);
  }
}

/** How many of the part somebody shares a group with; `self` is 1 where they are counted in it. */
function sharing(counts: ReadonlyMap<string, number>, segment: string | undefined, self: number): number {
  return segment === undefined ? 0 : (counts.get(segment) ?? self) - self;
}

function countOf(set: readonly number[], segments: readonly (string | undefined)[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const person of set) count(counts, segments[person], 1);
  return counts;
}

function count(counts: Map<string, number>, segment: string | undefined, by: number): void {
  if (segment !== undefined) counts.set(segment, (counts.get(segment) ?? 0) + by);
}

/** By person, the group of that dealing, or -1. */
function groupOf(sets: Sets, people: readonly string[]): Int32Array {
  const groups = new Map(
    sets.flatMap((set, index) => set.map((participant) => [participant, index] as const)),
  );
  return Int32Array.from(people, (participant) => groups.get(participant) ?? -1);
}

interface Latecomer {
  readonly participant: string;
  segmentOf(participant: string): string | undefined;
  /** Whether keeping parts apart matters more than even sizes. */
  readonly apart: boolean;
}

/**
 * The group that somebody who comes later is put into: of those with the fewest of the same part the smallest, or the
 * other way round. Never one that everybody has left, where there is another: nobody is to be alone.
 */
export function placeFor(sets: Sets, { participant, segmentOf, apart }: Latecomer): number {
  const own = segmentOf(participant);
  const weighed = sets.map((set, index) => {
    const same = own === undefined ? 0 : set.filter((other) => segmentOf(other) === own).length;
    const order = apart ? [same, set.length] : [set.length, same];
    return { index, order: [set.length === 0 ? 1 : 0, ...order] };
  });
  const [first, ...others] = weighed;
  if (!first) return -1;
  return others.reduce((best, each) => (isBefore(each.order, best.order) ? each : best), first).index;
}

function isBefore(one: readonly number[], other: readonly number[]): boolean {
  const place = one.findIndex((each, index) => each !== other[index]);
  return place >= 0 && (one[place] ?? 0) < (other[place] ?? 0);
}

/** A part of the crowd some of whose people share a group. */
export interface Clash {
  readonly segment: string;
  /** Of this part, in all groups. */
  readonly people: number;
  /** Of these, how many are with another of them; and in how many groups. */
  readonly sharing: number;
  readonly groups: number;
}

/** Largest part first. */
export function clashesIn(sets: Sets, segmentOf: (participant: string) => string | undefined): Clash[] {
  const clashes = new Map<string, { people: number; sharing: number; groups: number }>();
  for (const set of sets) {
    const counts = new Map<string, number>();
    for (const participant of set) count(counts, segmentOf(participant), 1);
    for (const [segment, number] of counts) {
      const known = clashes.get(segment) ?? { people: 0, sharing: 0, groups: 0 };
      known.people += number;
      if (number > 1) {
        known.sharing += number;
        known.groups++;
      }
      clashes.set(segment, known);
    }
  }
  return [...clashes]
    .flatMap(([segment, clash]) => (clash.sharing > 0 ? [{ segment, ...clash }] : []))
    .sort((a, b) => b.people - a.people || (a.segment < b.segment ? -1 : 1));
}

/** The clashes that no dealing of these people into so many groups could avoid. */
export function clashesAhead(
  people: readonly string[],
  groups: number,
  segmentOf: (participant: string) => string | undefined,
): Clash[] {
  const inTurn = people
    .flatMap((participant) => {
      const segment = segmentOf(participant);
      return segment === undefined ? [] : [{ participant, segment }];
    })
    .sort((a, b) => (a.segment < b.segment ? -1 : a.segment > b.segment ? 1 : 0));
  const sets: string[][] = Array.from({ length: groups }, () => []);
  for (const [place, { participant }] of inTurn.entries()) sets[place % groups]?.push(participant);
  return clashesIn(sets, segmentOf);
}

function below(end: number, random: () => number): number {
  return Math.floor(random() * end);
}

/** Fisher and Yates, as Durstenfeld has it (CACM 7, 1964, algorithm 235). */
function shuffle<Item>(items: readonly Item[], random: () => number): Item[] {
  const shuffled = [...items];
  for (let last = shuffled.length - 1; last > 0; last--) {
    const drawn = below(last + 1, random);
    const [one, other] = [shuffled[last], shuffled[drawn]];
    if (one === undefined || other === undefined) continue;
    shuffled[last] = other;
    shuffled[drawn] = one;
  }
  return shuffled;
}
