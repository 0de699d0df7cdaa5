/**
 * The rules of a number.
 *
 * [KN1] A number lies within its bounds and on its steps, and is one that stays exact.
 * [KN2] Bins are round, and stay where they are as answers arrive.
 * [KN3] One number far out squeezes nobody: what lies beyond the axis is counted beside it.
 * [KN4] The right number leaves the server only once it is shown; then it says how near people came, and names nobody.
 * [KN5] Mistakes of an author stand where they were made.
 * [KN6] Two rounds stand on one axis.
 * [KN7] Whatever numbers a phone may send, there are bins to draw, and everybody is counted once.
 */
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { answerOf, directiveOf, seenBy } from '../given.ts';
import { nothingAround } from '../steering.ts';
import { type NumberOptions, type NumberRevealed, number } from './model.ts';
import { emptied, endsOf } from './spread.ts';

function read(options: Readonly<Record<string, unknown>> = {}, texts: readonly string[] = []) {
  return number.fromMarkdown(directiveOf('number', 'How many?', options, texts));
}

function optionsOf(...given: Parameters<typeof read>): NumberOptions {
  const reading = read(...given);
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  return reading.options;
}

function faultsOf(...given: Parameters<typeof read>): readonly string[] {
  const reading = read(...given);
  return reading.ok ? [] : reading.faults.map((each) => `${each.line}:${each.column} ${each.message}`);
}

function revealed(options: NumberOptions, values: readonly number[], visibility = seenBy('screen')) {
  const tally = values
    .map((value, index) => answerOf({ value }, index))
    .reduce(number.tally.step, number.tally.start(options));
  return number.reveal(options, tally, visibility, nothingAround);
}

function binsOf(values: readonly number[], options = free): string {
  const { bins = [] } = revealed(options, values).spread ?? {};
  return bins.map(({ from, count }) => `${from}:${count}`).join(' ');
}

const free = optionsOf();
const withAnswer = seenBy('screen', { answer: true });

describe('a response', () => {
  const accepts = (options: NumberOptions, value: unknown) => v.is(number.response(options), { value });

  it('[KN1] is any finite number unless there are bounds', () => {
    for (const value of [0, -3.25, 9_999_999, 1e12]) expect(accepts(free, value)).toBe(true);
    for (const value of [1e16, Number.NaN, Number.NEGATIVE_INFINITY, '7', null])
      expect(accepts(free, value)).toBe(false);
  });

  it('[KN1] stays within bounds and on steps, which count from the least', () => {
    const options = optionsOf({ min: 1, max: 10, step: 3 });
    expect([1, 4, 7, 10].every((value) => accepts(options, value))).toBe(true);
    expect([0, 3, 5.5, 13].some((value) => accepts(options, value))).toBe(false);
    const tenths = optionsOf({ step: 0.1 });
    expect([0.3, 0.7, 1.1, -2.4].every((value) => accepts(tenths, value))).toBe(true);
    expect(accepts(tenths, 0.35)).toBe(false);
  });
});

describe('the distribution', () => {
  it('[KN2] has a bin for each number where there are few', () => {
    const grades = optionsOf({ min: 1, max: 6, step: 1 });
    expect(revealed(grades, [1, 2, 2, 6])).toMatchObject({ median: 2, middle: [1.75, 3] });
    expect(binsOf([1, 2, 2, 6], grades)).toBe('0.5:1 1.5:2 2.5:0 3.5:0 4.5:0 5.5:1');
  });

  it('[KN2] parts an author’s range evenly', () => {
    expect(binsOf([0, 19, 20, 500], optionsOf({ min: 0, max: 500 }))).toMatch(/^0:2 20:1 40:0 .*480:1$/);
    const percent = revealed(optionsOf({ min: 0, max: 100 }), [100]).spread;
    expect(percent?.bins).toHaveLength(20);
    expect(percent?.bins.at(-1)).toEqual({ from: 95, to: 100, count: 1 });
  });

  it('[KN2] keeps its bins while numbers like those before arrive', () => {
    const values = Array.from({ length: 200 }, (_, index) => 100 + ((index * 37) % 100) + index / 7);
    const edges = (count: number) => binsOf(values.slice(0, count)).replace(/:\d+/g, '');
    expect(edges(200)).toBe(edges(120));
  });

  it('[KN3] is not squeezed by one number far out', () => {
    const values = [...Array.from({ length: 29 }, (_, index) => 300 + index * 7), 9_999_999];
    const { spread, median, dots } = revealed(free, values);
    expect(spread).toMatchObject({ below: 0, above: 1 });
    expect(spread && endsOf(spread)).toEqual([300, 500]);
    expect(spread?.bins.filter((bin) => bin.count > 0).length).toBeGreaterThan(10);
    expect(median).toBe(401.5);
    expect(dots).toHaveLength(29);
    const rows = number.describe(free, revealed(free, values)).table.rows;
    expect(rows).toContainEqual(['above 500', 1]);
    expect(rows.at(-1)).toEqual(['All numbers', 30]);
  });

  it('[KN3] is not squeezed where most say the same, or few have answered', () => {
    const same = revealed(free, [...Array.from({ length: 28 }, () => 42), 40, 9_999_999]).spread;
    expect(same).toMatchObject({ below: 0, above: 1 });
    expect(same && endsOf(same)).toEqual([40, 42]);
    const few = revealed(free, [5, 7, 9_999_999]).spread;
    expect(few).toMatchObject({ above: 1 });
    expect(revealed(free, [-9_999_999, 5, 7, 8]).spread).toMatchObject({ below: 1, above: 0 });
  });

  it('[KN3] leaves out at most one of twenty at each end, and loses nobody', () => {
    const numbers = fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), {
      minLength: 1,
      maxLength: 80,
    });
    fc.assert(
      fc.property(numbers, (given) => {
        const values = given.map((value) => Math.round(value * 100) / 100);
        const { bins, below, above } = revealed(free, values).spread ?? { bins: [], below: 0, above: 0 };
        const inside = bins.reduce((sum, bin) => sum + bin.count, 0);
        expect(inside + below + above).toBe(values.length);
        expect(Math.max(below, above)).toBeLessThanOrEqual(Math.max(1, Math.ceil(values.length / 20)));
        expect(bins.length).toBeGreaterThan(0);
        expect(bins.length).toBeLessThanOrEqual(40);
      }),
    );
  });

  it('[KN3] counts what lies a little beside a round number', () => {
    const { below, above } = revealed(free, [20_000_000.01, 20_000_000.01, -0.01, 0]).spread ?? {};
    expect([below, above]).toEqual([0, 0]);
  });

  it('[KN3] keeps to the bound there is', () => {
    const spread = revealed(optionsOf({ min: 0 }), [0, 3.5, 120, 40, 60]).spread;
    expect(spread && endsOf(spread)[0]).toBe(0);
  });
});

describe('the right number', () => {
  const tower = optionsOf({ answer: 443, unit: 'm' });
  const guesses = [300, 430, 450, 460, 700];

  it('[KN4] is kept until it is shown', () => {
    expect(number.conceal?.(optionsOf({ min: 0, answer: 443, within: 5 }))).toEqual({ min: 0, unit: '' });
    expect(JSON.stringify(revealed(tower, guesses))).not.toContain('443');
    const own = answerOf({ value: 430 }, 1);
    const seen = { ...nothingAround, participant: own.participant, own };
    expect(number.personal?.(tower, { ...seen, shown: false })).toBeUndefined();
    expect(number.personal?.(tower, { ...seen, shown: true })).toEqual({ right: 443, off: -13 });
  });

  it('[KN4] says how many came near, and the nearest guess', () => {
    const result = revealed(tower, guesses, withAnswer);
    expect(result.solution).toEqual({ value: 443, within: 44.3, near: 3, nearest: 450 });
    expect(number.describe(tower, result).sentence).toBe(
      'Median 450\u00A0m, the middle half from 430\u00A0m to 460\u00A0m; right is 443\u00A0m, 3 of 5 came within 44.3\u00A0m, the nearest was 450\u00A0m.',
    );
  });

  it('[KN4] counts as near what the author says, else by the bounds', () => {
    const nearOf = (options: Record<string, unknown>) =>
      revealed(optionsOf({ answer: 443, ...options }), guesses, withAnswer).solution?.near;
    expect(nearOf({ within: 7 })).toBe(1);
    expect(nearOf({ min: 0, max: 10_000 })).toBe(5);
    expect(revealed(optionsOf({ answer: 0 }), [1, 2], withAnswer).solution).toMatchObject({
      within: 1,
      near: 1,
    });
  });

  it('[KN4] is on the axis unless it lies far away', () => {
    const near = revealed(tower, [600, 650, 700], withAnswer).spread;
    expect(near && endsOf(near)[0]).toBeLessThanOrEqual(443);
    const far = revealed(optionsOf({ answer: 1_000_000 }), [600, 650, 700], withAnswer).spread;
    expect(far && endsOf(far)[1]).toBeLessThan(2000);
  });
});

it('[KN5] points at what is wrong', () => {
  expect(faultsOf({}, ['hint'])).toEqual(['10:3 number: takes no list below it, people give a number']);
  expect(faultsOf({ min: 5, max: 1, step: 2, answer: 3 })).toEqual(['7:9 number: max must be more than min']);
  expect(faultsOf({ min: 0, max: 5, step: 6 })).toEqual(['7:9 number: step must fit between min and max']);
  expect(faultsOf({ step: 0 })).toEqual(['7:9 number: step must be more than 0']);
  expect(faultsOf({ min: 0, answer: -1 })).toEqual(['7:9 number: answer must be between min and max']);
  expect(faultsOf({ answer: 'many' })).toEqual(['7:9 number: answer must be a number']);
  expect(faultsOf({ within: 5 })).toEqual(['7:9 number: within needs an answer']);
  expect(faultsOf({ unit: [5] })).toEqual(['7:9 number: unit must be a text of at most 20 characters']);
  expect(faultsOf({ maxx: 5 })).toEqual(['7:9 number: unknown option "maxx", did you mean "max"?']);
});

describe('asked again', () => {
  const both = (before: readonly number[], now: readonly number[], options: NumberOptions = optionsOf()) => {
    const [first, second] = [before, now].map((values) =>
      values
        .map((value, index) => answerOf({ value }, index))
        .reduce(number.tally.step, number.tally.start(options)),
    );
    if (!first || !second) throw new Error('two rounds');
    const seen = (tally: typeof first, earlier: readonly unknown[], to: 'screen' | 'phone' = 'screen') =>
      number.reveal(options, tally, seenBy(to), { ...nothingAround, earlier: () => earlier });
    return { first: seen(first, []), second: seen(second, [first]), phone: seen(second, [first], 'phone') };
  };
  const rangeOf = ({ spread }: NumberRevealed) =>
    [spread?.bins[0]?.from ?? 0, spread?.bins.at(-1)?.to ?? 0] as const;
  const shownIn = ({ spread }: NumberRevealed) =>
    (spread?.bins ?? []).reduce((sum, { count }) => sum + count, 0);

  it('[KN6] the axis holds both rounds, and counts this one alone', () => {
    const numbers = fc.array(fc.integer({ min: -5000, max: 5000 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(numbers, numbers, (before, now) => {
        const { first, second } = both(before, now);
        const [low, high] = rangeOf(second);
        for (const dot of first.dots ?? []) expect(dot >= low && dot <= high).toBe(true);
        const { below = 0, above = 0, bins = [] } = second.spread ?? {};
        expect(shownIn(second) + below + above).toBe(now.length);
        expect(bins.length).toBeLessThanOrEqual(40);
      }),
    );
  });

  it('[KN6] the first who answers far from the first round is seen', () => {
    const { second } = both([1000, 1000, 1000, 1001, 999], [300]);
    expect(shownIn(second)).toBe(1);
    expect(second.dots).toEqual([300]);
  });

  it('[KN6] the author’s own axis, and that of phones, is the same in every round', () => {
    const { first, second } = both([2, 3], [8], optionsOf({ min: 0, max: 10, step: 1 }));
    expect(rangeOf(second)).toEqual(rangeOf(first));
    const { phone } = both([1000], [3, 4, 5]);
    expect(rangeOf(phone)[1]).toBeLessThan(100);
  });

  it('[KN6] nobody on the axis of the first round', () => {
    const { spread } = both([2, 3], [8]).first;
    const empty = spread && emptied(spread);
    expect(empty?.bins.map(({ from }) => from)).toEqual(spread?.bins.map(({ from }) => from));
    expect(empty?.bins.every(({ count }) => count === 0)).toBe(true);
  });
});

describe('hostile numbers', () => {
  const bounded = (value: number) => (Math.abs(value) <= 1e12 ? value : value % 1e12);
  const any = fc.double({ noNaN: true, noDefaultInfinity: true }).map(bounded);
  const near = (to: number) => fc.double({ noNaN: true, min: to * (1 - 1e-9), max: to });
  const tiny = fc.double({ noNaN: true, min: -1e-300, max: 1e-300 });
  const chosen = fc.constantFrom(0, -0, 5e-324, -5e-324, 1e-290, 1e12, -1e12, 999_999_999_999, 1);
  const one = fc.oneof(any, near(1e12), near(1), tiny, chosen);
  const many = fc.oneof(
    fc.array(one, { minLength: 1, maxLength: 60 }),
    one.chain((value) => fc.array(fc.constantFrom(value, -value, 0), { minLength: 1, maxLength: 9 })),
    fc.array(near(1e12), { minLength: 2, maxLength: 9 }),
    fc.array(tiny, { minLength: 2, maxLength: 9 }),
  );

  function check(options: NumberOptions, values: readonly number[]): void {
    const schema = number.response(options);
    const taken = values.filter((value) => v.is(schema, { value }));
    if (taken.length === 0) return;
    const seen = revealed(options, taken, withAnswer);
    const { bins = [], below = 0, above = 0, single } = seen.spread ?? {};
    expect(JSON.stringify(seen)).not.toContain('null');
    expect(bins.length).toBeGreaterThan(0);
    expect(bins.length).toBeLessThanOrEqual(50);
    for (const [index, { from, to }] of bins.entries()) {
      expect(to).toBeGreaterThan(from);
      expect(from).toBe(bins[index - 1]?.to ?? from);
    }
    const counted = bins.reduce((sum, { count }) => sum + count, 0);
    expect(counted + below + above).toBe(taken.length);
    if (single && options.step === undefined) expect(bins.length).toBeLessThanOrEqual(25);
    expect(() => number.describe(options, seen)).not.toThrow();
  }

  it('[KN7] leave bins that can be drawn', () => {
    for (const values of [
      [5e-324, -5e-324],
      [0, 5e-324],
      [1e12 - 1e-4, 1e12 - 2e-4],
      [999_999_999_999.9999, 999_999_999_999.9998],
      [20, 21, 23].map((times) => times * 5e-324),
      [1e12, -1e12],
      [-0, 0],
    ])
      check(free, values);
    fc.assert(
      fc.property(many, (values) => check(free, values)),
      { numRuns: 1000 },
    );
  });

  it('[KN7] leave bins whatever the author’s bounds and steps are', () => {
    const maybe = fc.option(one, { nil: undefined });
    const options = fc.record({ min: maybe, max: maybe, step: maybe, answer: maybe });
    fc.assert(
      fc.property(options, many, ({ min, max, step, answer }, values) => {
        const given = { min, max, step: step && Math.abs(step), answer };
        const reading = read(
          Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
        );
        if (!reading.ok) return;
        const bounds = [min, max].filter((value) => value !== undefined);
        check(reading.options, [...values, ...bounds]);
      }),
      { numRuns: 2000 },
    );
  });

  it('[KN7] have room beside the largest bound there is', () => {
    check(optionsOf({ min: 1e12, step: 5e-324 }), [1e12]);
    check(optionsOf({ max: -1e12 }), [-1e12]);
  });

  it('[KN7] of one meaning stand in one bin', () => {
    expect(binsOf([0, 5e-324]).match(/:[1-9]/g)).toEqual([':2']);
    expect(binsOf([1e12 - 1e-4, 1e12 - 2e-4]).match(/:[1-9]/g)).toEqual([':2']);
    expect(binsOf([1e11, 1e11 + 1])).toBe('99999999999.5:1 100000000000.5:1');
    expect(binsOf([1.6e-19, 3.2e-19]).match(/:1/g)).toHaveLength(2);
  });
});
