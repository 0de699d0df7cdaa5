/**
 * What is placed on a plane.
 *
 * [KQ1] A response places at least one thing, each within the plane.
 * [KQ2] Means and areas are of those who placed the thing; a place on a border belongs to the higher area.
 * [KQ3] Dots say where and how many, never who, and are no more than a screen is to be sent.
 * [KQ4] Things counted together are as all of them.
 */
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { answerOf, seeded } from '../given.ts';
import { areaOf } from './place.ts';
import { noPlaces, type PlacedResponse, placedSchema, revealedThings, withPlaces } from './placed.ts';

const things = [
  { id: 'cake', text: 'A cake' },
  { id: 'rocket', text: 'A rocket' },
];
const ids = things.map(({ id }) => id);

function tallyOf(responses: readonly PlacedResponse['places'][], parts = 2) {
  return responses
    .map((places, index) => answerOf({ places }, index))
    .reduce(withPlaces, noPlaces(ids, parts));
}

describe('a response', () => {
  const accepts = (places: unknown) => v.is(placedSchema(ids), { places });

  it('[KQ1] may leave things out, not all', () => {
    expect(accepts({ cake: [0, 1], rocket: [0.5, 0.25] })).toBe(true);
    expect(accepts({ rocket: [1, 1] })).toBe(true);
    expect(accepts({})).toBe(false);
    expect(v.parse(placedSchema(ids), { places: { cake: [0, 0], rocket: undefined } })).toStrictEqual({
      places: { cake: [0, 0] },
    });
  });

  it('[KQ1] stays on the plane', () => {
    const wrong = [[0.5], [0, 0, 0], [-0.001, 0], [0, 1.001], ['0', 0], [Number.NaN, 0], null, {}, 'left'];
    for (const place of wrong) expect(accepts({ cake: place })).toBe(false);
    expect(accepts({ cake: [0, 0], pie: [0, 0] })).toBe(false);
  });
});

describe('the result', () => {
  it('[KQ2] is of those who placed the thing', () => {
    const tally = tallyOf([{ cake: [0.1, 0.8], rocket: [1, 0] }, { cake: [0.3, 0.6] }, { cake: [0.5, 0.5] }]);
    expect(tally.people).toBe(3);
    expect(revealedThings(things, tally, { to: 'phone' })).toEqual([
      { id: 'cake', text: 'A cake', people: 3, mean: [0.3, 0.633], areas: [0, 0, 2, 1] },
      { id: 'rocket', text: 'A rocket', people: 1, mean: [1, 0], areas: [0, 1, 0, 0] },
    ]);
    expect(revealedThings(things, tallyOf([]), { to: 'phone' })[0]).toMatchObject({ people: 0, mean: null });
  });

  it('[KQ2] has every place in one area', () => {
    expect([areaOf([0, 0], 2), areaOf([0.5, 0.5], 2), areaOf([1, 1], 2)]).toEqual([0, 3, 3]);
    expect([areaOf([0.34, 0], 3), areaOf([0.5, 0.5], 3), areaOf([0.99, 0.66], 3)]).toEqual([1, 4, 5]);
  });

  it('[KQ3] has a dot for each place, and counts those alike', () => {
    const tally = tallyOf([{ cake: [0.5, 0.25] }, { cake: [0.5, 0.25] }, { cake: [0.1, 0.25] }]);
    const [cake, rocket] = revealedThings(things, tally, { to: 'screen' });
    expect(cake?.dots).toEqual({ fineness: 200, flat: [20, 50, 1, 100, 50, 2] });
    expect(rocket?.dots?.flat).toEqual([]);
  });

  it('[KQ3] has coarser dots where there would be too many, and loses none', () => {
    const random = seeded(3);
    const tally = tallyOf(
      Array.from({ length: 6000 }, () => ({ cake: [random(), random()], rocket: [random(), random()] })),
    );
    const shown = revealedThings(things, tally, { to: 'screen' });
    const dots = shown.flatMap((thing) => thing.dots?.flat ?? []);
    expect(dots.length / 3).toBeLessThanOrEqual(4000);
    expect(shown[0]?.dots?.fineness).toBeLessThan(100);
    expect(dots.filter((_, index) => index % 3 === 2).reduce((sum, count) => sum + count, 0)).toBe(12_000);
    expect(dots.every((each) => each >= 0)).toBe(true);
  });

  it('[KQ4] can count all things together', () => {
    const tally = tallyOf([{ cake: [0, 0], rocket: [1, 1] }, { cake: [0.2, 0.2] }]);
    expect(revealedThings(things, tally, { to: 'screen' }, { id: 'all', text: 'All' })).toEqual([
      {
        id: 'all',
        text: 'All',
        people: 3,
        mean: [0.4, 0.4],
        areas: [2, 0, 0, 1],
        dots: { fineness: 200, flat: [0, 0, 1, 40, 40, 1, 200, 200, 1] },
      },
    ]);
  });
});
