/** What a presenter does with questions, on the console: takes one on top, and marks it when it is answered. */
import { useHeld } from '../cards/held.ts';
import { focusNext } from '../look/focus-next.ts';
import type { ControlsProps } from '../views.ts';
import { words } from '../words/console.ts';
import { count, fill } from '../words/say.ts';
import '../cards/controls.css';
import type { QaOptions, QaRevealed, Question } from './model.ts';

type Props = ControlsProps<QaOptions, QaRevealed>;

const none: readonly Question[] = [];

export function QaControls({ id, revealed, enabled, command }: Props) {
  const { questions = none, answered = none, pinned = null } = revealed;
  const held = useHeld(questions, 'quiet');
  // The presenter sees what is new at once, below what is at hand for now.
  const list = [...held.shown, ...held.fresh];
  const ordered = [...list.filter(({ key }) => key === pinned), ...list.filter(({ key }) => key !== pinned)];
  return (
    <div class="cards-controls">
      <h3 id={`${id}-open`}>{words.steerQuestions}</h3>
      {ordered.length === 0 ? (
        <p class="soft">{words.noQuestions}</p>
      ) : (
        <ul class="cards-queue" aria-labelledby={`${id}-open`}>
          {ordered.map((question) => (
            <OpenRow
              key={question.key}
              question={question}
              isPinned={question.key === pinned}
              enabled={enabled}
              command={command}
            />
          ))}
        </ul>
      )}
      {answered.length > 0 && (
        <details>
          <summary>{count(words.answeredQuestions, answered.length + (revealed.moreAnswered ?? 0))}</summary>
          <ul class="cards-queue">
            {answered.map(({ key, text }) => (
              <li key={key}>
                <span class="cards-text soft" dir="auto">
                  {text}
                </span>
                <button
                  type="button"
                  class="quiet"
                  disabled={!enabled}
                  aria-label={fill(words.ofWhat, { action: words.markOpen, text })}
                  onClick={() => void command({ type: 'markOpen', entry: key })}
                >
                  {words.markOpen}
                </button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

interface RowProps extends Pick<Props, 'enabled' | 'command'> {
  readonly question: Question;
  readonly isPinned: boolean;
}

function OpenRow({ question: { key, text, votes }, isPinned, enabled, command }: RowProps) {
  const pinning = isPinned ? words.unpin : words.pin;
  return (
    <li class={isPinned ? 'is-pinned' : ''}>
      <span class="figures cards-votes">
        {votes}
        <span class="heard"> {count(words.votes, votes).replace(/^\S+ /, '')}</span>
      </span>
      <span class="cards-text" dir="auto">
        {text}
        {isPinned && <em> {words.pinned}</em>}
      </span>
      <span class="cards-buttons">
        <button
          type="button"
          disabled={!enabled}
          aria-label={fill(words.ofWhat, { action: pinning, text })}
          onClick={() => void command({ type: isPinned ? 'unpin' : 'pin', entry: key })}
        >
          {pinning}
        </button>
        <button
          type="button"
          class="quiet"
          disabled={!enabled}
          aria-label={fill(words.ofWhat, { action: words.markAnswered, text })}
          onClick={(event) => {
            focusNext(event.currentTarget);
            void command({ type: 'markAnswered', entry: key });
          }}
        >
          {words.markAnswered}
        </button>
      </span>
    </li>
  );
}
