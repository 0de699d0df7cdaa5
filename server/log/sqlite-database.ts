/** Opening the database of a SQLite log so that a commit is durable, or refusing to. */
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { CannotOpen } from './log.ts';

/** The layout of the tables below; a database says which it has. */
const schemaVersion = 2;

const schema = `
  CREATE TABLE IF NOT EXISTS sessions (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE);
  CREATE TABLE IF NOT EXISTS events (
    session INTEGER NOT NULL REFERENCES sessions (number),
    revision INTEGER NOT NULL,
    event TEXT NOT NULL,
    PRIMARY KEY (session, revision)
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS files (
    session INTEGER NOT NULL REFERENCES sessions (number),
    id TEXT NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (session, id)
  );
`;

/** The writer's connection. Throws `CannotOpen` with one sentence; nothing that is there is overwritten. */
export function prepareDatabase(file: string): DatabaseSync {
  return explained(file, () => {
    const database = new DatabaseSync(file);
    try {
      checkVersion(database, file);
      database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;');
      // On macOS only this makes the disk itself write; elsewhere it does nothing.
      database.exec('PRAGMA fullfsync = ON; PRAGMA checkpoint_fullfsync = ON;');
      database.exec(`BEGIN IMMEDIATE; ${schema} PRAGMA user_version = ${schemaVersion}; COMMIT;`);
      // Some builds run NORMAL until the first write although the pragma reads FULL: read it after one.
      checkDurable(pragma(database, 'journal_mode'), pragma(database, 'synchronous'));
      return database;
    } catch (error) {
      database.close();
      throw error;
    }
  });
}

/** A connection that only reads, beside the writer or without one. */
export function readDatabase(file: string): DatabaseSync {
  return explained(file, () => {
    if (!existsSync(file)) throw new CannotOpen(`There is no ${basename(file)} here; run the session first.`);
    const database = new DatabaseSync(file, { readOnly: true });
    try {
      checkVersion(database, file);
      return database;
    } catch (error) {
      database.close();
      throw error;
    }
  });
}

/** `synchronous` 2 is FULL: the commit is on the disk before it is acknowledged. */
export function checkDurable(journal: unknown, synchronous: unknown): void {
  if (journal !== 'wal' || synchronous !== 2) {
    throw new CannotOpen(
      `The database cannot promise that answers are kept (journal ${journal}, synchronous ${synchronous}); put the data folder on a local disk with --data.`,
    );
  }
}

function checkVersion(database: DatabaseSync, file: string): void {
  const version = pragma(database, 'user_version');
  if (typeof version === 'number' && version > schemaVersion) {
    throw new CannotOpen(
      `${basename(file)} was written by a newer version of Plenum; update Plenum, or choose another folder with --data.`,
    );
  }
}

function pragma(database: DatabaseSync, name: string): unknown {
  return Object.values(database.prepare(`PRAGMA ${name}`).get() ?? {})[0];
}

/** SQLite's reason as one sentence that says what to do. */
function explained<Result>(file: string, open: () => Result): Result {
  try {
    return open();
  } catch (error) {
    if (error instanceof CannotOpen) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    if (/not a database|malformed|corrupt/i.test(reason)) {
      throw new CannotOpen(
        `${file} is damaged or not a database of Plenum; move it away to begin afresh, it was not changed.`,
      );
    }
    if (/unable to open|readonly|permission/i.test(reason)) {
      throw new CannotOpen(`${file} cannot be written; choose another folder with --data.`);
    }
    throw new CannotOpen(`${file} cannot be opened (${reason}).`);
  }
}
