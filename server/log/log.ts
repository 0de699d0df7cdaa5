/** The log: an append-only list of events for each session, and the files they name. Everything else can be folded from it. */
import type { Code, SessionId } from '../../protocol/ids.ts';
import type { Event } from '../session/events.ts';

/** An event at its place: revisions of a session count from 1 without gaps. */
export interface Entry {
  readonly revision: number;
  readonly event: Event;
}

export interface SessionRow {
  readonly session: SessionId;
  readonly code: Code;
  readonly startedAt: number;
}

/** [L1]–[L11] in `contract.ts` say how every log behaves. */
export interface Log {
  /**
   * Appends in the given order, all or none, and resolves with the revision of the last one once they are durable.
   * Rejects with `NotSaved` when the disk did not take them; then none of them is in the log, now or later.
   */
  append(session: SessionId, events: readonly Event[]): Promise<number>;
  /** Entries with a revision greater than `after`, in order, in batches of a bounded size. */
  read(session: SessionId, after: number): AsyncIterable<readonly Entry[]>;
  /**
   * Calls back with each batch of entries after `after`, in order, without gaps or repeats: those already stored
   * first, then new ones once durable, whoever appended them. A callback comes before its `append` resolves.
   */
  follow(session: SessionId, after: number, onEntries: (entries: readonly Entry[]) => void): () => void;
  /** Stores a file under an id that was never used, and resolves once it is durable. Rejects as `append` does. */
  putFile(session: SessionId, id: string, bytes: Uint8Array): Promise<void>;
  /** Undefined for a file there is not. */
  file(session: SessionId, id: string): Promise<Uint8Array | undefined>;
  /** Every session in the log, newest first. */
  sessions(): Promise<readonly SessionRow[]>;
  /** Deletes a session so that no byte of it is left in the store. Rejects with `NotSaved` where that cannot be. */
  erase(session: SessionId): Promise<void>;
  close(): Promise<void>;
}

/** The store could not make events durable; the message says what to do, in one sentence. */
export class NotSaved extends Error {}

/** The store cannot be opened at all (damaged, of a newer version, not writable): one sentence for the operator. */
export class CannotOpen extends Error {}

/** An entry from its stored text. Only what a log wrote itself is read here, so its shape is known. */
export function readEntry(revision: number, text: string): Entry {
  const event: Event = JSON.parse(text);
  return { revision, event };
}

/** What the first event of a session says of it. */
export function rowOf(event: Event | undefined): SessionRow | undefined {
  return event?.type === 'started'
    ? { session: event.session, code: event.code, startedAt: event.at }
    : undefined;
}
