/**
 * The rules of a scale.
 *
 * [KS1] A response rates at least one statement, each in a whole step of the scale.
 * [KS2] Mean and median are of those who rated the statement; of an even number the median is between two.
 * [KS3] A list makes statements; two ends without a list make one spectrum, whose answers outlive its wording.
 * [KS4] Mistakes of an author stand where they were made.
 * [KS5] Stars go from one to as many as there are, recommending from 0 to 10; an author writes no steps beside them.
 * [KS6] The balance of recommending is the share of 9 and 10 less the share of 0 to 6.
 */
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { signed } from '../figure.ts';
import { answerOf, directiveOf, seenBy } from '../given.ts';
import { nothingAround } from '../steering.ts';
import {
  inOneDigit,
  recommendation,
  type ScaleOptions,
  type ScaleResponse,
  scale,
  stepsOf,
} from './model.ts';

function read(texts: readonly string[], options: Readonly<Record<string, unknown>> = {}) {
  return scale.fromMarkdown(directiveOf('scale', 'Where should this be?', options, texts));
}

function optionsOf(...given: Parameters<typeof read>): ScaleOptions {
  const reading = read(...given);
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  return reading.options;
}

function faultsOf(...given: Parameters<typeof read>): readonly string[] {
  const reading = read(...given);
  return reading.ok ? [] : reading.faults.map((each) => `${each.line}:${each.column} ${each.message}`);
}

function revealed(options: ScaleOptions, ratings: readonly ScaleResponse['ratings'][]) {
  const tally = ratings
    .map((each, index) => answerOf({ ratings: each }, index))
    .reduce(scale.tally.step, scale.tally.start(options));
  return scale.reveal(options, tally, seenBy('screen'), nothingAround);
}

const two = optionsOf(['Trust', 'Time']);
const spectrum = optionsOf([], { ends: ['Advice', 'Listening'], from: -2, to: 2 });

describe('a response', () => {
  const accepts = (options: ScaleOptions, ratings: unknown) => v.is(scale.response(options), { ratings });

  it('[KS1] may leave statements out, not all', () => {
    expect(accepts(two, { trust: 5, time: 1 })).toBe(true);
    expect(accepts(two, { trust: 5 })).toBe(true);
    expect(accepts(two, {})).toBe(false);
    expect(v.parse(scale.response(two), { ratings: { trust: 5, time: undefined } })).toStrictEqual({
      ratings: { trust: 5 },
    });
  });

  it('[KS1] stays on the scale', () => {
    for (const value of [0, 6, 2.5, '3', null, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(accepts(two, { trust: value })).toBe(false);
    }
    expect(accepts(spectrum, { value: -2 })).toBe(true);
    expect(accepts(spectrum, { value: -3 })).toBe(false);
    expect(accepts(two, { trust: 1, other: 1 })).toBe(false);
  });
});

describe('the result', () => {
  it('[KS2] counts each step', () => {
    const ratings = [{ trust: 1, time: 5 }, { trust: 2 }, { trust: 2, time: 4 }, { trust: 5 }];
    expect(revealed(two, ratings)).toEqual({
      people: 4,
      items: [
        { id: 'trust', text: 'Trust', people: 4, mean: 2.5, median: 2, counts: [1, 2, 0, 0, 1] },
        { id: 'time', text: 'Time', people: 2, mean: 4.5, median: 4.5, counts: [0, 0, 0, 1, 1] },
      ],
    });
  });

  it('[KS2] agrees with the plain definitions', () => {
    const values = [-2, -2, -1, 0, 1, 1, 2];
    const [item] =
      revealed(
        spectrum,
        values.map((value) => ({ value })),
      ).items ?? [];
    expect(item?.mean).toBeCloseTo(-1 / 7);
    expect(item?.median).toBe(0);
    expect(revealed(spectrum, [{ value: -1 }, { value: 2 }]).items?.[0]?.median).toBe(0.5);
  });

  it('[KS2] has no mean of nobody', () => {
    const result = revealed(two, [{ trust: 3 }]);
    expect(result.items?.[1]).toMatchObject({ people: 0, mean: null, median: null });
    expect(scale.describe(two, result)).toMatchObject({
      sentence: 'Mean 3 for “Trust”, from 1 to 5.',
      table: {
        head: ['Statement', 'Mean', 'Median', 'People', '1', '2', '3', '4', '5'],
        rows: [
          ['Trust', '3', '3', 1, 0, 0, 1, 0, 0],
          ['Time', '–', '–', 0, 0, 0, 0, 0, 0],
        ],
      },
    });
    expect(scale.describe(two, revealed(two, [])).sentence).toBe('No answers yet.');
  });

  it('[KS2] is written with one digit behind the point at most', () => {
    expect([2, 2.25, 1 / 3, -0.04, null].map(inOneDigit)).toEqual(['2', '2.3', '0.3', '0', '–']);
    expect(stepsOf({ from: -1, to: 1 })).toEqual([-1, 0, 1]);
  });
});

describe('as authored', () => {
  it('[KS3] makes statements of a list, with ends or without', () => {
    expect(two).toEqual({
      statements: [
        { id: 'trust', text: 'Trust' },
        { id: 'time', text: 'Time' },
      ],
      spectrum: false,
      from: 1,
      to: 5,
    });
    expect(optionsOf(['Trust'], { ends: ['Low', 'High'] })).toMatchObject({
      spectrum: false,
      ends: ['Low', 'High'],
    });
  });

  it('[KS3] makes one spectrum of two ends', () => {
    expect(spectrum).toMatchObject({
      statements: [{ id: 'value', text: 'Where should this be?' }],
      spectrum: true,
      ends: ['Advice', 'Listening'],
    });
    const described = scale.describe(spectrum, revealed(spectrum, [{ value: 1 }, { value: 0 }]));
    expect(described.sentence).toBe('Mean 0.5, from -2 to 2.');
  });

  it('[KS4] points at what is wrong', () => {
    expect(faultsOf([])).toEqual(['7:1 scale: needs a list of statements, or two ends']);
    expect(faultsOf(['Trust', 'trust '])).toEqual(['11:3 scale: has the same statement twice: "trust"']);
    expect(faultsOf(['Trust'], { to: 12 })).toEqual(['7:9 scale: from and to must make 2 to 11 steps']);
    expect(faultsOf(['Trust'], { from: 5, to: 5 })).toEqual([
      '7:9 scale: from and to must make 2 to 11 steps',
    ]);
    expect(faultsOf(['Trust'], { from: 'one' })).toEqual(['7:9 scale: from must be a number']);
    expect(faultsOf([], { ends: ['Only'] })).toEqual([
      '7:9 scale: ends must name two ends, as in [Advice, Listening]',
    ]);
    expect(faultsOf(['Trust'], { spectrum: true, end: ['a', 'b'] })).toEqual([
      '7:9 scale: unknown option "spectrum"',
      '7:9 scale: unknown option "end", did you mean "ends"?',
    ]);
  });
});

describe('stars and recommending', () => {
  it('[KS5] have steps of their own', () => {
    expect(optionsOf([], { stars: true })).toMatchObject({ from: 1, to: 5, spectrum: true, stars: true });
    expect(optionsOf(['Food'], { stars: 7 })).toMatchObject({ from: 1, to: 7, spectrum: false });
    expect(optionsOf([], { recommend: true })).toEqual({
      statements: [{ id: 'value', text: 'Where should this be?' }],
      spectrum: true,
      from: 0,
      to: 10,
      ends: ['Not at all likely', 'Extremely likely'],
      recommend: true,
    });
    expect(optionsOf([], { recommend: true, ends: ['Never', 'Surely'] })).toMatchObject({
      ends: ['Never', 'Surely'],
    });
    expect(optionsOf(['Food'], { stars: false, recommend: false, to: 4 })).toMatchObject({ to: 4 });
  });

  it('[KS5] take no others', () => {
    expect(faultsOf([], { stars: true, from: 0, to: 4 })).toEqual([
      '7:9 scale: stars go from 1, leave out from',
      '7:9 scale: stars go from 1, leave out to',
    ]);
    expect(faultsOf([], { recommend: true, to: 5 })).toEqual([
      '7:9 scale: recommend goes from 0 to 10, leave out to',
    ]);
    expect(faultsOf([], { recommend: true, stars: true })).toEqual([
      '7:9 scale: recommend goes from 0 to 10, and takes no stars',
    ]);
    for (const stars of [2, 11, 4.5, 'five']) {
      expect(faultsOf(['Food'], { stars })).toEqual([
        '7:9 scale: stars must be true, or a number from 3 to 10',
      ]);
    }
    expect(faultsOf(['Food'], { recommend: 'yes' })).toEqual(['7:9 scale: recommend must be true or false']);
  });

  it('[KS5] are described in their own words', () => {
    const stars = optionsOf([], { stars: true });
    expect(scale.describe(stars, revealed(stars, [{ value: 4 }, { value: 5 }])).sentence).toBe(
      'Mean 4.5, of 5 stars.',
    );
  });

  it('[KS6] weigh those who would against those who would not', () => {
    const options = optionsOf([], { recommend: true });
    const given = [10, 9, 9, 8, 7, 6, 0].map((value) => ({ value }));
    const result = revealed(options, given);
    const [item] = result.items ?? [];
    expect(item && recommendation(item)).toEqual({ high: 3 / 7, middle: 2 / 7, low: 2 / 7, balance: 14 });
    const { sentence, table } = scale.describe(options, result);
    expect(sentence).toBe('43% say 9 or 10, 29% 7 or 8, 29% 0 to 6, a balance of +14.');
    expect(table.head.slice(-4)).toEqual(['9 or 10', '7 or 8', '0 to 6', 'Balance']);
    expect(table.rows[0]?.slice(-4)).toEqual(['43%', '29%', '29%', '+14']);
    expect(scale.describe(options, revealed(options, [])).table.rows[0]?.slice(-4)).toMatchObject(
      Array.from({ length: 4 }, () => '–'),
    );
  });

  it('[KS6] are written with a sign', () => {
    expect([0.04, -0.04, 0.25, -12, 14].map(signed)).toEqual(['0', '0', '+0.3', '−12', '+14']);
  });
});
