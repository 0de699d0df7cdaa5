/** Q&A on phones: ask, see what others ask, and vote for it. */
import { useRef } from 'preact/hooks';
import { useHeld } from '../cards/held.ts';
import { OwnCardsList } from '../cards/own-cards.tsx';
import type { CardsResponse, OwnCards } from '../cards/response.ts';
import '../cards/style.ts';
import { VoteButton } from '../cards/vote-button.tsx';
import { WriteBox } from '../cards/write-box.tsx';
import { useWriting, type Writing } from '../cards/writing.ts';
import { useGlide } from '../look/move.ts';
import type { PhoneViewProps } from '../views.ts';
import { words } from '../words/phone.ts';
import { count, fill } from '../words/say.ts';
import type { QaOptions, QaRevealed, Question } from './model.ts';

/** As in the model, which phones do not load. */
const mostVotes = 50;
/** From so few votes left on, the number is shown. */
const fewVotes = 5;

type Props = PhoneViewProps<QaOptions, CardsResponse, QaRevealed, OwnCards>;

export function QaPhone(props: Props) {
  const { id, options, open, revealed, personal } = props;
  const writing = useWriting(props, { columns: [], votes: mostVotes, joins: 0 });
  const own = new Set(personal?.cards.map(({ key }) => key));
  const all = [...(revealed?.questions ?? []), ...(revealed?.answered ?? [])];
  const answered = new Set(revealed?.answered?.map(({ key }) => key));
  return (
    <div class="cards-form">
      <WriteBox
        id={id}
        writing={writing}
        open={open}
        label={words.askLabel}
        action={words.ask}
        limit={options.limit}
        most={options.questions}
        full={words.askedAll}
      />
      <OwnCardsList
        id={id}
        title={words.yourQuestions}
        writing={writing}
        open={open}
        told={personal}
        votesOf={(key) => all.find((each) => each.key === key)?.votes}
        statesOf={(key) => [
          key === revealed?.pinned ? `★ ${words.isPinned}` : undefined,
          answered.has(key) ? `✓ ${words.isAnswered}` : undefined,
        ]}
      />
      {revealed?.questions && (
        <Others
          id={id}
          questions={revealed.questions.filter(({ key }) => !own.has(key))}
          answered={revealed.answered?.filter(({ key }) => !own.has(key)) ?? []}
          pinned={revealed.pinned ?? null}
          writing={writing}
          open={open}
        />
      )}
    </div>
  );
}

interface OthersProps {
  readonly id: string;
  readonly questions: readonly Question[];
  readonly answered: readonly Question[];
  readonly pinned: string | null;
  readonly writing: Writing;
  readonly open: boolean;
}

function Others({ id, questions, answered, pinned, writing, open }: OthersProps) {
  const { shown, fresh, showFresh } = useHeld(questions);
  const list = useRef<HTMLUListElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  useGlide(list);
  const { votes } = writing.response;
  const left = mostVotes - votes.length;
  // What is talked about stands first, whatever its votes.
  const ordered = [...shown].sort((a, b) => Number(b.key === pinned) - Number(a.key === pinned));
  return (
    <section class="results" aria-labelledby={`${id}-others`}>
      <h2 id={`${id}-others`} ref={title} tabIndex={-1}>
        {words.everybodysQuestions}
      </h2>
      {left <= fewVotes && (
        <p class="hint">{fill(words.votesLeft, { number: Math.max(0, left), most: mostVotes })}</p>
      )}
      {fresh.length > 0 && (
        <button
          type="button"
          class="fresh-button"
          onClick={() => {
            showFresh();
            title.current?.focus();
          }}
        >
          {count(words.newQuestions, fresh.length)}
        </button>
      )}
      {shown.length === 0 && <p class="note">{words.noQuestions}</p>}
      <ul ref={list}>
        {ordered.map(({ key, text, votes: number }) => (
          <li key={key} data-key={key} class="card-row">
            <p class="card-text" dir="auto">
              {text}
            </p>
            <VoteButton
              text={text}
              votes={number}
              pressed={votes.includes(key)}
              disabled={!open || (left <= 0 && !votes.includes(key))}
              toggle={() => writing.vote(key)}
            />
            {key === pinned && <p class="card-says">★ {words.isPinned}</p>}
          </li>
        ))}
      </ul>
      {answered.length > 0 && (
        <details class="done-cards">
          <summary>{count(words.answeredQuestions, answered.length)}</summary>
          <ul>
            {answered.map(({ key, text }) => (
              <li key={key} class="card-text" dir="auto">
                ✓ {text}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
