/** The log in one SQLite file: the main thread reads and asks, a thread of its own writes. */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Worker } from 'node:worker_threads';
import { type SessionId, sessionId } from '../../protocol/ids.ts';
import type { Event } from '../session/events.ts';
import { Followers } from './followers.ts';
import { CannotOpen, type Entry, type Log, NotSaved, readEntry, rowOf } from './log.ts';
import { readDatabase } from './sqlite-database.ts';
import type { Append, Outcome, Request } from './sqlite-writer.ts';

/** Entries that one batch of `read` holds at the most. */
const batchSize = 1000;

/** Stands where a request is about no session. */
const noSession = sessionId('');

interface Waiting {
  readonly session: SessionId;
  readonly events: readonly Event[];
  done(revision: number): void;
  failed(error: Error): void;
}

/** Opens (and creates) the file. Throws `CannotOpen` with one sentence for the operator. */
export async function openSqliteLog(
  file: string,
  onFault: (error: unknown) => void = () => {},
): Promise<Log> {
  try {
    mkdirSync(dirname(file), { recursive: true });
  } catch {
    throw new CannotOpen(`The folder ${dirname(file)} cannot be made; choose another with --data.`);
  }
  const lock = lockFile(file);
  try {
    const writer = await startWriter(file);
    return sqliteLog(file, writer, lock, onFault);
  } catch (error) {
    lock.close();
    throw error;
  }
}

/** Reads a log that may be written by another process. Its `append` and `erase` are refused. */
export function readSqliteLog(file: string): Log {
  const database = readDatabase(file);
  const refuse = async () => {
    throw new NotSaved('This log was opened for reading.');
  };
  return {
    append: refuse,
    putFile: refuse,
    file: async (session, id) => fileIn(database, session, id),
    erase: refuse,
    read: (session, after) => readBatches(database, session, after),
    follow: () => () => {},
    sessions: async () => sessionsIn(database),
    async close() {
      database.close();
    },
  };
}

/** One process writes a log. The lock is a transaction on a file beside it, so a killed process leaves none. */
function lockFile(file: string): DatabaseSync {
  let lock: DatabaseSync | undefined;
  try {
    lock = new DatabaseSync(`${file}-lock`, { timeout: 0 });
    lock.exec('BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock?.close();
    const reason = error instanceof Error ? error.message : '';
    throw new CannotOpen(
      /locked|busy/i.test(reason)
        ? `${file} is in use by another Plenum; stop that one first, or choose another folder with --data.`
        : `The folder ${dirname(file)} cannot be written; choose another with --data.`,
    );
  }
}

function startWriter(file: string): Promise<Worker> {
  const compiled = !import.meta.url.endsWith('.ts');
  const worker = new Worker(
    new URL(compiled ? './sqlite-writer.js' : './sqlite-writer.ts', import.meta.url),
    {
      workerData: file,
      // The writer keeps nothing: a batch comes, is written and forgotten.
      resourceLimits: { maxYoungGenerationSizeMb: 4 },
    },
  );
  return new Promise((resolve, reject) => {
    worker.once('message', (outcome: Outcome) => {
      if (outcome.type === 'cannotOpen') reject(new CannotOpen(outcome.message));
      else resolve(worker);
    });
    worker.once('error', reject);
  });
}

function sqliteLog(file: string, writer: Worker, lock: DatabaseSync, onFault: (error: unknown) => void): Log {
  const reader = readDatabase(file);
  const followers = new Followers(onFault);
  const waiting = new Map<number, Waiting>();
  /** Appends of this turn of the event loop: they go to the writer as one message. */
  let gathered: Append[] = [];
  let nextId = 0;
  let closed: Error | null = null;

  const send = (request: Request) => writer.postMessage(request);
  const settle = (ids: readonly number[], how: (waits: Waiting, index: number) => void) => {
    ids.forEach((id, index) => {
      const waits = waiting.get(id);
      waiting.delete(id);
      if (waits) how(waits, index);
    });
  };

  writer.on('message', (outcome: Outcome) => {
    if (outcome.type === 'appended') {
      tellFollowers(outcome);
      settle(outcome.ids, (waits, index) => waits.done(outcome.revisions[index] ?? 0));
    } else if (outcome.type === 'failed') {
      const error = new NotSaved(
        `Answers cannot be saved now: ${outcome.message}. Free some space on the disk.`,
      );
      settle(outcome.ids, (waits) => waits.failed(error));
    } else if (outcome.type === 'done') {
      settle([outcome.id], (waits) => waits.done(0));
    }
  });
  writer.on('error', (error) => {
    onFault(error);
    closed = new NotSaved('The writer of the log has stopped; start Plenum again.');
  });
  writer.on('exit', () => {
    closed ??= new NotSaved('The log is closed.');
    settle([...waiting.keys()], (waits) => waits.failed(closed ?? new NotSaved('The log is closed.')));
  });

  /** All entries of one commit and session as one batch, before anybody is told that theirs is stored. */
  function tellFollowers({ ids, revisions }: Extract<Outcome, { type: 'appended' }>): void {
    const bySession = new Map<SessionId, Entry[]>();
    ids.forEach((id, index) => {
      const waits = waiting.get(id);
      if (!waits) return;
      const first = (revisions[index] ?? 0) - waits.events.length + 1;
      const entries = bySession.get(waits.session) ?? [];
      waits.events.forEach((event, place) => {
        entries.push({ revision: first + place, event });
      });
      bySession.set(waits.session, entries);
    });
    for (const [session, entries] of bySession) followers.tell(session, entries);
  }

  function request(session: SessionId, events: readonly Event[], ask: (id: number) => void): Promise<number> {
    if (closed) return Promise.reject(closed);
    const id = nextId++;
    return new Promise((done, failed) => {
      waiting.set(id, { session, events, done, failed });
      ask(id);
    });
  }

  return {
    append(session, events) {
      return request(session, events, (id) => {
        if (gathered.length === 0) {
          setImmediate(() => {
            send({ type: 'append', appends: gathered });
            gathered = [];
          });
        }
        gathered.push({ id, session, events: events.map((event) => JSON.stringify(event)) });
      });
    },
    read: (session, after) => readBatches(reader, session, after),
    follow(session, after, onEntries) {
      return followers.follow(session, after, onEntries, [...storedAfter(reader, session, after)]);
    },
    async putFile(session, file, bytes) {
      await request(session, [], (id) => send({ type: 'putFile', id, session, file, bytes }));
    },
    file: async (session, id) => fileIn(reader, session, id),
    sessions: async () => sessionsIn(reader),
    async erase(session) {
      await request(session, [], (id) => setImmediate(() => send({ type: 'erase', id, session })));
    },
    async close() {
      if (closed) return;
      // The writer is the last to leave: its closing moves everything from the -wal file into the database.
      const written = request(noSession, [], (id) => setImmediate(() => send({ type: 'close', id })));
      closed = new NotSaved('The log is closed.');
      reader.close();
      await written;
      lock.close();
    },
  };
}

const selectAfter = `SELECT revision, event FROM events
  WHERE session = (SELECT number FROM sessions WHERE id = ?) AND revision > ? ORDER BY revision LIMIT ${batchSize}`;

async function* readBatches(
  database: DatabaseSync,
  session: SessionId,
  after: number,
): AsyncIterable<readonly Entry[]> {
  const statement = database.prepare(selectAfter);
  for (let last = after; ; ) {
    const batch = statement
      .all(session, last)
      .map((row) => readEntry(Number(row.revision), String(row.event)));
    if (batch.length === 0) return;
    yield batch;
    last = batch.at(-1)?.revision ?? last;
  }
}

function* storedAfter(database: DatabaseSync, session: SessionId, after: number): Iterable<Entry> {
  const statement = database.prepare(selectAfter);
  for (let last = after; ; ) {
    const rows = statement.all(session, last);
    for (const row of rows) yield readEntry(Number(row.revision), String(row.event));
    if (rows.length < batchSize) return;
    last = Number(rows.at(-1)?.revision ?? last);
  }
}

function fileIn(database: DatabaseSync, session: SessionId, id: string): Uint8Array | undefined {
  // A database of an earlier version, opened for reading, has no files.
  if (!database.prepare("SELECT 1 FROM sqlite_master WHERE name = 'files'").get()) return undefined;
  const bytes = database
    .prepare('SELECT bytes FROM files WHERE session = (SELECT number FROM sessions WHERE id = ?) AND id = ?')
    .get(session, id)?.bytes;
  return bytes instanceof Uint8Array ? bytes : undefined;
}

function sessionsIn(database: DatabaseSync) {
  const rows = database.prepare('SELECT event FROM events WHERE revision = 1').all();
  return rows
    .flatMap((row) => rowOf(readEntry(1, String(row.event)).event) ?? [])
    .sort((a, b) => b.startedAt - a.startedAt);
}
