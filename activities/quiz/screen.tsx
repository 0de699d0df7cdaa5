/** Quiz on screens: the answers, and once they are shown which is right, why, how many knew it, and who leads. */
import { percent } from '../figure.ts';
import type { ScreenViewProps } from '../views.ts';
import '../look/chart.css';
import { useFit } from '../look/fit.ts';
import { ResultTable } from '../look/result-table.tsx';
import { roundsOf } from '../look/rounds.ts';
import { FirstRound, Foot, Waiting } from '../look/waiting.tsx';
import { fill } from '../words/say.ts';
import { words } from '../words/screen.ts';
import { Leaders } from './leaders.tsx';
import { type QuizBar, type QuizOptions, type QuizRevealed, quiz } from './model.ts';
import './screen.css';

type Props = ScreenViewProps<QuizOptions, QuizRevealed>;

/** With more answers each has one line, its bar beside it. */
const roomy = 5;
/** A bar of this share is as long as can be, unless another is longer. */
const leastScale = 0.5;

export function QuizScreen({ question, options, revealed, earlier, rule }: Props) {
  const { first, drawn } = roundsOf(revealed, earlier, ({ bars }) => bars !== undefined);
  const { people, correct, leaders } = revealed;
  const bars = drawn === 'result' ? revealed.bars : undefined;
  const told = bars !== undefined && correct !== undefined;
  // Where no board will come there is no room kept for it.
  const board = options.leaders > 0 && (leaders !== undefined || !told);
  return (
    <div class="chart quiz" data-told={told} data-board={board}>
      <div class="chart-body quiz-body">
        <div class="quiz-main">
          <Answers options={options} bars={bars} before={first?.bars} />
          <Explanations bars={told ? bars : []} />
        </div>
        <div class="quiz-side">
          {told ? (
            <Turnout correct={correct} people={people} first={first} />
          ) : (
            <div class="quiz-waiting" aria-hidden="true">
              <Waiting people={people} quiet={rule !== undefined} />
            </div>
          )}
          <Leaders places={told ? leaders : undefined} />
        </div>
      </div>
      <Foot people={people} drawn={drawn}>
        {options.several && !told && <span dir="auto">{words.chooseAll}</span>}
        {first && <FirstRound sign="bar" />}
      </Foot>
      {revealed.bars && <ResultTable question={question} description={quiz.describe(options, revealed)} />}
      {first && (
        <ResultTable
          question={`${question} (${words.firstRound})`}
          description={quiz.describe(options, first)}
        />
      )}
    </div>
  );
}

interface AnswersProps {
  readonly options: QuizOptions;
  /** Undefined while results are kept, and while there are none. */
  readonly bars: readonly QuizBar[] | undefined;
  /** Of the first round, when this is a later one. */
  readonly before: readonly QuizBar[] | undefined;
}

function Answers({ options: { answers, several }, bars, before }: AnswersProps) {
  const ref = useFit<HTMLUListElement>(
    `${answers.map(({ text }) => text).join('\n')}\n${before !== undefined}`,
  );
  const longest = Math.max(leastScale, ...[...(bars ?? []), ...(before ?? [])].map(({ share }) => share));
  return (
    <ul class="quiz-answers" ref={ref} data-dense={answers.length > roomy} aria-hidden="true">
      {answers.map(({ id, text }) => {
        const bar = bars?.find((each) => each.id === id);
        const former = before?.find((each) => each.id === id);
        return (
          <li key={id} class="quiz-answer" data-right={bar?.right}>
            <Mark several={several} right={bar?.right === true} />
            <span class="quiz-text" data-text={text}>
              <span dir="auto">{text}</span>
            </span>
            <span class="quiz-plot">
              {former && (
                <Line key="first" share={former.share} longest={longest} before={answers.length < roomy} />
              )}
              {/* The first round's bar is the same one in a later round, so it is seen to grow thin. */}
              <Line
                key={former ? 'later' : 'first'}
                share={bar?.share}
                longest={longest}
                count={bar?.count}
              />
            </span>
          </li>
        );
      })}
    </ul>
  );
}

interface LineProps {
  readonly share: number | undefined;
  /** The share that is drawn as long as can be. */
  readonly longest: number;
  readonly count?: number | undefined;
  /** Of the first round: thin, and with its number or without. */
  readonly before?: boolean;
}

function Line({ share, longest, count, before }: LineProps) {
  return (
    <span
      class={before === undefined ? 'quiz-line' : 'quiz-line quiz-before'}
      data-empty={share === undefined}
      data-numbers={before}
    >
      <span class="quiz-bar" style={{ '--length': (share ?? 0) / longest }} />
      {share !== undefined && (
        <span class="quiz-value">
          <span class="quiz-share">{percent(share)}</span>
          {count !== undefined && <span class="quiz-count">{count}</span>}
        </span>
      )}
    </span>
  );
}

/** The box that phones have, round where one answer is to be chosen; checked once its answer is known to be right. */
function Mark({ several, right }: { readonly several: boolean; readonly right: boolean }) {
  return (
    <svg class="quiz-mark" viewBox="0 0 24 24" aria-hidden="true">
      <rect class="quiz-box" x="2" y="2" width="20" height="20" rx={several ? 4 : 10} />
      {right && <path class="quiz-check" d="M6.5 12.5l4 4 7-8.5" />}
    </svg>
  );
}

/** Why: of the right answers first. Stands in room that was kept, and gives up the wrong ones first when there is little. */
function Explanations({ bars }: { readonly bars: readonly QuizBar[] }) {
  const explained = bars.flatMap(({ id, text, right, explanation }) =>
    explanation === undefined ? [] : [{ id, text, right: right === true, explanation }],
  );
  const sorted = explained.toSorted((a, b) => Number(b.right) - Number(a.right));
  const ref = useFit<HTMLDListElement>(JSON.stringify(sorted));
  return (
    <dl class="quiz-why" ref={ref}>
      {sorted.map(({ id, text, right, explanation }) => (
        <div key={id} class="quiz-reason" data-right={right}>
          <dt dir="auto">{text}</dt>
          <dd dir="auto">{explanation}</dd>
        </div>
      ))}
    </dl>
  );
}

interface TurnoutProps {
  readonly correct: number;
  readonly people: number;
  readonly first: QuizRevealed | undefined;
}

/** The share that knew it. */
function Turnout({ correct, people, first }: TurnoutProps) {
  return (
    <p class="quiz-turnout" aria-hidden="true">
      <span class="quiz-turnout-share">{percent(correct / people)}</span>
      <span class="quiz-turnout-words">{fill(words.rightOf, { number: correct, people })}</span>
      {first?.correct !== undefined && first.people > 0 && (
        <span class="quiz-turnout-first">
          {words.firstRound}: {percent(first.correct / first.people)}
        </span>
      )}
    </p>
  );
}
