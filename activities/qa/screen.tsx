/** Q&A on screens: the question that is answered now, large; under it the open ones, most wanted first. */
import { useRef, useState } from 'preact/hooks';
import { Votes } from '../cards/votes.tsx';
import type { ScreenViewProps } from '../views.ts';
import '../look/chart.css';
import { useFit } from '../look/fit.ts';
import { useGlide } from '../look/move.ts';
import { Spotlight } from '../look/spotlight.tsx';
import { Foot, FormerCount, Waiting } from '../look/waiting.tsx';
import { count } from '../words/say.ts';
import { words } from '../words/screen.ts';
import type { QaOptions, QaRevealed, Question } from './model.ts';
import './screen.css';

type Props = ScreenViewProps<QaOptions, QaRevealed>;

/** More than these cannot be read from the back row. */
const rows = { alone: 6, underPinned: 4 };
const none: readonly Question[] = [];

export function QaScreen({ revealed, earlier, rule }: Props) {
  const { people, questions = none, answered = none, more = 0, moreAnswered = 0 } = revealed;
  const [lit, setLit] = useState<string>();
  const body = useRef<HTMLDivElement>(null);
  useGlide(body);
  const pinned = questions.find(({ key }) => key === revealed.pinned);
  const open = questions.filter((question) => question !== pinned);
  const shown = open.slice(0, pinned ? rows.underPinned : rows.alone);
  const left = open.length - shown.length + more;
  const done = answered.length + moreAnswered;
  const inTheLight = [...questions, ...answered].find(({ key }) => key === lit);
  return (
    <div class="chart qa">
      <div class="chart-body" ref={body}>
        {questions.length + answered.length === 0 && (
          <Waiting people={people} quiet={rule !== undefined} coming={words.questionsComing} />
        )}
        <div class="qa-questions" data-dim={inTheLight !== undefined}>
          {pinned && <Pinned question={pinned} light={setLit} />}
          {shown.length > 0 && <Open questions={shown} light={setLit} />}
          {questions.length === 0 && done > 0 && <p class="qa-none">{words.noOpenQuestions}</p>}
        </div>
        {inTheLight && (
          <Spotlight content={inTheLight.text} close={() => setLit(undefined)}>
            {inTheLight.text}
          </Spotlight>
        )}
      </div>
      {answered[0] && (
        <div class="qa-answered">
          <span class="qa-count">✓ {count(words.answeredQuestions, done)}</span>
          <s dir="auto">{answered[0].text}</s>
        </div>
      )}
      <Foot people={people}>
        {left > 0 && <span>{count(words.moreQuestions, left)}</span>}
        <FormerCount earlier={earlier} />
      </Foot>
    </div>
  );
}

interface PinnedProps {
  readonly question: Question;
  light(key: string): void;
}

function Pinned({ question: { key, text, votes }, light }: PinnedProps) {
  const ref = useFit<HTMLSpanElement>(text);
  return (
    <div class="qa-pinned" data-key={key}>
      <button type="button" dir="auto" onClick={() => light(key)}>
        <span class="heard">{words.pinned} </span>
        <span class="qa-pinned-text" ref={ref}>
          {text}
        </span>
      </button>
      <Votes votes={votes} />
    </div>
  );
}

function Open({ questions, light }: { questions: readonly Question[]; light(key: string): void }) {
  const ref = useFit<HTMLUListElement>(questions.map(({ text }) => text).join('\n'));
  return (
    <ul class="qa-open" ref={ref} data-rows={questions.length}>
      {questions.map(({ key, text, votes }) => (
        <li key={key} data-key={key} data-wanted={votes > 0}>
          <Votes votes={votes} />
          <button type="button" dir="auto" onClick={() => light(key)}>
            <span>{text}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
