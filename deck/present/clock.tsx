/** The time of day, a stopwatch for the talk, and what is left of a question's time. */
import { useEffect } from 'preact/hooks';
import { words } from '../../activities/words/console.ts';
import { fill } from '../../activities/words/say.ts';
import { tick, useServerTime } from '../server-time.ts';
import { elapsed, timeLeft } from '../time.ts';
import { began, begin } from './preferences.ts';

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
  const left = timeLeft(until, useServerTime(now));
  return (
    <span class="chip figures countdown" role="timer">
      {fill(words.left, { time: left })}
    </span>
  );
}
