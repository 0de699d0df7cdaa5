/**
 * The density of dots.
 *
 * [KH1] Every answer counts in full, at an edge too.
 * [KH2] An outline holds the share of the answers it is drawn for, and its line lies on its area.
 * [KH3] Where most stand the density is highest.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seeded } from '../given.ts';
import { type Dot, fieldOf, levelHolding, outlineOf, peakOf } from './density.ts';

const size = { width: 720, height: 480 };

function scattered(seed: number, count: number): Dot[] {
  const random = seeded(seed);
  return Array.from({ length: count }, () => ({ x: random() * 720, y: random() * 480, count: 1 }));
}

describe('a field', () => {
  it('[KH1] holds as much as there are answers', () => {
    const edges = [
      { x: 0, y: 0, count: 3 },
      { x: 720, y: 480, count: 2 },
    ];
    for (const dots of [edges, scattered(1, 40), [{ x: 300, y: 480, count: 500 }]]) {
      const people = dots.reduce((sum, { count }) => sum + count, 0);
      const held = fieldOf(dots, size).values.reduce((sum, value) => sum + value, 0);
      expect(held).toBeCloseTo(people, 6);
    }
    expect(fieldOf([], size).values.every((value) => value === 0)).toBe(true);
  });

  it('[KH3] is highest where most stand', () => {
    const { x, y } = peakOf(fieldOf([...scattered(2, 30), { x: 200, y: 300, count: 40 }], size));
    expect(Math.hypot(x - 200, y - 300)).toBeLessThan(20);
  });
});

describe('an outline', () => {
  it('[KH2] holds its share', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.constantFrom(0.25, 0.5, 0.8), (seed, share) => {
        const field = fieldOf(scattered(seed, 60), size);
        const level = levelHolding(field, share);
        const all = field.values.reduce((sum, value) => sum + value, 0);
        const above = field.values.filter((value) => value >= level).reduce((sum, value) => sum + value, 0);
        expect(above / all).toBeGreaterThanOrEqual(share);
        expect(above / all).toBeLessThan(share + 0.02);
      }),
      { numRuns: 20 },
    );
  });

  it('[KH2] of one heap is a closed line around it', () => {
    const field = fieldOf([{ x: 360, y: 240, count: 9 }], size);
    const { area, line } = outlineOf(field, levelHolding(field, 0.5));
    const ends = [...line.matchAll(/[ML]([\d.]+ [\d.]+)/g)].map(([, place = '']) => place);
    // Each end of a piece of the line is the end of one other.
    for (const end of new Set(ends)) expect(ends.filter((each) => each === end)).toHaveLength(2);
    for (const place of ends) {
      const [x = 0, y = 0] = place.split(' ').map(Number);
      expect(Math.hypot(x - 360, y - 240)).toBeGreaterThan(20);
      expect(Math.hypot(x - 360, y - 240)).toBeLessThan(120);
      expect(area).toContain(place);
    }
  });

  it('[KH2] of nothing is nothing, and of everything is the plane', () => {
    const field = fieldOf([{ x: 360, y: 240, count: 9 }], size);
    expect(outlineOf(field, Number.POSITIVE_INFINITY)).toEqual({ area: '', line: '' });
    const { area, line } = outlineOf(field, 0);
    expect(line).toBe('');
    expect(area.startsWith('M0 0h720v10h-720Z')).toBe(true);
  });
});
