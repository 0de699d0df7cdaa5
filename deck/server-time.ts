/** The server's clock on a screen, ticking between two views. */
import { type ReadonlySignal, signal } from '@preact/signals';
import { useState } from 'preact/hooks';

const tickEvery = 250;
const ticking = signal(Date.now());
setInterval(() => {
  ticking.value = Date.now();
}, tickEvery);
/** This computer's clock, milliseconds since 1970. */
export const tick: ReadonlySignal<number> = ticking;

/**
 * `now` is the server's clock as of the last view. This computer's own clock only measures what has passed since, so it
 * may be wrong; it goes on while the computer sleeps.
 */
export function useServerTime(now: number): number {
  const [seen, setSeen] = useState({ now, at: Date.now() });
  if (seen.now !== now) setSeen({ now, at: Date.now() });
  return seen.now + Math.max(0, tick.value - seen.at);
}
