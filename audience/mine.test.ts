/**
 * [N4] What was acknowledged stands until the server tells of a newer answer, or of a later round.
 */
import { expect, it } from 'vitest';
import { activityId } from '../protocol/ids.ts';
import type { Mine } from '../protocol/views.ts';
import { nothingMine, told } from './mine.ts';

const activity = activityId('constructor');
const own = (round: number, n: number): Mine => ({
  ...nothingMine,
  responses: { [activity]: { round, n, response: `${round} ${n}` } },
});

it.each([
  ['an older answer', own(1, 2), own(1, 1), own(1, 2)],
  ['none', own(1, 2), nothingMine, own(1, 2)],
  ['an earlier round', own(2, 1), own(1, 9), own(2, 1)],
  ['the same answer', own(1, 2), own(1, 2), own(1, 2)],
  ['a newer answer', own(1, 2), own(1, 3), own(1, 3)],
  ['a later round', own(1, 9), own(2, 1), own(2, 1)],
])('[N4] the server tells of %s', (_name, before, next, after) => {
  expect(told(before, next).responses).toEqual(after.responses);
});

it('[N4] all else is as the server tells', () => {
  const next: Mine = { responses: {}, personal: { [activity]: { group: 3 } }, alias: 'Ann' };
  expect(told(own(1, 1), next)).toMatchObject({ personal: next.personal, alias: 'Ann' });
});
