/** Cloud: a few words from everyone, drawn as one word cloud; spellings of the same word count together. */
import * as v from 'valibot';
import { readWithoutList, wholeNumber } from '../directive.ts';
import type { AskedKind } from '../kind.ts';
import { isBlank, legible, lengthOf, sameAs } from '../legible.ts';
import { once } from '../once.ts';
import type { Rulings } from '../rulings.ts';
import { changed, emptyTable, type Table } from '../table.ts';
import {
  formsOf,
  gathered,
  type Merged,
  mergedUnder,
  noWordings,
  type Wording,
  type Wordings,
  withWording,
} from '../wordings.ts';

/** Longest word a phone may send, in characters; a word may be a short phrase. */
export const wordLimit = 40;
/** Words that a screen shows; the rest is counted. */
const shownLimit = 150;

export const cloudOptions = v.strictObject({
  /** How many words one participant may send. */
  words: v.optional(wholeNumber('words', 1, 10), 3),
});
export type CloudOptions = v.InferOutput<typeof cloudOptions>;

export interface CloudResponse {
  words: string[];
}

export interface CloudTally {
  readonly people: number;
  readonly words: Wordings;
  /** By participant, what they wrote beside one another: two of their words may be merged later. */
  readonly together: Table<readonly string[]>;
}

export type CloudWord = Wording;

export interface CloudRevealed {
  readonly people: number;
  /** Most frequent first; absent while results are hidden. */
  readonly words?: readonly CloudWord[];
  /** How many more words there are than shown. */
  readonly more?: number;
  /** For the presenter alone: what was merged. */
  readonly merged?: readonly Merged[];
}

export const cloud: AskedKind<CloudOptions, CloudResponse, CloudTally, CloudRevealed> = {
  keyword: 'cloud',
  asks: true,
  options: cloudOptions,

  fromMarkdown(directive) {
    return readWithoutList(directive, cloudOptions, 'people write the words');
  },

  response(options) {
    const word = v.pipe(
      v.string(),
      v.check((text) => !isBlank(text) && lengthOf(text) <= wordLimit),
    );
    return v.strictObject({ words: v.pipe(v.array(word), v.minLength(1), v.maxLength(options.words)) });
  },

  tally: {
    start: () => ({ people: 0, words: noWordings, together: emptyTable }),
    step(tally, { participant, response }) {
      const keys: string[] = [];
      let { words } = tally;
      for (const word of response.words) {
        const key = sameAs(word);
        if (keys.includes(key)) continue;
        keys.push(key);
        words = withWording(words, word, key);
      }
      const together =
        keys.length < 2
          ? tally.together
          : changed<readonly string[]>(tally.together, participant, () => keys);
      return { people: tally.people + 1, words, together };
    },
  },

  reveal(_options, { people, words, together }, visibility) {
    if (visibility.results === 'hidden') return { people };
    const { shown, more } = gathered(words, visibility, { most: shownLimit, limit: wordLimit, together });
    if (visibility.to !== 'presenter') return { people, words: shown, more };
    return { people, words: shown, more, merged: mergedIn(words, visibility.rulings) };
  },

  columns: (options) =>
    Array.from({ length: options.words }, (_, index) => ({
      item: `word-${index + 1}`,
      label: `Word ${index + 1}`,
      values: 'text',
      read: (response) => response.words[index],
    })),

  describe(_options, { words = [] }) {
    const approved = words.filter(({ verdict = 'approved' }) => verdict === 'approved');
    const leaders = approved.slice(0, 3).map((word) => `${word.text} (${word.count})`);
    return {
      sentence: leaders.length === 0 ? 'No answers yet.' : `Most frequent: ${leaders.join(', ')}.`,
      table: { head: ['Word', 'People'], rows: approved.map((word) => [word.text, word.count]) },
    };
  },

  entries: once(({ words }) =>
    words.map((word) => ({ id: sameAs(word), text: legible(word, wordLimit), common: true })),
  ),
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
      {},
      { words: [] },
      { words: [''] },
      { words: ['   '] },
      { words: ['\u200b\u202e'] },
      { words: ['x'.repeat(wordLimit + 1)] },
      { words: Array.from({ length: options.words + 1 }, (_, index) => `word ${index}`) },
      { words: 'calm' },
      { words: [7] },
      { words: ['calm'], more: true },
    ],
  },
};

function mergedIn(words: Wordings, rulings: Rulings): readonly Merged[] {
  const { merges } = rulings;
  const keys = new Set([...Object.keys(merges), ...Object.values(merges)]);
  if (keys.size === 0) return [];
  const forms = formsOf(words, keys);
  return mergedUnder(rulings, (key) => forms.get(key), wordLimit);
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
  'تغيير',
  '🎢',
  'Veränderungsmüdigkeitsgefühle allerorten',
];
