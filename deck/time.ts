/** Times as a presenter reads them at a glance. */

import { clockTime } from '../activities/duration.ts';

export { clockTime as elapsed };

/** `0:43` until a moment; `0:00` only once it is there. Both in milliseconds of one clock. */
export function timeLeft(until: number, now: number): string {
  return clockTime(Math.ceil(Math.max(0, until - now) / 1000) * 1000);
}
