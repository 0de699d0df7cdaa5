/** Points: share out a sum over the items of a list. */
import * as v from 'valibot';
import { distinct, identified, listItem, readOptions, wholeNumber } from '../directive.ts';
import { oneDigit } from '../figure.ts';
import type { AskedKind } from '../kind.ts';
import { type Counted, quantile } from '../quantiles.ts';
import { someOf } from '../some-of.ts';
import { cellsOf, changed, emptyTable, type Table } from '../table.ts';

const pointsOptions = v.strictObject({
  items: v.pipe(
    v.array(listItem('item', 200)),
    v.minLength(2, 'needs at least two items'),
    v.maxLength(24, 'takes at most 24 items'),
    distinct('item'),
  ),
  /** What each participant shares out, to the last point. */
  sum: v.optional(wholeNumber('sum', 2, 1000), 100),
  /** Sorted by mean instead of the author's order. */
  sort: v.optional(v.boolean('sort must be true or false'), false),
});
export type PointsOptions = v.InferOutput<typeof pointsOptions>;

export interface PointsResponse {
  /** By item; what is left out has none. */
  points: Record<string, number>;
}

export interface PointsTally {
  readonly people: number;
  /** By `item points`, how many participants gave so many; who gave none is not counted here. */
  readonly given: Table<number>;
}

export interface PointsItem {
  readonly id: string;
  readonly text: string;
  /** Of all who answered, those who gave it nothing included. */
  readonly mean: number;
  readonly median: number;
  /** Where the middle half of the answers begins and ends. */
  readonly middle: readonly [from: number, to: number];
}

export interface PointsRevealed {
  readonly people: number;
  /** Absent while results are hidden. */
  readonly items?: readonly PointsItem[];
}

export const points: AskedKind<PointsOptions, PointsResponse, PointsTally, PointsRevealed> = {
  keyword: 'points',
  asks: true,
  options: pointsOptions,

  fromMarkdown(directive) {
    const items = identified(directive.list.map(({ text }) => text));
    return readOptions(directive, pointsOptions, { items }, 'items');
  },

  response({ items, sum }) {
    const whole = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(sum));
    return v.strictObject({
      points: v.pipe(
        someOf(Object.fromEntries(items.map(({ id }) => [id, whole]))),
        v.check((given) => Object.values(given).reduce((total, each) => total + each, 0) === sum),
      ),
    });
  },

  tally: {
    start: () => ({ people: 0, given: emptyTable }),
    step(tally, { response }) {
      let { given } = tally;
      for (const [id, number] of Object.entries(response.points)) {
        if (number > 0) given = changed(given, `${id} ${number}`, (before = 0) => before + 1);
      }
      return { people: tally.people + 1, given };
    },
  },

  reveal(options, { people, given }, { results }) {
    if (results === 'hidden') return { people };
    const known = byItem(given);
    const items = options.items.map(({ id, text }): PointsItem => {
      const positive = known.get(id) ?? [];
      const none = people - positive.reduce((sum, [, times]) => sum + times, 0);
      const counted: Counted[] = none > 0 ? [[0, none], ...positive] : positive;
      if (people === 0) return { id, text, mean: 0, median: 0, middle: [0, 0] };
      return {
        id,
        text,
        mean: positive.reduce((sum, [value, times]) => sum + value * times, 0) / people,
        median: quantile(counted, 0.5),
        middle: [quantile(counted, 0.25), quantile(counted, 0.75)],
      };
    });
    if (options.sort) items.sort((a, b) => b.mean - a.mean);
    return { people, items };
  },

  columns: ({ items }) =>
    items.map(({ id, text }) => ({
      item: id,
      label: text,
      values: 'number',
      // To give nothing is an answer about the item too.
      read: (response) => response.points[id] ?? 0,
    })),

  describe({ sum }, { people, items = [] }) {
    const leading = items.toSorted((a, b) => b.mean - a.mean).slice(0, 3);
    const named = leading.map(({ text, mean }) => `${text} (${oneDigit(mean)})`);
    return {
      sentence:
        people === 0 || items.length === 0
          ? 'No answers yet.'
          : `Most of the ${sum} points, on average: ${named.join(', ')}.`,
      table: {
        head: ['Item', 'Mean', 'Median', 'Middle half', 'People'],
        rows: items.map(({ text, mean, median, middle: [from, to] }) => [
          text,
          oneDigit(mean),
          oneDigit(median),
          `${oneDigit(from)}–${oneDigit(to)}`,
          people,
        ]),
      },
    };
  },

  sample: {
    question: 'Where should next year’s money go?',
    options: [
      sampleOptions(['Care closer to home', 'Shorter waits', 'Our own people', 'Buildings', 'Prevention']),
      sampleOptions(
        [
          'A place where people can talk before anything has been decided, and are heard',
          'Constructor',
          'الثقة بيننا',
          'זמן לחשוב',
          '🌱 Starting small',
          'Donaudampfschifffahrtsgesellschaftskapitänsmütze',
          'Meetings that end when they are done, with somebody who does what was said',
          'Fewer emails',
        ],
        { sum: 10, sort: true },
      ),
      sampleOptions(['Now', 'Later'], { sum: 1000 }),
      sampleOptions(Array.from({ length: 24 }, (_, index) => `Proposal ${index + 1} of the spring assembly`)),
    ],
    honest({ items, sum }, random) {
      const weights = items.map((_, index) => (random() < 0.3 ? 0 : random() / (1 + index / 4)));
      const total = weights.reduce((whole, weight) => whole + weight, 0) || 1;
      // People think in fives and tens.
      const step = sum >= 100 ? 5 : 1;
      const shares = weights.map((weight) => Math.floor((weight / total) * (sum / step)) * step);
      const rest = sum - shares.reduce((whole, share) => whole + share, 0);
      const place = Math.floor(random() * items.length);
      const given = items.map(({ id }, index) => [id, (shares[index] ?? 0) + (index === place ? rest : 0)]);
      return { points: Object.fromEntries(given) };
    },
    refused({ items: [first, second], sum }) {
      const [one = '', other = ''] = [first?.id, second?.id];
      return [
        {},
        { points: {} },
        { points: { [one]: sum - 1 } },
        { points: { [one]: sum + 1 } },
        { points: { [one]: sum, [other]: 1 } },
        { points: { [one]: sum + 1, [other]: -1 } },
        { points: { [one]: sum - 0.5, [other]: 0.5 } },
        { points: { [one]: String(sum) } },
        { points: { 'no-such-item': sum } },
        { points: [sum] },
        { points: { [one]: sum }, extra: true },
      ];
    },
  },
};

/** By item the points that were given and how often, fewest first. */
function byItem(given: PointsTally['given']): ReadonlyMap<string, Counted[]> {
  const known = new Map<string, Counted[]>();
  for (const [key, times] of cellsOf(given)) {
    // No id has a space.
    const [id = '', number] = key.split(' ');
    const counted = known.get(id) ?? [];
    counted.push([Number(number), times]);
    known.set(id, counted);
  }
  for (const counted of known.values()) counted.sort(([a], [b]) => a - b);
  return known;
}

function sampleOptions(texts: readonly string[], changes: Partial<PointsOptions> = {}): PointsOptions {
  return { items: identified(texts), sum: 100, sort: false, ...changes };
}
