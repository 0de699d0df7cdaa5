/**
 * The rules of pairing two surveys.
 *
 * [KU7] People are paired by equal codes, else by phone; nobody is in two pairs.
 * [KU8] A code that two people share pairs nobody; on one phone different codes are two people.
 * [KU9] A change is the mean of the pairs' differences, and is told from eight pairs on.
 * [KU10] While people answer nothing is told of pairs but to the presenter, and of few pairs never whose they are.
 */
import { describe, expect, it } from 'vitest';
import { cellsOf, changed, emptyTable, type Table } from '../table.ts';
import { comparisonOf, meansOf, pairsOf, type Telling, type Voice } from './pairs.ts';

type Said = Readonly<Record<string, { readonly code?: string; readonly trust?: number }>>;

function voices(said: Said): Table<Voice> {
  return Object.entries(said).reduce<Table<Voice>>((table, [participant, { code, trust }]) => {
    const ratings: Record<string, number> = trust === undefined ? {} : { trust };
    return changed(table, participant, () => (code === undefined ? { ratings } : { code, ratings }));
  }, emptyTable);
}

/** What was said, by participant. */
function saying(table: Table<Voice>): Said {
  return Object.fromEntries(
    cellsOf(table).map(([participant, { ratings }]) => [participant, { trust: ratings.trust ?? 0 }]),
  );
}

/** Ratings before and after of each pair, in order. */
function paired(before: Said, after: Said): string[] {
  return pairsOf(voices(before), voices(after))
    .map(([was, is]) => `${was.ratings.trust} ${is.ratings.trust}`)
    .sort();
}

describe('pairs', () => {
  it('[KU7] are made by phone', () => {
    expect(
      paired({ ann: { trust: 1 }, bob: { trust: 2 } }, { ann: { trust: 3 }, cem: { trust: 4 } }),
    ).toEqual(['1 3']);
  });

  it('[KU7] are made by code, whatever the phone', () => {
    const before = { ann: { code: 'oak 4', trust: 1 }, bob: { code: 'elm 9', trust: 2 } };
    expect(paired(before, { new: { code: 'oak 4', trust: 5 }, bob: { code: 'elm 9', trust: 3 } })).toEqual([
      '1 5',
      '2 3',
    ]);
    // Phones were exchanged.
    expect(paired(before, { bob: { code: 'oak 4', trust: 5 }, ann: { code: 'elm 9', trust: 3 } })).toEqual([
      '1 5',
      '2 3',
    ]);
  });

  it('[KU7] are made by phone where a code is missing on one side', () => {
    expect(paired({ ann: { trust: 1 } }, { ann: { code: 'oak 4', trust: 2 } })).toEqual(['1 2']);
    expect(paired({ ann: { code: 'oak 4', trust: 1 } }, { ann: { trust: 2 } })).toEqual(['1 2']);
  });

  it('[KU7] take nobody twice', () => {
    const before = { ann: { code: 'oak 4', trust: 1 } };
    expect(paired(before, { bob: { code: 'oak 4', trust: 2 }, ann: { trust: 3 } })).toEqual(['1 2']);
  });

  it('[KU8] are not made by a code that two people share, unless the phone is the same', () => {
    const before = { ann: { code: 'oak 4', trust: 1 }, bob: { code: 'oak 4', trust: 2 } };
    expect(paired(before, { new: { code: 'oak 4', trust: 3 } })).toEqual([]);
    expect(paired(before, { ann: { code: 'oak 4', trust: 3 }, bob: { code: 'oak 4', trust: 4 } })).toEqual([
      '1 3',
      '2 4',
    ]);
    const one = { ann: { code: 'oak 4', trust: 1 } };
    expect(paired(one, { cem: { code: 'oak 4', trust: 3 }, dan: { code: 'oak 4', trust: 4 } })).toEqual([]);
  });

  it('[KU8] are not made by a phone with another code', () => {
    expect(paired({ ann: { code: 'oak 4', trust: 1 } }, { ann: { code: 'elm 9', trust: 2 } })).toEqual([]);
  });
});

describe('a change', () => {
  /** So many people, who rated 1 to 5 in turn, and one more the second time. */
  const crowd = (size: number, more = 0) =>
    voices(
      Object.fromEntries(
        Array.from({ length: size }, (_, index) => [`p${index}`, { trust: (index % 5) + more }]),
      ),
    );
  const everybody = { before: 2.5, after: 3 };
  const compared = (pairs: number, telling: Telling) =>
    comparisonOf('trust', pairsOf(crowd(pairs), crowd(pairs, 1)), everybody, telling);

  it('[KU9] is the mean of differences, and its means are those of the pairs', () => {
    const before = { ...saying(crowd(10)), d: {}, e: { trust: 5 } };
    const after = { ...saying(crowd(10, 1)), d: { trust: 5 }, f: { trust: 1 } };
    expect(comparisonOf('trust', pairsOf(voices(before), voices(after)), everybody, 'counts')).toEqual({
      pairs: 10,
      before: 2,
      after: 3,
      change: 1,
    });
  });

  it('[KU9] is not told of few: then means are of everybody', () => {
    expect(compared(8, 'enough')).toMatchObject({ pairs: 8, change: 1 });
    expect(compared(7, 'counts')).toEqual({ pairs: 7, ...everybody, change: null });
    expect(meansOf(crowd(3)).has('other')).toBe(false);
  });

  it('[KU10] is not told while people answer, nor how many are paired', () => {
    for (const pairs of [0, 7, 8, 100])
      expect(compared(pairs, 'nothing')).toEqual({ pairs: null, ...everybody, change: null });
    expect(compared(7, 'enough')).toEqual({ pairs: null, ...everybody, change: null });
  });
});
