/** What is left of a question's time, for all to see: a ring that empties, and the seconds in it. */
import { fill } from '../activities/words/say.ts';
import { words } from '../activities/words/screen.ts';
import type { StageActivity } from '../protocol/views.ts';
import './countdown.css';
import { useServerTime } from './server-time.ts';
import { timeLeft } from './time.ts';

/** From so many milliseconds on it is said that the end is near: by weight and colour, never by flashing. */
const nearEnd = 5_000;

interface CountdownProps {
  /** The one that closes first is counted down. */
  readonly activities: readonly Pick<StageActivity, 'isOpen' | 'until' | 'time'>[];
  /** The server's clock as of the last view, milliseconds since 1970. */
  readonly now: number;
}

export function Countdown({ activities, now }: CountdownProps) {
  const [next] = activities
    .flatMap(({ isOpen, until, time }) => (isOpen && until !== null ? [{ until, time: time ?? 0 }] : []))
    .toSorted((a, b) => a.until - b.until);
  return next ? <Ring until={next.until} time={next.time} now={now} /> : null;
}

interface RingProps {
  readonly until: number;
  /** Milliseconds of a full ring; more is a full ring as well. */
  readonly time: number;
  readonly now: number;
}

function Ring({ until, time, now }: RingProps) {
  const clock = useServerTime(now);
  const left = Math.max(0, until - clock);
  const said = left <= 59_000 ? String(Math.ceil(left / 1000)) : timeLeft(until, clock);
  return (
    <p
      class="countdown-ring"
      role="timer"
      aria-label={fill(words.timeLeft, { time: said })}
      data-end={left <= nearEnd}
      data-over={left === 0}
      data-long={said.length > 2}
    >
      <svg viewBox="0 0 100 100" aria-hidden="true">
        <circle class="countdown-whole" cx="50" cy="50" r="45" />
        <circle
          class="countdown-left"
          cx="50"
          cy="50"
          r="45"
          pathLength="1"
          style={{ '--gone': 1 - Math.min(1, left / Math.max(1, time)) }}
        />
      </svg>
      <span aria-hidden="true">{said}</span>
    </p>
  );
}
