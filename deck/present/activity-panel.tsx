/** What the audience is doing with one activity, and the two or three things a presenter does about it now. */

import { screenViews } from '../../activities/screen-views.ts';
import type { RuleActions } from '../../activities/views.ts';
import { words } from '../../activities/words/console.ts';
import { count, fill } from '../../activities/words/say.ts';
import { participantId } from '../../protocol/ids.ts';
import type { PresenterActivity, PresenterView } from '../../protocol/views.ts';
import { Result } from '../mount.tsx';
import { Countdown } from './clock.tsx';
import { type Control, opening, showing } from './control.ts';
import { Entries } from './entries.tsx';

interface PanelProps {
  readonly control: Control;
  readonly activity: PresenterActivity;
  readonly view: PresenterView;
  /** The keys are about this one. */
  readonly hasKeys: boolean;
}

export function ActivityPanel({ control, activity, view, hasKeys }: PanelProps) {
  const { id, question, own, earlier } = activity;
  const deck = control.deck.value;
  return (
    <section class={hasKeys ? 'panel has-keys' : 'panel'} aria-labelledby={`panel-${id}`}>
      <div class="panel-head">
        <h2 id={`panel-${id}`} dir="auto" lang={deck?.lang}>
          {question}
        </h2>
        {activity.asks && <State activity={activity} view={view} />}
      </div>
      {activity.asks && (
        <>
          <Actions control={control} activity={activity} view={view} hasKeys={hasKeys} />
          <RarerActions control={control} activity={activity} view={view} hasKeys={hasKeys} />
        </>
      )}
      <KindControls control={control} activity={activity} view={view} />
      <div class="panel-result">
        <Result
          activity={activity}
          revealed={own}
          earlier={earlier}
          now={view.now}
          rule={rulesFor(control, id)}
        />
      </div>
      {activity.entries.length > 0 && <Entries control={control} activity={activity} />}
    </section>
  );
}

/** What the kind itself lets a presenter do: deal groups, start a timer, mark a question as answered. */
function KindControls({ control, activity, view }: Omit<PanelProps, 'hasKeys'>) {
  const { id, kind, options, own } = activity;
  const { Controls } = screenViews[kind];
  if (!Controls) return null;
  return (
    <div class="kind-controls">
      <Controls
        id={`controls-${id}`}
        options={options}
        revealed={own}
        now={view.now}
        people={view.people}
        enabled={!view.ended}
        command={(command) => control.send({ ...command, activity: id })}
      />
    </div>
  );
}

function State({ activity, view }: Pick<PanelProps, 'activity' | 'view'>) {
  const { isOpen, round, until, answered } = activity;
  const { people } = view;
  return (
    <p class="state">
      <span class={isOpen ? 'chip good' : 'chip'}>
        {isOpen ? `● ${words.isOpen}` : `○ ${words.isClosed}`}
      </span>
      {until !== null && isOpen && <Countdown until={until} now={view.now} />}
      <span class="chip">{resultsWords(activity)}</span>
      {round > 1 && <span class="chip figures">{fill(words.round, { number: round })}</span>}
      <span class="figures turnout">
        {people >= answered && people > 0
          ? fill(words.answeredOf, { number: answered, people })
          : count(words.answered, answered)}
      </span>
    </p>
  );
}

function resultsWords({ results, shownOnPhones, visible }: PresenterActivity): string {
  if (results === 'presenter') return words.presenterOnly;
  if (shownOnPhones) return words.onPhones;
  return visible === 'hidden' ? words.resultsHidden : words.inRoom;
}

function Actions({ control, activity, view, hasKeys }: PanelProps) {
  const { isOpen, over, results, shownOnPhones, visible } = activity;
  const what = shownOnPhones ? words.hideWhat : visible === 'hidden' ? words.showWhat : words.showOnPhones;
  return (
    <div class="actions">
      <button
        type="button"
        class="big open-close"
        disabled={view.ended || over}
        onClick={() => control.send(opening(activity))}
      >
        <span>
          {isOpen ? words.close : words.open}
          <small>{isOpen ? words.closeWhat : over ? words.answerIsOut : words.openWhat}</small>
        </span>
        {hasKeys && <kbd>O</kbd>}
      </button>
      {results !== 'presenter' && (
        <button
          type="button"
          class={shownOnPhones ? 'big show-hide' : 'big main show-hide'}
          onClick={() => control.send(showing(activity))}
        >
          <span>
            {shownOnPhones ? words.hide : words.show}
            <small>{what}</small>
          </span>
          {hasKeys && <kbd>S</kbd>}
        </button>
      )}
    </div>
  );
}

const oneMinute = 60_000;

/** Always one line, so that nothing below moves when one of them comes or goes. */
function RarerActions({ control, activity, view, hasKeys }: PanelProps) {
  const { id, isOpen, results, shownOnPhones, visible, until } = activity;
  return (
    <div class="rarer">
      {until !== null && isOpen && (
        <button type="button" onClick={() => control.send({ type: 'extend', activity: id, by: oneMinute })}>
          {words.extend}
        </button>
      )}
      {results !== 'presenter' && visible !== 'hidden' && !shownOnPhones && (
        <button type="button" class="quiet" onClick={() => control.send({ type: 'hide', activity: id })}>
          {words.hideInRoom}
        </button>
      )}
      <button
        type="button"
        class="quiet ask-again"
        disabled={view.ended}
        onClick={() => {
          control.dialog.value = { is: 'askAgain', activity: id };
        }}
      >
        ↺ {words.askAgain} {hasKeys && <kbd>A</kbd>}
      </button>
    </div>
  );
}

function rulesFor(control: Control, activity: PresenterActivity['id']): RuleActions {
  return {
    command: (command) => control.send({ ...command, activity }),
    moderate: (participant, entry, verdict) =>
      void control.send({
        type: 'moderate',
        activity,
        participant: participantId(participant),
        entry,
        verdict,
      }),
    merge: (from, into) => void control.send({ type: 'merge', activity, from, into }),
  };
}
