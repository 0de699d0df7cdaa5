/** Poll: choose one answer, or several, or write another; answers may have pictures. */
import * as v from 'valibot';
import { distinct, identified, type ListItem, listItem, readOptions } from '../directive.ts';
import { percent } from '../figure.ts';
import type { AskedKind, Column } from '../kind.ts';
import { isBlank, legible, lengthOf, sameAs } from '../legible.ts';
import { once } from '../once.ts';
import { gathered, noWordings, type Wording, type Wordings, withWording } from '../wordings.ts';
import { pollPart } from './part.ts';

/** Longest "other" a phone may send, in characters. */
export const otherLimit = 140;
/** Different "others" in a revealed result; the rest is counted. */
const othersShown = 60;

const chooseMessage = 'choose must be a whole number from 1, or any';
const answer = v.object({
  ...listItem('answer', 200).entries,
  /** Its address is one for `pictureAt`. */
  image: v.optional(v.object({ src: v.string(), alt: v.string() })),
});

const pollOptions = v.pipe(
  v.strictObject({
    answers: v.pipe(
      v.array(answer),
      v.minLength(2, 'needs at least two answers'),
      v.maxLength(24, 'takes at most 24 answers'),
      distinct('answer'),
    ),
    /** How many answers one participant may choose. */
    choose: v.optional(
      v.union(
        [v.pipe(v.number(), v.integer(chooseMessage), v.minValue(1, chooseMessage)), v.literal('any')],
        chooseMessage,
      ),
      1,
    ),
    /** Whether a participant may write an answer that is not listed. */
    other: v.optional(v.boolean('other must be true or false'), false),
    /** Sorted by count instead of the author's order. */
    sort: v.optional(v.boolean('sort must be true or false'), false),
  }),
  v.forward(
    v.check(
      ({ answers, other }) => !other || answers.every((each) => each.id !== 'other'),
      'other adds an answer that the list has already',
    ),
    ['other'],
  ),
);
export type PollOptions = v.InferOutput<typeof pollOptions>;

export interface PollResponse {
  options: string[];
  other?: string | undefined;
}

export interface PollTally {
  readonly people: number;
  readonly counts: Readonly<Record<string, number>>;
  /** Participants who wrote an answer of their own. */
  readonly writers: number;
  readonly others: Wordings;
}

export interface PollBar {
  /** The answer's id, or `other`. */
  readonly id: string;
  readonly text: string;
  readonly count: number;
  /** Of the people who answered, 0..1. */
  readonly share: number;
}

export interface PollRevealed {
  readonly people: number;
  /** Absent while results are hidden. */
  readonly bars?: readonly PollBar[];
  /** What people wrote instead, most frequent first; absent where they may not. */
  readonly others?: readonly Wording[];
  /** How many more different texts there are. */
  readonly moreOthers?: number;
}

export const poll: AskedKind<PollOptions, PollResponse, PollTally, PollRevealed> = {
  keyword: 'poll',
  asks: true,
  options: pollOptions,
  part: pollPart,

  fromMarkdown(directive) {
    const texts = identified(directive.list.map(answerText));
    const answers = texts.map((each, index) => {
      const image = directive.list[index]?.image;
      return image ? { ...each, image } : each;
    });
    return readOptions(directive, pollOptions, { answers }, 'answers');
  },

  // Those that are written into the file itself need no address.
  pictures: ({ answers }) =>
    answers.flatMap(({ image }) => (image && !image.src.startsWith('data:') ? [image.src] : [])),

  response(options) {
    const ids = options.answers.map((each) => each.id);
    return v.pipe(
      v.strictObject({
        options: v.pipe(
          v.array(v.picklist(ids)),
          v.maxLength(ids.length),
          v.check((chosen) => new Set(chosen).size === chosen.length),
        ),
        other: v.optional(
          v.pipe(
            v.string(),
            v.check((text) => !isBlank(text) && lengthOf(text) <= otherLimit),
          ),
        ),
      }),
      v.check(({ other }) => other === undefined || options.other),
      v.check(({ options: chosen, other }) => {
        const picks = chosen.length + (other === undefined ? 0 : 1);
        return picks >= 1 && picks <= mostPicks(options);
      }),
    );
  },

  tally: {
    start: (options) => ({
      people: 0,
      counts: Object.fromEntries(options.answers.map((each) => [each.id, 0])),
      writers: 0,
      others: noWordings,
    }),
    step(tally, { response }) {
      const counts = { ...tally.counts };
      for (const id of response.options) counts[id] = (counts[id] ?? 0) + 1;
      const { other } = response;
      return {
        people: tally.people + 1,
        counts,
        writers: tally.writers + (other === undefined ? 0 : 1),
        others: other === undefined ? tally.others : withWording(tally.others, other),
      };
    },
  },

  reveal(options, tally, visibility) {
    const { people } = tally;
    if (visibility.results === 'hidden') return { people };
    const bar = (id: string, text: string, count: number): PollBar => {
      return { id, text, count, share: people === 0 ? 0 : count / people };
    };
    const bars = options.answers.map(({ id, text }) => bar(id, text, tally.counts[id] ?? 0));
    if (options.sort) bars.sort((a, b) => b.count - a.count);
    if (!options.other) return { people, bars };
    const { shown, more } = gathered(tally.others, visibility, { most: othersShown, limit: otherLimit });
    return {
      people,
      bars: [...bars, bar('other', 'Other', tally.writers)],
      others: shown,
      moreOthers: more,
    };
  },

  columns(options) {
    const columns: Column<PollResponse>[] = options.answers.map(({ id, text }) => ({
      item: id,
      label: text,
      values: 'choice',
      allowed: [text],
      ...(options.choose === 1 ? { oneOf: 'answers' } : {}),
      read: (response) => (response.options.includes(id) ? text : undefined),
    }));
    if (!options.other) return columns;
    return [
      ...columns,
      { item: 'other', label: 'Other', values: 'text', read: (response) => response.other },
    ];
  },

  describe(_options, { people, bars = [], others = [] }) {
    const top = Math.max(0, ...bars.map((bar) => bar.count));
    const leaders = bars.filter((bar) => bar.count === top).map((bar) => bar.text);
    const written = others.filter(({ verdict = 'approved' }) => verdict === 'approved');
    return {
      sentence: top === 0 ? 'No answers yet.' : `${leaders.join(' and ')}: ${top} of ${people}.`,
      table: {
        head: ['Answer', 'Count', 'Share'],
        rows: [
          ...bars.map((bar) => [bar.text, bar.count, percent(bar.share)]),
          ...written.map(({ text, count }) => [
            `Other: ${text}`,
            count,
            percent(count / Math.max(1, people)),
          ]),
        ],
      },
    };
  },

  // A written answer is no answer's id: those have no spaces.
  segment: (_options, { options: [first], other = '' }) => first ?? `other ${sameAs(other)}`,
  segmentName: (options, segment) =>
    options.answers.find(({ id }) => id === segment)?.text ?? segment.replace(/^other /, ''),
  parts: ({ answers, choose }) => (choose === 1 ? answers.map(({ id }) => id) : undefined),

  entries: once(({ other }) =>
    other === undefined ? [] : [{ id: sameAs(other), text: legible(other, otherLimit), common: true }],
  ),

  sample: {
    question: 'A change at work, lately: how did it land?',
    options: [
      sampleOptions(['It gave me energy', 'I was curious', 'I was wary', 'It wore me out']),
      sampleOptions(['Email', 'In person', 'By phone', 'In a meeting', 'Not at all'], {
        choose: 'any',
        other: true,
      }),
      sampleOptions(['Yes', 'No'], { other: true }),
      sampleOptions(['Ask the others', 'Try it on Monday', 'Sleep on it', 'Write it down', 'Nothing yet'], {
        choose: 2,
        other: true,
        sort: true,
      }),
      sampleOptions(['C', 'C++', 'C#', '👍', '👎', 'constructor', 'ماء', 'कि', 'की'], { choose: 3 }),
      sampleOptions(
        ['January', 'February', 'March', 'April', 'May', 'June', 'July']
          .concat(['August', 'September', 'October', 'November'])
          .concat(['The month in which the days grow longer again and everybody goes home early']),
      ),
      pictured(['The bridge', 'The hill', 'The harbour']),
      pictured(
        ['Sun', 'Rain and wind', 'A clearing sky after a week of clouds', 'Fog', 'ثلج', 'Snow', 'A storm'],
        { choose: 2, other: true },
      ),
    ],
    honest(options, random) {
      const drawn = [...options.answers]
        .map((each, index) => ({ id: each.id, weight: random() / (index + 1) }))
        .sort((a, b) => b.weight - a.weight)
        .slice(0, 1 + Math.floor(random() * Math.min(mostPicks(options), options.answers.length)))
        .map((each) => each.id);
      if (!options.other || random() > 0.15) return { options: drawn };
      const other = sampleOthers[Math.floor(random() ** 2 * sampleOthers.length)] ?? 'Something else';
      return { options: drawn.slice(0, mostPicks(options) - 1), other };
    },
    refused: (options) => {
      const [first = '', second = ''] = options.answers.map((each) => each.id);
      const tooMany = options.answers.slice(0, mostPicks(options) + 1).map((each) => each.id);
      return [
        {},
        { options: [] },
        { options: ['no-such-answer'] },
        { options: [first, first] },
        { options: 'first' },
        { options: [first], extra: true },
        { options: [], other: 'x'.repeat(otherLimit + 1) },
        { options: [], other: '\u200b \u202e' },
        { options: [], other: 7 },
        ...(tooMany.length > mostPicks(options) ? [{ options: tooMany }] : []),
        ...(options.other && options.choose === 1 ? [{ options: [first], other: 'and this' }] : []),
        ...(options.other
          ? []
          : [{ options: [], other: 'not offered here' }, { options: [second, 'other'] }]),
      ];
    },
  },
};

/** How many answers one participant may give, a written one included. */
function mostPicks({ answers, choose, other }: PollOptions): number {
  const all = answers.length + (other ? 1 : 0);
  return choose === 'any' ? all : Math.min(choose, all);
}

/** What an item says beside its picture; of a picture alone, what it shows. */
function answerText({ text, image }: ListItem): string {
  const alt = image?.alt.replace(/\s+/g, ' ').trim() ?? '';
  if (alt === '' || text === alt) return text;
  if (text.startsWith(alt)) return text.slice(alt.length).trim();
  return text.endsWith(alt) ? text.slice(0, -alt.length).trim() : text;
}

function sampleOptions(texts: readonly string[], changes: Partial<PollOptions> = {}): PollOptions {
  return { answers: identified(texts), choose: 1, other: false, sort: false, ...changes };
}

/** Each answer with a small landscape. */
function pictured(texts: readonly string[], changes: Partial<PollOptions> = {}): PollOptions {
  const options = sampleOptions(texts, changes);
  const answers = options.answers.map((each, index) => ({
    ...each,
    image: { src: samplePicture(index), alt: `Hills under the sky, picture ${index + 1}` },
  }));
  return { ...options, answers };
}

function samplePicture(index: number): string {
  const hue = (200 + index * 47) % 360;
  const svg = [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300">',
    `<rect width="400" height="300" fill="hsl(${hue} 50% 82%)"/>`,
    `<circle cx="${90 + index * 35}" cy="${80 + (index % 3) * 25}" r="34" fill="hsl(45 90% 70%)"/>`,
    `<path d="M0 210Q100 ${120 + index * 9} 210 200T400 170V300H0z" fill="hsl(${hue} 30% 45%)"/>`,
    `<path d="M0 260Q120 ${190 + index * 6} 240 250T400 230V300H0z" fill="hsl(${hue} 35% 30%)"/>`,
    '</svg>',
  ];
  return `data:image/svg+xml,${encodeURIComponent(svg.join(''))}`;
}

const sampleOthers = [
  'It depends',
  'it depends!',
  'Both, one after the other',
  'Ask me again tomorrow',
  'Only on Fridays',
  'A walk with the person concerned, and only then a decision about what to write to everybody else',
  'בשיחה קצרה',
  'Ça dépend',
];
