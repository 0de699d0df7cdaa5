/**
 * What keeps the tallies of large crowds cheap.
 *
 * [KQ1] A table holds what a map would hold, is the same in any order, and changes without mutation.
 * [KQ2] The foremost are what sorting everything would put first.
 * [KQ3] What was worked out once is not worked out again.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foremost } from './foremost.ts';
import { copied, frozen, throughJson } from './given.ts';
import { hashOf } from './legible.ts';
import { once } from './once.ts';
import { cellsOf, changed, emptyTable, type Table, valueIn } from './table.ts';

describe('a table', () => {
  const tableOf = (keys: readonly string[]) =>
    keys.reduce<Table<number>>(
      (table, key) => changed(frozen(table), key, (before = 0) => before + 1),
      emptyTable,
    );

  it('[KQ1] counts as a map would', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom('a', 'b', '__proto__', ''), fc.string())), (keys) => {
        const map = new Map<string, number>();
        for (const key of keys) map.set(key, (map.get(key) ?? 0) + 1);
        const table = tableOf(keys);
        expect(new Map(cellsOf(table))).toEqual(map);
        for (const [key, value] of map) expect(valueIn(table, key)).toBe(value);
        expect(valueIn(table, 'no such key')).toBe(map.get('no such key'));
        expect(tableOf(keys.toReversed())).toStrictEqual(table);
        expect(throughJson(table)).toStrictEqual(table);
      }),
    );
  });

  it('[KQ1] copies little when it is large', () => {
    const table = tableOf(Array.from({ length: 20_000 }, (_, index) => `key ${index}`));
    expect(
      copied(
        table,
        changed(table, 'key 7', (before = 0) => before + 1),
      ),
    ).toBeLessThan(100);
  });

  it('[KQ1] holds keys that have one hash', () => {
    const keys = alikes(20);
    expect(new Set(keys.map((key) => hashOf(key))).size).toBe(1);
    const table = tableOf([...keys, ...keys.slice(0, 5)]);
    expect(new Map(cellsOf(table))).toEqual(new Map(keys.map((key, index) => [key, index < 5 ? 2 : 1])));
    expect(tableOf([...keys.slice(0, 5), ...keys.toReversed()])).toStrictEqual(table);
  });
});

/** Texts of one hash: their last two characters make good what the first one changed. */
function alikes(size: number): string[] {
  const wanted = hashOf('abc');
  const found: string[] = [];
  for (let first = 0x4e00; found.length < size; first++) {
    for (let second = 0x4e00; second < 0x9fff; second++) {
      const start = String.fromCharCode(first, second);
      // The last step is (hash ^ character) * prime, so what differs must fit into one character.
      const last = hashOf(start) ^ Math.imul(wanted, inverse);
      if (last >>> 16 !== 0) continue;
      found.push(start + String.fromCharCode(last));
      break;
    }
  }
  return found;
}

/** Of the prime of FNV-1a, modulo 2 ** 32. */
const inverse = 0x359c449b;

describe('the foremost', () => {
  it('[KQ2] are those that sorting would put first', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ max: 20 })), fc.nat(30), (numbers, most) => {
        const items = numbers.map((number, index) => ({ number, index }));
        const byNumber = (a: { number: number }, b: { number: number }) => a.number - b.number;
        expect(foremost(items, most, byNumber)).toEqual(items.toSorted(byNumber).slice(0, most));
      }),
    );
  });
});

it('[KQ3] works out once for each object', () => {
  let worked = 0;
  const size = once((list: readonly string[]) => {
    worked++;
    return list.length;
  });
  const list = ['a', 'b'];
  expect([size(list), size(list), size(['a'])]).toEqual([2, 2, 1]);
  expect(worked).toBe(2);
});
