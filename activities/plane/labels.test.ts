/**
 * Names of marks.
 *
 * [KL1] No name lies on another, on a mark, on what was taken, or outside.
 * [KL2] A name stands beside its mark where there is room, and keeps its side.
 * [KL3] Eight long names find room even when all marks are in one place.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seeded } from '../given.ts';
import { distanceTo, type Marked, overlap, placeLabels, type Rectangle } from './labels.ts';

const box = { width: 960, height: 640 };
const corners: readonly Rectangle[] = [
  { x: 0, y: 0, width: 200, height: 70 },
  { x: 760, y: 0, width: 200, height: 70 },
  { x: 0, y: 570, width: 200, height: 70 },
  { x: 760, y: 570, width: 200, height: 70 },
];

function marksAt(places: readonly (readonly [number, number])[], random: () => number): Marked[] {
  return places.map(([x, y], index) => ({
    key: `mark ${index}`,
    x: x * box.width,
    y: y * box.height,
    reach: 16,
    width: 60 + random() * 240,
    height: random() < 0.5 ? 36 : 70,
  }));
}

function check(marks: readonly Marked[], taken: readonly Rectangle[]): void {
  const places = placeLabels(marks, box, taken);
  const found = [...places.values()];
  for (const [index, place] of found.entries()) {
    expect(place.x).toBeGreaterThanOrEqual(0);
    expect(place.y).toBeGreaterThanOrEqual(0);
    expect(place.x + place.width).toBeLessThanOrEqual(box.width);
    expect(place.y + place.height).toBeLessThanOrEqual(box.height);
    const others = [...found.slice(index + 1), ...taken];
    expect(others.filter((other) => overlap(place, other))).toEqual([]);
    for (const { x, y, reach } of marks) {
      const ink = { x: x - reach, y: y - reach, width: reach * 2, height: reach * 2 };
      expect(overlap(place, ink)).toBe(false);
    }
  }
  expect(places.size).toBe(marks.length);
}

describe('names', () => {
  it('[KL1] never collide, wherever the marks are', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(share, share), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 1e6 }),
        fc.boolean(),
        (places, seed, hasCorners) => check(marksAt(places, seeded(seed)), hasCorners ? corners : []),
      ),
    );
  });

  it('[KL3] find room around one place', () => {
    for (const place of [
      [0.5, 0.5],
      [0, 0],
      [1, 0.5],
      [0.02, 0.99],
    ] as const) {
      check(
        marksAt(
          Array.from({ length: 8 }, () => place),
          () => 1,
        ),
        corners,
      );
    }
  });

  it('[KL2] stand to the right where there is room, and beside the mark', () => {
    const [mark] = marksAt([[0.5, 0.5]], seeded(1));
    const place = mark && placeLabels([mark], box, []).get(mark.key);
    expect(place?.side).toBe(0);
    expect(place && mark && distanceTo(mark, place)).toBeLessThan(10);
    expect(place?.x).toBeGreaterThan((mark?.x ?? 0) + 16);
  });

  it('[KL2] keep their side as long as there is room on it', () => {
    const [mark] = marksAt([[0.5, 0.5]], seeded(1));
    if (!mark) throw new Error('there is one');
    expect(placeLabels([mark], box, [], new Map([[mark.key, 3]])).get(mark.key)?.side).toBe(3);
    const below = { x: 0, y: 340, width: 960, height: 300 };
    expect(placeLabels([mark], box, [below], new Map([[mark.key, 3]])).get(mark.key)?.side).toBe(0);
  });

  it('[KL1] are left out where there is no room at all', () => {
    const [mark] = marksAt([[0.5, 0.5]], seeded(1));
    if (!mark) throw new Error('there is one');
    expect(placeLabels([mark], { width: 40, height: 40 }, []).size).toBe(0);
  });
});
