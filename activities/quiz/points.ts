/** What an answer is worth. */
import type { Around } from '../steering.ts';

/** For a right answer at once, or at any time where speed does not count. */
export const fullPoints = 1000;

export interface Given {
  readonly right: boolean;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/**
 * Points of one answer, a whole number: none for a wrong one. Where speed counts, a right one loses half of the full
 * points evenly over the time there is, so the last moment, and the grace after it, give half:
 * 1000 × (1 − elapsed / time / 2). The idea is Kahoot's ("How points work", support.kahoot.com). Without a time limit
 * there is no measure of speed, and every right answer is worth the same.
 */
export function pointsFor(
  rule: 'speed' | 'flat',
  { right, at }: Given,
  { began, time }: Pick<Around<undefined>, 'began' | 'time'>,
): number {
  if (!right) return 0;
  if (rule === 'flat' || began === null || time === null) return fullPoints;
  const elapsed = Math.min(Math.max(0, at - began), time);
  return Math.round(fullPoints * (1 - elapsed / time / 2));
}
