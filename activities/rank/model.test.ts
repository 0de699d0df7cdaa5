/**
 * The rules of a ranking.
 *
 * [KR1] A response gives every place to another item: all of them, or the first few.
 * [KR2] The place of an item is by Borda's count over all who answered; equals share a place.
 * [KR3] Items with a right order are shown in another one, the same for everybody.
 * [KR4] The right order leaves the server only once it is shown.
 * [KR5] Nearness counts places that are right; a phone is told its own.
 * [KR6] Downloads say each item's place, 1 is first.
 * [KR7] Mistakes of an author stand where they were made.
 */
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { answerOf, directiveOf, seenBy } from '../given.ts';
import { nothingAround } from '../steering.ts';
import { type RankOptions, rank, shown } from './model.ts';

function read(texts: readonly string[], options: Readonly<Record<string, unknown>> = {}) {
  return rank.fromMarkdown(directiveOf('rank', 'What comes first?', options, texts));
}

function optionsOf(...given: Parameters<typeof read>): RankOptions {
  const reading = read(...given);
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  return reading.options;
}

function faultsOf(...given: Parameters<typeof read>): readonly string[] {
  const reading = read(...given);
  return reading.ok ? [] : reading.faults.map((each) => `${each.line}:${each.column} ${each.message}`);
}

function tallyOf(options: RankOptions, orders: readonly string[][]) {
  return orders
    .map((order, index) => answerOf({ order }, index))
    .reduce(rank.tally.step, rank.tally.start(options));
}

function revealed(options: RankOptions, orders: readonly string[][], visibility = seenBy('screen')) {
  return rank.reveal(options, tallyOf(options, orders), visibility, nothingAround);
}

const abc = optionsOf(['A', 'B', 'C']);
const solved = optionsOf(['One', 'Two', 'Three', 'Four'], { answer: 'listed' });
const right = ['one', 'two', 'three', 'four'];
const withAnswer = seenBy('screen', { answer: true });

describe('a response', () => {
  const accepts = (options: RankOptions, order: unknown) => v.is(rank.response(options), { order });

  it('[KR1] is a full order', () => {
    expect(accepts(abc, ['c', 'a', 'b'])).toBe(true);
    for (const wrong of [['a', 'b'], ['a', 'b', 'b'], ['a', 'b', 'd'], ['a', 'b', 'c', 'a'], 'abc'])
      expect(accepts(abc, wrong)).toBe(false);
  });

  it('[KR1] has as many places as are asked for', () => {
    const top = optionsOf(['A', 'B', 'C'], { top: 2 });
    expect(accepts(top, ['c', 'a'])).toBe(true);
    expect(accepts(top, ['c'])).toBe(false);
    expect(accepts(top, ['c', 'a', 'b'])).toBe(false);
    expect(accepts(optionsOf(['A', 'B'], { top: 2 }), ['b', 'a'])).toBe(true);
  });
});

describe('the result', () => {
  it('[KR2] gives as many points as there are places for the first, and 1 for the last', () => {
    const result = revealed(abc, [
      ['a', 'b', 'c'],
      ['b', 'a', 'c'],
      ['b', 'c', 'a'],
    ]);
    expect(result.items).toEqual([
      { id: 'b', text: 'B', place: 1, points: 8 / 3, first: 2, placed: 3 },
      { id: 'a', text: 'A', place: 2, points: 2, first: 1, placed: 3 },
      { id: 'c', text: 'C', place: 3, points: 4 / 3, first: 0, placed: 3 },
    ]);
    expect(rank.describe(abc, result)).toMatchObject({
      sentence: 'By mean points of 3: 1. B (2.7), 2. A (2), 3. C (1.3).',
      table: {
        head: ['Item', 'Points', 'Place', 'Put first', 'People'],
        rows: [
          ['B', 2.7, 1, 2, 3],
          ['A', 2, 2, 1, 3],
          ['C', 1.3, 3, 0, 3],
        ],
      },
    });
  });

  it('[KR2] counts who left an item out of the first few as no point', () => {
    const top = optionsOf(['A', 'B', 'C'], { top: 1 });
    expect(revealed(top, [['c'], ['c'], ['a'], ['c']]).items).toMatchObject([
      { id: 'c', points: 0.75, placed: 3 },
      { id: 'a', points: 0.25, placed: 1 },
      { id: 'b', points: 0, placed: 0 },
    ]);
  });

  it('[KR2] lets equals share a place, the one put first more often above', () => {
    const result = revealed(abc, [
      ['a', 'b', 'c'],
      ['c', 'b', 'a'],
    ]);
    expect(result.items?.map(({ id, place }) => [id, place])).toEqual([
      ['a', 1],
      ['c', 1],
      ['b', 1],
    ]);
  });

  it('says that nobody has answered', () => {
    expect(rank.describe(abc, revealed(abc, [])).sentence).toBe('No answers yet.');
  });
});

describe('a right order', () => {
  it('[KR3] is shown mixed, the same for everybody', () => {
    expect(solved.answer).toEqual(right);
    const ids = solved.items.map(({ id }) => id);
    expect(ids).not.toEqual(right);
    expect(ids.toSorted()).toEqual(right.toSorted());
    expect(optionsOf(['One', 'Two', 'Three', 'Four'], { answer: 'listed' })).toEqual(solved);
  });

  it('[KR3] is never the order that is shown', () => {
    for (let index = 0; index < 200; index++) {
      const listed = ['a', 'b', 'c'].map((letter) => ({ id: `${letter}${index}` }));
      expect(shown(listed)).not.toEqual(listed);
    }
  });

  it('[KR4] is kept until it is shown', () => {
    expect(rank.conceal?.(solved)).toEqual({ items: solved.items, shuffle: false });
    const kept = revealed(solved, [right, right.toReversed(), right]);
    expect(JSON.stringify(kept)).not.toMatch(/right|nearness/);
    const { participant, ...own } = answerOf({ order: right }, 1);
    const seen = { ...nothingAround, participant, own: { participant, ...own }, shown: false };
    expect(rank.personal?.(solved, seen)).toBeUndefined();
  });

  it('[KR5] shows how near the room came', () => {
    const other = ['two', 'one', 'three', 'four'];
    const result = revealed(solved, [right, other, other], withAnswer);
    expect(result.items?.map(({ id, place, right: at }) => [id, place, at])).toEqual([
      ['one', 2, 1],
      ['two', 1, 2],
      ['three', 3, 3],
      ['four', 4, 4],
    ]);
    expect(result.nearness).toEqual({ of: 4, room: 2, mean: 8 / 3, exact: 1 });
    const { sentence, table } = rank.describe(solved, result);
    expect(sentence).toContain('the room had 2 of 4, one person 2.7 on average, and 1 had all of them');
    expect(table.head).toEqual(['Item', 'Points', 'Right place', 'Place', 'People']);
    expect(table.rows[0]).toEqual(['One', 3.3, 1, 2, 3]);
  });

  it('[KR5] of the first few leaves the others without a right place', () => {
    const top = optionsOf(['One', 'Two', 'Three', 'Four'], { answer: 'listed', top: 2 });
    const result = revealed(top, [['one', 'four']], withAnswer);
    expect(result.items?.map(({ id, right: at }) => [id, at])).toEqual([
      ['one', 1],
      ['two', 2],
      ['four', undefined],
      ['three', undefined],
    ]);
    expect(result.nearness).toEqual({ of: 2, room: 1, mean: 1, exact: 0 });
  });

  it('[KR5] tells a phone how near it came', () => {
    const toldOf = (options: RankOptions, order: string[]) => {
      const own = answerOf({ order }, 1);
      return rank.personal?.(options, { ...nothingAround, participant: own.participant, own, shown: true });
    };
    expect(toldOf(solved, right)).toMatchObject({ inPlace: 4, of: 4, off: 0 });
    expect(toldOf(solved, ['two', 'one', 'three', 'four'])).toEqual({
      mine: { one: 2, two: 1, three: 3, four: 4 },
      inPlace: 2,
      of: 4,
      off: 0.5,
    });
    const top = optionsOf(['One', 'Two', 'Three', 'Four'], { answer: 'listed', top: 2 });
    expect(toldOf(top, ['four', 'two'])).toMatchObject({ mine: { one: 0, two: 2 }, inPlace: 1, off: 1 });
    expect(toldOf(abc, ['a', 'b', 'c'])).toBeUndefined();
  });
});

it('[KR6] exports places', () => {
  const top = optionsOf(['A', 'B', 'C'], { top: 2 });
  const cells = rank.columns(top).map((column) => [column.item, column.read({ order: ['c', 'a'] })]);
  expect(cells).toEqual([
    ['a', 2],
    ['b', undefined],
    ['c', 1],
  ]);
});

it('[KR7] points at what is wrong', () => {
  expect(faultsOf(['Only'])).toEqual(['7:1 rank: needs at least two items']);
  expect(faultsOf(['A', 'B', 'a'])).toEqual(['12:3 rank: has the same item twice: "a"']);
  expect(faultsOf(['A', ''])).toEqual(['11:3 rank: has an empty item']);
  expect(faultsOf(['A', 'B'], { top: 3 })).toEqual(['7:9 rank: top is more than there are items']);
  expect(faultsOf(['A', 'B'], { top: 0, shuffle: 'yes' })).toEqual([
    '7:9 rank: top must be a whole number from 1',
    '7:9 rank: shuffle must be true or false',
  ]);
  expect(faultsOf(['A', 'B', 'C'], { answer: 'A' })).toEqual(['7:9 rank: answer must be listed']);
  expect(faultsOf(['A', 'B'], { answer: 'listed' })).toEqual(['7:9 rank: answer needs at least 3 items']);
  // Also where items are shown in another order the fault stands at its line.
  expect(faultsOf(['D', 'C', '', 'B'], { answer: 'listed' })).toEqual(['12:3 rank: has an empty item']);
  expect(faultsOf(['A', 'B'], { tops: 1 })).toEqual(['7:9 rank: unknown option "tops", did you mean "top"?']);
});
