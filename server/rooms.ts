/** The rooms of this process, by code. */
import type { Code } from '../protocol/ids.ts';
import type { Room } from './room.ts';

/** A room and what is beside it on this machine. */
export interface Hosted {
  readonly room: Room;
  /** Folder of the session file: images of its slides are served from there. Null when there is none. */
  readonly folder: string | null;
}

export class Rooms {
  readonly #byCode = new Map<Code, Hosted>();

  add(hosted: Hosted): void {
    const { code } = hosted.room.state;
    if (code === null) throw new Error('a room needs a started session');
    this.#byCode.set(code, hosted);
  }

  find(code: Code | undefined): Hosted | undefined {
    return code && this.#byCode.get(code);
  }

  close(): void {
    for (const { room } of this.#byCode.values()) room.close();
    this.#byCode.clear();
  }
}
