/** Text: a short answer in everyone's own words, shown as a wall. */
import * as v from 'valibot';
import { sealOf } from '../digest.ts';
import { readWithoutList, wholeNumber } from '../directive.ts';
import { counted } from '../figure.ts';
import { foremost } from '../foremost.ts';
import type { AskedKind, Visibility } from '../kind.ts';
import { isBlank, legibleLines, lengthOf, sameAs } from '../legible.ts';
import { once } from '../once.ts';
import { type Verdict, verdictsUnder } from '../rulings.ts';
import { cellsOf, changed, emptyTable, type Table } from '../table.ts';
import { textPart } from './part.ts';

/** Texts that phones and the room screen get; the rest is counted. */
const shownLimit = 60;
/** The console gets more, and the report after the end most of all. */
const presenterLimit = { live: 100, final: 1000 };
/** Longest answer an author may ask for, in characters. */
const longest = 2000;

const textOptions = v.strictObject({
  /** Longest answer, in characters. */
  limit: v.optional(wholeNumber('limit', 1, longest), 280),
});
export type TextOptions = v.InferOutput<typeof textOptions>;

export interface TextResponse {
  text: string;
}

export interface TextTally {
  readonly people: number;
  /** By participant. */
  readonly entries: Table<{
    /** Of the text alone: a verdict on it ends when the text is edited. */
    readonly id: string;
    readonly text: string;
    readonly at: number;
  }>;
}

export interface TextEntry {
  /** Names the entry as long as its text stays the same; says nothing about who wrote it or when. */
  readonly key: string;
  readonly text: string;
  /** For the presenter alone: what a verdict needs. */
  readonly participant?: string;
  readonly entry?: string;
  readonly verdict?: Verdict;
}

export interface TextRevealed {
  readonly people: number;
  /** Newest first; absent while results are hidden. */
  readonly entries?: readonly TextEntry[];
  /** How many more there are than shown. */
  readonly more?: number;
}

export const text: AskedKind<TextOptions, TextResponse, TextTally, TextRevealed> = {
  keyword: 'text',
  asks: true,
  options: textOptions,
  part: textPart,

  fromMarkdown(directive) {
    return readWithoutList(directive, textOptions, 'people write the answers');
  },

  response: (options) =>
    v.strictObject({
      text: v.pipe(
        v.string(),
        v.check((value) => !isBlank(value) && lengthOf(value) <= options.limit),
      ),
    }),

  tally: {
    start: () => ({ people: 0, entries: emptyTable }),
    step: ({ people, entries }, { participant, response, at }) => ({
      people: people + 1,
      entries: changed(entries, participant, () => ({ id: entryIdOf(response), text: response.text, at })),
    }),
  },

  reveal(options, { people, entries }, visibility) {
    if (visibility.results === 'hidden') return { people };
    const { to, results } = visibility;
    const visible = visibleOf(entries, visibility);
    const newest = foremost(visible, to === 'presenter' ? presenterLimit[results] : shownLimit, newestFirst);
    const alike = new Map(newest.map(({ id }) => [id, 0]));
    for (const { id } of visible) {
      const count = alike.get(id);
      if (count !== undefined) alike.set(id, count + 1);
    }
    const shown = newest.map(({ participant, id, text, verdict }): TextEntry => {
      // Texts alike are told apart by counting from the oldest, so that a key stays when newer ones arrive.
      const rank = alike.get(id) ?? 1;
      alike.set(id, rank - 1);
      const seen = { key: `${id}-${rank}`, text: legibleLines(text, options.limit) };
      return to === 'presenter' ? { ...seen, participant, entry: id, verdict } : seen;
    });
    return { people, entries: shown, more: visible.length - shown.length };
  },

  columns: () => [{ item: 'text', label: 'Answer', values: 'text', read: (response) => response.text }],

  describe(_options, { people, entries = [] }) {
    const approved = entries.filter(({ verdict = 'approved' }) => verdict === 'approved');
    return {
      sentence: people === 0 ? 'No answers yet.' : `${counted(people, 'answer')}.`,
      table: { head: ['Answer'], rows: approved.map((entry) => [entry.text]) },
    };
  },

  segment: (_options, { text }) => sameAs(text),

  entries: once((response) => [
    { id: entryIdOf(response), text: legibleLines(response.text, longest), common: false },
  ]),

  sample: {
    question: 'What makes you proud of the place you live in?',
    options: [{ limit: 280 }, { limit: 60 }, { limit: 2000 }],
    honest(options, random) {
      const chosen = sampleTexts[Math.floor(random() * sampleTexts.length)] ?? '';
      return { text: [...chosen].slice(0, options.limit).join('').trim() };
    },
    refused: (options) => [
      { text: '' },
      { text: '   \n ' },
      { text: '\u200e\u202e' },
      { text: '\u3164\u200b' },
      { text: 'x'.repeat(options.limit + 1) },
      { text: 42 },
      {},
      { text: 'fine', extra: 1 },
    ],
  },
};

/** Nobody can put another text in the place of one that was approved. */
const entryIdOf = once(({ text }: TextResponse) => sealOf(text));

interface Seen {
  readonly participant: string;
  readonly id: string;
  readonly text: string;
  readonly at: number;
  readonly verdict: Verdict;
}

function visibleOf(entries: TextTally['entries'], { to, rulings }: Visibility): Seen[] {
  const verdictOf = verdictsUnder(rulings);
  const visible: Seen[] = [];
  for (const [participant, { id, text, at }] of cellsOf(entries)) {
    const verdict = verdictOf(participant, { id, common: false });
    if (to === 'presenter' || verdict === 'approved') visible.push({ participant, id, text, at, verdict });
  }
  return visible;
}

/** Who answered in the same millisecond stands in the order of their ids. */
function newestFirst(a: Seen, b: Seen): number {
  return b.at - a.at || (a.participant < b.participant ? 1 : -1);
}

const sampleTexts = [
  'Neighbours who check on each other when it snows.',
  'The choir. Sixty people, no auditions.',
  'How quickly everyone came together after the flood, and how nobody asked who would pay for what.',
  'Our library stayed open.',
  'People stop to talk.',
  'The night nurses',
  'Young people running their own youth club, with their own budget and their own rules, for three years now!',
  'The view from the hill on the way to work: the river, the two bridges and, on a good day, the sea behind them.',
  'الناس هنا يساعدون بعضهم البعض',
  'Honest conversations 🙌🏽',
  'Donaudampfschifffahrtsgesellschaftskapitänsmütze, as a neighbour likes to say',
];
