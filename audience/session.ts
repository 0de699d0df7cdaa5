/** The session as this phone sees it: connection, view, own answers and what became of them, as signals. */
import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import { io, type Socket } from 'socket.io-client';
import { ClockAhead } from '../activities/look/clock-ahead.ts';
import { words } from '../activities/words/phone.ts';
import { activityId } from '../protocol/ids.ts';
import type { Pace, Reaction } from '../protocol/presence.ts';
import type { Acknowledgement, Alive, Refusal } from '../protocol/refusals.ts';
import type { Mine, PhoneActivity, PhoneView, Welcome } from '../protocol/views.ts';
import { type Keep, openKeep, type Pending } from './keep.ts';
import { nothingMine, told } from './mine.ts';
import { newsOf } from './news.ts';
import { Outbox, type Standing } from './outbox.ts';
import { Pictures, postPicture } from './pictures.ts';
import { isReason } from './reason.ts';
import { type Standings, standingOf, stood } from './standings.ts';

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
  /** Shows that the link is alive, and what time it is. */
  alive: (answer: (alive: Alive) => void) => void;
}

export interface PhoneSession {
  readonly code: string;
  readonly link: ReadonlySignal<Link>;
  readonly view: ReadonlySignal<PhoneView | undefined>;
  /** The server's clock less this phone's, in milliseconds. */
  readonly clockAhead: ReadonlySignal<number>;
  /** Spoken once by the page's one live region. */
  readonly spoken: ReadonlySignal<string>;
  standingOf(activity: PhoneActivity): Standing | undefined;
  /** What became of answers and is not settled, by activity: on its way, or refused. */
  readonly unsettled: ReadonlySignal<readonly Unsettled[]>;
  /** The person has read that an answer was refused. */
  dismiss(activity: string): void;
  ownOf(activity: PhoneActivity): unknown;
  /** The answer of this phone to any activity, whichever round it was given in, as far as the phone knows it. */
  answerTo(activity: string): unknown;
  draftOf(activity: string): unknown;
  keepDraft(activity: string, draft: unknown): void;
  asideOf(activity: string): unknown;
  keepAside(activity: string, aside: unknown): void;
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
  /** Hands in a picture to name in a response, however often it takes; rejects with words once it is refused. */
  handIn(activity: string, file: Blob): Promise<string>;
  /** A picture that was handed in; rejects when it cannot be had. */
  pictureOf(file: string): Promise<Blob>;
  /** Takes the session back from another tab, tries again, or joins anew after having been removed. */
  reconnect(): void;
}

/** An answer that is not saved; what was asked is known unless that was before a reload. */
export interface Unsettled {
  readonly activity: string;
  readonly question: string | undefined;
  readonly standing: Exclude<Standing, 'saved'>;
}

/** A link that says nothing for so long is given up and made anew, in milliseconds. */
const aliveWithin = 2_000;
const tryAgainAfter = 3_000;
const passing: readonly Refusal[] = ['too-fast', 'internal'];

export function openSession(code: string): PhoneSession {
  const link = signal<Link>({ is: 'connecting' });
  const view = signal<PhoneView | undefined>(undefined);
  const mine = signal(nothingMine);
  const pace = signal<Pace | null>(null);
  const standings = signal<Standings>(new Map());
  const clockAhead = signal(0);
  const spoken = signal('');
  const keep = openKeep(code, () => localStorage);
  // Until something was answered or typed nothing is stored: the token lives here.
  let token = keep.read().token;
  let participant: string | undefined;
  const stand = (answer: Pick<Pending, 'activity' | 'round'>, standing: Standing) => {
    batch(() => {
      const before = standingOf(standings.value, answer);
      standings.value = stood(standings.value, answer, standing);
      if (standing === 'saved' && before !== 'saved') spoken.value = words.saved;
      else if (standing === 'waiting' && before !== 'waiting') spoken.value = words.notSentYet;
      else if (typeof standing === 'object') spoken.value = words.refused[standing.refused];
    });
  };
  const outbox = new Outbox(
    remembering(keep, () => token),
    systemClock,
    stand,
  );
  const pictures = new Pictures(
    (file) => postPicture(code, token, file),
    systemClock,
    (activity, standing) => {
      const round = view.value?.activities.find(({ id }) => id === activity)?.round;
      stand({ activity, round: round ?? standings.value.get(activity)?.round ?? 1 }, standing);
    },
  );
  const clock = new ClockAhead();
  /** Questions as they were last seen: what was asked is said when an answer comes to nothing later. */
  const questions = new Map<string, string>();
  const unsettled = computed(() =>
    [...standings.value].flatMap(([activity, { standing }]) =>
      standing === 'saved' ? [] : [{ activity, question: questions.get(activity), standing }],
    ),
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
    // Another session under the code of this one: nothing given before is part of it.
    if (participant !== undefined && participant !== welcome.participant) mine.value = nothingMine;
    participant = welcome.participant;
    token = welcome.token;
    clock.reset();
    if (link.value.is === 'lost') spoken.value = words.backOnline;
    link.value = { is: 'open' };
    outbox.connected((message, done) =>
      socket.emit('respond', message, (acknowledgement) => {
        if ('ok' in acknowledgement) remember(message);
        done(acknowledgement);
      }),
    );
    pictures.connected();
    sendAlias();
  });
  socket.on('mine', (own) => {
    mine.value = told(mine.value, own);
  });
  socket.on('view', (next) => {
    batch(() => {
      const before = view.value;
      const here = Date.now();
      clockAhead.value = clock.hear(next.now, here);
      for (const { id, question } of next.activities) questions.set(id, question);
      view.value = next;
      spoken.value = newsOf(before, next) ?? spoken.value;
      forgetGone(before, next);
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
    if (!socket.active && isReason(message) && !passing.includes(message)) {
      link.value = { is: 'refused', reason: message };
      if (message === 'removed') {
        // Who tries again comes as somebody new, who has answered nothing.
        token = undefined;
        standings.value = new Map();
      }
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
    const sent = Date.now();
    socket.timeout(aliveWithin).emit('alive', (error: Error | null, alive?: Alive) => {
      if (error) socket.disconnect().connect();
      // What waited while the phone slept is told late; this is not.
      else if (alive && 'now' in alive) clockAhead.value = clock.hear(alive.now, Date.now(), sent);
    });
  };
  document.addEventListener('visibilitychange', wake);
  addEventListener('pageshow', wake);
  // That it is offline a phone need not be told: Socket.IO hears it, and keeps the link that needs no network.
  addEventListener('online', wake);

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

  /** A refusal is told until its question is gone. */
  function forgetGone(before: PhoneView | undefined, next: PhoneView): void {
    const gone = new Set(before?.activities.map(({ id }) => id));
    for (const { id } of next.activities) gone.delete(id);
    const kept = [...standings.value].filter(
      ([activity, { standing }]) => typeof standing !== 'object' || !gone.has(activityId(activity)),
    );
    if (kept.length < standings.value.size) standings.value = new Map(kept);
  }

  /** Nothing typed, nothing stored. */
  function note(part: 'drafts' | 'asides', activity: string, value: unknown): void {
    const kept = keep.read();
    const { [activity]: before, ...others } = kept[part];
    if (value === undefined && before === undefined) return;
    keep.write({
      ...kept,
      token,
      [part]: value === undefined ? others : { ...others, [activity]: value },
    });
  }

  return {
    code,
    link,
    view,
    clockAhead,
    spoken,
    standingOf: ({ id, round }) => standingOf(standings.value, { activity: id, round }),
    unsettled,
    dismiss(activity) {
      standings.value = new Map([...standings.value].filter(([each]) => each !== activity));
    },
    ownOf({ id, round }) {
      const waiting = pending.value.find((each) => each.activity === id && each.round === round);
      if (waiting) return waiting.response;
      const own = mine.value.responses[id];
      return own?.round === round ? own.response : undefined;
    },
    answerTo(id) {
      const waiting = pending.value.find((each) => each.activity === id);
      return waiting ? waiting.response : mine.value.responses[activityId(id)]?.response;
    },
    draftOf: (activity) => keep.read().drafts[activity],
    keepDraft: (activity, draft) => note('drafts', activity, draft),
    asideOf: (activity) => keep.read().asides[activity],
    keepAside: (activity, aside) => note('asides', activity, aside),
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
    handIn: (activity, file) => pictures.handIn(activity, file),
    async pictureOf(file) {
      const headers = { Authorization: `Bearer ${token}` };
      const answer = await fetch(`/${code}/pictures/${file}`, { headers });
      if (!answer.ok) throw new Error(words.failed);
      return await answer.blob();
    },
    reconnect() {
      link.value = { is: 'connecting' };
      socket.disconnect().connect();
    },
  };
}

/** A keep whose every entry carries the token, so that an answer is never stored without who gave it. */
function remembering(keep: Keep, token: () => string | undefined): Keep {
  return {
    read: keep.read,
    write: (kept) => keep.write({ ...kept, token: token() }),
  };
}

const systemClock = {
  after(ms: number, call: () => void) {
    const timer = setTimeout(call, ms);
    return () => clearTimeout(timer);
  },
};
