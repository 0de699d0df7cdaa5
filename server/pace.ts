/** How often views are sent: a task that is asked for many times a second and run a few times. */
import type { Clock } from './room.ts';

/** Runs a task no more often than its interval, and at once when asked so. */
export class Pace {
  readonly #clock: Clock;
  readonly #every: number;
  readonly #run: () => void;
  /** When the last run ended. */
  #ended = Number.NEGATIVE_INFINITY;
  /** Milliseconds to rest after it. */
  #rest = 0;
  /** Milliseconds that the last run took. */
  #took = 0;
  #cancel: (() => void) | null = null;

  constructor(clock: Clock, every: number, run: () => void) {
    this.#clock = clock;
    this.#every = every;
    this.#run = run;
  }

  /** Asks for a run: now if the last is long enough ago, else as soon as it is. */
  ask(): void {
    if (this.#cancel) return;
    // A clock that was set back since then would make it wait for as long as it was set back.
    const since = Math.max(0, this.#clock.now() - this.#ended);
    this.#cancel = this.#clock.after(Math.max(0, this.#rest - since), () => this.now());
  }

  now(): void {
    this.stop();
    const began = this.#clock.now();
    this.#run();
    this.#ended = this.#clock.now();
    // A view that is dear to make is made less often: at most a tenth of the time goes into it. Twice in a row, that is,
    // since a single run may have been held up by something else.
    const took = this.#ended - began;
    this.#rest = Math.max(this.#every, Math.min(this.#took, took) * 10);
    this.#took = took;
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = null;
  }
}
