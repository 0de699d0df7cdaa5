/** How many messages one connection may send: never counted by address, since a hall shares one. */
import type { Clock } from './room.ts';

/** Messages that may come at once, and how many a second are given back. */
const burst = 2000;
const perSecond = 100;

export class Quota {
  readonly #clock: Clock;
  #left = burst;
  #at: number;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#at = clock.now();
  }

  /** Takes one message from the quota; false when it is used up. */
  take(): boolean {
    const now = this.#clock.now();
    // A clock that was set back gives nothing back and takes nothing away.
    this.#left = Math.min(burst, this.#left + (Math.max(0, now - this.#at) / 1000) * perSecond);
    this.#at = now;
    if (this.#left < 1) return false;
    this.#left--;
    return true;
  }
}
