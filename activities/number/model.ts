/** Number: everyone guesses, estimates or counts one number; there may be a right one. */
import * as v from 'valibot';
import { readWithoutList, textOption } from '../directive.ts';
import { written } from '../figure.ts';
import type { AskedKind } from '../kind.ts';
import { type Counted, quantile } from '../quantiles.ts';
import { cellsOf, changed, emptyTable, type Table } from '../table.ts';
import { type Bin, endsOf, middleOf, type Spread, spreadOf } from './spread.ts';

/** Larger numbers are no longer exact. */
const largest = 1e12;
/** So few answers are shown one by one. */
const dotsLimit = 40;

const bounded = (name: string) =>
  v.pipe(
    v.number(`${name} must be a number`),
    v.finite(`${name} must be a number`),
    v.minValue(-largest, `${name} is too large`),
    v.maxValue(largest, `${name} is too large`),
  );
const positive = (name: string) => v.pipe(bounded(name), v.gtValue(0, `${name} must be more than 0`));
const unitMessage = 'unit must be a text of at most 20 characters';

const numberOptions = v.pipe(
  v.strictObject({
    min: v.optional(bounded('min')),
    max: v.optional(bounded('max')),
    /** Numbers are whole multiples of it, counted from `min` or 0. Any number unless given. */
    step: v.optional(positive('step')),
    unit: v.optional(v.pipe(textOption(unitMessage), v.maxLength(20, unitMessage)), ''),
    /** The right number. */
    answer: v.optional(bounded('answer')),
    /** How far from the right one a number may be to count as near. */
    within: v.optional(positive('within')),
  }),
  v.forward(
    v.check(
      ({ min, max }) => min === undefined || max === undefined || min < max,
      'max must be more than min',
    ),
    ['max'],
  ),
  v.forward(
    v.check(
      ({ min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY, step = 0 }) =>
        min >= max || step <= max - min,
      'step must fit between min and max',
    ),
    ['step'],
  ),
  v.forward(
    v.check(
      ({ min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY, answer }) =>
        min >= max || answer === undefined || (answer >= min && answer <= max),
      'answer must be between min and max',
    ),
    ['answer'],
  ),
  v.forward(
    v.check(({ answer, within }) => within === undefined || answer !== undefined, 'within needs an answer'),
    ['within'],
  ),
);
export type NumberOptions = v.InferOutput<typeof numberOptions>;

export interface NumberResponse {
  value: number;
}

export interface NumberTally {
  readonly people: number;
  /** By number, how many participants gave it. */
  readonly values: Table<number>;
}

/** What may be seen once the right number is shown. */
export interface Solution {
  readonly value: number;
  /** So far away is near enough. */
  readonly within: number;
  /** Participants who were that near. */
  readonly near: number;
  /** The number of whoever came nearest. */
  readonly nearest: number;
}

export interface NumberRevealed {
  readonly people: number;
  /** Absent while results are hidden, and while nobody has answered; and so is the rest. */
  readonly spread?: Spread;
  readonly median?: number;
  /** Where the middle half of the answers begins and ends. */
  readonly middle?: readonly [from: number, to: number];
  /** While they are few, every number that lies within the bins, lowest first. */
  readonly dots?: readonly number[];
  readonly solution?: Solution;
}

export interface NumberPersonal {
  readonly right: number;
  /** The participant's own number less the right one. */
  readonly off: number;
}

export const number: AskedKind<NumberOptions, NumberResponse, NumberTally, NumberRevealed> = {
  keyword: 'number',
  asks: true,
  options: numberOptions,

  fromMarkdown(directive) {
    return readWithoutList(directive, numberOptions, 'people give a number');
  },

  response({ min = -largest, max = largest, step }) {
    const base = min === -largest ? 0 : min;
    return v.strictObject({
      value: v.pipe(
        v.number(),
        v.finite(),
        v.minValue(min),
        v.maxValue(max),
        v.check((value) => step === undefined || isMultiple(value - base, step)),
      ),
    });
  },

  tally: {
    start: () => ({ people: 0, values: emptyTable }),
    step: ({ people, values }, { response }) => ({
      people: people + 1,
      values: changed(values, String(response.value), (before = 0) => before + 1),
    }),
  },

  reveal(options, { people, values }, { results, answer, to }, { earlier }) {
    if (results === 'hidden' || people === 0) return { people };
    const sorted = sortedIn(values);
    const right = answer ? options.answer : undefined;
    const former = to === 'phone' ? undefined : earlier?.().find(hasValues);
    const spread = spreadOf(sorted, options, right, former && sortedIn(former.values));
    const [first, last] = [spread.bins[0], spread.bins.at(-1)];
    const inside = sorted.filter(([value]) => first && last && value >= first.from && value <= last.to);
    const dots = inside.flatMap(([value, times]) => Array.from({ length: times }, () => value));
    return {
      people,
      spread,
      median: quantile(sorted, 0.5),
      middle: [quantile(sorted, 0.25), quantile(sorted, 0.75)],
      ...(people <= dotsLimit ? { dots } : {}),
      ...(right === undefined ? {} : { solution: solutionOf(options, sorted, right) }),
    };
  },

  personal({ answer }, { own, shown }): NumberPersonal | undefined {
    const value = valueIn(own?.response);
    if (!shown || answer === undefined || value === undefined) return undefined;
    return { right: answer, off: value - answer };
  },

  conceal: ({ answer: _answer, within: _within, ...options }) => options,

  columns: ({ unit }) => [
    { item: 'value', label: labelOf(unit), values: 'number', read: (response) => response.value },
  ],

  describe({ unit }, { people, spread, median, middle, solution }) {
    if (!spread || median === undefined || !middle)
      return {
        sentence: 'No answers yet.',
        table: { head: ['Number', 'People'], rows: [[labelOf(unit), people]] },
      };
    const inner = `the middle half from ${written(middle[0], unit)} to ${written(middle[1], unit)}`;
    const end = solution
      ? `; right is ${written(solution.value, unit)}, ${solution.near} of ${people} came within ${written(solution.within, unit)}, the nearest was ${written(solution.nearest, unit)}`
      : '';
    const rows = rowsOf(spread, unit);
    const counts = rows.map(([, count]) => Number(count));
    const most = Math.max(1, ...counts);
    return {
      sentence: `Median ${written(median, unit)}, ${inner}${end}.`,
      table: { head: ['Number', 'People'], rows: [...rows, [labelOf(unit), people]] },
      // The last row is the sum of the others.
      bars: { column: 1, shares: [...counts.map((count) => count / most), null] },
    };
  },

  sample: {
    question: 'What is your guess?',
    options: [
      { unit: '' },
      { unit: 'km', min: 0, max: 500, step: 1, answer: 184 },
      { unit: '%', min: 0, max: 100, step: 5 },
      { unit: '', min: 1700, max: 2000, answer: 1848, within: 10 },
      { unit: '°', min: -20, max: 10, step: 0.5, answer: -4.5 },
      { unit: '€', min: 0, answer: 1250 },
      { unit: 'points', min: 0, max: 10, step: 1 },
    ],
    honest({ min, max, step }, random) {
      const [low, high] = [min ?? 0, max ?? (min ?? 0) + 800];
      const middle = (random() + random() + random() + random()) / 4;
      // Somebody is always far out, or has one zero too many.
      const far = max === undefined && random() < 0.02 ? 10_000 : 1;
      const value = (low + middle * (high - low)) * far;
      const grain = step ?? 1;
      const rounded = low + Math.round((value - low) / grain) * grain;
      return { value: rounded === 0 ? 0 : rounded };
    },
    refused: ({ min, max, step }) => [
      {},
      { value: null },
      { value: '12' },
      { value: Number.NaN },
      { value: Number.POSITIVE_INFINITY },
      { value: 1e16 },
      { value: [1] },
      { value: min ?? 0, extra: true },
      ...(min === undefined ? [] : [{ value: min - 1 }]),
      ...(max === undefined ? [] : [{ value: max + 1 }]),
      ...(step === undefined ? [] : [{ value: (min ?? 0) + step / 3 }]),
    ],
  },
};

function sortedIn(values: NumberTally['values']): Counted[] {
  const counted = cellsOf(values).map(([value, times]): Counted => [Number(value), times]);
  return counted.sort(([a], [b]) => a - b);
}

/** A round of this kind that somebody answered. */
function hasValues(tally: unknown): tally is NumberTally {
  const isTally = typeof tally === 'object' && tally !== null && 'people' in tally && 'values' in tally;
  return isTally && typeof tally.people === 'number' && tally.people > 0;
}

function solutionOf(options: NumberOptions, sorted: readonly Counted[], right: number): Solution {
  const within = options.within ?? reachOf(options, right);
  const near = sorted.filter(([value]) => Math.abs(value - right) <= within * (1 + 1e-9));
  const [nearest = right] = sorted
    .map(([value]) => value)
    .sort((a, b) => Math.abs(a - right) - Math.abs(b - right) || a - b);
  return { value: right, within, near: near.reduce((sum, [, times]) => sum + times, 0), nearest };
}

/** Unless the author says so: a twentieth of what could be answered, else a tenth of the right number. */
function reachOf({ min, max, step = 0 }: NumberOptions, right: number): number {
  const isBounded = min !== undefined && max !== undefined;
  return Math.max(isBounded ? (max - min) / 20 : Math.abs(right) / 10, step) || 1;
}

function rowsOf(spread: Spread, unit: string): (string | number)[][] {
  const { bins, single, below, above } = spread;
  const name = (bin: Bin) =>
    single ? written(middleOf(bin), unit) : `${written(bin.from, unit)} to ${written(bin.to, unit)}`;
  const [low, high] = endsOf(spread);
  const rows: (string | number)[][] = bins.map((bin) => [name(bin), bin.count]);
  if (below > 0) rows.unshift([`below ${written(low, unit)}`, below]);
  if (above > 0) rows.push([`above ${written(high, unit)}`, above]);
  return rows;
}

function labelOf(unit: string): string {
  return unit === '' ? 'All numbers' : `All numbers, in ${unit}`;
}

/** As near as binary fractions allow. */
function isMultiple(value: number, step: number): boolean {
  const times = value / step;
  return Math.abs(times - Math.round(times)) < 1e-6;
}

function valueIn(response: unknown): number | undefined {
  const isValue = typeof response === 'object' && response !== null && 'value' in response;
  return isValue && typeof response.value === 'number' ? response.value : undefined;
}
