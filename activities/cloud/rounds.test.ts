/**
 * Rules of a cloud that was asked again.
 *
 * [V66] A word that both rounds have is one word; one that only the first has stands beside, behind all others.
 * [V67] Words of the first round keep their sizes to one another, and never make those of now too small.
 * [V68] What is hidden, or waits, is in neither.
 */
import { describe, expect, it } from 'vitest';
import type { CloudWord } from './model.ts';
import { wordsOfRounds } from './rounds.ts';

const wordsOf = (counts: Readonly<Record<string, number>>): CloudWord[] =>
  Object.entries(counts).map(([key, count]) => ({ key, text: key, count }));
const both = (now: Readonly<Record<string, number>>, first: Readonly<Record<string, number>>, more = 0) =>
  wordsOfRounds({ words: wordsOf(now) }, { words: wordsOf(first), more }).all;

describe('two rounds of words', () => {
  it('[V66] are one cloud', () => {
    expect(both({ calm: 3, brave: 1 }, { tired: 4, calm: 1 })).toEqual([
      { key: 'calm', text: 'calm', count: 3, is: 'both', now: 3, before: 1 },
      { key: 'brave', text: 'brave', count: 1, is: 'new', now: 1, before: 0 },
      { key: 'tired', text: 'tired', count: 4, is: 'former', now: 0, before: 4 },
    ]);
  });

  it('[V66] the first alone is drawn as it was', () => {
    expect(both({}, { tired: 4, calm: 1 }).map(({ key, count, is }) => [key, count, is])).toEqual([
      ['tired', 4, 'former'],
      ['calm', 1, 'former'],
    ]);
  });

  it('[V66] calls nothing new where the first list was cut', () => {
    expect(both({ calm: 3 }, { tired: 4 }, 12)[0]?.is).toBe('both');
  });

  it('[V66] in a first round nothing is new', () => {
    expect(wordsOfRounds({ words: wordsOf({ calm: 2 }) }, undefined).all).toMatchObject([
      { key: 'calm', count: 2, is: 'both' },
    ]);
  });

  it('[V67] the outlines keep their sizes, whatever is written first', () => {
    const [now, large, small] = both({ brave: 1 }, { tired: 40, calm: 10 });
    expect((large?.count ?? 0) / (small?.count ?? 1)).toBe(4);
    expect((now?.count ?? 0) / (large?.count ?? 1)).toBe(1 / 4);
  });

  it('[V67] and the scale, when the largest of them is written again', () => {
    const first = { words: wordsOf({ tired: 40, calm: 10 }) };
    const before = wordsOfRounds({ words: [] }, first);
    const now = wordsOfRounds({ words: wordsOf({ tired: 12 }) }, first);
    expect([before.most, now.most]).toEqual([40, 40]);
    expect(now.all.map(({ key, count }) => [key, count])).toEqual([
      ['tired', 12],
      ['calm', 10],
    ]);
  });

  it('[V68] hidden words are drawn nowhere', () => {
    const rude: CloudWord = { key: 'rude', text: 'rude', count: 9, verdict: 'hidden' };
    const waits: CloudWord = { key: 'new', text: 'new', count: 9, verdict: 'pending' };
    expect(wordsOfRounds({ words: [rude, waits] }, { words: [rude], more: 0 }).all).toEqual([]);
  });
});
