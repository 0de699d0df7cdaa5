/** A timer on the console: what is left, and the buttons that run it. */
import { AskOnce } from '../look/ask-once.tsx';
import { useClockAhead, useServerNow } from '../look/server-clock.ts';
import type { ControlsProps } from '../views.ts';
import { words } from '../words/console.ts';
import { fill } from '../words/say.ts';
import { words as screenWords } from '../words/screen.ts';
import './controls.css';
import {
  courseOf,
  type Position,
  positionAt,
  roundsFor,
  roundsIn,
  type Stretch,
  type TimerOptions,
} from './course.ts';
import { digitsOf } from './face.tsx';
import type { TimerRevealed } from './model.ts';

const oneMinute = 60_000;

export function TimerControls({
  options,
  revealed,
  now,
  enabled,
  command,
}: ControlsProps<TimerOptions, TimerRevealed>) {
  const { state, sizes } = revealed;
  const ahead = useClockAhead(now);
  const at = positionAt(options, state, useServerNow(ahead, state.is === 'running'));
  const course = courseOf(options, state);
  const on = course[at.stretch];
  const next = course[at.stretch + 1];
  const needed = roundsFor(options, sizes);
  const isShort = needed > roundsIn(course);
  const isUp = at.phase === 'over' || at.phase === 'ended';
  const send = (type: string) => () => void command({ type });
  const isStill = at.phase === 'ended' || !enabled;
  return (
    <div class="timer-controls" data-phase={at.phase}>
      <p class="timer-standing">
        <strong role="timer">{digitsOf(at)}</strong>
        <span dir="auto">{standingWords(course, at)}</span>
      </p>
      <div class="timer-big">
        <button
          type="button"
          class={isUp ? 'big' : 'big main'}
          disabled={isStill}
          onClick={send(state.is === 'running' ? 'pause' : 'start')}
        >
          {mainWords(at)}
        </button>
        {course.length > 1 && (
          <button
            type="button"
            class={isUp && next ? 'big main' : 'big'}
            disabled={!next || !enabled}
            onClick={send('next')}
          >
            {next && next.round === course[at.stretch]?.round ? words.timerNextStep : words.timerNext}
          </button>
        )}
      </div>
      <div class="timer-small">
        <button
          type="button"
          disabled={!enabled}
          onClick={() => void command({ type: 'addTime', by: oneMinute })}
        >
          {words.extend}
        </button>
        {course.length > 1 && (
          <button type="button" class="quiet" disabled={at.stretch === 0 || !enabled} onClick={send('back')}>
            {words.timerBack}
          </button>
        )}
        {state.added !== undefined && (
          <button
            type="button"
            class="quiet"
            disabled={on?.round === roundsIn(course) - 1 || !enabled}
            onClick={send('dropRound')}
          >
            {words.timerDropRound}
          </button>
        )}
        <AskOnce
          label={words.timerReset}
          sure={words.timerResetSure}
          yes={words.timerResetYes}
          disabled={!enabled || (state.is === 'ready' && at.stretch === 0)}
          act={send('reset')}
        />
      </div>
      {isShort && (
        <div class="timer-note">
          <p>{fill(words.timerShort, { size: needed, rounds: roundsIn(course) })}</p>
          <button type="button" disabled={!enabled} onClick={send('addRound')}>
            {words.timerAddRound}
          </button>
        </div>
      )}
      {options.groups !== undefined && sizes.length === 0 && <p class="timer-note">{words.timerNoGroups}</p>}
      {options.sound && <p class="soft">{words.timerSoundHint}</p>}
    </div>
  );
}

function mainWords({ phase }: Position): string {
  switch (phase) {
    case 'running':
      return words.timerPause;
    case 'over':
      return words.timerStop;
    case 'paused':
      return words.timerGoOn;
    case 'ready':
    case 'ended':
      return words.timerStart;
  }
}

function standingWords(course: readonly Stretch[], at: Position): string {
  const on = course[at.stretch];
  const all = roundsIn(course);
  const round = on && all > 1 ? fill(screenWords.timerRound, { number: on.round + 1, all }) : '';
  const phase = at.phase === 'running' ? '' : screenWords.timerPhases[at.phase];
  return [phase, round, on?.name].filter(Boolean).join(' · ');
}
