/** Timer on phones: this phone's own role now and next, and what is left of the round. */
import { useServerNow, useSpoken } from '../look/server-clock.ts';
import { styled } from '../look/styled.ts';
import type { PhoneViewProps } from '../views.ts';
import { words } from '../words/phone.ts';
import { fill } from '../words/say.ts';
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
import type { TimerPersonal, TimerRevealed } from './model.ts';
import css from './phone.css?inline';

styled(css);

type Props = PhoneViewProps<TimerOptions, undefined, TimerRevealed, TimerPersonal>;

export function TimerPhone({ options, revealed, personal, clockAhead, wayTo }: Props) {
  const state = revealed?.state ?? { is: 'ready', stretch: 0 };
  const at = positionAt(options, state, useServerNow(clockAhead, state.is === 'running'));
  const course = courseOf(options, state);
  const on = course[at.stretch];
  const all = roundsIn(course);
  const round = on && all > 1 ? fill(words.timerRound, { number: on.round + 1, all }) : '';
  const role = on && personal && rolesIn(options.roles, personal.size, on.round)[personal.seat];
  const said = useSpoken(
    at.phase === 'over' ? words.timeUp : [round, on?.name, role].filter(Boolean).join(', '),
  );
  return (
    <div class="watch">
      {on && personal && <Own options={options} course={course} on={on} at={at} personal={personal} />}
      <div class="watch-now" data-phase={at.phase} data-last={isLast(at)}>
        <p class="watch-round">
          {round !== '' && <span>{round}</span>}
          {on && on.name !== '' && <strong dir="auto">{on.name}</strong>}
        </p>
        <p class="watch-left" role="timer">
          {digitsOf(at)}
        </p>
        <TimeBar at={at} class="watch-bar" />
        <p class="watch-words">{wordsFor(at)}</p>
      </div>
      {on && !personal && (
        <Everybody
          options={options}
          on={on}
          sizes={revealed?.sizes ?? []}
          join={options.groups === undefined ? undefined : wayTo?.(options.groups)}
        />
      )}
      <p class="heard" aria-live="polite">
        {said}
      </p>
    </div>
  );
}

function wordsFor(at: Position): string {
  switch (at.phase) {
    case 'ready':
      return words.timerReady;
    case 'paused':
      return words.timerPaused;
    case 'running':
      return isLast(at) ? words.timerLast : '';
    case 'over':
    case 'ended':
      return words.timeUp;
  }
}

interface OwnProps {
  readonly options: TimerOptions;
  readonly course: readonly Stretch[];
  readonly on: Stretch;
  readonly at: Position;
  readonly personal: TimerPersonal;
}

function Own({ options: { roles }, course, on, at, personal: { seat, size, group } }: OwnProps) {
  const role = rolesIn(roles, size, on.round)[seat];
  const next = on.round + 1 < roundsIn(course) ? rolesIn(roles, size, on.round + 1)[seat] : undefined;
  const isFirst = at.stretch === 0 && at.phase === 'ready';
  return (
    <div class="watch-own">
      {role !== undefined && (
        <>
          <p class="watch-lead">{isFirst ? words.timerRoleFirst : words.timerRole}</p>
          <p class="watch-role" dir="auto">
            {role}
          </p>
          {next !== undefined && <p dir="auto">{fill(words.timerRoleNext, { role: next })}</p>}
        </>
      )}
      <p class="watch-place" dir="auto">
        {group === undefined
          ? fill(words.timerPlace, { letter: letterOf(seat) })
          : fill(words.timerPlaceIn, { group, letter: letterOf(seat) })}
      </p>
    </div>
  );
}

interface EverybodyProps {
  readonly options: TimerOptions;
  readonly on: Stretch;
  readonly sizes: readonly number[];
  /** Leads to where a place can be had, while there are some. */
  readonly join: (() => void) | undefined;
}

/** For a phone without a place: what groups there are do, by the letters that people agree on. */
function Everybody({ options: { roles, groups }, on, sizes: [size = roles.length], join }: EverybodyProps) {
  if (roles.length === 0 && groups === undefined) return null;
  return (
    <section class="watch-everybody">
      {groups !== undefined && <p class="note">{join ? words.timerNoGroup : words.timerNoPlace}</p>}
      {join && (
        <button type="button" class="main-button" onClick={join}>
          {words.groupsJoin}
        </button>
      )}
      {roles.length > 0 && (
        <>
          <h2>{words.timerRoles}</h2>
          <dl>
            {rolesIn(roles, Math.max(size, roles.length), on.round).map((role, seat) => (
              <div key={letterOf(seat)}>
                <dt>{letterOf(seat)}</dt>
                <dd dir="auto">{role}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </section>
  );
}
