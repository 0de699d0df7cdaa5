/**
 * Rules of the wall of texts.
 *
 * [V36] A card keeps its column while the columns stay.
 * [V37] Every card hangs exactly once, the newest on top.
 */
import { describe, expect, it } from 'vitest';
import { columnsFor, hang } from './wall.ts';

const nowhere: ReadonlyMap<string, number> = new Map();

/** Newest first, as the server sends them. */
function cards(number: number) {
  return Array.from({ length: number }, (_, index) => ({
    key: `card ${number - index}`,
    text: 'word '.repeat(((number - index) * 7) % 23).trim(),
  }));
}

describe('hang', () => {
  it('[V36] new cards move no other to another column', () => {
    let { places } = hang(cards(7), 3, nowhere);
    for (let number = 8; number <= 60; number++) {
      const next = hang(cards(number), 3, places);
      for (const [key, column] of places) expect(next.places.get(key), key).toBe(column);
      places = next.places;
    }
  });

  it('[V37] every card hangs once, and each column has the newest on top', () => {
    const { columns } = hang(cards(40), 3, nowhere);
    expect(columns.flat()).toHaveLength(40);
    expect(new Set(columns.flat().map((card) => card.key)).size).toBe(40);
    for (const column of columns) {
      const ages = column.map((card) => Number(card.key.split(' ')[1]));
      expect(ages).toEqual(ages.toSorted((a, b) => b - a));
    }
  });

  it('[V37] no column stays empty or takes most', () => {
    const { columns } = hang(cards(60), 3, nowhere);
    for (const column of columns) expect(column.length).toBeGreaterThan(10);
  });

  it('[V36] with more columns than before, the cards there were stay', () => {
    const two = hang(cards(6), 2, nowhere);
    const three = hang(cards(7), 3, two.places);
    for (const [key, column] of two.places) expect(three.places.get(key)).toBe(column);
  });
});

it('[V37] one card stands alone, few in two columns, many in three', () => {
  expect([0, 1, 2, 6, 7, 500].map(columnsFor)).toEqual([1, 1, 2, 2, 3, 3]);
});
