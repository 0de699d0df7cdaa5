/**
 * [N5] What became of an answer is said under the round it was given in; only that this round came between is said here.
 */
import { expect, it } from 'vitest';
import { type Standings, standingOf, stood } from './standings.ts';

const activity = 'constructor';
const none: Standings = new Map();

it('[N5] nothing is said before the first answer', () => {
  expect(standingOf(none, { activity, round: 1 })).toBe(undefined);
});

it.each(['sending', 'waiting', 'saved', { refused: 'closed' }, { refused: 'invalid' }] as const)(
  '[N5] %j of round 1 does not stand under round 2',
  (standing) => {
    const standings = stood(none, { activity, round: 1 }, standing);
    expect(standingOf(standings, { activity, round: 1 })).toEqual(standing);
    expect(standingOf(standings, { activity, round: 2 })).toBe(undefined);
  },
);

it('[N5] an answer that another round overtook is told of there, until that is answered', () => {
  const overtaken = stood(none, { activity, round: 1 }, { refused: 'other-round' });
  expect(standingOf(overtaken, { activity, round: 2 })).toEqual({ refused: 'other-round' });
  const answered = stood(overtaken, { activity, round: 2 }, 'saved');
  expect(standingOf(answered, { activity, round: 2 })).toBe('saved');
});
