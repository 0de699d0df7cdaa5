/**
 * Pictures on their way: too large for the phone's storage, so they are kept in memory, outside the form, which goes when
 * the room moves on. Each is tried again until the server has taken or refused it.
 */
import { words } from '../activities/words/phone.ts';
import type { Refusal } from '../protocol/refusals.ts';
import { longestPatience, type OutboxClock, passing, patience, type Standing } from './outbox.ts';
import { isReason } from './reason.ts';

/** What became of a picture; undefined when no answer came. */
type Outcome = { readonly file: string } | { readonly refused: Refusal } | undefined;

export class Pictures {
  readonly #post: (file: Blob) => Promise<Outcome>;
  readonly #clock: OutboxClock;
  readonly #changed: (activity: string, standing: Standing) => void;
  readonly #waiting = new Set<() => void>();

  constructor(
    post: (file: Blob) => Promise<Outcome>,
    clock: OutboxClock,
    changed: (activity: string, standing: Standing) => void,
  ) {
    this.#post = post;
    this.#clock = clock;
    this.#changed = changed;
  }

  /** Hands in a picture for an activity; resolves with its id, rejects with words for the person once it is refused. */
  async handIn(activity: string, file: Blob): Promise<string> {
    for (let wait = patience; ; wait = Math.min(wait * 2, longestPatience)) {
      this.#changed(activity, 'sending');
      const outcome = await this.#post(file);
      if (outcome && 'file' in outcome) return outcome.file;
      if (outcome && !passing.includes(outcome.refused)) {
        this.#changed(activity, outcome);
        throw new Error(words.refused[outcome.refused]);
      }
      this.#changed(activity, 'waiting');
      await this.#pause(wait);
    }
  }

  /** The connection is there again: what waits is tried at once. */
  connected(): void {
    for (const goOn of this.#waiting) goOn();
  }

  #pause(ms: number): Promise<void> {
    return new Promise((done) => {
      const goOn = () => {
        cancel();
        this.#waiting.delete(goOn);
        done();
      };
      const cancel = this.#clock.after(ms, goOn);
      this.#waiting.add(goOn);
    });
  }
}

/** What hangs for so long, in milliseconds, is tried anew. */
const longestUpload = 90_000;

/** The picture goes by HTTP: it is larger than a message may be. */
export async function postPicture(code: string, token: string | undefined, file: Blob): Promise<Outcome> {
  try {
    const answer = await fetch(`/${code}/pictures`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': file.type },
      body: file,
      signal: AbortSignal.timeout(longestUpload),
    });
    const read: unknown = await answer.json();
    if (typeof read !== 'object' || read === null) return undefined;
    if ('file' in read && typeof read.file === 'string') return { file: read.file };
    return 'refused' in read && isReason(read.refused) ? { refused: read.refused } : undefined;
  } catch {
    return undefined;
  }
}
