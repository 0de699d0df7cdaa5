/** The session on a phone: the live question, what else is open, and how the connection stands. */
import { useSignal, useSignalEffect } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { wear } from '../activities/look/wear.ts';
import { words } from '../activities/words/phone.ts';
import { count, fill } from '../activities/words/say.ts';
import type { PhoneView } from '../protocol/views.ts';
import { Back } from './back.tsx';
import { Elsewhere } from './elsewhere.tsx';
import { JoinPage } from './join-page.tsx';
import { NameField } from './name-field.tsx';
import { Question } from './question.tsx';
import { ReactionBar } from './reaction-bar.tsx';
import type { PhoneSession } from './session.ts';

export function SessionPage({ session }: { readonly session: PhoneSession }) {
  const { link, view, spoken } = session;
  useSignalEffect(() => {
    if (!view.value) return;
    const { theme, accent } = view.value.look;
    wear({ theme: themeOnPhone(theme), accent });
    document.title = view.value.title;
  });
  return (
    <>
      {link.value.is === 'refused' ? (
        <Refused session={session} reason={link.value.reason} />
      ) : (
        <Inside session={session} />
      )}
      <p class="heard" role="status">
        {spoken}
      </p>
    </>
  );
}

/** A phone follows its owner's choice of light or dark; the session's theme chooses among the light ones. */
export function themeOnPhone(theme: string): string {
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  return dark || theme === 'night' ? (dark ? 'night' : 'paper') : theme;
}

function Inside({ session }: { readonly session: PhoneSession }) {
  const view = session.view.value;
  const { is } = session.link.value;
  if (is === 'replaced') {
    return (
      <Notice title={words.replacedTitle} text={words.replaced}>
        <button type="button" class="main-button" onClick={session.reconnect}>
          {words.takeBack}
        </button>
      </Notice>
    );
  }
  if (!view) return <Notice title="Plenum" text={is === 'connecting' ? words.connecting : words.offline} />;
  return (
    <div class="page">
      <header class="top">
        <span class="session-title" lang={view.lang} dir="auto">
          {view.title}
        </span>
        {is === 'open' ? null : <span class="offline">{words.offline}</span>}
      </header>
      <main>
        {view.ended ? (
          <Ended session={session} lang={view.lang} />
        ) : (
          <Activities session={session} view={view} />
        )}
      </main>
      {!view.ended && view.reactions.length > 0 && <ReactionBar session={session} signs={view.reactions} />}
      <Footer view={view} />
    </div>
  );
}

function Activities({ session, view }: { readonly session: PhoneSession; readonly view: PhoneView }) {
  /** A standing activity that was opened from the list, and the view it was opened in; the live question waits meanwhile. */
  const chosen = useSignal<{ readonly id: string; readonly since: PhoneView } | null>(null);
  const live = view.activities.filter((activity) => activity.live);
  const standing = view.activities.filter((activity) => !activity.live);
  const open = standing.find((activity) => activity.id === chosen.value?.id);
  const shown = open ? [open] : live;
  const choose = (id: string | null) => {
    chosen.value = id === null ? null : { id, since: view };
  };
  useTop(shown.map(({ id, round }) => `${id} ${round}`).join(' '));
  return (
    <>
      {open && chosen.value && (
        <Back live={live} since={chosen.value.since} lang={view.lang} go={() => choose(null)} />
      )}
      <Elsewhere session={session} shown={shown} lang={view.lang} />
      {view.named && shown.every(({ names }) => !names) && <NameField session={session} />}
      {shown.length === 0 && (
        <section class="waiting">
          <h1>{words.waitingTitle}</h1>
          <p>{words.waiting}</p>
        </section>
      )}
      {shown.map((activity) => (
        <Question
          key={`${activity.id} ${activity.round}`}
          session={session}
          activity={activity}
          lang={view.lang}
          wayTo={(id) => (standing.some((other) => other.id === id) ? () => choose(id) : undefined)}
        />
      ))}
      {!open && standing.length > 0 && (
        <nav class="standing" aria-labelledby="standing-title">
          <h2 id="standing-title">{words.alsoOpen}</h2>
          {standing.map(({ id, question }) => (
            <button type="button" key={id} onClick={() => choose(id)} lang={view.lang} dir="auto">
              {question}
            </button>
          ))}
        </nav>
      )}
    </>
  );
}

/** Another question begins at its beginning, however far down the one before was read. */
function useTop(shown: string): void {
  useEffect(() => scrollTo({ top: 0 }), [shown]);
}

function Ended({ session, lang }: { readonly session: PhoneSession; readonly lang: string }) {
  useTop('');
  return (
    <section class="waiting">
      <h1>{words.endedTitle}</h1>
      <p>{words.ended}</p>
      <Elsewhere session={session} shown={[]} lang={lang} />
    </section>
  );
}

function Footer({ view }: { readonly view: PhoneView }) {
  return (
    <footer>
      {words.anonymous} {view.retain === null ? '' : count(words.deletedAfter, view.retain)}
    </footer>
  );
}

function Refused({ session, reason }: { readonly session: PhoneSession; readonly reason: string }) {
  if (reason === 'unknown-session' || reason === 'malformed') {
    return (
      <JoinPage typed={session.code} title={words.unknownTitle}>
        <p>{fill(words.unknown, { code: session.code })}</p>
      </JoinPage>
    );
  }
  const [title, text] =
    reason === 'locked'
      ? [words.lockedTitle, words.locked]
      : reason === 'removed'
        ? [words.refused.removed, words.removed]
        : [words.tooManyTitle, words.tooMany];
  return (
    <Notice title={title} text={text}>
      <button type="button" class="main-button" onClick={session.reconnect}>
        {words.tryAgain}
      </button>
    </Notice>
  );
}

interface NoticeProps {
  readonly title: string;
  readonly text: string;
  readonly children?: ComponentChildren;
}

function Notice({ title, text, children }: NoticeProps) {
  return (
    <main class="page notice">
      <h1>{title}</h1>
      <p>{text}</p>
      {children}
    </main>
  );
}
