/**
 * How groups stand on a screen.
 *
 * [VG1] Two to twenty-four groups are cards, more are a list; no screen holds more than are legible.
 * [VG2] A card shows as many names as there is room for, and says how many people are left.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gridFor, namesFor } from './cards.ts';

describe('the grid', () => {
  it('[VG1] has room for all cards, near the shape of a screen', () => {
    for (let groups = 1; groups <= 24; groups++) {
      const { cards, columns, rows } = gridFor(groups, 8);
      expect(cards).toBe(true);
      expect(columns * rows).toBeGreaterThanOrEqual(groups);
      expect(columns * rows - groups).toBeLessThan(columns);
      expect(columns).toBeLessThanOrEqual(5);
      expect(rows).toBeLessThanOrEqual(5);
    }
  });

  it('[VG1] is a list of few columns where names are long', () => {
    expect(gridFor(25, 8)).toMatchObject({ cards: false, lines: 0 });
    expect(gridFor(600, 8).rows).toBe(13);
    expect(gridFor(600, 30).columns).toBeLessThan(gridFor(600, 8).columns);
    expect(gridFor(600, 60).columns).toBe(2);
  });
});

describe('names on a card', () => {
  it('[VG2] are all there where they fit', () => {
    const trio = { names: ['Ann', 'Bo', 'Cy'], size: 3 };
    expect(namesFor(trio, { lines: 1, letters: 12 })).toEqual({ shown: trio.names, others: 0 });
    expect(namesFor(trio, { lines: 1, letters: 10 })).toEqual({ shown: ['Ann'], others: 2 });
    expect(namesFor({ ...trio, size: 5 }, { lines: 2, letters: 12 })).toEqual({
      shown: trio.names,
      others: 2,
    });
    expect(namesFor({ names: [], size: 5 }, { lines: 2, letters: 12 })).toEqual({ shown: [], others: 0 });
  });

  it('[VG2] account for everybody', () => {
    const names = fc.array(fc.string({ minLength: 1, maxLength: 40 }), { maxLength: 8 });
    fc.assert(
      fc.property(names, fc.nat(20), fc.integer({ min: 1, max: 8 }), (given, more, lines) => {
        const size = given.length + more;
        const { shown, others } = namesFor({ names: given, size }, { lines, letters: 14 });
        expect(given.slice(0, shown.length)).toEqual(shown);
        if (given.length > 0) expect(shown.length + others).toBe(size);
      }),
    );
  });
});
