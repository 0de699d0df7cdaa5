/**
 * Rules of a word cloud.
 *
 * [V30] No two words overlap.
 * [V31] Every word is inside the box, the longest too.
 * [V32] A word keeps its place when it grows.
 * [V33] A new word moves no other.
 * [V34] The same words in the same order make the same cloud.
 * [V38] The cloud is not scaled anew for every vote.
 * [V35] Words are readable, or counted as left out.
 */
import { describe, expect, it } from 'vitest';
import { layOut, nothingPlaced } from './layout.ts';
import type { Measure } from './measure.ts';
import type { CloudWord } from './model.ts';
import { fitInto, type Measured, overlap, type Placed, place } from './place.ts';

const box = { width: 1440, height: 770 };
const aspect = box.width / box.height;
const least = 0.16;

/** Widths near those of a real typeface. */
const measure: Measure = (text) => ({ width: text.length * 0.56, up: 0.6, down: 0.15, sunk: 0.05 });

/** Draws from 0 up to 1, always the same row. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function wordsOf(number: number, seed = 1): CloudWord[] {
  const random = dice(seed);
  return Array.from({ length: number }, (_, index) => ({
    key: `word ${index}`,
    text: 'm'.repeat(2 + Math.floor(random() * 10)),
    count: 1 + Math.floor(40 / (index + 1)),
  }));
}

function measured(words: readonly CloudWord[]): Measured[] {
  return [...words]
    .sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1))
    .map(({ key, count, text }) => ({ key, count, width: measure(text).width, height: 0.75 }));
}

function expectApart(placed: ReadonlyMap<string, Placed>): void {
  const all = [...placed.values()];
  for (const [index, a] of all.entries()) {
    for (const b of all.slice(index + 1)) expect(overlap(a, b), `${a.key} and ${b.key}`).toBe(false);
  }
}

/** Places but for the cloud's drawing together, which moves all words by one factor. */
function directionOf(placed: ReadonlyMap<string, Placed>, key: string): string {
  const { x = 0, y = 0 } = placed.get(key) ?? {};
  const others = [...placed.values()].map((word) => Math.hypot(word.x, word.y));
  const far = Math.max(1e-9, ...others);
  return `${(x / far).toFixed(6)} ${(y / far).toFixed(6)}`;
}

describe.each([1, 2, 30, 150])('%i words', (number) => {
  const placed = place(measured(wordsOf(number)), new Map(), aspect, least);

  it('[V30] do not overlap', () => {
    expect(placed.size).toBe(number);
    expectApart(placed);
  });

  it('[V31] are inside the box', () => {
    const { scale, centre } = fitInto(placed.values(), box, 240);
    for (const { key, x, y, width, height } of placed.values()) {
      expect((Math.abs(x - centre.x) + width / 2) * scale, key).toBeLessThanOrEqual(box.width / 2 + 0.001);
      expect((Math.abs(y - centre.y) + height / 2) * scale, key).toBeLessThanOrEqual(box.height / 2 + 0.001);
    }
  });

  it('[V34] make the same cloud again', () => {
    expect(place(measured(wordsOf(number)), new Map(), aspect, least)).toEqual(placed);
  });
});

describe('a cloud that lives', () => {
  it.each([3, 8, 20])('[V32] word %i keeps its place when it grows', (index) => {
    const words = wordsOf(30);
    const before = place(measured(words), new Map(), aspect, least);
    const key = `word ${index}`;
    const grown = words.map((word) => (word.key === key ? { ...word, count: word.count + 3 } : word));
    const after = place(measured(grown), before, aspect, least);
    expect(after.get(key)?.size).toBeGreaterThan(before.get(key)?.size ?? 0);
    expect(after.get(key)).toMatchObject({ x: before.get(key)?.x, y: before.get(key)?.y });
    expectApart(after);
  });

  it('[V32] the largest keeps its place when it grows and all others shrink beside it', () => {
    const words = wordsOf(30);
    const before = place(measured(words), new Map(), aspect, least);
    const after = place(
      measured(words.map((word, index) => (index === 0 ? { ...word, count: 44 } : word))),
      before,
      aspect,
      least,
    );
    for (const { key } of words) expect(directionOf(after, key)).toBe(directionOf(before, key));
    expectApart(after);
  });

  it('[V33] a new word finds a free place', () => {
    const words = wordsOf(30);
    const before = place(measured(words), new Map(), aspect, least);
    const after = place(
      measured([...words, { key: 'new', text: 'brandnew', count: 1 }]),
      before,
      aspect,
      least,
    );
    for (const { key } of words) expect(after.get(key)).toEqual(before.get(key));
    expectApart(after);
  });

  it('[V30] words stay apart through two hundred votes', () => {
    const random = dice(9);
    const words = wordsOf(60, 3).map((word) => ({ ...word, count: 0 }));
    let placed: ReadonlyMap<string, Placed> = new Map();
    for (let vote = 0; vote < 200; vote++) {
      const word = words[Math.floor(random() ** 2 * words.length)];
      if (word) word.count++;
      placed = place(measured(words.filter(({ count }) => count > 0)), placed, aspect, least);
      expectApart(placed);
    }
  });
});

describe('the cloud in its box', () => {
  it('[V31] a word of forty letters is not cut', () => {
    const long = { key: 'long', text: 'Donaudampfschifffahrtsgesellschaftskapit', count: 9 };
    const { drawn } = layOut([long, ...wordsOf(3)], nothingPlaced, { width: 700, height: 300 }, measure, 14);
    const word = drawn.find(({ key }) => key === 'long');
    const width = measure(long.text).width * (word?.size ?? 0);
    expect((word?.x ?? 0) - width / 2).toBeGreaterThanOrEqual(0);
    expect((word?.x ?? 0) + width / 2).toBeLessThanOrEqual(700);
  });

  it('[V35] every word is readable, and all are accounted for', () => {
    const words = wordsOf(150);
    const { drawn, left } = layOut(words, nothingPlaced, box, measure, 28);
    expect(drawn.length + left).toBe(150);
    expect(drawn.length).toBeGreaterThan(60);
    for (const word of drawn) expect(word.size, word.key).toBeGreaterThanOrEqual(28);
  });

  it('[V38] through a hundred votes the cloud is scaled anew a few times only', () => {
    const random = dice(4);
    const words = wordsOf(40, 2).map((word) => ({ ...word }));
    let { memory } = layOut(words, nothingPlaced, box, measure, 20);
    let scaled = 0;
    for (let vote = 0; vote < 100; vote++) {
      const word = words[Math.floor(random() * words.length)];
      if (word) word.count++;
      const next = layOut(
        words.toSorted((a, b) => b.count - a.count),
        memory,
        box,
        measure,
        20,
      ).memory;
      if (next.stood?.fit !== memory.stood?.fit) scaled++;
      memory = next;
    }
    expect(scaled).toBeLessThan(40);
  });

  it('[V35] one word is large and not absurdly so', () => {
    const [word] = layOut([{ key: 'yes', text: 'yes', count: 1 }], nothingPlaced, box, measure, 28).drawn;
    expect(word?.size).toBeCloseTo(box.height * 0.3, 0);
  });
});
