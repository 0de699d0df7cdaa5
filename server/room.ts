/** The room of one session: decide, append, fold, tell. A dumb shell: no rule of a session lives here. */
import type { ParticipantId } from '../protocol/ids.ts';
import type { Acknowledgement } from '../protocol/refusals.ts';
import type { Warning } from '../protocol/views.ts';
import { type Log, NotSaved } from './log/log.ts';
import { type Circumstances, decide, graceMs, type Order } from './session/decide.ts';
import type { Event } from './session/events.ts';
import { evolve } from './session/evolve.ts';
import { initialState, type State } from './session/state.ts';
import { Tallies } from './session/tally.ts';

/** Time, as the room needs it; simulated in tests. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Calls back once after `ms`; the result cancels. */
  after(ms: number, call: () => void): () => void;
}

export const systemClock: Clock = {
  now: Date.now,
  after(ms, call) {
    const timer = setTimeout(call, ms);
    timer.unref();
    return () => clearTimeout(timer);
  },
};

/** What a listener is told after events were folded. */
export interface Change {
  /** True for what changes the stage: it is shown at once. What many do at once is coalesced. */
  readonly urgent: boolean;
}

interface Batch {
  readonly events: readonly Event[];
  readonly stored: Promise<unknown>;
}

/** What many do at once, and can be shown together. What an answer steers (a place in a group) comes right after it. */
const calm: ReadonlySet<Event['type']> = new Set(['responded', 'introduced', 'reacted', 'paced', 'handedIn']);

/** Milliseconds until a deadline is looked at again: timers stand still while a laptop sleeps, and its clock may be set. */
const longestWait = 5000;

export class Room {
  readonly tallies = new Tallies();
  readonly #log: Log;
  readonly #clock: Clock;
  readonly #random: () => number;
  readonly #listeners = new Set<(change: Change) => void>();
  readonly #warnings = new Map<Warning['kind'], string>();
  /** Folded from what is durable: all that anybody is shown. */
  #state: State;
  /** `#state` and what is on its way to the log: what decisions are made on. */
  #ahead: State;
  readonly #pending = new Set<Batch>();
  #unfollow: () => void = () => {};
  #cancelTimer: () => void = () => {};

  constructor(
    log: Log,
    state: State = initialState,
    clock: Clock = systemClock,
    random: () => number = Math.random,
  ) {
    this.#log = log;
    this.#clock = clock;
    this.#random = random;
    this.#state = state;
    this.#ahead = state;
    if (state.session !== null) this.#follow(state.session);
  }

  get state(): State {
    return this.#state;
  }

  get clock(): Clock {
    return this.#clock;
  }

  get warnings(): readonly Warning[] {
    return [...this.#warnings].map(([kind, message]) => ({ kind, message }));
  }

  /** Sets or (with null) clears what the console shows as a warning. */
  warn(kind: Warning['kind'], message: string | null): void {
    if ((this.#warnings.get(kind) ?? null) === message) return;
    if (message === null) this.#warnings.delete(kind);
    else this.#warnings.set(kind, message);
    this.#tell({ urgent: true });
  }

  /** Calls back after each fold. The result ends it. */
  listen(listener: (change: Change) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Carries out an order; answers once the outcome is durable. Never rejects for what users do. */
  order(order: Order): Promise<Acknowledgement> {
    const decision = decide(this.#ahead, order, this.#circumstances());
    if ('refused' in decision) return Promise.resolve(decision);
    return decision.events.length > 0 ? this.#append(decision.events) : this.#confirm(order);
  }

  /** Stores a file of a participant under `file`, an id that was never used; answers once it is durable. */
  async handIn(participant: ParticipantId, file: string, bytes: Uint8Array): Promise<Acknowledgement> {
    const { session } = this.#state;
    if (session === null) return { refused: 'unknown-session' };
    try {
      await this.#log.putFile(session, file, bytes);
    } catch (error) {
      if (!(error instanceof NotSaved)) throw error;
      this.warn('storage', error.message);
      return { refused: 'not-saved' };
    }
    return this.order({ type: 'handIn', participant, file });
  }

  /** A file that was handed in, or undefined. */
  async file(id: string): Promise<Uint8Array | undefined> {
    const { session, files } = this.#state;
    return session !== null && files.has(id) ? this.#log.file(session, id) : undefined;
  }

  close(): void {
    this.#unfollow();
    this.#cancelTimer();
    this.#listeners.clear();
  }

  /** Nothing to do, since it was done before: answered only once that is durable as well. */
  async #confirm(order: Order): Promise<Acknowledgement> {
    const durable = decide(this.#state, order, this.#circumstances());
    if (!('refused' in durable) && durable.events.length === 0) {
      return { ok: true, revision: durable.stored ?? this.#state.revision };
    }
    const last = [...this.#pending].at(-1);
    if (!last) return { refused: 'internal' };
    await last.stored.catch(() => {});
    return this.order(order);
  }

  #circumstances(): Circumstances {
    return { now: this.#clock.now(), random: this.#random };
  }

  async #append(events: readonly Event[]): Promise<Acknowledgement> {
    const session = this.#ahead.session ?? sessionOf(events);
    if (session === null) return { refused: 'unknown-session' };
    if (this.#state.session === null && this.#pending.size === 0) this.#follow(session);
    this.#ahead = events.reduce(evolve, this.#ahead);
    const predicted = this.#ahead.revision;
    const stored = this.#log.append(session, events);
    const batch: Batch = { events, stored };
    this.#pending.add(batch);
    try {
      const revision = await stored;
      this.#pending.delete(batch);
      // Another server's events came between: what is on its way is folded anew on top of them.
      if (revision !== predicted) this.#refold();
      this.warn('storage', null);
      return { ok: true, revision };
    } catch (error) {
      this.#pending.delete(batch);
      this.#refold();
      if (!(error instanceof NotSaved)) throw error;
      this.warn('storage', error.message);
      return { refused: 'not-saved' };
    }
  }

  #refold(): void {
    this.#ahead = [...this.#pending].flatMap((batch) => batch.events).reduce(evolve, this.#state);
  }

  #follow(session: NonNullable<State['session']>): void {
    this.#unfollow = this.#log.follow(session, this.#state.revision, (entries) => {
      let urgent = false;
      let last: Event['type'] | undefined;
      for (const { event } of entries) {
        const before = this.#state;
        this.#state = evolve(before, event);
        this.tallies.note(before, this.#state, event);
        urgent ||= !calm.has(event.type) && !(event.type === 'steered' && last === 'responded');
        last = event.type;
      }
      if (this.#pending.size === 0) this.#ahead = this.#state;
      if (urgent) this.#setTimer();
      this.#tell({ urgent });
    });
    this.#setTimer();
  }

  #tell(change: Change): void {
    for (const listener of this.#listeners) listener(change);
  }

  /** A deadline is a field of the state; the timer only says that it has passed. */
  #setTimer(atLeast = 0): void {
    this.#cancelTimer();
    let next = Number.POSITIVE_INFINITY;
    for (const { until } of this.#state.activities.values()) next = Math.min(next, until ?? next);
    if (next === Number.POSITIVE_INFINITY || this.#state.endedAt !== null) return;
    const wait = Math.min(next + graceMs - this.#clock.now(), longestWait);
    this.#cancelTimer = this.#clock.after(Math.max(atLeast, wait), () => this.#timesUp());
  }

  #timesUp(): void {
    let passed = false;
    for (const [activity, { until }] of this.#state.activities) {
      if (until === null || until + graceMs > this.#clock.now()) continue;
      passed = true;
      void this.order({ type: 'timeUp', activity });
    }
    // Should the log not take it now, it is tried again, but not in a tight loop.
    this.#setTimer(passed ? 1000 : 0);
  }
}

function sessionOf(events: readonly Event[]): State['session'] {
  for (const event of events) if (event.type === 'started') return event.session;
  return null;
}
