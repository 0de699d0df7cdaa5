/**
 * A strip of dots.
 * [KN8] Each dot stands at its number, none covers another, and all stay within the box.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { stripOf } from './dots.ts';

const box = { width: 1400, height: 600 };

it('[KN8] stacks what would cover one another', () => {
  const values = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(values, (given) => {
      const sorted = given.toSorted((a, b) => a - b);
      const { dots, size } = stripOf(sorted, box);
      expect(new Set(dots.map((dot) => dot.key)).size).toBe(dots.length);
      dots.forEach((dot, index) => {
        const wanted = (sorted[index] ?? 0) * box.width;
        expect(Math.abs(dot.left + size / 2 - wanted)).toBeLessThanOrEqual(size / 2 + 1e-9);
        expect(dot.left).toBeGreaterThanOrEqual(0);
        expect(dot.left + size).toBeLessThanOrEqual(box.width + 1e-9);
        expect(dot.bottom + size).toBeLessThanOrEqual(box.height + 1e-9);
        for (const other of dots.slice(0, index)) {
          const apart = Math.abs(other.left - dot.left) >= size - 1e-9 || other.bottom !== dot.bottom;
          expect(apart).toBe(true);
        }
      });
    }),
  );
});

it('[KN8] makes dots smaller where many say the same', () => {
  const { dots, size } = stripOf(
    Array.from({ length: 40 }, () => 0.5),
    box,
  );
  expect(size * 40).toBeLessThanOrEqual(box.height);
  expect(new Set(dots.map((dot) => dot.bottom)).size).toBe(40);
});
