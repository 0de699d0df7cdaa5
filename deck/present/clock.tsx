/** The time of day, a stopwatch for the talk, and what is left of a question's time. */
import { type ReadonlySignal, signal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { words } from '../../activities/words/console.ts';
import { fill } from '../../activities/words/say.ts';
import { began, begin } from './preferences.ts';
import { elapsed, timeLeft } from './time.ts';

const ticking = signal(Date.now());
setInterval(() => {
  ticking.value = Date.now();
}, 500);
/** This computer's clock, milliseconds since 1970. */
const tick: ReadonlySignal<number> = ticking;

export function Clock() {
  // Said once, so that a reload of this tab goes on from there.
  useEffect(() => begin(began.peek()), []);
  const now = tick.value;
  const time = new Date(now).toLocaleTimeString(undefined, { hour: 'numeric', minute: '2-digit' });
  const since = elapsed(now - began.value);
  return (
    <div class="clock">
      <p class="time">{time}</p>
      <button
        type="button"
        class="quiet stopwatch"
        title={words.restart}
        aria-label={fill(words.since, { time: since })}
        onClick={() => begin()}
      >
        <span aria-hidden="true">↺</span> {since}
      </button>
    </div>
  );
}

/** Counts down by the server's clock, which `now` says as of the last view. */
export function Countdown({ until, now }: { readonly until: number; readonly now: number }) {
  const [seen, setSeen] = useState({ now, at: Date.now() });
  if (seen.now !== now) setSeen({ now, at: Date.now() });
  const left = timeLeft(until, seen.now + Math.max(0, tick.value - seen.at));
  return (
    <span class="chip figures countdown" role="timer">
      {fill(words.left, { time: left })}
    </span>
  );
}
