/** Where sessions lie on disk: one database for each session file, in a folder `.plenum` beside it. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Code } from '../protocol/ids.ts';
import { CannotOpen, type Log, NotSaved, type SessionRow } from './log/log.ts';
import { openSqliteLog, readSqliteLog } from './log/sqlite.ts';
import { Mistake } from './mistake.ts';

export const folderName = '.plenum';

/** `file` and `data` are absolute. Files of one name from several folders may share a data folder, and never a database. */
export function databaseOf(file: string, data: string | undefined): string {
  const beside = join(dirname(file), folderName);
  const name = basename(file).replace(/\.[^.]*$/, '');
  if (data === undefined || data === beside) return join(beside, `${name}.db`);
  const folder = createHash('sha256').update(dirname(file)).digest('hex').slice(0, 8);
  const own = join(data, `${name}-${folder}.db`);
  // Earlier versions gave it the name alone. In a folder `.plenum` that name belongs to the file beside it.
  const former = join(data, `${name}.db`);
  return basename(data) !== folderName && existsSync(former) && !existsSync(own) ? former : own;
}

/** Databases of other session files in the same folder. */
export function neighboursOf(database: string): readonly string[] {
  const folder = dirname(database);
  return databasesIn(folder).filter((each) => each !== database);
}

function databasesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.db'))
    .map((name) => join(folder, name));
}

export interface StoredSession extends SessionRow {
  readonly database: string;
}

/** For those who ask in another folder than the session file's. */
const elsewhere = `The answers of dir/talk.md are kept in dir/${folderName}: add --data dir/${folderName}.`;

/** What the databases of a folder hold: sessions, newest first, and one sentence for each that cannot be read. */
interface Found {
  readonly sessions: readonly StoredSession[];
  readonly unread: readonly string[];
}

async function storedSessions(data: string): Promise<Found> {
  if (!statSync(data, { throwIfNoEntry: false })?.isDirectory())
    throw new Mistake(`There is no folder ${data}. ${elsewhere}`);
  const sessions: StoredSession[] = [];
  const unread: string[] = [];
  for (const database of databasesIn(data)) {
    try {
      await withLog(
        database,
        () => readSqliteLog(database),
        async (log) => {
          for (const row of await log.sessions()) sessions.push({ ...row, database });
        },
      );
    } catch (error) {
      if (!(error instanceof Mistake)) throw error;
      unread.push(error.message);
    }
  }
  return { sessions: sessions.sort((a, b) => b.startedAt - a.startedAt), unread };
}

/** The sessions of a code, newest first, or without one the newest. A database that cannot be read hides no other. */
export async function findStored(
  data: string,
  code: Code | undefined,
  tell: (message: string) => void,
): Promise<readonly [StoredSession, ...StoredSession[]]> {
  const { sessions, unread } = await storedSessions(data);
  const [first, ...others] = code === undefined ? sessions.slice(0, 1) : sessions.filter(hasCode(code));
  if (first) {
    for (const message of unread) tell(message);
    return [first, ...others];
  }
  const known = [...new Set(sessions.map((each) => each.code))].join(', ');
  const none =
    code === undefined
      ? `There is no session in ${data} yet. ${elsewhere}`
      : `There is no session ${code} in ${data}${known && `; there is ${known}`}. ${elsewhere}`;
  throw new Mistake([...unread, none].join('\n'));
}

function hasCode(code: Code) {
  return (session: StoredSession) => session.code === code;
}

/** Opens a log to write, hands it over and closes it; what is wrong with the database is a mistake of the operator. */
export async function writing<Result>(database: string, use: (log: Log) => Promise<Result>): Promise<Result> {
  return withLog(database, () => openSqliteLog(database), use);
}

/** The same to read, whether or not a server writes to it. */
export async function reading<Result>(database: string, use: (log: Log) => Promise<Result>): Promise<Result> {
  return withLog(database, () => readSqliteLog(database), use);
}

async function withLog<Result>(
  database: string,
  open: () => Log | Promise<Log>,
  use: (log: Log) => Promise<Result>,
): Promise<Result> {
  return explained(database, async () => {
    const log = await open();
    try {
      return await use(log);
    } finally {
      await log.close();
    }
  });
}

/** Runs what opens or reads a database; what the operator can put right is thrown as a `Mistake`. */
export async function explained<Result>(database: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof CannotOpen || error instanceof NotSaved) throw new Mistake(error.message);
    if (error instanceof Error && 'code' in error && error.code === 'ERR_SQLITE_ERROR') {
      throw new Mistake(`${database} is damaged or not a database of Plenum; move it away to begin afresh.`);
    }
    throw error;
  }
}
