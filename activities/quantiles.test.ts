/**
 * Medians and quartiles.
 * [KM1] They are those of the plain definition, whatever was given how often.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Counted, quantile, valueAt } from './quantiles.ts';

function countedOf(values: readonly number[]): Counted[] {
  const sorted = values.toSorted((a, b) => a - b);
  return [...new Set(sorted)].map((value) => [value, sorted.filter((each) => each === value).length]);
}

it('[KM1] the median is the middle value, or the mean of the two in the middle', () => {
  expect(quantile(countedOf([7]), 0.5)).toBe(7);
  expect(quantile(countedOf([3, 1, 2]), 0.5)).toBe(2);
  expect(quantile(countedOf([4, 1, 3, 2]), 0.5)).toBe(2.5);
  expect(quantile(countedOf([5, 5, 5, 100]), 0.5)).toBe(5);
});

it('[KM1] quartiles are those of R, type 7', () => {
  expect([0.25, 0.75].map((share) => quantile(countedOf([1, 2, 3, 4]), share))).toEqual([1.75, 3.25]);
  expect([0.25, 0.75].map((share) => quantile(countedOf([1, 2, 3, 4, 5]), share))).toEqual([2, 4]);
});

it('[KM1] counting changes nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 40 }), (values) => {
      const sorted = values.toSorted((a, b) => a - b);
      for (const [rank, value] of sorted.entries()) expect(valueAt(countedOf(values), rank)).toBe(value);
      expect(quantile(countedOf(values), 0)).toBe(sorted[0]);
      expect(quantile(countedOf(values), 1)).toBe(sorted.at(-1));
    }),
  );
});
