/** What the audience is doing with one activity, and the two or three things a presenter does about it now. */
import { useSignal } from '@preact/signals';
import type { RuleActions } from '../../activities/kind.ts';
import { words } from '../../activities/words/console.ts';
import { count, fill } from '../../activities/words/say.ts';
import { activityId, participantId } from '../../protocol/ids.ts';
import type { ModerationEntry, PresenterActivity } from '../../protocol/views.ts';
import { Result } from '../mount.tsx';
import type { Control } from './control.ts';

interface PanelProps {
  readonly control: Control;
  readonly activity: PresenterActivity;
  readonly people: number;
  readonly now: number;
}

export function ActivityPanel({ control, activity, people, now }: PanelProps) {
  const { id, question, isOpen, answered, round, until } = activity;
  const onlyPresenter = activity.results === 'presenter';
  const shown = activity.shownOnPhones;
  return (
    <section class="panel" aria-labelledby={`panel-${id}`}>
      <h2 id={`panel-${id}`} dir="auto">
        {question}
      </h2>
      <p class="state">
        <span class={isOpen ? 'chip good' : 'chip'}>
          {isOpen ? `● ${words.isOpen}` : `○ ${words.isClosed}`}
        </span>
        <span class="chip">{resultsWords(activity)}</span>
        {round > 1 && <span class="chip">{fill(words.round, { number: round })}</span>}
        <span class="figures">
          {people >= answered && people > 0
            ? fill(words.answeredOf, { number: answered, people })
            : count(words.answered, answered)}
        </span>
        {until !== null && isOpen && (
          <span class="figures">
            {fill(words.secondsLeft, { number: Math.max(0, Math.ceil((until - now) / 1000)) })}
          </span>
        )}
      </p>
      <div class="actions">
        <button
          type="button"
          class="big"
          onClick={() => control.send({ type: isOpen ? 'close' : 'open', activity: id })}
        >
          {isOpen ? words.close : words.open} <kbd>O</kbd>
        </button>
        {!onlyPresenter && (
          <button
            type="button"
            class={shown ? 'big' : 'big main'}
            onClick={() => control.send({ type: shown ? 'hide' : 'show', activity: id })}
          >
            <span>
              {shown ? words.hide : words.show}
              <small>{shown ? words.hideWhat : words.showWhat}</small>
            </span>
            <kbd>S</kbd>
          </button>
        )}
        {until !== null && isOpen && (
          <button
            type="button"
            class="big"
            onClick={() => control.send({ type: 'extend', activity: id, by: 60_000 })}
          >
            {words.extend}
          </button>
        )}
      </div>
      <div class="panel-result">
        <Result
          activity={activity}
          revealed={activity.own}
          earlier={activity.earlier}
          now={now}
          rule={rulesFor(control, id)}
        />
      </div>
      {activity.entries.length > 0 && <Entries control={control} activity={activity} />}
      <AskAgain control={control} activity={activity} />
    </section>
  );
}

function resultsWords({ results, shownOnPhones, visible }: PresenterActivity): string {
  if (results === 'presenter') return words.presenterOnly;
  if (shownOnPhones) return words.onPhones;
  return visible === 'hidden' ? words.resultsHidden : words.inRoom;
}

function rulesFor(control: Control, id: PresenterActivity['id']): RuleActions {
  return {
    moderate: (participant, entry, verdict) =>
      void control.send({
        type: 'moderate',
        activity: activityId(id),
        participant: participantId(participant),
        entry,
        verdict,
      }),
    merge: (from, into) => void control.send({ type: 'merge', activity: activityId(id), from, into }),
  };
}

/** Asks once, since it clears the screen for a new round; the old answers are kept. */
function AskAgain({ control, activity }: Pick<PanelProps, 'control' | 'activity'>) {
  const asking = useSignal(false);
  if (!asking.value) {
    return (
      <button type="button" class="quiet" onClick={() => (asking.value = true)}>
        ↺ {words.askAgain}
      </button>
    );
  }
  const again = () => {
    asking.value = false;
    void control.send({ type: 'askAgain', activity: activity.id });
  };
  return (
    <section class="confirm" aria-label={words.askAgain}>
      <p>{fill(words.askAgainSure, { number: activity.round })}</p>
      <button type="button" onClick={again}>
        {words.askAgain}
      </button>
      <button type="button" class="quiet" onClick={() => (asking.value = false)}>
        {words.cancel}
      </button>
    </section>
  );
}

function Entries({ control, activity }: Pick<PanelProps, 'control' | 'activity'>) {
  const { entries, waiting } = activity;
  const pendingFirst = [...entries].sort(
    (a, b) => Number(b.verdict === 'pending') - Number(a.verdict === 'pending'),
  );
  return (
    <details class="entries" open={waiting > 0}>
      <summary>
        {words.entries} {waiting > 0 && <span class="chip warn">{count(words.waiting, waiting)}</span>}
      </summary>
      <ul>
        {pendingFirst.map((entry) => (
          <li key={`${entry.participant} ${entry.entry}`} class={entry.verdict}>
            <span dir="auto">
              {entry.text}
              {entry.verdict === 'hidden' && <em> ({words.hidden})</em>}
            </span>
            <EntryButtons control={control} activity={activity} entry={entry} />
          </li>
        ))}
      </ul>
    </details>
  );
}

interface EntryProps {
  readonly control: Control;
  readonly activity: PresenterActivity;
  readonly entry: ModerationEntry;
}

function EntryButtons({ control, activity, entry }: EntryProps) {
  const rule = (verdict: 'approve' | 'hide' | 'restore') =>
    void control.send({
      type: 'moderate',
      activity: activity.id,
      participant: entry.participant,
      entry: entry.entry,
      verdict,
    });
  const name = (action: string) => `${action}: ${entry.text}`;
  return (
    <span class="entry-buttons">
      {entry.verdict === 'pending' && (
        <button type="button" aria-label={name(words.approve)} onClick={() => rule('approve')}>
          {words.approve}
        </button>
      )}
      {entry.verdict === 'hidden' ? (
        <button type="button" aria-label={name(words.restore)} onClick={() => rule('restore')}>
          {words.restore}
        </button>
      ) : (
        <button type="button" class="quiet" aria-label={name(words.hideEntry)} onClick={() => rule('hide')}>
          {words.hideEntry}
        </button>
      )}
    </span>
  );
}
