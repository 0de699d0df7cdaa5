/** Cloud: a few words from everyone, drawn as one word cloud; spellings of the same word count together. */
import * as v from 'valibot';
import { readOptions } from '../directive.ts';
import { type AskedKind, type Visibility, verdictOn } from '../kind.ts';
import { legible, lengthOf, sameAs } from '../legible.ts';

/** Longest word a phone may send, in characters; a word may be a short phrase. */
export const wordLimit = 40;
/** Words that a screen shows; the rest is counted. */
const shownLimit = 150;

export const cloudOptions = v.strictObject({
  /** How many words one participant may send. */
  words: v.optional(
    v.pipe(
      v.number('words must be a number'),
      v.integer('words must be a whole number'),
      v.minValue(1, 'words must be from 1 to 10'),
      v.maxValue(10, 'words must be from 1 to 10'),
    ),
    3,
  ),
});
export type CloudOptions = v.InferOutput<typeof cloudOptions>;

export interface CloudResponse {
  words: string[];
}

/** For one key: how many participants wrote it, and in which forms. */
interface Spellings {
  readonly people: number;
  readonly forms: Readonly<Record<string, number>>;
}

export interface CloudTally {
  readonly people: number;
  /** In buckets by the key's first two characters, so that a step copies little of a large cloud. */
  readonly buckets: Readonly<Record<string, Readonly<Record<string, Spellings>>>>;
}

export interface CloudWord {
  readonly key: string;
  readonly text: string;
  /** Participants who wrote it, in any spelling, or a word merged into it. */
  readonly count: number;
}

export interface CloudRevealed {
  readonly people: number;
  /** Most frequent first, then by alphabet; absent while results are hidden. */
  readonly words?: readonly CloudWord[];
  /** How many more words there are than shown. */
  readonly more?: number;
}

export const cloud: AskedKind<CloudOptions, CloudResponse, CloudTally, CloudRevealed> = {
  keyword: 'cloud',
  asks: true,
  options: cloudOptions,

  fromMarkdown(directive) {
    const [item] = directive.list;
    if (item)
      return {
        ok: false,
        faults: [{ ...placed(item), message: 'cloud: takes no list, people write the words' }],
      };
    return readOptions(directive, cloudOptions, directive.options);
  },

  response(options) {
    const word = v.pipe(
      v.string(),
      v.trim(),
      v.check((text) => sameAs(text) !== '' && lengthOf(text) <= wordLimit),
    );
    return v.strictObject({ words: v.pipe(v.array(word), v.minLength(1), v.maxLength(options.words)) });
  },

  tally: {
    start: () => ({ people: 0, buckets: {} }),
    step(tally, { response }) {
      const buckets = { ...tally.buckets };
      const counted = new Set<string>();
      for (const word of response.words) {
        const key = sameAs(word);
        if (counted.has(key)) continue;
        counted.add(key);
        const bucket = bucketOf(key);
        const before = own(own(buckets, bucket) ?? {}, key) ?? { people: 0, forms: {} };
        const forms = define(before.forms, word, (own(before.forms, word) ?? 0) + 1);
        const spellings = { people: before.people + 1, forms };
        Object.defineProperty(buckets, bucket, entry(define(own(buckets, bucket) ?? {}, key, spellings)));
      }
      return { people: tally.people + 1, buckets };
    },
  },

  reveal(_options, tally, visibility) {
    if (visibility.results === 'hidden') return { people: tally.people };
    const words = mergedWords(tally, visibility);
    return {
      people: tally.people,
      words: words.slice(0, shownLimit),
      more: Math.max(0, words.length - shownLimit),
    };
  },

  columns: (options) =>
    Array.from({ length: options.words }, (_, index) => ({
      item: `word-${index + 1}`,
      label: `Word ${index + 1}`,
      values: 'text',
      read: (response) => response.words[index],
    })),

  describe(_options, revealed) {
    const words = revealed.words ?? [];
    const leaders = words.slice(0, 3).map((word) => `${word.text} (${word.count})`);
    return {
      sentence: leaders.length === 0 ? 'No answers yet.' : `Most frequent: ${leaders.join(', ')}.`,
      table: { head: ['Word', 'People'], rows: words.map((word) => [word.text, word.count]) },
    };
  },

  entries: ({ words }) =>
    words.map((word) => ({ id: sameAs(word), text: legible(word, wordLimit), common: true })),
  merges: true,

  sample: {
    question: 'How does change feel to you?',
    options: [{ words: 3 }, { words: 1 }, { words: 10 }],
    honest(options, random) {
      const count = 1 + Math.floor(random() * options.words);
      const pick = () => sampleWords[Math.floor(random() ** 2 * sampleWords.length)] ?? 'calm';
      return { words: Array.from({ length: count }, () => (random() < 0.2 ? pick().toUpperCase() : pick())) };
    },
    refused: (options) => [
      { words: [] },
      { words: [''] },
      { words: ['   '] },
      { words: ['x'.repeat(wordLimit + 1)] },
      { words: Array.from({ length: options.words + 1 }, (_, index) => `word ${index}`) },
      { words: 'calm' },
      { words: [7] },
      { words: ['calm'], more: true },
    ],
  },
};

/** Words as they may be shown: merged as the presenter said, without hidden ones and those that wait. */
function mergedWords(tally: CloudTally, { rulings, to }: Visibility): CloudWord[] {
  const merged = new Map<string, { count: number; forms: Map<string, number> }>();
  for (const bucket of Object.values(tally.buckets)) {
    for (const [key, { people, forms }] of Object.entries(bucket)) {
      if (to !== 'presenter' && verdictOn(rulings, '', { id: key, common: true }) !== 'approved') continue;
      const into = own(rulings.merges, key) ?? key;
      const word = merged.get(into) ?? { count: 0, forms: new Map<string, number>() };
      word.count += people;
      // A word merged into another is shown in the other's spelling, unless nobody wrote that.
      const weight = into === key ? 1_000_000 : 1;
      for (const [form, times] of Object.entries(forms)) {
        word.forms.set(form, (word.forms.get(form) ?? 0) + times * weight);
      }
      merged.set(into, word);
    }
  }
  return [...merged]
    .map(([key, { count, forms }]) => ({ key, text: legible(bestForm(forms), wordLimit), count }))
    .sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
}

/** The most frequent form; of equal ones the first by code point. */
function bestForm(forms: ReadonlyMap<string, number>): string {
  const [best = ['', 0]] = [...forms].sort(([a, times], [b, others]) => others - times || (a < b ? -1 : 1));
  return best[0];
}

function bucketOf(key: string): string {
  return [...key].slice(0, 2).join('');
}

/** People may write `constructor` or `__proto__`: only own properties count. */
function own<Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

function define<Value>(
  record: Readonly<Record<string, Value>>,
  key: string,
  value: Value,
): Record<string, Value> {
  return Object.defineProperty({ ...record }, key, entry(value));
}

function entry<Value>(value: Value) {
  return { value, enumerable: true, configurable: true, writable: true };
}

function placed({ line, column }: { line: number; column: number }) {
  return { line, column };
}

const sampleWords = [
  'curious',
  'hopeful',
  'tired',
  'energised',
  'wary',
  'Excited',
  'overdue',
  'too fast',
  'calm',
  'exhausting',
  'necessary',
  'déjà vu',
  'slow',
  'fun',
  'unsettling',
  'brave',
  'muddled',
  'welcome',
  'finally!',
  'heavy',
  'an opportunity',
  'lonely',
  'together',
  'stretching',
  'noisy',
  'careful',
  'proud',
  'scary',
  'patience',
  'שינוי',
];
