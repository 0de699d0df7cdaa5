/** A log in memory: for tests, and for what must not outlive the process. */
import type { SessionId } from '../../protocol/ids.ts';
import type { Event } from '../session/events.ts';
import { Followers } from './followers.ts';
import { type Entry, type Log, NotSaved, readEntry, rowOf } from './log.ts';

/** Entries of a session that one batch of `read` holds at the most. */
const batchSize = 1000;

export interface MemoryLog extends Log {
  /** The next append is refused as a full disk would. */
  failNext(): void;
}

export function openMemoryLog(): MemoryLog {
  const stored = new Map<SessionId, Entry[]>();
  const files = new Map<string, Uint8Array>();
  const followers = new Followers();
  let failing = 0;
  let closed = false;

  const entriesOf = (session: SessionId) => stored.get(session) ?? [];

  return {
    failNext() {
      failing++;
    },
    async append(session: SessionId, events: readonly Event[]) {
      const fails = failing > 0;
      if (fails) failing--;
      if (closed) throw new NotSaved('The log is closed.');
      // A turn of its own, as a disk would take, so that batches meet in tests as they do in life.
      await Promise.resolve();
      if (fails) throw new NotSaved('The disk took nothing.');
      const entries = entriesOf(session);
      // Through JSON, as every other log does, so that nothing lives here that would not survive there.
      const added = events.map((event, index) =>
        readEntry(entries.length + index + 1, JSON.stringify(event)),
      );
      entries.push(...added);
      stored.set(session, entries);
      followers.tell(session, added);
      return entries.length;
    },
    async *read(session, after) {
      const entries = entriesOf(session);
      for (let at = after; at < entries.length; at += batchSize) yield entries.slice(at, at + batchSize);
    },
    follow(session, after, onEntries) {
      return followers.follow(session, after, onEntries, entriesOf(session).slice(after));
    },
    async putFile(session, id, bytes) {
      const fails = failing > 0;
      if (fails) failing--;
      if (closed || fails) throw new NotSaved('The disk took nothing.');
      files.set(`${session} ${id}`, Uint8Array.from(bytes));
    },
    file: async (session, id) => files.get(`${session} ${id}`),
    async sessions() {
      return [...stored.values()]
        .flatMap(([first]) => rowOf(first?.event) ?? [])
        .sort((a, b) => b.startedAt - a.startedAt);
    },
    async erase(session) {
      stored.delete(session);
      for (const key of files.keys()) if (key.startsWith(`${session} `)) files.delete(key);
    },
    async close() {
      closed = true;
    },
  };
}
