/** Scale: rate statements in steps, with stars or by 0 to 10, or place yourself on one spectrum with two named ends. */
import * as v from 'valibot';
import {
  type Directive,
  distinct,
  type Fault,
  faultAt,
  identified,
  listItem,
  readOptions,
  textOption,
  withFaults,
} from '../directive.ts';
import { oneDigit, percent, signed } from '../figure.ts';
import type { AskedKind } from '../kind.ts';
import { type Counted, quantile, timesIn } from '../quantiles.ts';
import { someOf } from '../some-of.ts';
import { scalePart } from './part.ts';

const bound = (name: string) =>
  v.pipe(v.number(`${name} must be a number`), v.integer(`${name} must be a whole number`));
const starsMessage = 'stars must be true, or a number from 3 to 10';
const starCount = v.pipe(
  v.number(starsMessage),
  v.integer(starsMessage),
  v.minValue(3, starsMessage),
  v.maxValue(10, starsMessage),
);
const endsMessage = 'ends must name two ends, as in [Advice, Listening]';
const endName = v.pipe(
  textOption(endsMessage),
  v.minLength(1, endsMessage),
  v.maxLength(60, 'ends takes names of at most 60 characters'),
);

const scaleOptions = v.pipe(
  v.strictObject({
    /** One spectrum has one statement, with the activity's question as its text. */
    statements: v.pipe(
      v.array(listItem('statement', 200)),
      v.minLength(1, 'needs a list of statements, or two ends'),
      v.maxLength(12, 'takes at most 12 statements'),
      distinct('statement'),
    ),
    /** True when the statements are one spectrum without a text of its own. */
    spectrum: v.optional(v.boolean(), false),
    from: v.optional(bound('from'), 1),
    to: v.optional(bound('to'), 5),
    /** What the lowest and the highest step mean. */
    ends: v.optional(v.tuple([endName, endName], endsMessage)),
    /** Rated in stars, from one to `to`; an author may write how many there are. */
    stars: v.optional(v.union([v.boolean(), starCount], starsMessage)),
    /** How likely people are to recommend it, from 0 to 10. */
    recommend: v.optional(v.boolean('recommend must be true or false')),
  }),
  v.forward(
    v.check(({ from, to }) => to - from >= 1 && to - from <= 10, 'from and to must make 2 to 11 steps'),
    ['to'],
  ),
  v.forward(
    v.check(
      ({ stars, recommend }) => !stars || !recommend,
      'recommend goes from 0 to 10, and takes no stars',
    ),
    ['recommend'],
  ),
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

const likelihood: Pick<ScaleOptions, 'from' | 'to' | 'ends'> = {
  from: 0,
  to: 10,
  ends: ['Not at all likely', 'Extremely likely'],
};

export const scale: AskedKind<ScaleOptions, ScaleResponse, ScaleTally, ScaleRevealed> = {
  keyword: 'scale',
  asks: true,
  options: scaleOptions,
  part: scalePart,

  fromMarkdown(directive) {
    const { list, options, question } = directive;
    const preset = presetOf(options);
    const spectrum = list.length === 0 && (options.ends !== undefined || preset !== undefined);
    // Not the question's slug: rewording the question keeps the answers.
    const one = [{ id: 'value', text: question.slice(0, 200) || 'Value' }];
    const statements = spectrum ? one : identified(list.map((item) => item.text));
    const filled = { statements, spectrum };
    if (!preset) return readOptions(directive, scaleOptions, filled, 'statements');
    const clashes = clashesOf(directive);
    const { from: _from, to: _to, ...others } = options;
    // Ends that the author wrote stay theirs.
    const given = options.ends === undefined ? preset : { from: preset.from, to: preset.to };
    const reading = readOptions(
      { ...directive, options: others },
      scaleOptions,
      { ...filled, ...given },
      'statements',
    );
    return withFaults(reading, clashes);
  },

  response(options) {
    const step = v.pipe(v.number(), v.integer(), v.minValue(options.from), v.maxValue(options.to));
    const ratings = options.statements.map(({ id }) => [id, step] as const);
    return v.strictObject({ ratings: someOf(Object.fromEntries(ratings)) });
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
        if (before) counts[id] = before.map((count, index) => (index === step ? count + 1 : count));
      }
      return { people: tally.people + 1, from: tally.from, counts };
    },
  },

  reveal(options, tally, visibility) {
    if (visibility.results === 'hidden') return { people: tally.people };
    const items = options.statements.map(({ id, text }) => {
      const counts = tally.counts[id] ?? [];
      const given = counts.map((count, index): Counted => [options.from + index, count]);
      const people = timesIn(given);
      const total = given.reduce((sum, [value, count]) => sum + count * value, 0);
      return {
        id,
        text,
        people,
        mean: people === 0 ? null : total / people,
        median: people === 0 ? null : quantile(given, 0.5),
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

  describe(options, { items = [] }) {
    const rated = items.filter((item) => item.mean !== null);
    const results = rated.map((item) => {
      const about = options.spectrum ? '' : ` for “${item.text}”`;
      return `${options.recommend ? inWords(recommendation(item)) : inOneDigit(item.mean)}${about}`;
    });
    const steps = options.stars ? `of ${options.to} stars` : `from ${options.from} to ${options.to}`;
    const said = options.recommend ? results.join('; ') : `Mean ${results.join(', ')}, ${steps}`;
    return {
      sentence: rated.length === 0 ? 'No answers yet.' : `${said}.`,
      table: {
        head: [
          'Statement',
          'Mean',
          'Median',
          'People',
          ...stepsOf(options).map(String),
          ...(options.recommend ? ['9 or 10', '7 or 8', '0 to 6', 'Balance'] : []),
        ],
        rows: items.map((item) => [
          item.text,
          inOneDigit(item.mean),
          inOneDigit(item.median),
          item.people,
          ...item.counts,
          ...(options.recommend ? recommendationCells(item) : []),
        ]),
      },
      bars: { column: 1, shares: items.map(({ mean }) => (mean === null ? null : alongOf(mean, options))) },
    };
  },

  sample: {
    question: 'How strong are we in each of these?',
    options: [
      sampleOptions([
        'Seeing the whole system',
        'Conversations that open something',
        'Making the future together',
      ]),
      spectrumOptions('Where should this conversation be?', {
        from: 0,
        to: 10,
        ends: ['Advice', 'Listening'],
      }),
      sampleOptions(['I know whom to call', 'أعرف بمن أتصل', 'Constructor'], {
        from: -2,
        to: 2,
        ends: ['Not at all', 'Completely'],
      }),
      sampleOptions(['I leave meetings with more energy than I brought', 'My calendar is mine'], {
        to: 4,
        ends: ['Never', 'Always'],
      }),
      sampleOptions(
        Array.from({ length: 12 }, (_, index) => `Statement ${index + 1} of a long form, for the patient`),
        { from: 0, to: 1, ends: ['No', 'Yes'] },
      ),
      spectrumOptions('How many stars for these two days?', { stars: true }),
      sampleOptions(
        ['The rooms', 'The food', 'The length of the breaks between one part of the day and the next'],
        { to: 7, stars: 7, ends: ['Poor', 'Excellent'] },
      ),
      spectrumOptions('How likely are you to recommend this to a colleague?', {
        ...likelihood,
        recommend: true,
      }),
      sampleOptions(['The two days', 'The place', 'لفريق العمل'], { ...likelihood, recommend: true }),
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

function sampleOptions(texts: readonly string[], changes: Partial<ScaleOptions> = {}): ScaleOptions {
  return { statements: identified(texts), spectrum: false, from: 1, to: 5, ...changes };
}

function spectrumOptions(text: string, changes: Partial<ScaleOptions>): ScaleOptions {
  return { ...sampleOptions([]), statements: [{ id: 'value', text }], spectrum: true, ...changes };
}

/** What stars and recommending say of the steps; undefined where the author says it. */
function presetOf({ stars, recommend }: Directive['options']): Partial<typeof likelihood> | undefined {
  if (recommend === true) return likelihood;
  if (stars === true) return { from: 1, to: 5 };
  return v.is(starCount, stars) ? { from: 1, to: stars } : undefined;
}

/** Steps that an author wrote although stars, or recommending, have theirs. */
function clashesOf(directive: Directive): Fault[] {
  const has = directive.options.recommend === true ? 'recommend goes from 0 to 10' : 'stars go from 1';
  return ['from', 'to']
    .filter((name) => Object.hasOwn(directive.options, name))
    .map((name) => faultAt(directive.placeOf(name), directive, `${has}, leave out ${name}`));
}

/** How many would recommend it and how many would not: shares of those who rated it, 0..1. */
export interface Recommendation {
  /** Said 9 or 10. */
  readonly high: number;
  /** Said 7 or 8. */
  readonly middle: number;
  /** Said 0 to 6. */
  readonly low: number;
  /** The share of 9 or 10 less the share of 0 to 6, in percentage points from -100 to 100. */
  readonly balance: number;
}

/** Of an item that is rated from 0 to 10. */
export function recommendation({ counts, people }: Pick<ScaleItem, 'counts' | 'people'>): Recommendation {
  const share = (from: number, to: number) =>
    counts.slice(from, to + 1).reduce((sum, count) => sum + count, 0) / Math.max(1, people);
  const [high, middle, low] = [share(9, 10), share(7, 8), share(0, 6)];
  return { high, middle, low, balance: Math.round((high - low) * 100) };
}

/** How far along the scale, 0..1; stars fill up from none. */
function alongOf(mean: number, { from, to, stars }: Pick<ScaleOptions, 'from' | 'to' | 'stars'>): number {
  const least = stars ? 0 : from;
  return (mean - least) / (to - least);
}

function inWords({ high, middle, low, balance }: Recommendation): string {
  const shares = `${percent(high)} say 9 or 10, ${percent(middle)} 7 or 8, ${percent(low)} 0 to 6`;
  return `${shares}, a balance of ${signed(balance)}`;
}

function recommendationCells(item: ScaleItem): (string | number)[] {
  if (item.people === 0) return ['–', '–', '–', '–'];
  const { high, middle, low, balance } = recommendation(item);
  return [percent(high), percent(middle), percent(low), signed(balance)];
}

/** The steps from the lowest to the highest. */
export function stepsOf({ from, to }: Pick<ScaleOptions, 'from' | 'to'>): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** At most one digit behind the point; a dash for no value. */
export function inOneDigit(value: number | null): string {
  return value === null ? '–' : String(oneDigit(value));
}
