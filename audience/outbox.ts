/**
 * The outbox: an answer is kept first and sent then; it leaves only when the server has acknowledged or refused it.
 * Offline, reload and restart all end with the answer delivered once: it is sent again with the same number.
 */
import type { Acknowledgement, Refusal } from '../protocol/refusals.ts';
import type { Keep, Pending } from './keep.ts';

/** How an answer stands. `waiting`: kept here, and tried again. */
export type Standing = 'sending' | 'waiting' | 'saved' | { readonly refused: Refusal };

export interface OutboxClock {
  /** Calls back once after so many milliseconds; the result cancels. */
  after(ms: number, call: () => void): () => void;
}

/** Sends one answer; `done` is called with the acknowledgement, or never. */
export type Send = (message: Pending, done: (acknowledgement: Acknowledgement) => void) => void;

/** Told how an answer stands. */
export type Changed = (answer: Pick<Pending, 'activity' | 'round'>, standing: Standing) => void;

/** Without an acknowledgement an answer is sent again after so many milliseconds, then twice as many, and so on. */
export const patience = 5_000;
export const longestPatience = 40_000;
/** Reasons that pass: the answer is kept. Any other ends it. */
export const passing: readonly Refusal[] = ['not-saved', 'too-fast', 'internal'];

export class Outbox {
  readonly #keep: Keep;
  readonly #clock: OutboxClock;
  readonly #changed: Changed;
  readonly #timers = new Map<string, () => void>();
  /** Activities of which an answer was a draft before it was sent. */
  readonly #written = new Set<string>();
  #send: Send | null = null;

  constructor(keep: Keep, clock: OutboxClock, changed: Changed) {
    this.#keep = keep;
    this.#clock = clock;
    this.#changed = changed;
  }

  /** Answers that are on their way. */
  get pending(): readonly Pending[] {
    return this.#keep.read().outbox;
  }

  /** Keeps an answer and sends it. A newer answer of the same activity takes the place of one not acknowledged. */
  put(activity: string, round: number, response: unknown): void {
    const kept = this.#keep.read();
    const n = kept.n + 1;
    const pending: Pending = { activity, round, n, response };
    const { [activity]: draft, ...drafts } = kept.drafts;
    if (draft) this.#written.add(activity);
    const others = kept.outbox.filter((each) => each.activity !== activity);
    this.#keep.write({ ...kept, n, outbox: [...others, pending], drafts });
    this.#transmit(pending, patience);
  }

  /** The connection is there: everything that waits is sent again, with its number. */
  connected(send: Send): void {
    this.#send = send;
    for (const pending of this.pending) this.#transmit(pending, patience);
  }

  disconnected(): void {
    this.#send = null;
    for (const pending of this.pending) this.#wait(pending);
  }

  #transmit(pending: Pending, wait: number): void {
    const { activity, n } = pending;
    this.#timers.get(activity)?.();
    const send = this.#send;
    if (!send) {
      this.#wait(pending);
      return;
    }
    this.#changed(pending, 'sending');
    this.#retryAfter(pending, wait);
    send(pending, (acknowledgement) => {
      // An acknowledgement of an answer that was replaced since says nothing about the one that waits.
      if (!this.pending.some((each) => each.activity === activity && each.n === n)) return;
      if ('refused' in acknowledgement && passing.includes(acknowledgement.refused)) {
        this.#changed(pending, 'waiting');
        return;
      }
      this.#timers.get(activity)?.();
      this.#timers.delete(activity);
      const kept = this.#keep.read();
      const outbox = kept.outbox.filter((each) => each.activity !== activity || each.n !== n);
      // What was written and refused, too late mostly, is not thrown away: it stands in its form should that open again.
      const isGivenBack = 'refused' in acknowledgement && this.#written.has(activity);
      const drafts = isGivenBack ? { [activity]: pending.response, ...kept.drafts } : kept.drafts;
      this.#keep.write({ ...kept, outbox, drafts });
      this.#changed(pending, 'ok' in acknowledgement ? 'saved' : acknowledgement);
    });
  }

  #retryAfter(pending: Pending, wait: number): void {
    const cancel = this.#clock.after(wait, () => {
      const still = this.pending.find((each) => each.activity === pending.activity && each.n === pending.n);
      if (still && this.#send) this.#transmit(still, Math.min(wait * 2, longestPatience));
    });
    this.#timers.set(pending.activity, cancel);
  }

  #wait(pending: Pending): void {
    this.#timers.get(pending.activity)?.();
    this.#timers.delete(pending.activity);
    this.#changed(pending, 'waiting');
  }
}
