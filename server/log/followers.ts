/** Those who follow a session's log in this process: each is given every entry once, in order. */
import type { SessionId } from '../../protocol/ids.ts';
import type { Entry } from './log.ts';

type OnEntries = (entries: readonly Entry[]) => void;

interface Follower {
  /** The revision it has seen. */
  seen: number;
  readonly onEntries: OnEntries;
}

export class Followers {
  readonly #bySession = new Map<SessionId, Set<Follower>>();
  readonly #onFault: (error: unknown) => void;

  /** `onFault` is told when a follower throws; the others and the log go on. */
  constructor(onFault: (error: unknown) => void = () => {}) {
    this.#onFault = onFault;
  }

  /** Begins with what is `stored` after `after`. The result ends it. */
  follow(session: SessionId, after: number, onEntries: OnEntries, stored: readonly Entry[]): () => void {
    const follower: Follower = { seen: after, onEntries };
    const followers = this.#bySession.get(session) ?? new Set();
    this.#bySession.set(session, followers.add(follower));
    this.#give(follower, stored);
    return () => {
      followers.delete(follower);
    };
  }

  /** New entries, once they are durable. */
  tell(session: SessionId, entries: readonly Entry[]): void {
    for (const follower of this.#bySession.get(session) ?? []) this.#give(follower, entries);
  }

  #give(follower: Follower, entries: readonly Entry[]): void {
    const fresh = entries.filter(({ revision }) => revision > follower.seen);
    const last = fresh.at(-1);
    if (!last) return;
    follower.seen = last.revision;
    try {
      follower.onEntries(fresh);
    } catch (error) {
      this.#onFault(error);
    }
  }
}
