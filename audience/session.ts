/** The session as this phone sees it: connection, view, own answers and what became of them, as signals. */
import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import { io, type Socket } from 'socket.io-client';
import { words } from '../activities/words/phone.ts';
import type { Pace, Reaction } from '../protocol/presence.ts';
import { type Acknowledgement, isRefusal, type Refusal } from '../protocol/refusals.ts';
import type { Mine, PhoneActivity, PhoneView, Welcome } from '../protocol/views.ts';
import { type Keep, openKeep, type Pending } from './keep.ts';
import { Outbox, type Standing } from './outbox.ts';

export type Link =
  | { readonly is: 'connecting' }
  | { readonly is: 'open' }
  | { readonly is: 'lost' }
  /** Another tab of this phone has taken over. */
  | { readonly is: 'replaced' }
  | { readonly is: 'refused'; readonly reason: Refusal };

interface FromServer {
  welcome: (welcome: Welcome) => void;
  mine: (mine: Mine) => void;
  view: (view: PhoneView) => void;
  replaced: () => void;
}

interface ToServer {
  respond: (message: Pending, answer: (acknowledgement: Acknowledgement) => void) => void;
  introduce: (message: { alias: string | null }, answer: (acknowledgement: Acknowledgement) => void) => void;
  react: (message: { reaction: Reaction }) => void;
  pace: (message: { pace: Pace | null }, answer: (acknowledgement: Acknowledgement) => void) => void;
  /** Answered like any message: shows that the link is alive. */
  alive: (answer: () => void) => void;
}

export interface PhoneSession {
  readonly code: string;
  readonly link: ReadonlySignal<Link>;
  readonly view: ReadonlySignal<PhoneView | undefined>;
  /** The server's clock less this phone's, in milliseconds. */
  readonly clockAhead: ReadonlySignal<number>;
  /** Spoken once by the page's one live region. */
  readonly spoken: ReadonlySignal<string>;
  standingOf(activity: string): Standing | undefined;
  ownOf(activity: PhoneActivity): unknown;
  draftOf(activity: string): unknown;
  keepDraft(activity: string, draft: unknown): void;
  send(activity: PhoneActivity, response: unknown): void;
  /** What the server says to this phone alone about an activity. */
  personalOf(activity: PhoneActivity): unknown;
  /** The name others see; while it is on its way as well. Null for none. */
  readonly alias: ReadonlySignal<string | null>;
  introduce(alias: string | null): void;
  react(reaction: Reaction): void;
  /** What this phone last said of the pace. */
  readonly pace: ReadonlySignal<Pace | null>;
  setPace(pace: Pace | null): void;
  /** Hands in a picture to name in a response; rejects with words for the person. */
  handIn(file: Blob): Promise<string>;
  /** A picture that was handed in; rejects when it cannot be had. */
  pictureOf(file: string): Promise<Blob>;
  /** Takes the session back from another tab, tries again, or joins anew after having been removed. */
  reconnect(): void;
}

/** A link that says nothing for so long is given up and made anew, in milliseconds. */
const aliveWithin = 2_000;
const tryAgainAfter = 3_000;
const passing: readonly Refusal[] = ['too-fast', 'internal'];

export function openSession(code: string): PhoneSession {
  const link = signal<Link>({ is: 'connecting' });
  const view = signal<PhoneView | undefined>(undefined);
  const mine = signal<Mine>({ responses: {}, personal: {}, alias: null });
  const pace = signal<Pace | null>(null);
  const standings = signal<Readonly<Record<string, Standing>>>({});
  const clockAhead = signal(0);
  const spoken = signal('');
  const keep = openKeep(code, () => localStorage);
  // Until something was answered or typed nothing is stored: the token lives here.
  let token = keep.read().token;
  const outbox = new Outbox(
    remembering(keep, () => token),
    systemClock,
    (activity, standing) => {
      batch(() => {
        const before = standings.value[activity];
        standings.value = { ...standings.value, [activity]: standing };
        if (standing === 'saved' && before !== 'saved') spoken.value = words.saved;
        else if (standing === 'waiting' && before !== 'waiting') spoken.value = words.notSentYet;
        else if (typeof standing === 'object') spoken.value = words.refused[standing.refused];
      });
    },
  );
  const wanted = signal<string | null | undefined>(keep.read().alias);
  const alias = computed(() => (wanted.value === undefined ? mine.value.alias : wanted.value));
  const pending = computed(() => {
    // Storage is no signal; a standing changes whenever the outbox does.
    standings.value;
    return outbox.pending;
  });

  const socket: Socket<FromServer, ToServer> = io('/phone', {
    auth: (give) => give(token === undefined ? { code } : { code, token }),
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    reconnectionDelay: 500,
    reconnectionDelayMax: 4_000,
  });
  let retry: ReturnType<typeof setTimeout> | undefined;
  const tryAgain = () => {
    clearTimeout(retry);
    retry = setTimeout(() => socket.connect(), tryAgainAfter);
  };
  const lost = () => {
    if (link.value.is === 'open') spoken.value = words.offline;
    if (link.value.is !== 'connecting') link.value = { is: 'lost' };
    outbox.disconnected();
  };

  socket.on('welcome', (welcome) => {
    token = welcome.token;
    link.value = { is: 'open' };
    outbox.connected((message, done) =>
      socket.emit('respond', message, (acknowledgement) => {
        if ('ok' in acknowledgement) remember(message);
        done(acknowledgement);
      }),
    );
    sendAlias();
  });
  socket.on('mine', (own) => {
    mine.value = own;
  });
  socket.on('view', (next) => {
    batch(() => {
      const before = liveOf(view.value);
      const now = liveOf(next);
      clockAhead.value = next.now - Date.now();
      view.value = next;
      if (now && now.id !== before?.id) spoken.value = `${words.newQuestion} ${now.question}`;
      else if (now && before?.isOpen && !now.isOpen) spoken.value = words.closed;
      forgetOldRounds(next);
    });
  });
  socket.on('replaced', () => {
    link.value = { is: 'replaced' };
    socket.disconnect();
  });
  socket.on('disconnect', () => {
    if (link.value.is === 'replaced') return outbox.disconnected();
    lost();
    if (!socket.active) tryAgain();
  });
  socket.on('connect_error', ({ message }) => {
    if (!socket.active && isRefusal(message) && !passing.includes(message)) {
      link.value = { is: 'refused', reason: message };
      return;
    }
    lost();
    if (!socket.active) tryAgain();
  });

  /** A phone that was unlocked has a link that may only seem open: it is asked, and else made anew at once. */
  const wake = () => {
    if (document.visibilityState !== 'visible') return;
    if (link.value.is === 'replaced' || link.value.is === 'refused') return;
    if (!socket.connected) {
      socket.connect();
      return;
    }
    socket.timeout(aliveWithin).emit('alive', (error: Error | null) => {
      if (error) socket.disconnect().connect();
    });
  };
  document.addEventListener('visibilitychange', wake);
  addEventListener('pageshow', wake);
  addEventListener('online', wake);
  addEventListener('offline', lost);

  /** An answer that left the outbox is this phone's own from now on, also when it was given before a reload. */
  function remember({ activity, round, n, response }: Pending): void {
    mine.value = {
      ...mine.value,
      responses: { ...mine.value.responses, [activity]: { round, n, response } },
    };
  }

  /** A name on its way is sent at each connection until the server has said what became of it. */
  function sendAlias(): void {
    const { alias } = keep.read();
    if (alias === undefined || !socket.connected) return;
    socket.emit('introduce', { alias }, (acknowledgement) => {
      const { alias: latest, ...kept } = keep.read();
      if (latest !== alias) return;
      if ('refused' in acknowledgement && passing.includes(acknowledgement.refused)) return;
      keep.write({ ...kept, token });
      wanted.value = undefined;
      if ('ok' in acknowledgement) mine.value = { ...mine.value, alias };
      spoken.value = 'ok' in acknowledgement ? words.saved : words.refused[acknowledgement.refused];
    });
  }

  /** What became of an answer is told for the round it was given in. */
  function forgetOldRounds(next: PhoneView): void {
    const kept = Object.entries(standings.value).filter(([id, standing]) => {
      const activity = next.activities.find((each) => each.id === id);
      const own = activity && mine.value.responses[activity.id];
      return !own || standing !== 'saved' || own.round === activity.round;
    });
    if (kept.length < Object.keys(standings.value).length) standings.value = Object.fromEntries(kept);
  }

  return {
    code,
    link,
    view,
    clockAhead,
    spoken,
    standingOf: (activity) => standings.value[activity],
    ownOf({ id, round }) {
      const waiting = pending.value.find((each) => each.activity === id && each.round === round);
      if (waiting) return waiting.response;
      const own = mine.value.responses[id];
      return own?.round === round ? own.response : undefined;
    },
    draftOf: (activity) => keep.read().drafts[activity],
    keepDraft(activity, draft) {
      const kept = keep.read();
      const { [activity]: _before, ...others } = kept.drafts;
      const drafts = draft === undefined ? others : { ...others, [activity]: draft };
      // Nothing typed, nothing stored.
      if (draft === undefined && _before === undefined) return;
      keep.write({ ...kept, token, drafts });
    },
    send({ id, round }, response) {
      outbox.put(id, round, response);
    },
    personalOf: ({ id }) => mine.value.personal[id],
    alias,
    introduce(next) {
      wanted.value = next;
      keep.write({ ...keep.read(), token, alias: next });
      sendAlias();
    },
    react(reaction) {
      // A cheer belongs to its moment: without a connection it is gone.
      if (socket.connected) socket.emit('react', { reaction });
    },
    pace,
    setPace(next) {
      pace.value = next;
      if (socket.connected) socket.emit('pace', { pace: next }, () => {});
    },
    handIn: (file) => handIn(code, token, file),
    async pictureOf(file) {
      const headers = { Authorization: `Bearer ${token}` };
      const answer = await fetch(`/${code}/pictures/${file}`, { headers });
      if (!answer.ok) throw new Error(words.failed);
      return await answer.blob();
    },
    reconnect() {
      // Whoever was removed comes back as somebody new.
      if (link.value.is === 'refused' && link.value.reason === 'removed') {
        token = undefined;
        keep.write({ ...keep.read(), token });
        standings.value = {};
      }
      link.value = { is: 'connecting' };
      socket.disconnect().connect();
    },
  };
}

/** The picture goes by HTTP: it is larger than a message may be. */
async function handIn(code: string, token: string | undefined, file: Blob): Promise<string> {
  const answer = await fetch(`/${code}/pictures`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': file.type },
    body: file,
  }).catch(() => undefined);
  const read: unknown = await answer?.json().catch(() => undefined);
  if (typeof read === 'object' && read !== null) {
    if ('file' in read && typeof read.file === 'string') return read.file;
    if ('refused' in read && isRefusal(read.refused)) throw new Error(words.refused[read.refused]);
  }
  throw new Error(words.offline);
}

/** A keep whose every entry carries the token, so that an answer is never stored without who gave it. */
function remembering(keep: Keep, token: () => string | undefined): Keep {
  return {
    read: keep.read,
    write: (kept) => keep.write({ ...kept, token: token() }),
  };
}

function liveOf(view: PhoneView | undefined): PhoneActivity | undefined {
  return view?.activities.find((activity) => activity.live);
}

const systemClock = {
  after(ms: number, call: () => void) {
    const timer = setTimeout(call, ms);
    return () => clearTimeout(timer);
  },
};
