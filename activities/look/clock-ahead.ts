/**
 * How far the server's clock is ahead of this device's, learnt from messages that say the server's time. A message can be
 * late, having waited in a slow network or while the device slept, and never early: so the largest difference is the
 * nearest, and what comes late moves nothing. All in milliseconds.
 */
export class ClockAhead {
  #ahead: number | undefined;

  /**
   * Hears the server's time `then` in a message that came at `received` by this device's clock; gives the difference as
   * it is known now. In an answer to something `sent` at a known moment it cannot be larger than since then: one that is
   * larger is from before this device's clock was set.
   */
  hear(then: number, received: number, sent = Number.NEGATIVE_INFINITY): number {
    const known = this.#ahead ?? Number.NEGATIVE_INFINITY;
    this.#ahead = Math.min(then - sent, Math.max(known, then - received));
    return this.#ahead;
  }

  /** A new connection may be to another server, or from a device whose clock was set. */
  reset(): void {
    this.#ahead = undefined;
  }
}
