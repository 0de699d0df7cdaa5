/** Hooks for what is shown by the server's clock: no drift, right after sleep, and the same on every screen and phone. */
import { useEffect, useRef, useState } from 'preact/hooks';

/**
 * The server's clock less this device's, milliseconds, from the `now` of a screen's latest view.
 * The device's clock goes on while it sleeps, so the difference stays true.
 */
export function useClockAhead(now: number): number {
  const seen = useRef<{ now: number; ahead: number }>(undefined);
  if (seen.current?.now !== now) seen.current = { now, ahead: now - Date.now() };
  return seen.current.ahead;
}

/** The server's clock, milliseconds since 1970, told anew each `every` ms while `runs`. */
export function useServerNow(ahead: number, runs: boolean, every = 200): number {
  const [, tick] = useState(0);
  useEffect(() => {
    if (!runs) return undefined;
    const timer = setInterval(() => tick((count) => count + 1), every);
    // Timers of a page that was hidden are late: what is seen again is right at once.
    const wake = () => tick((count) => count + 1);
    document.addEventListener('visibilitychange', wake);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', wake);
    };
  }, [runs, every]);
  return Date.now() + ahead;
}

/** Milliseconds between two things that are spoken: more often nobody could follow. */
const spokenEvery = 5_000;

/** The text for a live region: the latest, at most one in five seconds. What stands there at first is not spoken. */
export function useSpoken(text: string): string {
  const [spoken, setSpoken] = useState(text);
  const last = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    if (text === spoken) return undefined;
    const wait = Math.max(0, last.current + spokenEvery - performance.now());
    const timer = setTimeout(() => {
      last.current = performance.now();
      setSpoken(text);
    }, wait);
    return () => clearTimeout(timer);
  }, [text, spoken]);
  return spoken;
}
