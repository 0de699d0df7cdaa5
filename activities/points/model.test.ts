/**
 * The rules of shared-out points.
 *
 * [KD1] Whole points that add up to exactly the sum; an item left out has none.
 * [KD2] Means, medians and quartiles are of all who answered, those who gave nothing included.
 * [KD3] Downloads have a number for every item.
 * [KD4] Mistakes of an author stand where they were made.
 */
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { answerOf, directiveOf, seenBy } from '../given.ts';
import { nothingAround } from '../steering.ts';
import { type PointsOptions, points } from './model.ts';

function read(texts: readonly string[], options: Readonly<Record<string, unknown>> = {}) {
  return points.fromMarkdown(directiveOf('points', 'Where to?', options, texts));
}

function optionsOf(...given: Parameters<typeof read>): PointsOptions {
  const reading = read(...given);
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  return reading.options;
}

function faultsOf(...given: Parameters<typeof read>): readonly string[] {
  const reading = read(...given);
  return reading.ok ? [] : reading.faults.map((each) => `${each.line}:${each.column} ${each.message}`);
}

function revealed(options: PointsOptions, given: readonly Record<string, number>[]) {
  const tally = given
    .map((each, index) => answerOf({ points: each }, index))
    .reduce(points.tally.step, points.tally.start(options));
  return points.reveal(options, tally, seenBy('screen'), nothingAround);
}

const two = optionsOf(['Now', 'Later']);

describe('a response', () => {
  const accepts = (given: unknown, options = two) => v.is(points.response(options), { points: given });

  it('[KD1] adds up to the sum', () => {
    expect(accepts({ now: 60, later: 40 })).toBe(true);
    expect(accepts({ now: 100, later: 0 })).toBe(true);
    expect(accepts({ now: 60, later: 41 })).toBe(false);
    expect(accepts({ now: 60 })).toBe(false);
    expect(accepts({ now: 3, later: 4 }, optionsOf(['Now', 'Later'], { sum: 7 }))).toBe(true);
  });

  it('[KD1] may leave items out', () => {
    expect(accepts({ now: 100 })).toBe(true);
    expect(v.parse(points.response(two), { points: { now: 100, later: undefined } })).toStrictEqual({
      points: { now: 100 },
    });
  });

  it('[KD1] has whole points, and none that are taken away', () => {
    for (const wrong of [{ now: 99.5, later: 0.5 }, { now: 101, later: -1 }, { now: '100' }, { never: 100 }])
      expect(accepts(wrong)).toBe(false);
  });
});

describe('the result', () => {
  it('[KD2] counts those who gave nothing', () => {
    const result = revealed(two, [
      { now: 100 },
      { now: 50, later: 50 },
      { later: 100 },
      { now: 90, later: 10 },
    ]);
    expect(result).toEqual({
      people: 4,
      items: [
        { id: 'now', text: 'Now', mean: 60, median: 70, middle: [37.5, 92.5] },
        { id: 'later', text: 'Later', mean: 40, median: 30, middle: [7.5, 62.5] },
      ],
    });
    expect(points.describe(two, result)).toMatchObject({
      sentence: 'Most of the 100 points, on average: Now (60), Later (40).',
      table: {
        head: ['Item', 'Mean', 'Median', 'Middle half', 'People'],
        rows: [
          ['Now', 60, 70, '37.5–92.5', 4],
          ['Later', 40, 30, '7.5–62.5', 4],
        ],
      },
    });
  });

  it('[KD2] can be sorted by mean', () => {
    const sorted = optionsOf(['Now', 'Later'], { sort: true });
    expect(revealed(sorted, [{ later: 100 }]).items?.map(({ id }) => id)).toEqual(['later', 'now']);
    expect(revealed(two, [{ later: 100 }]).items?.map(({ id }) => id)).toEqual(['now', 'later']);
  });

  it('says that nobody has answered', () => {
    expect(points.describe(two, revealed(two, [])).sentence).toBe('No answers yet.');
  });
});

it('[KD3] exports zero for what was left out', () => {
  expect(points.columns(two).map((column) => column.read({ points: { later: 100 } }))).toEqual([0, 100]);
});

it('[KD4] points at what is wrong', () => {
  expect(faultsOf(['Only'])).toEqual(['7:1 points: needs at least two items']);
  expect(faultsOf(['Now', 'now'])).toEqual(['11:3 points: has the same item twice: "now"']);
  for (const sum of [1, 1001, 2.5, 'ten'])
    expect(faultsOf(['Now', 'Later'], { sum })).toEqual([
      '7:9 points: sum must be a whole number from 2 to 1000',
    ]);
});
