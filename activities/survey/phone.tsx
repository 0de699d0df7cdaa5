/** Survey on phones: all questions on one page, saved as one goes, and one button that leads to what is still open. */
import { styled } from '../look/styled.ts';
import type { PhoneViewProps } from '../views.ts';
import { words } from '../words/phone.ts';
import { fill } from '../words/say.ts';
import { partForms } from './forms.ts';
import type { SurveyResponse, SurveyRevealed } from './model.ts';
import type { SurveyOptions } from './options.ts';
import css from './phone.css?inline';
import type { Question } from './questions.ts';
import { SurveyResults } from './results.tsx';
import { type Answers, type Filled, useSaving } from './saving.ts';

styled(css);

/** As in the model, which phones do not load. */
const codeId = 'code';
const codeLimit = 40;

export function SurveyPhone(props: PhoneViewProps<SurveyOptions, SurveyResponse, SurveyRevealed>) {
  const { id, base, options, own, open, send, keepDraft, revealed } = props;
  const draft = isSurveyResponse(props.draft) ? props.draft : undefined;
  // A code mistyped the second time would lose a pair: what this phone gave before stands there already.
  const known = options.code && options.before !== undefined && props.answerTo?.(options.before);
  const codeBefore = isSurveyResponse(known) ? textOf(known.answers[codeId]) : '';
  const answersOf = (filled: Filled) => answersIn(options, filled);
  const {
    filled,
    fill: fillIn,
    flush,
    leave,
  } = useSaving({
    start: filledFrom(options, (draft ?? own)?.answers ?? { [codeId]: { text: codeBefore } }),
    own: own?.answers,
    open,
    answersOf,
    keep: (answers) => keepDraft(answers && { answers }),
    send: (answers) => send({ answers }),
  });
  const answers = answersOf(filled);
  const asked = [...(options.code ? [codeId] : []), ...options.questions.map((each) => each.id)];
  const unanswered = asked.find((each) => answers[each] === undefined);
  const goOn = (event: Event) => {
    event.preventDefault();
    flush();
    if (unanswered !== undefined) focusOn(`${id}-${unanswered}`);
  };
  return (
    <form class="survey" onSubmit={goOn} onFocusOut={leave}>
      {open && <p class="hint">{words.savedAsYouGo}</p>}
      {options.code && (
        <CodeField
          id={`${id}-${codeId}`}
          hint={options.codeHint ?? words.ownCodeHint}
          before={codeBefore}
          text={textOf(filled[codeId])}
          open={open}
          onType={(text) => fillIn(codeId, { text }, true)}
        />
      )}
      {options.questions.map((each, index) => (
        <Asked
          key={each.id}
          id={`${id}-${each.id}`}
          number={index + 1}
          question={each}
          isAnswered={answers[each.id] !== undefined}
          base={base}
          filled={filled[each.id]}
          open={open}
          onFill={(value, typing) => fillIn(each.id, value, typing)}
        />
      ))}
      {open && (
        <div class="send survey-send">
          <p class="survey-progress">
            {fill(words.answeredOf, { number: Object.keys(answers).length, all: asked.length })}
          </p>
          <button type="submit" class="main-button" disabled={unanswered === undefined}>
            {unanswered === undefined ? `✓ ${words.allAnswered}` : words.nextOpen}
          </button>
        </div>
      )}
      {revealed?.parts && <SurveyResults questions={options.questions} revealed={revealed} />}
    </form>
  );
}

interface CodeFieldProps {
  readonly id: string;
  readonly hint: string;
  /** What this phone gave in the earlier survey; empty where it gave nothing. */
  readonly before: string;
  readonly text: string;
  readonly open: boolean;
  onType(text: string): void;
}

function CodeField({ id, hint, before, text, open, onType }: CodeFieldProps) {
  return (
    <div class="survey-question survey-code" id={id}>
      <label class="field">
        <span>{words.ownCode}</span>
        <input
          type="text"
          dir="auto"
          autocomplete="off"
          maxLength={codeLimit}
          value={text}
          disabled={!open}
          aria-describedby={`${id}-hint`}
          onInput={(event) => onType(event.currentTarget.value)}
        />
      </label>
      <p class="hint" id={`${id}-hint`} dir="auto">
        {before !== '' && text === before ? words.ownCodeBefore : hint}
      </p>
    </div>
  );
}

interface AskedProps {
  readonly id: string;
  readonly number: number;
  readonly question: Question;
  readonly isAnswered: boolean;
  readonly base: string;
  readonly filled: unknown;
  readonly open: boolean;
  onFill(filled: unknown, typing: boolean): void;
}

function Asked({ id, number, question, isAnswered, ...fields }: AskedProps) {
  const { Fields } = partForms[question.kind];
  return (
    <div class="survey-question" id={id}>
      <h2 id={`${id}-text`} dir="auto">
        <span class="survey-number" data-answered={isAnswered}>
          {number}.
        </span>{' '}
        {question.text}
      </h2>
      <Fields id={id} labelledBy={`${id}-text`} options={question.options} {...fields} />
    </div>
  );
}

/** The first field of a question that is open, with its question in sight. */
function focusOn(id: string): void {
  const element = document.getElementById(id);
  element?.scrollIntoView({ block: 'start' });
  element?.querySelector<HTMLElement>('input, textarea')?.focus({ preventScroll: true });
}

function filledFrom({ questions, code }: SurveyOptions, answers: Filled): Filled {
  const parts = questions.map(({ id, kind }) => [id, partForms[kind].read(answers[id])] as const);
  return Object.fromEntries(code ? [[codeId, answers[codeId]], ...parts] : parts);
}

/** In the order of the questions, so that equal answers are equal JSON. */
function answersIn({ questions, code }: SurveyOptions, filled: Filled): Answers {
  const answers: [string, unknown][] = questions.map(({ id, kind, options }) => {
    const value = filled[id];
    return [id, value === undefined ? undefined : partForms[kind].answer(options, value)];
  });
  const text = [...textOf(filled[codeId]).trim()].slice(0, codeLimit).join('');
  if (code && text !== '') answers.push([codeId, { text }]);
  return Object.fromEntries(answers.filter(([, answer]) => answer !== undefined));
}

function textOf(value: unknown): string {
  const text = typeof value === 'object' && value !== null && 'text' in value ? value.text : '';
  return typeof text === 'string' ? text : '';
}

function isSurveyResponse(value: unknown): value is SurveyResponse {
  if (typeof value !== 'object' || value === null || !('answers' in value)) return false;
  return typeof value.answers === 'object' && value.answers !== null;
}
