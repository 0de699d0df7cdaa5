/** Quiz on phones: one tap answers where one answer is right; once the answer is shown, how it went and why. */
import { useState } from 'preact/hooks';
import { styled } from '../look/styled.ts';
import type { PhoneViewProps } from '../views.ts';
import { words } from '../words/phone.ts';
import { count, fill, grouped } from '../words/say.ts';
import type { QuizBar, QuizOptions, QuizPersonal, QuizResponse, QuizRevealed } from './model.ts';
import css from './phone.css?inline';

styled(css);

type Props = PhoneViewProps<QuizOptions, QuizResponse, QuizRevealed, QuizPersonal>;

export function QuizPhone(props: Props) {
  const { id, options, own, open, send, keepDraft, revealed } = props;
  const [chosen, setChosen] = useState<readonly string[]>(
    isQuizResponse(props.draft) ? props.draft.options : (own?.options ?? []),
  );
  if (revealed?.correct !== undefined && revealed.bars)
    return <Outcome {...props} bars={revealed.bars} chosen={own?.options ?? []} />;
  const { several } = options;
  const toggle = (answer: string) => {
    const without = chosen.filter((each) => each !== answer);
    const next = several ? (without.length < chosen.length ? without : [...chosen, answer]) : [answer];
    setChosen(next);
    // A tap is the answer where one is right; another tap changes it.
    if (!several) send({ options: next });
    else keepDraft(next.length > 0 ? { options: next } : undefined);
  };
  const submit = (event: Event) => {
    event.preventDefault();
    if (several && chosen.length > 0) send({ options: [...chosen] });
  };
  return (
    <form onSubmit={submit}>
      <fieldset disabled={!open} aria-labelledby={`question-${id}`}>
        {several && <p class="hint">{words.chooseAll}</p>}
        {options.answers.map((answer) => (
          <label class="choice quiz-choice" key={answer.id}>
            <input
              type={several ? 'checkbox' : 'radio'}
              name={`${id}-answer`}
              checked={chosen.includes(answer.id)}
              onChange={() => toggle(answer.id)}
            />
            <span dir="auto">{answer.text}</span>
          </label>
        ))}
      </fieldset>
      {several && open && (
        <div class="send">
          <button type="submit" class="main-button" disabled={chosen.length === 0}>
            {own === undefined ? words.send : words.change}
          </button>
        </div>
      )}
    </form>
  );
}

interface OutcomeProps extends Props {
  readonly bars: readonly QuizBar[];
  /** What this phone answered. */
  readonly chosen: readonly string[];
}

function Outcome({ bars, chosen, personal }: OutcomeProps) {
  return (
    <section class="results quiz-results">
      <h2>{words.results}</h2>
      {personal && <Verdict personal={personal} />}
      <ul class="shares">
        {bars.map(({ id, text, share, right = false, explanation }) => (
          <li key={id} class="quiz-result" data-right={right}>
            <span class="quiz-result-mark" aria-hidden="true">
              {right ? '✓' : ''}
            </span>
            <span class="quiz-result-text">
              <bdi>{text}</bdi>
              {right && <span class="heard"> ({words.rightAnswer})</span>}
            </span>
            <span class="figure">{Math.round(share * 100)}%</span>
            {chosen.includes(id) && <span class="quiz-own">{words.yourAnswer}</span>}
            {explanation !== undefined && (
              <span class="quiz-explanation" dir="auto">
                {explanation}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** How it went: a sign and words, what it gave, and where that leaves this phone. */
function Verdict({ personal: { outcome, points, total, rank, of } }: { readonly personal: QuizPersonal }) {
  // That nothing was answered is said above already.
  if (outcome === 'none' && rank === null) return null;
  return (
    <div class="quiz-verdict" data-outcome={outcome}>
      {outcome !== 'none' && (
        <p class="quiz-outcome">
          <strong>{outcome === 'right' ? `✓ ${words.quizRight}` : words.quizWrong}</strong>
          {points > 0 && <span>{count(words.points, points)}</span>}
        </p>
      )}
      {rank !== null && (
        <p class="quiz-standing">
          {count(words.inAll, total, { number: grouped(total) })} · {fill(words.place, { rank, number: of })}
        </p>
      )}
    </div>
  );
}

function isQuizResponse(value: unknown): value is QuizResponse {
  if (typeof value !== 'object' || value === null || !('options' in value)) return false;
  return Array.isArray(value.options) && value.options.every((each) => typeof each === 'string');
}
