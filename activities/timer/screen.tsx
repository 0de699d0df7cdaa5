/** Timer on screens: what is left in huge figures, the rounds as steps, and who has which role. */
import type { ScreenViewProps } from '../views.ts';
import '../look/chart.css';
import { clockTime } from '../duration.ts';
import { useClockAhead, useServerNow, useSpoken } from '../look/server-clock.ts';
import { fill } from '../words/say.ts';
import { words } from '../words/screen.ts';
import { useChime } from './chime.ts';
import {
  courseOf,
  letterOf,
  type Position,
  positionAt,
  rolesIn,
  roundsIn,
  type Stretch,
  type TimerOptions,
} from './course.ts';
import { digitsOf, isLast, TimeBar } from './face.tsx';
import type { TimerRevealed } from './model.ts';
import './screen.css';

type Props = ScreenViewProps<TimerOptions, TimerRevealed>;

export function TimerScreen({ options, revealed, now, aloud = false }: Props) {
  const { state, sizes } = revealed;
  const ahead = useClockAhead(now);
  const at = positionAt(options, state, useServerNow(ahead, state.is === 'running'));
  const isSilent = useChime(state, at, aloud && options.sound);
  const course = courseOf(options, state);
  const on = course[at.stretch];
  const count = roundWords(course, on);
  const said = useSpoken(at.phase === 'over' ? words.timerPhases.over : `${count} ${on?.name ?? ''}`.trim());
  return (
    <div class="chart timer" data-phase={at.phase} data-last={isLast(at)}>
      <div class="chart-body timer-body">
        <div class="timer-main">
          <p class="timer-title">
            {count !== '' && <span class={on?.name === '' ? 'timer-name' : 'timer-count'}>{count}</span>}
            {on?.name !== '' && (
              <span class="timer-name" dir="auto">
                {on?.name}
              </span>
            )}
          </p>
          <Clock at={at} />
          <TimeBar at={at} class="timer-bar" />
        </div>
        {on && options.roles.length > 0 && <Roles options={options} course={course} on={on} sizes={sizes} />}
      </div>
      <Steps course={course} on={at.stretch} />
      {isSilent && <p class="timer-silent">{words.timerSoundBlocked}</p>}
      {aloud && (
        <p class="heard" aria-live="polite">
          {said}
        </p>
      )}
    </div>
  );
}

/** "Round 2 of 3", or nothing where there is but one. */
function roundWords(course: readonly Stretch[], on: Stretch | undefined): string {
  const all = roundsIn(course);
  return on && all > 1 ? fill(words.timerRound, { number: on.round + 1, all }) : '';
}

function Clock({ at }: { readonly at: Position }) {
  const digits = digitsOf(at);
  // The size is that of the longest time this stretch shows, so that no figure jumps as time goes by.
  const longest = Math.max(clockTime(at.total).length, digits.length);
  return (
    <div class="timer-clock" style={{ '--length': longest }}>
      <p class="timer-digits" role="timer">
        {digits}
      </p>
      <p class="timer-words">{wordsFor(at)}</p>
    </div>
  );
}

function wordsFor(at: Position): string {
  if (at.phase === 'running') return isLast(at) ? words.timerLast : '';
  return words.timerPhases[at.phase];
}

interface RolesProps {
  readonly options: TimerOptions;
  readonly course: readonly Stretch[];
  readonly on: Stretch;
  readonly sizes: readonly number[];
}

/** By places in a group: now and next; or now alone, for groups of several sizes. */
function Roles({ options: { roles }, course, on, sizes }: RolesProps) {
  const [size = roles.length, ...others] = sizes;
  const next = on.round + 1 < roundsIn(course);
  const columns =
    others.length > 0
      ? sizes.map((each) => {
          return { head: fill(words.timerSize, { number: each }), cells: rolesIn(roles, each, on.round) };
        })
      : [
          { head: words.timerNow, cells: rolesIn(roles, size, on.round) },
          ...(next ? [{ head: words.timerThen, cells: rolesIn(roles, size, on.round + 1) }] : []),
        ];
  const places = Math.max(...columns.map(({ cells }) => cells.length));
  return (
    <table class="timer-roles" data-sizes={others.length > 0}>
      <thead>
        <tr>
          <th scope="col">
            <span class="heard">{words.timerPlace}</span>
          </th>
          {columns.map(({ head }) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {Array.from({ length: places }, (_, seat) => (
          <tr key={letterOf(seat)}>
            <th scope="row">{letterOf(seat)}</th>
            {columns.map(({ head, cells }) => (
              <td key={head}>
                <bdi>{cells[seat] ?? '–'}</bdi>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** More steps than these have no room for their names. */
const named = 6;

/** Of one round where each has several, else all rounds. */
function Steps({ course, on }: { readonly course: readonly Stretch[]; readonly on: number }) {
  const round = course[on]?.round;
  const within = course.filter((each) => each.round === round);
  const steps = within.length > 1 ? within : course;
  if (steps.length < 2) return null;
  const first = within.length > 1 ? course.findIndex((each) => each.round === round) : 0;
  return (
    <ol class="timer-steps" data-named={steps.length <= named}>
      {steps.map(({ name, time }, index) => {
        const place = first + index;
        const when = place === on ? 'now' : place < on ? 'past' : 'later';
        return (
          <li key={place} data-when={when} aria-current={when === 'now' ? 'step' : undefined}>
            <span class="timer-step">
              <bdi>{steps.length <= named && name !== '' ? name : index + 1}</bdi>
            </span>
            {steps.length <= named && <span class="timer-step-time">{clockTime(time)}</span>}
          </li>
        );
      })}
    </ol>
  );
}
