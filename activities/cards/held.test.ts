/**
 * Rules of a list that holds still.
 *
 * [V62] What is new is told of and not shown until it is asked for, unless the list is short.
 * [V63] What is shown keeps its order until the new one is taken up; what is gone leaves at once.
 */
import { describe, expect, it } from 'vitest';
import { held, reordered } from './held.ts';

const long = ['a', 'b', 'c', 'd', 'e', 'f'];

describe('held', () => {
  it('[V62] keeps what is new aside', () => {
    const { shown, fresh, wanted } = held(long, ['new', ...long]);
    expect(shown).toEqual(long);
    expect(fresh).toEqual(['new']);
    expect(wanted).toEqual(long);
  });

  it('[V62] lets new ones join a short list', () => {
    expect(held(['a', 'b'], ['new', 'b', 'a']).wanted).toEqual(['new', 'b', 'a']);
    expect(held([], ['a']).wanted).toEqual(['a']);
  });

  it('[V62] lets new ones join any list in a quiet moment, where a presenter looks', () => {
    const { shown, wanted } = held(long, ['new', ...long], 'quiet');
    expect(shown).toEqual(long);
    expect(wanted).toEqual(['new', ...long]);
  });

  it('[V63] keeps the order, and says the one to take up', () => {
    const { shown, wanted } = held(long, [...long].reverse());
    expect(shown).toEqual(long);
    expect(wanted).toEqual([...long].reverse());
  });

  it('[V63] drops what is gone, which has its place when it comes back', () => {
    const without = long.filter((key) => key !== 'c');
    expect(held(long, without).shown).toEqual(without);
    expect(held(long, long).shown).toEqual(long);
    const order = reordered(long, [...without].reverse());
    expect(order).toEqual(['f', 'e', 'd', 'b', 'a', 'c']);
    expect(held(order, long).fresh).toEqual([]);
  });
});
