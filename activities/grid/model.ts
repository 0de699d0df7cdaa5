/** Grid: place things, or oneself, between the named ends of two axes. */
import * as v from 'valibot';
import { distinct, identified, listItem, readOptions, textOption } from '../directive.ts';
import { percent } from '../figure.ts';
import type { AskedKind, Column } from '../kind.ts';
import { lengthOf } from '../legible.ts';
import type { Place } from '../plane/place.ts';
import {
  noPlaces,
  type PlacedResponse,
  type PlacedTally,
  type PlacedThing,
  placedSchema,
  revealedThings,
  withPlaces,
} from '../plane/placed.ts';

const nameIn = (option: string, message: string) =>
  v.pipe(
    textOption(message),
    v.minLength(1, message),
    v.check((name) => lengthOf(name) <= 40, `${option} takes names of at most 40 characters`),
  );
const ends = (axis: string, example: string) => {
  const message = `${axis} must name the two ends of its axis, as in [${example}]`;
  const name = nameIn(axis, message);
  return v.strictTuple([name, name], message);
};
const quadrantsMessage = 'quadrants must name four: top left, top right, bottom left, bottom right';
const quadrant = nameIn('quadrants', quadrantsMessage);

const gridOptions = v.strictObject({
  /** What is placed. Without a list it is one thing, with the activity's question as its text. */
  things: v.pipe(
    v.array(listItem('item', 100)),
    v.minLength(1, 'needs something to place'),
    v.maxLength(8, 'takes at most 8 items'),
    distinct('item'),
  ),
  /** True when the one thing has no text of its own. */
  single: v.optional(v.boolean(), false),
  /** What the left end (0) and the right end (1) mean. */
  x: ends('x', 'Predictable, Unpredictable'),
  /** What the lower end (0) and the upper end (1) mean. */
  y: ends('y', 'Little known, Much known'),
  /** Names of the four quarters, in the order in which they are read. */
  quadrants: v.optional(v.strictTuple([quadrant, quadrant, quadrant, quadrant], quadrantsMessage)),
});
export type GridOptions = v.InferOutput<typeof gridOptions>;

/** x from the left and y from below, each 0..1. */
export type GridResponse = PlacedResponse;
export type GridTally = PlacedTally;

export interface GridRevealed {
  readonly people: number;
  /** Absent while results are hidden. Areas are quarters: lower left, lower right, upper left, upper right. */
  readonly things?: readonly PlacedThing[];
}

export const grid: AskedKind<GridOptions, GridResponse, GridTally, GridRevealed> = {
  keyword: 'grid',
  asks: true,
  options: gridOptions,

  fromMarkdown(directive) {
    const { list, question } = directive;
    const single = list.length === 0;
    // Not the question's slug: rewording the question keeps the answers.
    const one = [{ id: 'place', text: question.slice(0, 100) || 'Place' }];
    const things = single ? one : identified(list.map((item) => item.text));
    // An axis left out is told in the same words as one that is wrong.
    const options = { x: null, y: null, ...directive.options };
    return readOptions({ ...directive, options }, gridOptions, { things, single }, 'things');
  },

  response: (options) => placedSchema(options.things.map(({ id }) => id)),

  tally: {
    start: (options) =>
      noPlaces(
        options.things.map(({ id }) => id),
        2,
      ),
    step: withPlaces,
  },

  reveal(options, tally, visibility) {
    const { people } = tally;
    if (visibility.results === 'hidden') return { people };
    return { people, things: revealedThings(options.things, tally, visibility) };
  },

  columns: (options) =>
    options.things.flatMap(({ id, text }) =>
      axes.map(
        (axis): Column<GridResponse> => ({
          item: `${id} ${axis}`,
          label: axisLabel(options, text, axis),
          values: 'number',
          read: ({ places }) => places[id]?.[axis === 'x' ? 0 : 1],
        }),
      ),
    ),

  describe(options, { things = [] }) {
    const parts = things.map((thing) => ({ thing, quarters: quartersOf(options, thing) }));
    const placed = things.flatMap(({ text, mean }) => (mean ? [{ text, mean }] : []));
    const { x, y } = options;
    const way = `from ${x[0]} to ${x[1]} and from ${y[0]} to ${y[1]}`;
    const means = placed.map(({ text, mean }) => (options.single ? '' : `“${text}” `) + inPercent(mean));
    return {
      sentence: placed.length === 0 ? 'No answers yet.' : `On average ${way}: ${means.join('; ')}.`,
      table: {
        head: ['Item', 'Mean or share', 'People'],
        rows: parts.flatMap(({ thing, quarters }) => [
          ...axes.map((axis, index) => [
            axisLabel(options, thing.text, axis),
            thing.mean ? percent(thing.mean[index] ?? 0) : '–',
            thing.people,
          ]),
          ...quarters.map(({ text, count }) => [
            named(options, thing.text, text),
            thing.people === 0 ? '–' : percent(count / thing.people),
            count,
          ]),
        ]),
      },
      bars: {
        column: 1,
        shares: parts.flatMap(({ thing: { mean, people }, quarters }) => [
          ...axes.map((_, index) => mean?.[index] ?? null),
          ...quarters.map(({ count }) => (people === 0 ? null : count / people)),
        ]),
      },
    };
  },

  sample: {
    question: 'Where does your work feel most at home?',
    options: [
      {
        things: [{ id: 'place', text: 'Where does your work feel most at home?' }],
        single: true,
        x: ['We know little about it', 'We know much about it'],
        y: ['We cannot foresee what our actions do', 'We can foresee what our actions do'],
        quadrants: ['Complex', 'Volatile', 'Ambiguous', 'Uncertain'],
      },
      sampleOptions(['A cake recipe', 'A rocket to the moon', 'Raising a child', 'Discharge from hospital']),
      {
        ...sampleOptions(['Reach', 'Effort', 'ماء', '🚀', 'constructor']),
        quadrants: ['Later', 'First', 'Never', 'Perhaps'],
      },
      sampleOptions(
        Array.from(
          { length: 8 },
          (_, index) => `Measure ${index + 1}, which has a rather long name of its own`,
        ),
      ),
    ],
    honest(options, random) {
      const places = options.things.flatMap(({ id }, index): [string, [number, number]][] => {
        if (index > 0 && random() < 0.1) return [];
        // Each thing has a place about which people differ somewhat.
        const about = (centre: number) => {
          const spread = (random() + random() + random()) / 3 - 0.5;
          return Math.round(Math.min(1, Math.max(0, centre + spread * 0.9)) * 1000) / 1000;
        };
        return [[id, [about(0.25 + ((index * 0.31) % 0.6)), about(0.7 - ((index * 0.23) % 0.5))]]];
      });
      return { places: Object.fromEntries(places) };
    },
    refused(options) {
      const [id = ''] = options.things.map((each) => each.id);
      return [
        {},
        { places: {} },
        { places: [] },
        { places: { 'no-such-thing': [0.5, 0.5] } },
        { places: { [id]: [0.5] } },
        { places: { [id]: [0.5, 0.5, 0.5] } },
        { places: { [id]: [0.5, 1.01] } },
        { places: { [id]: [-0.01, 0.5] } },
        { places: { [id]: ['0.5', 0.5] } },
        { places: { [id]: { x: 0.5, y: 0.5 } } },
        { places: { [id]: [0.5, 0.5] }, extra: true },
      ];
    },
  },
};

const axes = ['x', 'y'] as const;

/** The quarters in the order in which they are read, with their names and how often each was chosen. */
export function quartersOf(
  { x, y, quadrants }: GridOptions,
  { areas }: Pick<PlacedThing, 'areas'>,
): { readonly text: string; readonly count: number }[] {
  const [lowerLeft = 0, lowerRight = 0, upperLeft = 0, upperRight = 0] = areas;
  const [left, right] = x;
  const [below, above] = y;
  const byEnds = [`${left}, ${above}`, `${right}, ${above}`, `${left}, ${below}`, `${right}, ${below}`];
  return [upperLeft, upperRight, lowerLeft, lowerRight].map((count, index) => ({
    text: quadrants?.[index] ?? byEnds[index] ?? '',
    count,
  }));
}

/** “Raising a child: from Predictable (0) to Unpredictable (1)” */
function axisLabel(options: GridOptions, text: string, axis: (typeof axes)[number]): string {
  const [from, to] = options[axis];
  return named(options, text, `from ${from} (0) to ${to} (1)`);
}

function named({ single }: GridOptions, thing: string, text: string): string {
  return single ? text : `${thing}: ${text}`;
}

function inPercent([x, y]: Place): string {
  return `${percent(x)} and ${percent(y)}`;
}

function sampleOptions(texts: readonly string[]): GridOptions {
  return {
    things: identified(texts),
    single: false,
    x: ['Predictable', 'Unpredictable'],
    y: ['Little known', 'Much known'],
  };
}
