/** Guessing codes: misses are counted by address and in all; a right code or a valid token is never counted. */
import { isIPv6 } from 'node:net';
import { RateLimiterMemory } from 'rate-limiter-flexible';

export interface GuessLimits {
  readonly perAddress: number;
  readonly inAll: number;
}

/** Misses in a minute. With 31^6 codes, the second figure leaves a guesser a chance of one in 4 million a minute. */
const limits: GuessLimits = { perAddress: 20, inAll: 200 };
const seconds = 60;
const everybody = 'all';

export class Guesses {
  readonly #limits: GuessLimits;
  readonly #byAddress: RateLimiterMemory;
  readonly #inAll: RateLimiterMemory;
  /** Misses that were counted, by address and code, and when they are forgotten. */
  readonly #missed = new Map<string, number>();

  constructor(given: GuessLimits = limits) {
    this.#limits = given;
    this.#byAddress = new RateLimiterMemory({ points: given.perAddress, duration: seconds });
    this.#inAll = new RateLimiterMemory({ points: given.inAll, duration: seconds });
  }

  /**
   * What `find` finds for a code, or why not. A miss is counted in the same turn, so that many tries in one packet are as
   * many tries; the same wrong code from the same address counts once, since a hall that comes back to a session of
   * yesterday guesses nothing. Once all misses are used up, only addresses without one may try.
   */
  async find<Found>(
    address: string,
    code: string,
    find: () => Found | undefined,
  ): Promise<Found | 'unknown-session' | 'too-fast'> {
    const source = networkOf(address);
    const found = find();
    const points = found !== undefined || this.#isRepeated(`${source} ${code}`) ? 0 : 1;
    const [mine, all] = await Promise.all([
      this.#byAddress.penalty(source, points),
      this.#inAll.penalty(everybody, points),
    ]);
    // The try that used up the last one is still answered.
    const mayUse = (limit: number) => limit - 1 + points;
    const isOver = mine.consumedPoints > mayUse(this.#limits.perAddress);
    const isAllOver = all.consumedPoints > mayUse(this.#limits.inAll) && mine.consumedPoints > points;
    if (isOver || isAllOver) return 'too-fast';
    return found ?? 'unknown-session';
  }

  #isRepeated(miss: string): boolean {
    const now = Date.now();
    if ((this.#missed.get(miss) ?? 0) > now) return true;
    if (this.#missed.size >= this.#limits.inAll) {
      for (const [known, until] of this.#missed) if (until <= now) this.#missed.delete(known);
    }
    // What comes on top of all that may be missed is refused anyway, and need not be remembered.
    if (this.#missed.size < this.#limits.inAll) this.#missed.set(miss, now + seconds * 1000);
    return false;
  }
}

/** One household of IPv6 has 2^64 addresses: they count as one. */
function networkOf(address: string): string {
  const mapped = /^::ffff:([\d.]+)$/i.exec(address)?.[1];
  if (mapped !== undefined || !isIPv6(address)) return mapped ?? address;
  const [head = '', tail = ''] = address.split('%', 1)[0]?.split('::') ?? [];
  const groups = (text: string) => text.split(':').filter((group) => group !== '');
  const zeros = Array.from({ length: 8 - groups(head).length - groups(tail).length }, () => '0');
  return [...groups(head), ...zeros, ...groups(tail)]
    .slice(0, 4)
    .map((group) => parseInt(group, 16))
    .join(':');
}
