/** Text: a short answer in everyone's own words, shown as a wall. */
import * as v from 'valibot';
import { readOptions } from '../directive.ts';
import { type AskedKind, verdictOn } from '../kind.ts';
import { fingerprint, legible, lengthOf } from '../legible.ts';

/** Texts that a screen shows; the rest is counted. */
const shownLimit = 60;
const presenterLimit = 500;

export const textOptions = v.strictObject({
  /** Longest answer, in characters. */
  limit: v.optional(
    v.pipe(
      v.number('limit must be a number'),
      v.integer('limit must be a whole number'),
      v.minValue(1, 'limit must be from 1 to 2000'),
      v.maxValue(2000, 'limit must be from 1 to 2000'),
    ),
    280,
  ),
});
export type TextOptions = v.InferOutput<typeof textOptions>;

export interface TextResponse {
  text: string;
}

export interface TextTally {
  readonly entries: readonly { readonly participant: string; readonly text: string; readonly at: number }[];
}

export interface TextEntry {
  /** Stable name of the entry while its text stays the same; says nothing about who wrote it. */
  readonly key: string;
  readonly text: string;
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

  fromMarkdown(directive) {
    const [item] = directive.list;
    if (!item) return readOptions(directive, textOptions, directive.options);
    const { line, column } = item;
    return {
      ok: false,
      faults: [{ line, column, message: 'text: takes no list, people write the answers' }],
    };
  },

  response: (options) =>
    v.strictObject({
      text: v.pipe(
        v.string(),
        v.trim(),
        v.minLength(1),
        v.check((value) => lengthOf(value) <= options.limit),
        v.check((value) => legible(value, options.limit) !== ''),
      ),
    }),

  tally: {
    start: () => ({ entries: [] }),
    step: (tally, { participant, response, at }) => ({
      entries: inserted(tally.entries, { participant, text: response.text, at }),
    }),
  },

  reveal(options, { entries }, visibility) {
    if (visibility.results === 'hidden') return { people: entries.length };
    const limit = visibility.to === 'presenter' ? presenterLimit : shownLimit;
    const shown: TextEntry[] = [];
    let visible = 0;
    for (let index = entries.length - 1; index >= 0; index--) {
      const entry = entries[index];
      if (!entry) continue;
      const id = fingerprint(entry.text);
      const verdict = verdictOn(visibility.rulings, entry.participant, { id, common: false });
      if (visibility.to !== 'presenter' && verdict !== 'approved') continue;
      visible++;
      // The text and its place in time make the key: two alike differ, and nobody's id goes into it.
      if (shown.length < limit)
        shown.push({ key: `${id}-${entry.at}-${index}`, text: legible(entry.text, options.limit) });
    }
    return { people: entries.length, entries: shown, more: visible - shown.length };
  },

  columns: () => [{ item: 'text', label: 'Answer', values: 'text', read: (response) => response.text }],

  describe(_options, revealed) {
    const entries = revealed.entries ?? [];
    const people = revealed.people;
    return {
      sentence: people === 0 ? 'No answers yet.' : `${people} ${people === 1 ? 'answer' : 'answers'}.`,
      table: { head: ['Answer'], rows: entries.map((entry) => [entry.text]) },
    };
  },

  entries: (response) => [
    { id: fingerprint(response.text), text: legible(response.text, 2000), common: false },
  ],

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
      { text: 'x'.repeat(options.limit + 1) },
      { text: 42 },
      {},
      { text: 'fine', extra: 1 },
    ],
  },
};

/** Entries stay in the order of their time, whatever order they are folded in. */
function inserted<Entry extends { participant: string; at: number }>(
  entries: readonly Entry[],
  entry: Entry,
): Entry[] {
  let place = entries.length;
  for (let before = entries[place - 1]; before && isLater(before, entry); before = entries[place - 1])
    place--;
  return entries.toSpliced(place, 0, entry);
}

function isLater(a: { participant: string; at: number }, b: { participant: string; at: number }): boolean {
  return a.at > b.at || (a.at === b.at && a.participant > b.participant);
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
