/** Times as a presenter reads them at a glance. */

/** `4:07` or `1:04:07` from milliseconds; what is left of a second counts as none. */
export function elapsed(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const two = (number: number) => String(number).padStart(2, '0');
  const minutes = Math.floor(seconds / 60) % 60;
  const hours = Math.floor(seconds / 3600);
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** `0:43` until a moment; `0:00` only once it is there. Both in milliseconds of one clock. */
export function timeLeft(until: number, now: number): string {
  return elapsed(Math.ceil(Math.max(0, until - now) / 1000) * 1000);
}
