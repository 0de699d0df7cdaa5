/**
 * The rules of sorting.
 *
 * [KO1] A response puts at least one card into one of the bins; cards may be left out.
 * [KO2] Agreement is the share of the fullest bin among those who sorted the card.
 * [KO3] By agreement those first that people agree on most, the author's order deciding between equals.
 * [KO4] Bins and cards keep apart what only signs or marks tell apart.
 * [KO5] The export has the bin's text for each card.
 * [KO6] Mistakes of an author stand where they were made.
 */
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { answerOf, directiveOf, seenBy } from '../given.ts';
import { nothingAround } from '../steering.ts';
import { fullest, type SortOptions, type SortResponse, sort } from './model.ts';

const bins = ['Simple', 'Complicated', 'Complex'];

function read(texts: readonly string[], options: Readonly<Record<string, unknown>> = { into: bins }) {
  return sort.fromMarkdown(directiveOf('sort', 'What kind of problem is it?', options, texts));
}

function optionsOf(...given: Parameters<typeof read>): SortOptions {
  const reading = read(...given);
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  return reading.options;
}

function faultsOf(...given: Parameters<typeof read>): readonly string[] {
  const reading = read(...given);
  return reading.ok ? [] : reading.faults.map((each) => `${each.line}:${each.column} ${each.message}`);
}

function revealed(options: SortOptions, responses: readonly SortResponse['bins'][]) {
  const tally = responses
    .map((each, index) => answerOf({ bins: each }, index))
    .reduce(sort.tally.step, sort.tally.start(options));
  return sort.reveal(options, tally, seenBy('screen'), nothingAround);
}

const three = optionsOf(['A cake', 'A rocket', 'A child']);

describe('a response', () => {
  const accepts = (given: unknown) => v.is(sort.response(three), { bins: given });

  it('[KO1] may leave cards out, not all', () => {
    expect(accepts({ 'a-cake': 'simple', 'a-rocket': 'complex', 'a-child': 'complex' })).toBe(true);
    expect(accepts({ 'a-child': 'complex' })).toBe(true);
    expect(accepts({})).toBe(false);
    expect(
      v.parse(sort.response(three), { bins: { 'a-cake': 'simple', 'a-child': undefined } }),
    ).toStrictEqual({ bins: { 'a-cake': 'simple' } });
  });

  it('[KO1] has one bin for a card, and only cards and bins that there are', () => {
    for (const bin of ['Simple', 'chaotic', '', 0, null, ['simple']]) {
      expect(accepts({ 'a-cake': bin })).toBe(false);
    }
    expect(accepts({ 'a-cake': 'simple', 'a-pie': 'simple' })).toBe(false);
    expect(accepts(JSON.parse('{"a-cake": "simple", "__proto__": "simple"}'))).toBe(false);
  });
});

describe('the result', () => {
  it('[KO2] counts those who sorted the card', () => {
    const result = revealed(three, [
      { 'a-cake': 'simple', 'a-rocket': 'complicated' },
      { 'a-cake': 'simple', 'a-rocket': 'complex' },
      { 'a-cake': 'simple' },
      { 'a-cake': 'complex' },
    ]);
    expect(result).toEqual({
      people: 4,
      cards: [
        { id: 'a-cake', text: 'A cake', people: 4, counts: [3, 0, 1], agreement: 0.75 },
        { id: 'a-rocket', text: 'A rocket', people: 2, counts: [0, 1, 1], agreement: 0.5 },
        { id: 'a-child', text: 'A child', people: 0, counts: [0, 0, 0], agreement: null },
      ],
    });
    expect(result.cards?.map(fullest)).toEqual([[0], [1, 2], []]);
    expect(sort.describe(three, result)).toMatchObject({
      sentence:
        'Most agreed on: “A cake” (75% say Simple). Least: “A rocket” (50% say Complicated, as many Complex).',
      table: {
        head: ['Card', 'Simple', 'Complicated', 'Complex', 'Sorted by', 'Agreement'],
        rows: [
          ['A cake', 3, 0, 1, 4, '75%'],
          ['A rocket', 0, 1, 1, 2, '50%'],
          ['A child', 0, 0, 0, 0, '–'],
        ],
      },
    });
  });

  it('[KO2] says that nobody has answered, and speaks of one card once', () => {
    expect(sort.describe(three, revealed(three, [])).sentence).toBe('No answers yet.');
    const one = revealed(three, [{ 'a-child': 'complex' }]);
    expect(sort.describe(three, one).sentence).toBe('Most agreed on: “A child” (100% say Complex).');
  });

  it('[KO3] can stand in the order of agreement', () => {
    const options = optionsOf(['A', 'B', 'C', 'D'], { into: ['Yes', 'No'], order: 'agreement' });
    const result = revealed(options, [
      { a: 'yes', b: 'yes', c: 'yes' },
      { a: 'no', b: 'yes', c: 'yes' },
    ]);
    expect(result.cards?.map(({ id }) => id)).toEqual(['b', 'c', 'a', 'd']);
  });

  it('[KO5] exports the text of the bin', () => {
    const cells = sort.columns(three).map((column) => column.read({ bins: { 'a-rocket': 'complicated' } }));
    expect(cells).toEqual([undefined, 'Complicated', undefined]);
    expect(sort.columns(three)[1]).toMatchObject({ item: 'a-rocket', label: 'A rocket', allowed: bins });
  });
});

describe('as authored', () => {
  it('[KO4] gives every bin and every card an id of its own', () => {
    const options = optionsOf(['C', 'C++', 'constructor'], { into: ['👍', '👎', 'constructor'] });
    for (const list of [options.into, options.cards]) {
      expect(new Set(list.map(({ id }) => id)).size).toBe(3);
    }
    const card = 'constructor-item';
    expect(revealed(options, [{ [card]: card }]).cards?.[2]).toMatchObject({ counts: [0, 0, 1] });
  });

  it('[KO4] reads bins again as they were', () => {
    expect(v.parse(sort.options, JSON.parse(JSON.stringify(three)))).toEqual(three);
    expect(three.into[0]).toEqual({ id: 'simple', text: 'Simple' });
  });

  it('[KO6] points at what is wrong', () => {
    const into = 'into must name 2 to 6 bins, as in [Simple, Complicated, Complex]';
    expect(faultsOf([])).toEqual(['7:1 sort: needs a list of cards below it']);
    expect(faultsOf(['A', 'a'])).toEqual(['11:3 sort: has the same card twice: "a"']);
    for (const wrong of [{}, { into: 'Simple' }, { into: ['Only'] }, { into: [['a'], 'b'] }]) {
      expect(new Set(faultsOf(['A'], wrong))).toEqual(new Set([`7:9 sort: ${into}`]));
    }
    expect(faultsOf(['A'], { into: [1, 2.5, true] })).toEqual([]);
    expect(faultsOf(['A'], { into: ['Yes', 'yes'] })).toEqual(['7:9 sort: has the same bin twice: "yes"']);
    expect(faultsOf(['A'], { into: ['Yes', ' '] })).toEqual(['7:9 sort: into has a bin without a name']);
    expect(faultsOf(['A'], { into: bins, order: 'random', bins: 3 })).toEqual([
      '7:9 sort: unknown option "bins"',
      '7:9 sort: order must be listed or agreement',
    ]);
  });
});
