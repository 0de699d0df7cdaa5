/** Lengths of time as authors write them, and as clocks show them. */

/** What a time may look like, for the words of a fault. */
export const timeExample = 'like 20s, 2m, 1m30s or 1h';

const written = /^(?:(\d{1,2})\s?h\s?)?(?:(\d{1,4})\s?m(?:in)?\s?)?(?:(\d{1,5})\s?s(?:ec)?)?$/;
const longest = 86_400_000;

/**
 * `20s`, `2m` or `2 min`, `1h`, these joined (`1m30s`, `1 h 15 min`), or a number of seconds, up to a day; in
 * milliseconds, or undefined for anything else.
 */
export function readTime(given: unknown): number | undefined {
  const ms =
    typeof given === 'number' ? Math.round(given * 1000) : typeof given === 'string' ? msIn(given) : 0;
  return ms > 0 && ms <= longest ? ms : undefined;
}

function msIn(text: string): number {
  const [, hours, minutes, seconds] = written.exec(text.trim().toLowerCase()) ?? [];
  return (Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0)) * 1000;
}

/** `4:07` or `1:04:07` from milliseconds; what is left of a second counts as none. */
export function clockTime(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const two = (number: number) => String(number).padStart(2, '0');
  const minutes = Math.floor(seconds / 60) % 60;
  const hours = Math.floor(seconds / 3600);
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}
