/**
 * [D1] A database that cannot promise durability is refused; `synchronous` reads 2 after the first write.
 * [D2] Every append that stands alone causes an fsync of its own.
 * [D3] What was acknowledged is there after `kill -9`.
 * [D4] A damaged, newer, locked or unwritable database is refused in one sentence, and not changed.
 * [D5] An erased session leaves no byte in any file of the log.
 * [D6] Another process may read while this one writes.
 */
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { sessionId } from '../../protocol/ids.ts';
import { describeLog, readAll } from './contract.ts';
import { said, started } from './contract-events.ts';
import { CannotOpen, NotSaved } from './log.ts';
import { openSqliteLog, readSqliteLog } from './sqlite.ts';
import { checkDurable, prepareDatabase } from './sqlite-database.ts';

const one = sessionId('one');
const folders: string[] = [];

function newFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'plenum-log-'));
  folders.push(folder);
  return join(folder, 'talk.db');
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A trigger that aborts every insert: to the writer it is a disk that is full. */
function blockWrites(file: string): void {
  const database = new DatabaseSync(file);
  database.exec(
    `CREATE TRIGGER broken BEFORE INSERT ON events BEGIN SELECT raise(ABORT, 'database or disk is full'); END`,
  );
  blocked.push(database);
}
const blocked: DatabaseSync[] = [];

let current = '';
describeLog('sqlite', {
  open() {
    current = newFile();
    return openSqliteLog(current);
  },
  fail(log) {
    blockWrites(current);
    const append = log.append.bind(log);
    // The disk has room again as soon as one append was refused.
    log.append = (session, events) =>
      append(session, events).catch((error: unknown) => {
        for (const database of blocked.splice(0)) {
          database.exec('DROP TRIGGER broken');
          database.close();
        }
        log.append = append;
        throw error;
      });
  },
});

describe('durability', () => {
  it('[D1] reads synchronous 2 and WAL after the first write', () => {
    const database = prepareDatabase(newFile());
    database.exec(`INSERT INTO sessions (id) VALUES ('x')`);
    expect(database.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: 2 });
    expect(database.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
    database.close();
  });

  it('[D1] refuses a database that would run with less', () => {
    expect(() => checkDurable('wal', 1)).toThrow(CannotOpen);
    expect(() => checkDurable('delete', 2)).toThrow(/--data/);
    expect(() => checkDurable('wal', 2)).not.toThrow();
  });

  it('[D2] 100 appends that stand alone cause at least 100 fsyncs', () => {
    const trace = join(mkdtempSync(join(tmpdir(), 'plenum-trace-')), 'trace');
    folders.push(join(trace, '..'));
    execFileSync(
      strace(),
      ['-f', '-qq', '-e', 'trace=fsync,fdatasync', '-o', trace, process.execPath, child, newFile(), '100'],
      { stdio: ['ignore', 'ignore', 'inherit'] },
    );
    const calls = readFileSync(trace, 'utf8').match(/\b(fsync|fdatasync)\(\d+\)\s+= 0/g) ?? [];
    expect(calls.length).toBeGreaterThanOrEqual(100);
  });

  it('[D3] keeps what was acknowledged before kill -9, three times over', async () => {
    const file = newFile();
    let acknowledged = 0;
    for (let kill = 1; kill <= 3; kill++) {
      acknowledged += await killAfter(file, 200);
      const log = await openSqliteLog(file);
      expect((await readAll(log, one)).length).toBeGreaterThanOrEqual(acknowledged);
      acknowledged = (await readAll(log, one)).length;
      await log.close();
    }
  });
});

const child = fileURLToPath(new URL('./fixtures/append.ts', import.meta.url));

/** Runs a child that appends for ever, and kills it once it has reported `least` acknowledgements. */
function killAfter(file: string, least: number): Promise<number> {
  const process_ = spawn(process.execPath, [child, file, 'Infinity'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let acknowledged = 0;
  return new Promise((resolve) => {
    process_.stdout.on('data', (data: Buffer) => {
      acknowledged += data.toString().split('\n').length - 1;
      if (acknowledged >= least) process_.kill('SIGKILL');
    });
    process_.on('close', () => resolve(acknowledged));
  });
}

/** strace, from Debian's package when this machine has none and lets us. */
function strace(): string {
  const find = () => execFileSync('sh', ['-c', 'command -v strace || true'], { encoding: 'utf8' }).trim();
  if (find() === '' && process.getuid?.() === 0) {
    execFileSync('sh', ['-c', 'apt-get update -qq && apt-get install -y -qq strace'], { stdio: 'ignore' });
  }
  const found = find();
  if (found === '') throw new Error('This test needs strace: install the package "strace".');
  return found;
}

describe('what cannot be opened', () => {
  const refusal = (file: string) =>
    openSqliteLog(file).then(
      async (log) => {
        await log.close();
        return 'opened';
      },
      (error: unknown) =>
        error instanceof CannotOpen ? error.message : `not one sentence: ${String(error)}`,
    );

  it('[D4] a file that is no database', async () => {
    const file = newFile();
    writeFileSync(file, 'Minutes of the meeting. '.repeat(200));
    expect(await refusal(file)).toMatch(/damaged or not a database .* move it away/);
    expect(readFileSync(file, 'utf8')).toMatch(/^Minutes of the meeting/);
  });

  it('[D4] a database whose first page was overwritten', async () => {
    const file = newFile();
    const log = await openSqliteLog(file);
    await log.append(one, [started(one)]);
    await log.close();
    const bytes = readFileSync(file);
    bytes.fill(7, 16, 1024);
    writeFileSync(file, bytes);
    expect(await refusal(file)).toMatch(/move it away|cannot be opened/);
    expect(readFileSync(file).equals(bytes)).toBe(true);
  });

  it('[D4] a database of a newer version', async () => {
    const file = newFile();
    const database = new DatabaseSync(file);
    database.exec('CREATE TABLE later (x); PRAGMA user_version = 99');
    database.close();
    expect(await refusal(file)).toMatch(/newer version of Plenum/);
  });

  it('[D4] a database in use by another Plenum', async () => {
    const file = newFile();
    const log = await openSqliteLog(file);
    expect(await refusal(file)).toMatch(/in use by another Plenum/);
    await log.close();
    expect(await refusal(file)).toBe('opened');
  });

  it('[D4] a folder that is a file, and a database that is a folder', async () => {
    const file = newFile();
    writeFileSync(file, '');
    expect(await refusal(join(file, 'below', 'talk.db'))).toMatch(/cannot be made/);
    const folder = newFile();
    mkdirSync(folder);
    expect(await refusal(folder)).toMatch(/cannot be written/);
  });
});

describe('erasing and reading', () => {
  it('[D5] leaves no byte of an erased session', async () => {
    const file = newFile();
    const planted = 'planted-secret-text';
    const log = await openSqliteLog(file);
    await log.append(one, [started(one), ...Array.from({ length: 500 }, (_, n) => said(`${planted}-${n}`))]);
    await log.append(sessionId('two'), [started(sessionId('two'))]);
    expect(filesHolding(file, planted)).not.toEqual([]);
    await log.erase(one);
    expect(filesHolding(file, planted)).toEqual([]);
    await log.close();
    expect(filesHolding(file, planted)).toEqual([]);
  });

  it('[D5] erases nothing while another program keeps reading, says so, and does when it is closed', async () => {
    const file = newFile();
    const planted = 'planted-secret-text';
    const log = await openSqliteLog(file);
    await log.append(one, [started(one), said(planted)]);
    const other = new DatabaseSync(file, { readOnly: true });
    other.exec('BEGIN');
    other.prepare('SELECT count(*) FROM events').get();
    // More, which the reader does not see, so that it holds on to the -wal file.
    await log.append(one, [said(planted)]);
    await expect(log.erase(one)).rejects.toThrow(
      new NotSaved(
        'Nothing was erased, since another program keeps reading the database: close it and try again.',
      ),
    );
    expect(await readAll(log, one)).toHaveLength(3);
    other.close();
    await log.erase(one);
    expect(filesHolding(file, planted)).toEqual([]);
    await log.close();
  });

  it('[D6] is read by others while it is written', async () => {
    const file = newFile();
    const log = await openSqliteLog(file);
    await log.append(one, [started(one), said('hello')]);
    const reader = readSqliteLog(file);
    expect(await readAll(reader, one)).toHaveLength(2);
    await log.append(one, [said('again')]);
    expect(await readAll(reader, one)).toHaveLength(3);
    await expect(reader.append(one, [said('no')])).rejects.toThrow(NotSaved);
    await reader.close();
    await log.close();
    const later = readSqliteLog(file);
    expect((await later.sessions()).map(({ session }) => session)).toEqual([one]);
    await later.close();
  });
});

function filesHolding(file: string, text: string): string[] {
  const folder = join(file, '..');
  return readdirSync(folder).filter((name) => readFileSync(join(folder, name)).includes(text));
}
