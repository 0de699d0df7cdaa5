/** Lengths of time as authors write them, and as clocks show them. */

/** What a time may look like, for the words of a fault. */
export const timeExample = 'like 20s, 2m or 1m30s';

const written = /^(?:(\d{1,3})m)?(?:(\d{1,4})s)?$/;

/** `20s`, `2m`, `1m30s`, or a number of seconds, up to a day; in milliseconds, or undefined for anything else. */
export function readTime(given: unknown): number | undefined {
  if (typeof given === 'number' && given > 0 && given <= 86_400) return Math.round(given * 1000);
  const [, minutes, seconds] = (typeof given === 'string' && written.exec(given)) || [];
  const ms = (Number(minutes ?? 0) * 60 + Number(seconds ?? 0)) * 1000;
  return ms > 0 ? ms : undefined;
}

/** `4:07` or `1:04:07` from milliseconds; what is left of a second counts as none. */
export function clockTime(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const two = (number: number) => String(number).padStart(2, '0');
  const minutes = Math.floor(seconds / 60) % 60;
  const hours = Math.floor(seconds / 3600);
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}
