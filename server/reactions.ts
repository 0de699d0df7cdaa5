/** Reactions of a room: taps are counted for a moment and told together, so that a cheering hall is a few events a second. */
import type { Reaction } from '../protocol/presence.ts';
import type { Acknowledgement } from '../protocol/refusals.ts';
import type { Room } from './room.ts';

/** Milliseconds that taps are gathered. */
const gatherMs = 250;

export class Reactions {
  readonly #room: Room;
  #counts: Partial<Record<Reaction, number>> = {};
  #cancel: (() => void) | null = null;

  constructor(room: Room) {
    this.#room = room;
  }

  /** A tap is worth no wait: it is acknowledged at once, and lost should the server stop within that moment. */
  add(reaction: Reaction): Acknowledgement {
    const { state, clock } = this.#room;
    if (state.endedAt !== null) return { refused: 'ended' };
    if (!state.definition?.reactions) return { refused: 'closed' };
    this.#counts[reaction] = (this.#counts[reaction] ?? 0) + 1;
    this.#cancel ??= clock.after(gatherMs, () => {
      const counts = this.#counts;
      this.#counts = {};
      this.#cancel = null;
      void this.#room.order({ type: 'react', counts });
    });
    return { ok: true, revision: state.revision };
  }

  close(): void {
    this.#cancel?.();
  }
}
