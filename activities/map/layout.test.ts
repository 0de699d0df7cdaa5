/**
 * Where the parties stand.
 *
 * [KL1] No box lies on another or outside the frame, whatever there is to place.
 * [KL2] The same parties in the same order of arrival always make the same map.
 * [KL3] What has a place and fits keeps it exactly; a new party moves the others little.
 * [KL4] `us` stands in the middle, and the stronger stand nearer to it than the weaker.
 * [KL5] Only as many are placed as leave room for lines.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seeded } from '../given.ts';
import { type Arrangement, arrange, type Body, type Bond, nowhere, reaches, roomFor } from './layout.ts';

const frame = { width: 990, height: 680 };

function bodies(count: number, seed = 1, withUs = true): Body[] {
  const random = seeded(seed);
  const reach = reaches(count);
  const parties = Array.from({ length: count }, (_, index) => ({
    key: `party ${index}`,
    width: 70 + random() * 120,
    height: 70 + random() * 70,
    reach: reach[index] ?? 1,
  }));
  return withUs ? [{ key: '', width: 100, height: 130, reach: 0 }, ...parties] : parties;
}

function bonds(count: number, seed = 1): Bond[] {
  const random = seeded(seed);
  return Array.from({ length: count }, () => ({
    a: `party ${Math.floor(random() * count)}`,
    b: `party ${Math.floor(random() * count)}`,
    strength: random(),
  })).filter(({ a, b }) => a !== b);
}

function placed(given: readonly Body[], { spots }: Arrangement) {
  return given.flatMap((body) => {
    const spot = spots.get(body.key);
    return spot ? [{ ...body, ...spot }] : [];
  });
}

/** Boxes that lie on one another, or over the edge. */
function faults(given: readonly Body[], arrangement: Arrangement, { width, height } = frame): string[] {
  const all = placed(given, arrangement);
  return all.flatMap((a, index) => {
    const isOut =
      Math.abs(a.x) + a.width / 2 > width / 2 + 1 || Math.abs(a.y) + a.height / 2 > height / 2 + 1;
    const over = all
      .slice(index + 1)
      .filter(
        (b) =>
          Math.abs(a.x - b.x) < (a.width + b.width) / 2 - 0.01 &&
          Math.abs(a.y - b.y) < (a.height + b.height) / 2 - 0.01,
      );
    return [...(isOut ? [`${a.key} is out`] : []), ...over.map((b) => `${a.key} on ${b.key}`)];
  });
}

function moves(before: Arrangement, after: Arrangement): number[] {
  return [...after.spots].flatMap(([key, { x, y }]) => {
    const old = before.spots.get(key);
    return old ? [Math.hypot(x - old.x, y - old.y)] : [];
  });
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / Math.max(1, numbers.length);
}

describe('boxes', () => {
  it('[KL1] never overlap, and never leave the frame', () => {
    const shapes = fc.record({
      count: fc.integer({ min: 1, max: 24 }),
      seed: fc.integer({ min: 1, max: 10_000 }),
      width: fc.integer({ min: 260, max: 1500 }),
      height: fc.integer({ min: 240, max: 900 }),
    });
    fc.assert(
      fc.property(shapes, ({ count, seed, width, height }) => {
        const given = bodies(count, seed, seed % 3 > 0);
        const arrangement = arrange(given, bonds(count, seed), nowhere, { width, height });
        expect(faults(given, arrangement, { width, height })).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('[KL1] never overlap as more and more arrive, and grow', () => {
    let arrangement = nowhere;
    for (let count = 1; count <= 20; count++) {
      const given = bodies(count, 5).map((body) => ({ ...body, width: body.width * (1 + count / 80) }));
      arrangement = arrange(given, bonds(count, 5), arrangement, frame);
      expect(faults(given, arrangement)).toEqual([]);
    }
    expect(arrangement.left.size).toBe(0);
  });

  it('[KL5] are as many as leave room for lines, the most important first', () => {
    const many = bodies(60);
    const shown = roomFor(many, frame, 0.6);
    expect(shown.length).toBeGreaterThan(12);
    expect(shown.length).toBeLessThan(36);
    expect(shown).toEqual(many.slice(0, shown.length));
    expect(arrange(shown, bonds(60), nowhere, frame).spots.size).toBe(shown.length);
  });

  it('[KL5] are left out where the frame is full, and nothing hangs', () => {
    const given = bodies(36);
    const small = { width: 300, height: 200 };
    const arrangement = arrange(given, bonds(36), nowhere, small);
    expect(arrangement.spots.size).toBeLessThan(36);
    expect(faults(given, arrangement, small)).toEqual([]);
  });
});

describe('calm', () => {
  it('[KL2] the same arrivals make the same map', () => {
    const grown = () => {
      const first = arrange(bodies(12), bonds(12), nowhere, frame);
      return arrange(bodies(16), bonds(16), first, frame);
    };
    expect([...grown().spots]).toEqual([...grown().spots]);
  });

  it('[KL3] nothing moves while all fit', () => {
    const first = arrange(bodies(18), bonds(18), nowhere, frame);
    const smaller = bodies(18).map((body) => ({ ...body, width: body.width * 0.97 }));
    const second = arrange(smaller, bonds(18, 2), first, frame);
    expect(second.spots).toEqual(first.spots);
    // Nor when a few have changed their rank.
    const [us, one, two, ...others] = smaller;
    if (!us || !one || !two) throw new Error('there are eighteen');
    const swapped = [us, { ...one, reach: two.reach }, { ...two, reach: one.reach }, ...others];
    expect(arrange(swapped, bonds(18), first, frame).spots).toEqual(first.spots);
  });

  it('[KL3] a new party comes in and moves the others little', () => {
    for (let seed = 1; seed <= 8; seed++) {
      const first = arrange(bodies(15, seed), bonds(15, seed), nowhere, frame);
      const second = arrange(bodies(16, seed), bonds(16, seed), first, frame);
      expect(second.spots.size).toBe(17);
      expect(mean(moves(first, second))).toBeLessThan(frame.width * 0.04);
    }
  });

  it('[KL3] a map whose parties all changed their rank is drawn anew', () => {
    const first = arrange(bodies(15), bonds(15), nowhere, frame);
    const reach = reaches(15).toReversed();
    const turned = bodies(15).map((body, index) =>
      index === 0 ? body : { ...body, reach: reach[index - 1] ?? 1 },
    );
    const second = arrange(turned, bonds(15), first, frame);
    expect(mean(moves(first, second))).toBeGreaterThan(40);
    expect(second.strain).toBeLessThan(first.strain + 0.1);
    // And then rests.
    expect(arrange(turned, bonds(15), second, frame).spots).toEqual(second.spots);
  });
});

describe('meaning', () => {
  it('[KL4] us is in the middle, the strong near it, the weak at the rim', () => {
    for (let seed = 1; seed <= 6; seed++) {
      const given = bodies(16, seed);
      const { spots } = arrange(given, bonds(16, seed), nowhere, frame);
      const us = spots.get('') ?? { x: 999, y: 999 };
      expect(Math.hypot(us.x, us.y)).toBeLessThan(60);
      const far = (key: string) => {
        const { x = 0, y = 0 } = spots.get(key) ?? {};
        return Math.hypot(x / frame.width, y / frame.height);
      };
      const strong = given.slice(1, 6).map(({ key }) => far(key));
      const weak = given.slice(-5).map(({ key }) => far(key));
      expect(mean(strong)).toBeLessThan(mean(weak) * 0.8);
    }
  });
});
