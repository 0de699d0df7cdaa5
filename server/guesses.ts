/** Guessing codes: misses are counted by address and in all; a right code or a valid token is never counted. */
import { RateLimiterMemory } from 'rate-limiter-flexible';

export interface GuessLimits {
  readonly perAddress: number;
  readonly inAll: number;
}

/** Misses in a minute. With 31^6 codes, the second figure leaves a guesser a chance of one in 4 million a minute. */
const limits: GuessLimits = { perAddress: 20, inAll: 200 };

export class Guesses {
  readonly #byAddress: RateLimiterMemory;
  readonly #inAll: RateLimiterMemory;

  constructor({ perAddress, inAll }: GuessLimits = limits) {
    this.#byAddress = new RateLimiterMemory({ points: perAddress, duration: 60 });
    this.#inAll = new RateLimiterMemory({ points: inAll, duration: 60 });
  }

  /** Whether this address may try a code now. Once all misses are used up, only addresses without one may. */
  async mayTry(address: string): Promise<boolean> {
    const [mine, all] = await Promise.all([this.#byAddress.get(address), this.#inAll.get('all')]);
    if (mine && mine.remainingPoints <= 0) return false;
    return !all || all.remainingPoints > 0 || !mine || mine.consumedPoints === 0;
  }

  async miss(address: string): Promise<void> {
    await Promise.allSettled([this.#byAddress.consume(address), this.#inAll.consume('all')]);
  }
}
