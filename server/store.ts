/** Where sessions lie on disk: one database for each session file, in a folder `.plenum` beside it. */
import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Code } from '../protocol/ids.ts';
import { CannotOpen, type Log, type SessionRow } from './log/log.ts';
import { openSqliteLog, readSqliteLog } from './log/sqlite.ts';
import { Mistake } from './mistake.ts';

export const folderName = '.plenum';

export function databaseOf(file: string, data: string | undefined): string {
  return join(data ?? join(dirname(file), folderName), `${basename(file).replace(/\.[^.]*$/, '')}.db`);
}

export interface StoredSession extends SessionRow {
  readonly database: string;
}

/** Sessions in all databases of the folder, newest first. */
export async function storedSessions(data: string): Promise<StoredSession[]> {
  if (!existsSync(data)) throw new Mistake(`There is no folder ${data}; name the data folder with --data.`);
  const databases = readdirSync(data).filter((name) => name.endsWith('.db'));
  const found: StoredSession[] = [];
  for (const name of databases) {
    const database = join(data, name);
    const log = readSqliteLog(database);
    for (const row of await log.sessions()) found.push({ ...row, database });
    await log.close();
  }
  return found.sort((a, b) => b.startedAt - a.startedAt);
}

/** The session of a code, or without one the newest. */
export async function findStored(data: string, code: Code | undefined): Promise<StoredSession> {
  const sessions = await storedSessions(data);
  const found = code === undefined ? sessions[0] : sessions.find((each) => each.code === code);
  if (found) return found;
  const known = sessions.map((each) => each.code).join(', ');
  throw new Mistake(
    code === undefined
      ? `There is no session in ${data} yet.`
      : `There is no session ${code} in ${data}${known && `; there is ${known}`}.`,
  );
}

/** Opens a log, its `CannotOpen` as a mistake of the operator. */
export async function openLog(database: string, onFault: (error: unknown) => void): Promise<Log> {
  return explained(() => openSqliteLog(database, onFault));
}

export async function readLog(database: string): Promise<Log> {
  return explained(async () => readSqliteLog(database));
}

async function explained<Result>(open: () => Promise<Result>): Promise<Result> {
  try {
    return await open();
  } catch (error) {
    if (error instanceof CannotOpen) throw new Mistake(error.message);
    throw error;
  }
}
