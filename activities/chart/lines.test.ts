/**
 * Where lines and their names stand.
 * [KF7] Axes have round ends around all figures, and begin at zero when the figures come near to it.
 * [KF8] Labels that are numbers keep their distances.
 * [KF9] Names at the ends of lines never cover one another, and stay within the height.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { axisOf, dodged, labelled, placesOf } from './lines.ts';

it('[KF7] finds an axis', () => {
  expect(axisOf([31, 77])).toEqual({ low: 0, high: 80, ticks: [0, 20, 40, 60, 80] });
  expect(axisOf([960, 1010])).toMatchObject({ low: 960, high: 1020 });
  expect(axisOf([-4, 3])).toEqual({ low: -4, high: 4, ticks: [-4, -2, 0, 2, 4] });
  expect(axisOf([0, 0])).toMatchObject({ low: 0, high: 0.5 });
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -9999, max: 9999 }), { minLength: 1, maxLength: 20 }),
      (values) => {
        const { low, high, ticks } = axisOf(values);
        expect(low).toBeLessThanOrEqual(Math.min(...values));
        expect(high).toBeGreaterThanOrEqual(Math.max(...values));
        expect(ticks.length).toBeGreaterThan(1);
        expect(ticks.length).toBeLessThan(9);
      },
    ),
  );
});

it('[KF8] keeps the distances of years', () => {
  const rows = (...labels: string[]) => labels.map((label) => ({ label, figures: [] }));
  expect(placesOf(rows('2018', '2020', '2028'))).toEqual([0, 0.2, 1]);
  expect(placesOf(rows('Jan', 'Feb', 'Mar'))).toEqual([0, 0.5, 1]);
  expect(placesOf(rows('3', '2', '1'))).toEqual([0, 0.5, 1]);
});

it('[KF8] names as many places as have room', () => {
  const places = Array.from({ length: 24 }, (_, index) => index / 23);
  expect(
    labelled(
      places,
      places.map(() => 20),
      1000,
    ),
  ).toHaveLength(24);
  const few = labelled(
    places,
    places.map(() => 90),
    1000,
  );
  expect(few.length).toBeLessThan(12);
  expect([few[0], few.at(-1)]).toEqual([0, 23]);
});

it('[KF9] moves names apart', () => {
  const wanted = fc.array(
    fc.record({ at: fc.double({ min: 0, max: 600, noNaN: true }), height: fc.constantFrom(40, 80) }),
    { minLength: 1, maxLength: 6 },
  );
  fc.assert(
    fc.property(wanted, (given) => {
      const middles = dodged(given, 600);
      const spans = given.map(({ height }, index) => {
        const middle = middles[index] ?? 0;
        return [middle - height / 2, middle + height / 2] as const;
      });
      const sorted = spans.toSorted(([a], [b]) => a - b);
      expect(sorted[0]?.[0]).toBeGreaterThanOrEqual(-1e-9);
      expect(sorted.at(-1)?.[1]).toBeLessThanOrEqual(600 + 1e-9);
      sorted.slice(1).forEach(([start], index) => {
        expect(start).toBeGreaterThanOrEqual((sorted[index]?.[1] ?? 0) - 1e-9);
      });
    }),
  );
});
