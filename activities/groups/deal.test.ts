/**
 * The rules of dealing.
 *
 * [KG1] Everybody is in one group, and sizes differ by at most one.
 * [KG2] Nobody is left alone; what is left over is spread, or makes a group that is nearer to the size.
 * [KG3] Every part of the crowd is spread as evenly as can be: no dealing has fewer pairs of the same part.
 * [KG4] Nobody of a part shares a group with another of it where that can be.
 * [KG5] Dealt again, people meet others, as far as that breaks no other rule.
 * [KG6] Who comes later is put into the smallest group that keeps them apart, or the nearest there is to it.
 * [KG7] What cannot be apart is known before the deal, and said after it.
 * [KG8] Two thousand people are dealt at once.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seeded, shuffled } from '../given.ts';
import { clashesAhead, clashesIn, deal, groupsFor, placeFor, type Sets, sizesOf } from './deal.ts';

const crowdOf = (size: number) => Array.from({ length: size }, (_, index) => `person ${index}`);
/** Parts of these sizes, from the first person on. */
function partsOf(...sizes: readonly number[]): (participant: string) => string | undefined {
  const parts = sizes.flatMap((size, part) => Array.from({ length: size }, () => `part ${part}`));
  return (participant) => parts[Number(participant.split(' ')[1])];
}
const nobody = () => undefined;

function pairsOf(sets: Sets, segmentOf: (participant: string) => string | undefined): number {
  let pairs = 0;
  for (const set of sets) {
    const counts = new Map<string, number>();
    for (const participant of set) {
      const segment = segmentOf(participant);
      if (segment === undefined) continue;
      const before = counts.get(segment) ?? 0;
      pairs += before;
      counts.set(segment, before + 1);
    }
  }
  return pairs;
}

/** The least there can be: each part spread evenly over the groups. */
function fewestPairs(sizes: readonly number[], groups: number): number {
  return sizes.reduce((sum, size) => {
    const [each, more] = [Math.floor(size / groups), size % groups];
    return sum + (groups * each * (each - 1)) / 2 + more * each;
  }, 0);
}

function meetingsAgain(sets: Sets, earlier: readonly Sets[]): number {
  const met = new Set(earlier.flatMap((each) => each.flatMap(pairsIn)));
  return sets.flatMap(pairsIn).filter((pair) => met.has(pair)).length;
}

function pairsIn(set: readonly string[]): string[] {
  const members = set.toSorted();
  return members.flatMap((one, index) => members.slice(index + 1).map((other) => `${one}, ${other}`));
}

const crowds = fc.record({
  sizes: fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 10 }),
  strangers: fc.integer({ min: 0, max: 8 }),
  size: fc.integer({ min: 2, max: 8 }),
  seed: fc.integer(),
});

describe('how many groups', () => {
  it('[KG2] spreads what is left over', () => {
    const of = (people: number, size: number) =>
      sizesOf(people, groupsFor(people, { size })).toSorted((a, b) => b - a);
    expect(of(40, 3)).toEqual([4, ...Array.from({ length: 12 }, () => 3)]);
    expect(of(41, 3)).toEqual([4, 4, ...Array.from({ length: 11 }, () => 3)]);
    expect(of(5, 3)).toEqual([3, 2]);
    expect(of(3, 2)).toEqual([3]);
    expect(of(28, 6)).toEqual([6, 6, 6, 5, 5]);
    expect(of(8, 6)).toEqual([4, 4]);
    expect(of(2, 6)).toEqual([2]);
  });

  it('[KG2] leaves nobody alone', () => {
    const people = fc.integer({ min: 2, max: 3000 });
    const wanted = fc.oneof(
      fc.record({ size: fc.integer({ min: 2, max: 50 }) }),
      fc.record({ groups: fc.integer({ min: 2, max: 500 }) }),
    );
    fc.assert(
      fc.property(people, wanted, (count, want) => {
        const sizes = sizesOf(count, groupsFor(count, want));
        expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(count);
        expect(Math.min(...sizes)).toBeGreaterThanOrEqual(2);
        if ('size' in want) expect(Math.max(...sizes)).toBeLessThanOrEqual(want.size + 1);
        else expect(sizes.length).toBe(Math.min(want.groups, Math.max(1, Math.floor(count / 2))));
      }),
    );
  });
});

describe('a deal', () => {
  it('[KG1] [KG3] [KG4] [KG5] is even, mixed, and brings people together anew', () => {
    fc.assert(
      fc.property(crowds, ({ sizes, strangers, size, seed }) => {
        const people = crowdOf(sizes.reduce((sum, each) => sum + each, strangers));
        const segmentOf = partsOf(...sizes);
        const groups = groupsFor(people.length, { size });
        const random = seeded(seed);
        const earlier: Sets[] = [];
        for (let time = 0; time < 3; time++) {
          const sets = deal({ people, groups, segmentOf, earlier, random });
          expect(sets.flat().sort()).toEqual(people.toSorted());
          expect(sets.map(({ length }) => length).sort()).toEqual(sizesOf(people.length, groups).sort());
          expect(pairsOf(sets, segmentOf)).toBe(fewestPairs(sizes, groups));
          if (Math.max(...sizes) <= groups) expect(clashesIn(sets, segmentOf)).toEqual([]);
          earlier.push(sets);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('[KG3] never has more pairs of the same part than chance', () => {
    const random = seeded(3);
    const segmentOf = partsOf(14, 9, 6, 5, 3, 2, 1);
    const people = crowdOf(40);
    for (let time = 0; time < 50; time++) {
      const dealt = deal({ people, groups: 7, segmentOf, earlier: [], random });
      const order = shuffled(people, random);
      const chance = Array.from({ length: 7 }, (_, group) =>
        order.filter((_each, place) => place % 7 === group),
      );
      expect(pairsOf(dealt, segmentOf)).toBeLessThanOrEqual(pairsOf(chance, segmentOf));
    }
  });

  it('[KG5] gives everybody a new partner in four rounds of pairs, also across parts', () => {
    for (const [segmentOf, seed] of [
      [nobody, 1],
      [partsOf(10, 8, 8, 6, 4, 4), 2],
    ] as const) {
      const earlier: Sets[] = [];
      for (let round = 0; round < 4; round++) {
        const sets = deal({
          people: crowdOf(40),
          groups: 20,
          segmentOf,
          earlier,
          random: seeded(seed + round),
        });
        expect(meetingsAgain(sets, earlier)).toBe(0);
        earlier.push(sets);
      }
    }
  });

  it('[KG5] brings no more people together again than chance would', () => {
    const people = crowdOf(12);
    const earlier = [deal({ people, groups: 4, segmentOf: nobody, earlier: [], random: seeded(1) })];
    const again = (past: readonly Sets[]) => {
      const all = Array.from({ length: 40 }, (_, seed) =>
        deal({ people, groups: 4, segmentOf: nobody, earlier: past, random: seeded(seed) }),
      );
      return all.reduce((sum, sets) => sum + meetingsAgain(sets, earlier), 0);
    };
    expect(again(earlier)).toBe(0);
    expect(again([])).toBeGreaterThan(40);
  });

  it('[KG1] is no other for the same draws, and another for others', () => {
    const dealing = { people: crowdOf(30), groups: 10, segmentOf: partsOf(10, 10, 10), earlier: [] };
    const first = deal({ ...dealing, random: seeded(5) });
    expect(deal({ ...dealing, random: seeded(5) })).toEqual(first);
    expect(deal({ ...dealing, random: seeded(6) })).not.toEqual(first);
  });

  it('[KG3] can bring together any two of different parts', () => {
    const people = crowdOf(8);
    const segmentOf = partsOf(2, 2, 2, 2);
    const met = new Set<string>();
    for (let seed = 0; seed < 200; seed++) {
      for (const set of deal({ people, groups: 4, segmentOf, earlier: [], random: seeded(seed) }))
        for (const pair of pairsIn(set)) met.add(pair);
    }
    // Of 28 pairs four are of one part.
    expect(met.size).toBe(24);
  });
});

describe('who comes later', () => {
  const segmentOf = partsOf(4, 4);
  const place = (sets: Sets, apart: boolean) => placeFor(sets, { participant: 'person 0', segmentOf, apart });

  it('[KG6] is put into the smallest group, there with the fewest of their part', () => {
    expect(place([['person 4', 'person 5'], ['person 6']], false)).toBe(1);
    expect(
      place(
        [
          ['person 1', 'person 4'],
          ['person 5', 'person 6'],
        ],
        false,
      ),
    ).toBe(1);
    expect(place([['person 4', 'person 5'], ['person 1']], false)).toBe(1);
  });

  it('[KG6] is kept apart first, where that is asked for', () => {
    expect(place([['person 4', 'person 5'], ['person 1']], true)).toBe(0);
    expect(
      place(
        [
          ['person 1', 'person 2'],
          ['person 3', 'person 4', 'person 5'],
        ],
        true,
      ),
    ).toBe(1);
    expect(place([], true)).toBe(-1);
    // Nobody is put where nobody is any more, unless everybody left.
    expect(place([[], ['person 1', 'person 4']], true)).toBe(1);
    expect(place([[], ['person 1', 'person 4']], false)).toBe(1);
    expect(place([[], []], false)).toBe(0);
  });
});

describe('what cannot be apart', () => {
  it('[KG7] is known before, and is what the deal has', () => {
    const [people, segmentOf] = [crowdOf(15), partsOf(6, 5, 4)];
    const ahead = clashesAhead(people, 5, segmentOf);
    expect(ahead).toEqual([{ segment: 'part 0', people: 6, sharing: 2, groups: 1 }]);
    const sets = deal({ people, groups: 5, segmentOf, earlier: [], random: seeded(8) });
    expect(clashesIn(sets, segmentOf)).toEqual(ahead);
  });

  it('[KG7] is said of the largest part first', () => {
    const segmentOf = partsOf(3, 7);
    expect(clashesAhead(crowdOf(10), 2, segmentOf)).toEqual([
      { segment: 'part 1', people: 7, sharing: 7, groups: 2 },
      { segment: 'part 0', people: 3, sharing: 2, groups: 1 },
    ]);
    expect(clashesAhead(crowdOf(10), 2, nobody)).toEqual([]);
  });
});

it('[KG8] two thousand people take no more draws and steps than a bound', () => {
  let draws = 0;
  const random = seeded(1);
  const counting = () => {
    draws++;
    return random();
  };
  const people = crowdOf(2000);
  const segmentOf = (participant: string) => `part ${Number(participant.split(' ')[1]) % 90}`;
  const first = deal({ people, groups: 666, segmentOf, earlier: [], random: counting });
  const second = deal({ people, groups: 666, segmentOf, earlier: [first], random: counting });
  expect(clashesIn(second, segmentOf)).toEqual([]);
  expect(meetingsAgain(second, [first])).toBe(0);
  expect(draws).toBeLessThan(300_000);
});
