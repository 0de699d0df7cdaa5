/**
 * The rules of a word cloud.
 *
 * [KC1] Spellings that differ in case, accents, punctuation or spaces around them count as one word.
 * [KC2] A word is shown as most people wrote it; of equals the first by alphabet.
 * [KC3] One participant counts once for a word, merged words included.
 * [KC4] A merge shows the word it went into; a refused word is seen neither by itself nor through a merge.
 * [KC5] A screen gets a bounded list, most frequent first, and how many words it leaves out.
 * [KC7] The presenter, and nobody else, has a list of all merges in force.
 * [KC6] Whatever people write is counted, names of JavaScript's own included, and exported as it was sent.
 */
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { answerOf, directiveOf, folded, seenBy, throughJson } from '../given.ts';
import { noRulings, type Rulings } from '../rulings.ts';
import { nothingAround } from '../steering.ts';
import { cloud, wordLimit } from './model.ts';

const options = { words: 5 };

function revealed(responses: readonly (readonly string[])[], rulings: Partial<Rulings> = {}, to = 'screen') {
  const tally = responses
    .map((words, index) => answerOf({ words: [...words] }, index))
    .reduce(cloud.tally.step, cloud.tally.start(options));
  const who = to === 'presenter' ? to : 'screen';
  return cloud.reveal(options, tally, seenBy(who, { rulings: { ...noRulings, ...rulings } }), nothingAround);
}

function counts(...given: Parameters<typeof revealed>): Record<string, number> {
  return Object.fromEntries((revealed(...given).words ?? []).map(({ text, count }) => [text, count]));
}

const accepts = (response: unknown) => v.is(cloud.response(options), response);

describe('spellings', () => {
  it('[KC1] counts them as one word', () => {
    expect(counts([['Déjà vu'], ['deja vu'], [' deja vu! '], ['DEJA-VU'], ['deja vu']])).toEqual({
      'deja vu': 5,
    });
    expect(counts([['Straße'], ['STRASSE'], ['strasse']])).toEqual({ STRASSE: 3 });
    expect(counts([['ﬁne'], ['fine'], ['fine']])).toEqual({ fine: 3 });
  });

  it('[KC1] keeps words apart that differ in more', () => {
    expect(
      Object.keys(counts([['कि'], ['की'], ['か'], ['が'], ['мой'], ['мои'], ['👍'], ['👎'], ['C'], ['D']]))
        .length,
    ).toBe(10);
  });

  it('[KC1] takes an emoji with and without its variation mark as one', () => {
    expect(revealed([['❤️'], ['❤']]).words).toHaveLength(1);
  });

  it('[KC2] shows the most frequent form, of equals the first', () => {
    expect(counts([['calm'], ['Calm'], ['Calm']])).toEqual({ Calm: 3 });
    expect(counts([['calm'], ['CALM']])).toEqual({ CALM: 2 });
  });

  it('[KC3] counts a participant once for a word', () => {
    expect(counts([['calm', 'Calm!', 'CALM'], ['calm']])).toEqual({ calm: 2 });
  });
});

describe('rulings', () => {
  it('[KC4] shows a merge under the word it went into', () => {
    const words = [['glad'], ['glad'], ['happy']];
    expect(revealed(words, { merges: { glad: 'happy' } }).words).toEqual([
      { key: 'happy', text: 'happy', count: 3 },
    ]);
  });

  it('[KC4] follows a chain of merges, and stops at a circle', () => {
    const words = [['a'], ['b'], ['c']];
    expect(counts(words, { merges: { a: 'b', b: 'c' } })).toEqual({ c: 3 });
    expect(counts(words, { merges: { a: 'b', b: 'a' } })).toEqual({ a: 1, b: 1, c: 1 });
  });

  it('[KC3] counts a participant once who wrote two words that were merged', () => {
    const words = [['glad', 'happy', 'calm'], ['happy'], ['glad', 'happy']];
    expect(counts(words, { merges: { glad: 'happy' } })).toEqual({ happy: 3, calm: 1 });
    expect(counts(words, { merges: { glad: 'happy', calm: 'happy' } })).toEqual({ happy: 3 });
  });

  it('[KC4] lets a refused word through nowhere', () => {
    const words = [['rude'], ['nice'], ['calm', 'rude']];
    const verdicts = { '* rude': 'hidden' } as const;
    expect(counts(words, { verdicts })).toEqual({ nice: 1, calm: 1 });
    // Merged into a word that is shown, it adds nothing to it.
    expect(counts(words, { verdicts, merges: { rude: 'nice' } })).toEqual({ nice: 1, calm: 1 });
    // What was merged into it goes with it: its key would tell.
    expect(JSON.stringify(revealed(words, { verdicts, merges: { nice: 'rude' } }))).not.toContain('rude');
  });

  it('[KC4] shows the presenter everything, with its verdict', () => {
    const verdicts = { '* rude': 'hidden', '* calm': 'approved' } as const;
    const result = revealed(
      [['rude'], ['rude'], ['calm'], ['new']],
      { moderate: true, verdicts },
      'presenter',
    );
    expect(result.words?.map(({ text, verdict }) => [text, verdict])).toEqual([
      ['rude', 'hidden'],
      ['calm', 'approved'],
      ['new', 'pending'],
    ]);
    expect(cloud.describe(options, result).table.rows).toEqual([['calm', 1]]);
  });
});

describe('the presenter’s list of merges', () => {
  const merges = { glad: 'happy', cheerful: 'glad' };

  it('[KC7] says what counts with what, also where nobody wrote it in this round', () => {
    expect(revealed([['Glad'], ['Happy!'], ['calm']], { merges }, 'presenter').merged).toEqual([
      { key: 'glad', text: 'Glad', into: 'Happy!' },
      { key: 'cheerful', text: 'cheerful', into: 'Happy!' },
    ]);
    expect(revealed([['calm']], {}, 'presenter').merged).toEqual([]);
  });

  it('[KC7] is the presenter’s alone', () => {
    expect(revealed([['Glad'], ['calm']], { merges })).not.toHaveProperty('merged');
  });
});

describe('the result', () => {
  it('[KC5] bounds the list and counts the rest', () => {
    const result = revealed(Array.from({ length: 400 }, (_, index) => [`word ${index % 200}`, 'often']));
    expect(result.words).toHaveLength(150);
    expect(result.more).toBe(51);
    expect(result.words?.[0]).toEqual({ key: 'often', text: 'often', count: 400 });
  });

  it('[KC5] is described by its most frequent words', () => {
    const result = revealed([['calm', 'curious'], ['calm']]);
    expect(cloud.describe(options, result)).toEqual({
      sentence: 'Most frequent: calm (2), curious (1).',
      table: {
        head: ['Word', 'People'],
        rows: [
          ['calm', 2],
          ['curious', 1],
        ],
      },
    });
  });

  it('[KC6] counts names that JavaScript has of its own', () => {
    const words = ['constructor', '__proto__', 'toString', 'hasOwnProperty'];
    expect(counts([words, words])).toEqual({
      constructor: 2,
      ['__proto__']: 2,
      toString: 2,
      hasOwnProperty: 2,
    });
  });

  it('[KC6] exports what was sent, half characters included', () => {
    const response = { words: [' Calm! ', 'half \uD83D'] };
    const cells = cloud.columns(options).map((column) => column.read(response));
    expect(cells).toEqual([' Calm! ', 'half \uD83D', undefined, undefined, undefined]);
    expect(accepts(throughJson(response))).toBe(true);
    expect(counts([['half \uD83D']])).toEqual({ 'half \uFFFD': 1 });
  });

  it('[KC6] takes forty characters of any script, and nothing invisible', () => {
    expect(accepts({ words: ['👍'.repeat(wordLimit)] })).toBe(true);
    expect(accepts({ words: ['👍'.repeat(wordLimit + 1)] })).toBe(false);
    expect(accepts({ words: ['\u3164'] })).toBe(false);
    expect(accepts({ words: ['\u0000'] })).toBe(false);
  });

  it('[K13] stays cheap where ten thousand spell one word differently', () => {
    const signs = '!?.,;:-+*=~#%&/()[]{}<>"\'';
    const answers = Array.from({ length: 10_000 }, (_, index) => {
      const tail = [...String(index)].map((digit) => signs[Number(digit)]).join('');
      return answerOf({ words: [`calm${tail}`] }, index);
    });
    const tally = folded(cloud, options, answers);
    expect(cloud.reveal(options, cloud.tally.start(options), seenBy('screen'), nothingAround)).toMatchObject({
      words: [],
    });
    expect(JSON.stringify(tally)).toContain('["calm",10000]');
  });
});

describe('as authored', () => {
  it('takes no list and no other options', () => {
    const read = (given: Record<string, unknown>, list: string[] = []) =>
      cloud.fromMarkdown(directiveOf('cloud', 'A word?', given, list));
    expect(read({})).toEqual({ ok: true, options: { words: 3 } });
    expect(read({ words: 11 })).toMatchObject({
      faults: [{ message: 'cloud: words must be a whole number from 1 to 10' }],
    });
    expect(read({ word: 2 })).toMatchObject({
      faults: [{ message: 'cloud: unknown option "word", did you mean "words"?' }],
    });
    expect(read({}, ['calm'])).toEqual({
      ok: false,
      faults: [{ line: 10, column: 3, message: 'cloud: takes no list below it, people write the words' }],
    });
  });
});
