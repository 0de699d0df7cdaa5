/**
 * Rules of a question that was asked again.
 *
 * [V64] Nobody has answered the later round yet: the former one stands. Kept results show neither.
 * [V65] What is compared with is the first round that somebody answered.
 */
import { describe, expect, it } from 'vitest';
import { roundsOf } from './rounds.ts';

interface Result {
  readonly people: number;
  readonly bars?: readonly number[];
}

const kept = (people: number): Result => ({ people });
const shown = (people: number): Result => ({ people, bars: [people] });
const of = (revealed: Result, ...earlier: readonly Result[]) =>
  roundsOf(revealed, earlier, ({ bars }) => bars !== undefined);

describe('what a chart draws', () => {
  it.each([
    ['nothing in the first round without answers', of(shown(0)), undefined, 'waiting'],
    ['the first round', of(shown(3)), undefined, 'result'],
    ['[V64] the former round while nobody has answered the later', of(shown(0), shown(3)), 3, 'former'],
    ['both, once somebody has', of(shown(1), shown(3)), 3, 'result'],
    ['[V64] neither while results are kept', of(kept(1), shown(3)), undefined, 'waiting'],
    ['[V64] neither while results are kept from the start', of(kept(0), kept(3)), undefined, 'waiting'],
    ['[V65] no round that nobody answered', of(shown(2), shown(0)), undefined, 'result'],
    ['[V65] the first that somebody did', of(shown(0), shown(0), shown(4), shown(5)), 4, 'former'],
  ] as const)('%s', (_name, { first, drawn }, people, what) => {
    expect([first?.people, drawn]).toEqual([people, what]);
  });
});
