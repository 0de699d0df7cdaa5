/** One activity on a phone: its question, its kind's form, the time left, and what became of the answer. */
import { useEffect, useState } from 'preact/hooks';
import type { KindName } from '../activities/models.ts';
import { phoneViews } from '../activities/phone-views.ts';
import type { AnyPhoneView } from '../activities/views.ts';
import { words } from '../activities/words/phone.ts';
import { count } from '../activities/words/say.ts';
import type { PhoneActivity } from '../protocol/views.ts';
import { NameField } from './name-field.tsx';
import type { Standing } from './outbox.ts';
import type { PhoneSession } from './session.ts';

interface QuestionProps {
  readonly session: PhoneSession;
  readonly activity: PhoneActivity;
  /** Language of the question. */
  readonly lang: string;
}

export function Question({ session, activity, lang }: QuestionProps) {
  const { id, kind, asks, question, options, isOpen, until, revealed } = activity;
  const { Form, failed, load } = useForm(kind);
  const own = session.ownOf(activity);
  const standing = session.standingOf(id);
  /** Nothing typed is lost to a timer: it goes as it is, and the server says if it does not fit. */
  const sendDraft = () => {
    const draft = session.draftOf(id);
    if (draft !== undefined && isOpen) session.send(activity, draft);
  };
  return (
    <section class="question" aria-labelledby={`question-${id}`}>
      <h1 id={`question-${id}`} lang={lang} dir="auto">
        {question}
      </h1>
      {until !== null && isOpen && (
        <TimeLeft until={until} ahead={session.clockAhead.value} onEnd={sendDraft} />
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
            open={isOpen && (activity.change || own === undefined)}
            send={(response) => session.send(activity, response)}
            revealed={revealed}
            personal={session.personalOf(activity)}
            clockAhead={session.clockAhead.value}
            handIn={session.handIn}
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

interface TimeLeftProps {
  /** When the activity closes, by the server's clock. */
  readonly until: number;
  /** The server's clock less this phone's. */
  readonly ahead: number;
  onEnd(): void;
}

function TimeLeft({ until, ahead, onEnd }: TimeLeftProps) {
  const [now, setNow] = useState(Date.now() + ahead);
  const left = Math.max(0, Math.ceil((until - now) / 1000));
  const isOver = left === 0;
  useEffect(() => {
    if (isOver) return;
    const timer = setInterval(() => setNow(Date.now() + ahead), 250);
    return () => clearInterval(timer);
  }, [ahead, isOver]);
  useEffect(() => {
    if (isOver) onEnd();
  }, [isOver]);
  return (
    <p class="time" role="timer">
      {isOver ? words.timeUp : count(words.timeLeft, left)}
    </p>
  );
}

/** A sign and words; the live region of the page has spoken it already. */
function StandingLine({ standing }: { readonly standing: Standing | undefined }) {
  if (standing === undefined) return <p class="standing-line" />;
  if (typeof standing === 'object') {
    return <p class="standing-line bad">✕ {words.refused[standing.refused]}</p>;
  }
  switch (standing) {
    case 'sending':
      return <p class="standing-line">… {words.sending}</p>;
    case 'waiting':
      return <p class="standing-line warn">↻ {words.notSentYet}</p>;
    case 'saved':
      return <p class="standing-line good">✓ {words.saved}</p>;
  }
}
