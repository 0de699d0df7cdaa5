/**
 * The one writer of a SQLite log, in a thread of its own: a slow disk delays acknowledgements, never the room.
 * What arrives while a commit runs shares the next one; there is no timer.
 */
import { flushCompileCache } from 'node:module';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { type MessagePort, parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import { prepareDatabase } from './sqlite-database.ts';

/** One append: the events of one session as JSON, and the number its outcome is reported under. */
export interface Append {
  readonly id: number;
  readonly session: string;
  readonly events: readonly string[];
}

export type Request =
  | { readonly type: 'append'; readonly appends: readonly Append[] }
  | {
      readonly type: 'putFile';
      readonly id: number;
      readonly session: string;
      readonly file: string;
      readonly bytes: Uint8Array;
    }
  | { readonly type: 'erase'; readonly id: number; readonly session: string }
  | { readonly type: 'close'; readonly id: number };

/** `revisions[i]` is the last revision of the append `ids[i]`. A message is one sentence for the operator. */
export type Outcome =
  | { readonly type: 'ready' }
  | { readonly type: 'cannotOpen'; readonly message: string }
  | { readonly type: 'appended'; readonly ids: readonly number[]; readonly revisions: readonly number[] }
  | { readonly type: 'done'; readonly id: number }
  | { readonly type: 'failed'; readonly ids: readonly number[]; readonly message: string };

interface Prepared {
  readonly database: DatabaseSync;
  readonly insert: StatementSync;
  /** Number and last revision of each session that was written to. */
  readonly heads: Map<string, { number: number; revision: number }>;
}

/** Events after which a transaction takes no more, so that acknowledgements never wait long for others. */
const largestBatch = 2000;

function serve(port: MessagePort, file: string): void {
  const database = prepareDatabase(file);
  const insert = database.prepare('INSERT INTO events (session, revision, event) VALUES (?, ?, ?)');
  const prepared: Prepared = { database, insert, heads: new Map() };
  tell(port, { type: 'ready' });
  port.on('message', (first: Request) => {
    for (let request: Request | undefined = first; request; request = nextOf(port)) {
      if (request.type !== 'append') {
        perform(port, prepared, request);
        continue;
      }
      const appends = [...request.appends];
      let next = nextOf(port);
      while (next?.type === 'append' && eventsIn(appends) < largestBatch) {
        appends.push(...next.appends);
        next = nextOf(port);
      }
      commit(port, prepared, appends);
      if (next?.type === 'append') commit(port, prepared, next.appends);
      else if (next) perform(port, prepared, next);
    }
  });
}

function eventsIn(appends: readonly Append[]): number {
  return appends.reduce((sum, { events }) => sum + events.length, 0);
}

function nextOf(port: MessagePort): Request | undefined {
  const received: { message: Request } | undefined = receiveMessageOnPort(port);
  return received?.message;
}

function tell(port: MessagePort, outcome: Outcome): void {
  port.postMessage(outcome);
}

function commit(port: MessagePort, { database, insert, heads }: Prepared, appends: readonly Append[]): void {
  const ids = appends.map(({ id }) => id);
  const touched = new Map<string, { number: number; revision: number }>();
  try {
    database.exec('BEGIN IMMEDIATE');
    const revisions = appends.map(({ session, events }) => {
      const head = touched.get(session) ?? { ...(heads.get(session) ?? headOf(database, session)) };
      touched.set(session, head);
      for (const event of events) insert.run(head.number, ++head.revision, event);
      return head.revision;
    });
    database.exec('COMMIT');
    for (const [session, head] of touched) heads.set(session, head);
    tell(port, { type: 'appended', ids, revisions });
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    // Numbers that were given out in the transaction are void as well.
    for (const session of touched.keys()) heads.delete(session);
    tell(port, { type: 'failed', ids, message: sentenceOf(error) });
  }
}

/** The session's number and last revision; a new session is given a number. */
function headOf(database: DatabaseSync, session: string): { number: number; revision: number } {
  database.prepare('INSERT OR IGNORE INTO sessions (id) VALUES (?)').run(session);
  const row = database
    .prepare(
      `SELECT number, (SELECT coalesce(max(revision), 0) FROM events WHERE session = number) AS revision
       FROM sessions WHERE id = ?`,
    )
    .get(session);
  return { number: Number(row?.number), revision: Number(row?.revision) };
}

function perform(
  port: MessagePort,
  { database, heads }: Prepared,
  request: Exclude<Request, { type: 'append' }>,
): void {
  try {
    if (request.type === 'erase') {
      heads.delete(request.session);
      erase(database, request.session);
    } else if (request.type === 'putFile') {
      const { number } = headOf(database, request.session);
      const insert = database.prepare('INSERT INTO files (session, id, bytes) VALUES (?, ?, ?)');
      insert.run(number, request.file, request.bytes);
    } else {
      database.close();
    }
    tell(port, { type: 'done', id: request.id });
  } catch (error) {
    if (database.isOpen && database.isTransaction) database.exec('ROLLBACK');
    tell(port, { type: 'failed', ids: [request.id], message: sentenceOf(error) });
  }
  if (request.type === 'close') port.close();
}

/** `secure_delete` overwrites the pages; the checkpoint empties the -wal file they also stand in. */
function erase(database: DatabaseSync, session: string): void {
  // Somebody who reads holds the -wal file: found out before, nothing is lost and it can be tried again.
  emptyWal(
    database,
    'Nothing was erased, since another program keeps reading the database: close it and try again.',
  );
  database.exec('BEGIN IMMEDIATE');
  database
    .prepare('DELETE FROM events WHERE session = (SELECT number FROM sessions WHERE id = ?)')
    .run(session);
  database
    .prepare('DELETE FROM files WHERE session = (SELECT number FROM sessions WHERE id = ?)')
    .run(session);
  database.prepare('DELETE FROM sessions WHERE id = ?').run(session);
  database.exec('COMMIT');
  emptyWal(
    database,
    'The session is erased, but bytes of it stay in the -wal file, since another program began to read: close it, then run the session file once.',
  );
}

/** Milliseconds that a checkpoint waits for others to finish reading. */
const patience = 2000;

/** Moves all of the -wal file into the database, and cuts it to nothing. Throws `HeldUp` where others keep reading. */
function emptyWal(database: DatabaseSync, otherwise: string): void {
  // SQLite tries again by itself for so long; afterwards nothing waits for anybody any more.
  database.exec(`PRAGMA busy_timeout = ${patience}`);
  const outcome = database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get();
  database.exec('PRAGMA busy_timeout = 0');
  if (outcome?.busy !== 0) throw new HeldUp(otherwise);
}

/** Holds one sentence for the operator. */
class HeldUp extends Error {}

/** One sentence for the operator. */
function sentenceOf(error: unknown): string {
  if (error instanceof HeldUp) return error.message;
  return `Answers cannot be saved now: ${messageOf(error)}. Free some space on the disk.`;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

if (parentPort) {
  try {
    serve(parentPort, String(workerData));
    // As in `bin.js`: a server that is killed writes nothing any more. Does nothing where no cache is on.
    flushCompileCache();
  } catch (error) {
    tell(parentPort, { type: 'cannotOpen', message: messageOf(error) });
    parentPort.close();
  }
}
