/** One activity on a phone: its question, its kind's form, the time left, and what became of the answer. */
import { useEffect, useState } from 'preact/hooks';
import type { KindName } from '../activities/models.ts';
import { phoneViews } from '../activities/phone-views.ts';
import type { AnyPhoneView } from '../activities/views.ts';
import { words } from '../activities/words/phone.ts';
import { count, fill } from '../activities/words/say.ts';
import type { PhoneActivity } from '../protocol/views.ts';
import { NameField } from './name-field.tsx';
import type { PhoneSession } from './session.ts';
import { StandingLine } from './standing-line.tsx';

interface QuestionProps {
  readonly session: PhoneSession;
  readonly activity: PhoneActivity;
  /** Language of the question. */
  readonly lang: string;
  /** What opens another activity that stands on this phone. */
  wayTo(activity: string): (() => void) | undefined;
}

export function Question({ session, activity, lang, wayTo }: QuestionProps) {
  const { id, kind, asks, question, options, isOpen, until, revealed } = activity;
  const { Form, failed, load } = useForm(kind);
  const own = session.ownOf(activity);
  const standing = session.standingOf(activity);
  const left = useTimeLeft(isOpen ? until : null, session.clockAhead.value);
  const isOver = left === 0;
  /** Nothing typed is lost to a timer: it goes as it is, and the server says if it does not fit. */
  useEffect(() => {
    const draft = isOver ? session.draftOf(id) : undefined;
    if (draft !== undefined) session.send(activity, draft);
  }, [isOver]);
  return (
    <section class="question" aria-labelledby={`question-${id}`}>
      <h1 id={`question-${id}`} lang={lang} dir="auto">
        {question}
      </h1>
      {left !== undefined && <TimeLeft left={left} />}
      {asks && isOpen && activity.round > 1 && own === undefined && (
        <p class="asked-again">
          <span aria-hidden="true">↻</span> {words.answerAgain}
        </p>
      )}
      {asks && !isOpen && <p class="note">{own === undefined ? words.closedUnanswered : words.closed}</p>}
      {activity.names && activity.together && <NameField session={session} />}
      {Form && (
        <div class="question-form" lang={lang}>
          <Form
            id={id}
            question={question}
            base={`/${session.code}/`}
            options={options}
            own={own}
            draft={session.draftOf(id)}
            keepDraft={(draft) => session.keepDraft(id, draft)}
            aside={session.asideOf(id)}
            keepAside={(aside) => session.keepAside(id, aside)}
            answerTo={session.answerTo}
            open={isOpen && !isOver && (activity.change || own === undefined)}
            send={(response) => session.send(activity, response)}
            revealed={revealed}
            personal={session.personalOf(activity)}
            clockAhead={session.clockAhead.value}
            handIn={(file) => session.handIn(id, file)}
            pictureOf={session.pictureOf}
            wayTo={wayTo}
          />
        </div>
      )}
      {!Form && !failed && <p class="note">{words.loading}</p>}
      {failed && (
        <p class="note">
          {words.failed}{' '}
          <button type="button" class="quiet-button" onClick={load}>
            {words.tryAgain}
          </button>
        </p>
      )}
      {asks && <StandingLine standing={standing ?? (own === undefined ? undefined : 'saved')} />}
      {/* Below a long list of what others gave nobody would find it. */}
      {activity.names && !activity.together && <NameField session={session} />}
    </section>
  );
}

interface LoadedForm {
  readonly Form: AnyPhoneView | undefined;
  readonly failed: boolean;
  load(): void;
}

/** The form of a kind, loaded when first needed; on a bad line it can be asked for again. */
function useForm(kind: KindName): LoadedForm {
  const [loaded, setLoaded] = useState<{ Form: AnyPhoneView } | undefined>(undefined);
  const [failed, setFailed] = useState(false);
  const load = () => {
    setFailed(false);
    phoneViews[kind]?.().then(
      (Form) => setLoaded({ Form }),
      () => setFailed(true),
    );
  };
  useEffect(load, [kind]);
  return { Form: loaded?.Form, failed, load };
}

/** Seconds until a moment of the server's clock, which is `ahead` of this phone's; undefined where nothing runs. */
function useTimeLeft(until: number | null, ahead: number): number | undefined {
  const [, setNow] = useState(0);
  const left = until === null ? undefined : Math.max(0, Math.ceil((until - Date.now() - ahead) / 1000));
  const runs = left !== undefined && left > 0;
  useEffect(() => {
    if (!runs) return;
    const timer = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(timer);
  }, [runs]);
  return left;
}

/** From so many seconds on it is said that the end is near. */
const nearEnd = 5;

function TimeLeft({ left }: { readonly left: number }) {
  const isNear = left > 0 && left <= nearEnd;
  const clock = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
  return (
    <p class={isNear ? 'time is-near' : 'time'} role="timer">
      {left === 0
        ? words.timeUp
        : left < 60
          ? count(words.timeLeft, left)
          : fill(words.clockLeft, { time: clock })}
      {isNear && ` · ${words.almostOver}`}
    </p>
  );
}
