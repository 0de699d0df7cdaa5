/** What people wrote, for the presenter's verdict: a queue of what waits, and below it what is decided. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { focusNext } from '../../activities/look/focus-next.ts';
import { words } from '../../activities/words/console.ts';
import { count } from '../../activities/words/say.ts';
import type { ModerationEntry, PresenterActivity } from '../../protocol/views.ts';
import { base } from '../mount.tsx';
import { useScrolls } from '../scrolls.ts';
import type { Control } from './control.ts';

interface EntriesProps {
  readonly control: Control;
  readonly activity: PresenterActivity;
}

export function Entries({ control, activity }: EntriesProps) {
  const { entries, waiting } = activity;
  const list = useScrolls<HTMLDivElement>(entries.length);
  // The queue only grows at its end, so that no button moves away under a finger.
  const queue = entries.filter(({ verdict }) => verdict === 'pending');
  const decided = entries.filter(({ verdict }) => verdict !== 'pending');
  const more = waiting - queue.length;
  // Opens by itself when something waits, and never closes under the presenter's hand.
  const open = useSignal(waiting > 0);
  const waits = waiting > 0;
  useEffect(() => {
    if (waits) open.value = true;
  }, [waits, open]);
  return (
    <details
      class="entries"
      open={open.value}
      onToggle={(event) => {
        open.value = event.currentTarget.open;
      }}
    >
      <summary>
        {words.entries}
        {waits && <span class="chip warn figures">{count(words.waiting, waiting)}</span>}
      </summary>
      <div class="entries-list" ref={list}>
        {queue.length > 0 && (
          <ul class="queue" aria-label={words.queue}>
            {queue.map((entry) => (
              <Row key={keyOf(entry)} control={control} activity={activity} entry={entry} />
            ))}
          </ul>
        )}
        {more > 0 && <p class="soft">{count(words.moreWait, more)}</p>}
        {decided.length > 0 && (
          <ul class="decided" aria-label={words.decided}>
            {decided.map((entry) => (
              <Row key={keyOf(entry)} control={control} activity={activity} entry={entry} />
            ))}
          </ul>
        )}
      </div>
    </details>
  );
}

function keyOf({ participant, entry }: ModerationEntry): string {
  return `${participant} ${entry}`;
}

interface RowProps extends EntriesProps {
  readonly entry: ModerationEntry;
}

function Row({ control, activity, entry }: RowProps) {
  const { verdict, text, participant } = entry;
  const rule = (next: 'approve' | 'hide' | 'restore') =>
    void control.send({
      type: 'moderate',
      activity: activity.id,
      participant,
      entry: entry.entry,
      verdict: next,
    });
  const decide = (event: Event, next: 'approve' | 'hide') => {
    if (event.currentTarget instanceof HTMLElement) focusNext(event.currentTarget);
    rule(next);
  };
  return (
    <li class={`entry is-${verdict}`}>
      <span class="entry-text" dir="auto">
        {entry.picture !== undefined && (
          <img class="entry-picture" src={`${base}pictures/${entry.picture}`} alt={text} loading="lazy" />
        )}
        {text}
        {verdict === 'hidden' && <em> {words.hidden}</em>}
      </span>
      {verdict === 'pending' ? (
        <span class="entry-buttons">
          <button
            type="button"
            aria-label={`${words.approve}: ${text}`}
            onClick={(event) => decide(event, 'approve')}
          >
            {words.approve}
          </button>
          <button
            type="button"
            class="quiet"
            aria-label={`${words.hideEntry}: ${text}`}
            onClick={(event) => decide(event, 'hide')}
          >
            {words.hideEntry}
          </button>
        </span>
      ) : (
        <span class="entry-buttons">
          <button
            type="button"
            class="quiet"
            aria-label={`${verdict === 'hidden' ? words.restore : words.hideEntry}: ${text}`}
            onClick={() => rule(verdict === 'hidden' ? 'restore' : 'hide')}
          >
            {verdict === 'hidden' ? words.restore : words.hideEntry}
          </button>
        </span>
      )}
    </li>
  );
}
