/** Scale: rate statements in steps, or place yourself on one spectrum with two named ends. */
import * as v from 'valibot';
import { readOptions, slug } from '../directive.ts';
import type { AskedKind } from '../kind.ts';

const statement = v.object({ id: v.string(), text: v.string() });
const bound = (name: string) =>
  v.pipe(v.number(`${name} must be a number`), v.integer(`${name} must be a whole number`));
const label = v.pipe(v.string(), v.minLength(1), v.maxLength(60));

export const scaleOptions = v.pipe(
  v.strictObject({
    /** One spectrum has one statement, with the activity's question as its text. */
    statements: v.pipe(
      v.array(statement),
      v.minLength(1, 'needs a statement, or two ends'),
      v.maxLength(12, 'takes at most 12 statements'),
      v.check(
        (list) => new Set(list.map((each) => each.id)).size === list.length,
        'has the same statement twice',
      ),
    ),
    /** True when the statements are one spectrum without a text of its own. */
    spectrum: v.optional(v.boolean(), false),
    from: v.optional(bound('from'), 1),
    to: v.optional(bound('to'), 5),
    /** What the lowest and the highest step mean. */
    ends: v.optional(v.tuple([label, label], 'ends must name two ends, as in [Advice, Listening]')),
  }),
  v.check(({ from, to }) => to - from >= 1 && to - from <= 10, 'from and to must make 2 to 11 steps'),
);
export type ScaleOptions = v.InferOutput<typeof scaleOptions>;

export interface ScaleResponse {
  ratings: Record<string, number>;
}

export interface ScaleTally {
  readonly people: number;
  /** The lowest step, which the first count is about. */
  readonly from: number;
  /** By statement, how often each step from the lowest was chosen. */
  readonly counts: Readonly<Record<string, readonly number[]>>;
}

export interface ScaleItem {
  readonly id: string;
  readonly text: string;
  /** Participants who rated it. */
  readonly people: number;
  /** Null while nobody has. */
  readonly mean: number | null;
  readonly median: number | null;
  /** How often each step from the lowest was chosen. */
  readonly counts: readonly number[];
}

export interface ScaleRevealed {
  readonly people: number;
  /** Absent while results are hidden. */
  readonly items?: readonly ScaleItem[];
}

export const scale: AskedKind<ScaleOptions, ScaleResponse, ScaleTally, ScaleRevealed> = {
  keyword: 'scale',
  asks: true,
  options: scaleOptions,

  fromMarkdown(directive) {
    const spectrum = directive.list.length === 0 && directive.options.ends !== undefined;
    const texts = spectrum ? [directive.question] : directive.list.map((item) => item.text);
    const statements = texts.map((text) => ({ id: slug(text), text }));
    const reserved = ['statements', 'spectrum'].find((name) => Object.hasOwn(directive.options, name));
    if (reserved) {
      const { line, column } = directive.placeOf(reserved);
      return { ok: false, faults: [{ line, column, message: `scale: unknown option "${reserved}"` }] };
    }
    return readOptions(directive, scaleOptions, { ...directive.options, statements, spectrum }, 'statements');
  },

  response(options) {
    const step = v.pipe(v.number(), v.integer(), v.minValue(options.from), v.maxValue(options.to));
    const ratings = Object.fromEntries(options.statements.map(({ id }) => [id, v.optional(step)]));
    return v.strictObject({
      ratings: v.pipe(
        v.strictObject(ratings),
        // A statement left out and one that is undefined are the same to JSON.
        v.transform((given) => definedOnly(given)),
        v.check((given) => Object.keys(given).length > 0),
      ),
    });
  },

  tally: {
    start: (options) => ({
      people: 0,
      from: options.from,
      counts: Object.fromEntries(options.statements.map(({ id }) => [id, stepsOf(options).map(() => 0)])),
    }),
    step(tally, { response }) {
      const counts = { ...tally.counts };
      for (const [id, value] of Object.entries(response.ratings)) {
        const step = value - tally.from;
        const before = counts[id];
        if (before) counts[id] = before.with(step, (before[step] ?? 0) + 1);
      }
      return { people: tally.people + 1, from: tally.from, counts };
    },
  },

  reveal(options, tally, visibility) {
    if (visibility.results === 'hidden') return { people: tally.people };
    const items = options.statements.map(({ id, text }) => {
      const counts = tally.counts[id] ?? [];
      const people = counts.reduce((sum, count) => sum + count, 0);
      const total = counts.reduce((sum, count, index) => sum + count * (options.from + index), 0);
      return {
        id,
        text,
        people,
        mean: people === 0 ? null : total / people,
        median: median(counts, people, options.from),
        counts,
      };
    });
    return { people: tally.people, items };
  },

  columns: (options) =>
    options.statements.map(({ id, text }) => ({
      item: id,
      label: text,
      values: 'number',
      allowed: stepsOf(options),
      read: (response) => response.ratings[id],
    })),

  describe(options, revealed) {
    const items = revealed.items ?? [];
    const rated = items.filter((item) => item.mean !== null);
    return {
      sentence:
        rated.length === 0
          ? 'No answers yet.'
          : `Mean ${rated.map((item) => (options.spectrum ? oneDigit(item.mean) : `${oneDigit(item.mean)} for “${item.text}”`)).join(', ')}, from ${options.from} to ${options.to}.`,
      table: {
        head: ['Statement', 'Mean', 'Median', 'People', ...stepsOf(options).map(String)],
        rows: items.map((item) => [
          item.text,
          oneDigit(item.mean),
          oneDigit(item.median),
          item.people,
          ...item.counts,
        ]),
      },
    };
  },

  sample: {
    question: 'How strong are we in each of these?',
    options: [
      sampleOptions(
        ['Seeing the whole system', 'Conversations that open something', 'Making the future together'],
        {},
      ),
      sampleOptions(['Where should this conversation be?'], {
        spectrum: true,
        from: 0,
        to: 10,
        ends: ['Advice', 'Listening'],
      }),
      sampleOptions(['I know whom to call'], { from: -2, to: 2, ends: ['Not at all', 'Completely'] }),
    ],
    honest(options, random) {
      const rated = options.statements.filter((_, index) => index === 0 || random() < 0.9);
      const draw = () =>
        options.from + Math.floor(((random() + random()) / 2) * (options.to - options.from + 1));
      return { ratings: Object.fromEntries(rated.map(({ id }) => [id, draw()])) };
    },
    refused: (options) => [
      { ratings: {} },
      { ratings: { 'no-such-statement': options.from } },
      { ratings: { [options.statements[0]?.id ?? '']: options.to + 1 } },
      { ratings: { [options.statements[0]?.id ?? '']: options.from - 1 } },
      { ratings: { [options.statements[0]?.id ?? '']: options.from + 0.5 } },
      { ratings: { [options.statements[0]?.id ?? '']: '3' } },
      { ratings: [] },
      {},
    ],
  },
};

function sampleOptions(texts: readonly string[], changes: Partial<ScaleOptions>): ScaleOptions {
  const statements = texts.map((text) => ({ id: slug(text), text }));
  return { statements, spectrum: false, from: 1, to: 5, ...changes };
}

/** The steps from the lowest to the highest. */
export function stepsOf({ from, to }: Pick<ScaleOptions, 'from' | 'to'>): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** The middle value; of an even number of values the mean of the two in the middle. */
function median(counts: readonly number[], people: number, from: number): number | null {
  if (people === 0) return null;
  const valueAt = (rank: number) => {
    let seen = 0;
    const index = counts.findIndex((count) => {
      seen += count;
      return seen > rank;
    });
    return from + index;
  };
  return (valueAt(Math.floor((people - 1) / 2)) + valueAt(Math.floor(people / 2))) / 2;
}

/** At most one digit behind the point; a dash for no value. */
export function oneDigit(value: number | null): string {
  return value === null ? '–' : String(Math.round(value * 10) / 10);
}

function definedOnly(given: Readonly<Record<string, number | undefined>>): Record<string, number> {
  const ratings: Record<string, number> = {};
  for (const [id, value] of Object.entries(given)) if (value !== undefined) ratings[id] = value;
  return ratings;
}
