/** Agenda on screens: what happens when, with what is on now. */
import { useEffect, useState } from 'preact/hooks';
import type { ScreenViewProps } from '../views.ts';
import '../look/chart.css';
import { useFit } from '../look/fit.ts';
import { words } from '../words/screen.ts';
import { type AgendaOptions, currentItem, isFor } from './model.ts';
import './screen.css';

export function AgendaScreen({ question, options, results, now }: ScreenViewProps<AgendaOptions, unknown>) {
  const { today, minutes } = useClock(now);
  // On paper no time is now.
  const isToday = results !== 'final' && isFor(options, today);
  const on = isToday ? currentItem(options.items, minutes) : -1;
  const ref = useFit<HTMLOListElement>(options.items.map((item) => item.text).join('\n'));
  const timed = options.items.some((item) => item.start !== undefined);
  return (
    <div class="chart agenda">
      <ol class="agenda-items" ref={ref} aria-label={question} data-timed={timed}>
        {options.items.map(({ text, start, end }, index) => {
          const isOn = index === on;
          return (
            <li
              key={`${start} ${text}`}
              class="agenda-item"
              data-when={isOn ? 'now' : isToday && isPast(options, index, minutes) ? 'past' : 'later'}
              aria-current={isOn ? 'time' : undefined}
            >
              {timed && (
                <span class="agenda-time">
                  {start !== undefined && timeOf(start)}
                  {end !== undefined && <span class="agenda-end">–{timeOf(end)}</span>}
                </span>
              )}
              <span class="agenda-text" dir="auto">
                {text}
              </span>
              {isOn && <span class="agenda-now">{words.onNow}</span>}
            </li>
          );
        })}
      </ol>
    </div>
  );
}

interface Clock {
  /** As 2026-11-25. */
  readonly today: string;
  /** Since midnight. */
  readonly minutes: number;
}

/** Day and time where the screen stands: `now` corrects a wrong clock and goes on between two views. */
function useClock(now: number): Clock {
  const [passed, setPassed] = useState(0);
  useEffect(() => {
    const began = performance.now();
    setPassed(0);
    const timer = setInterval(() => setPassed(performance.now() - began), 15_000);
    return () => clearInterval(timer);
  }, [now]);
  const date = new Date(now + passed);
  const day = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
  return {
    today: day.map((part) => String(part).padStart(2, '0')).join('-'),
    minutes: date.getHours() * 60 + date.getMinutes(),
  };
}

function isPast({ items }: AgendaOptions, index: number, clock: number): boolean {
  const end = items[index]?.end ?? items.slice(index + 1).find((item) => item.start !== undefined)?.start;
  return items[index]?.start !== undefined && end !== undefined && end <= clock;
}

function timeOf(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}
