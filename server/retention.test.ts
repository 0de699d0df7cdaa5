/**
 * What `retain` promises, with a played clock.
 * [P3] Answers and files go when their days are over, counted from the end, or from what happened last; no byte is left.
 * [R1] The live session stays, and so does one that promised nothing, or whose days are not over.
 * [R2] Databases beside it are looked at as well; one that is in use, or is none, is left alone.
 * [R3] It happens at the start and once a day; a day that fails is told, and the next one is tried.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Code, participantId, readCode, type SessionId, sessionId } from '../protocol/ids.ts';
import type { Log } from './log/log.ts';
import { openMemoryLog } from './log/memory.ts';
import { openSqliteLog } from './log/sqlite.ts';
import { run } from './main.ts';
import { eraseOverdue, keepRetention } from './retention.ts';
import type { Clock } from './room.ts';
import type { Event } from './session/events.ts';
import { someActivity, someDefinition } from './session/given.ts';

const day = 24 * 3_600_000;
const start = 1_700_000_000_000;
const planted = 'planted-sentence';

let folder: string;
let logs: Log[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plenum-retention-'));
  logs = [];
});
afterEach(async () => {
  for (const log of logs) await log.close();
  rmSync(folder, { recursive: true, force: true });
});

async function sqlite(name = 'talk.db'): Promise<Log> {
  const log = await openSqliteLog(join(folder, name));
  logs.push(log);
  return log;
}

const codeOf = (name: string): Code => {
  const code = readCode(name.padEnd(6, '2'));
  if (!code) throw new Error(`${name} makes no code`);
  return code;
};

/** A session with an answer and a picture; `last` is the day on which something last happened, from its start. */
async function store(
  log: Log,
  name: string,
  { retain, ended, last = 0 }: { retain: number | null; ended?: number; last?: number },
): Promise<SessionId> {
  const session = sessionId(name);
  const definition = { ...someDefinition(someActivity()), retain };
  const participant = participantId(planted);
  const events: Event[] = [
    { type: 'started', at: start, session, code: codeOf(name), secret: 'secret' },
    { type: 'defined', at: start, definition },
    { type: 'introduced', at: start, participant, alias: planted },
    ...(ended === undefined ? [] : [{ type: 'ended' as const, at: start + ended * day }]),
    { type: 'locked', at: start + last * day },
  ];
  await log.append(session, events);
  await log.putFile(session, 'picture', Buffer.from(planted));
  return session;
}

const bytesLeft = () =>
  readdirSync(folder).filter((name) => readFileSync(join(folder, name)).includes(planted));
const idsIn = async (log: Log) => (await log.sessions()).map(({ session }) => session).sort();

describe.each([
  ['memory', async () => openMemoryLog()],
  ['SQLite', () => sqlite()],
] as const)('over %s', (name, open) => {
  const stored = (log: Log, live: SessionId | null = null) => ({
    database: join(folder, 'talk.db'),
    log,
    live,
  });

  it('[P3] [R1] goes when its days are over, and not before', async () => {
    const log = await open();
    await store(log, 'ABC', { retain: 30, ended: 1, last: 20 });
    await store(log, 'DEF', { retain: 30, last: 20 });
    await store(log, 'GHJ', { retain: null, ended: 1 });
    const live = await store(log, 'KMN', { retain: 1 });
    const at = (days: number) => eraseOverdue(stored(log, live), start + days * day);
    expect(await at(31 - 1e-6)).toEqual([]);
    expect(await at(31)).toEqual([codeOf('ABC')]);
    expect(await log.file(sessionId('ABC'), 'picture')).toBe(undefined);
    expect(await at(50 - 1e-6)).toEqual([]);
    expect(await at(50)).toEqual([codeOf('DEF')]);
    expect(await at(5000)).toEqual([]);
    expect(await idsIn(log)).toEqual(['GHJ', 'KMN']);
  });

  it('[P3] as the session file last said', async () => {
    const log = await open();
    const session = await store(log, 'ABC', { retain: 30 });
    const definition = { ...someDefinition(), retain: 2 };
    await log.append(session, [{ type: 'defined', at: start + day, definition }]);
    expect(await eraseOverdue(stored(log), start + 3 * day)).toEqual([codeOf('ABC')]);
  });

  it('[P3] leaves no byte', async () => {
    const log = await open();
    await store(log, 'ABC', { retain: 1 });
    if (name === 'SQLite') expect(bytesLeft()).not.toEqual([]);
    await eraseOverdue(stored(log), start + day);
    expect(await log.file(sessionId('ABC'), 'picture')).toBe(undefined);
    expect(bytesLeft()).toEqual([]);
  });
});

describe('beside it', () => {
  it('[R2] other databases, but none that is in use', async () => {
    const [log, other, busy] = [await sqlite(), await sqlite('other.db'), await sqlite('busy.db')];
    await store(other, 'ABC', { retain: 1 });
    await store(busy, 'DEF', { retain: 1 });
    await other.close();
    writeFileSync(join(folder, 'none.db'), 'not a database at all '.repeat(100));
    const database = join(folder, 'talk.db');
    expect(await eraseOverdue({ database, log, live: null }, start + day)).toEqual([codeOf('ABC')]);
    expect(await idsIn(busy)).toEqual(['DEF']);
    expect(readFileSync(join(folder, 'none.db'), 'utf8')).toMatch(/^not a database/);
  });
});

/** Time that passes when it is told to. */
class PlayedClock implements Clock {
  #now = start;
  #due: { at: number; call: () => void }[] = [];
  now(): number {
    return this.#now;
  }
  after(ms: number, call: () => void): () => void {
    const due = { at: this.#now + ms, call };
    this.#due.push(due);
    return () => {
      this.#due = this.#due.filter((each) => each !== due);
    };
  }
  get waiting(): number {
    return this.#due.length;
  }
  pass(days: number): void {
    this.#now += days * day;
    const due = this.#due.filter(({ at }) => at <= this.#now);
    this.#due = this.#due.filter(({ at }) => at > this.#now);
    for (const { call } of due) call();
  }
}

describe('day by day', () => {
  it('[R3] at once, then every day, also after one that failed', async () => {
    const clock = new PlayedClock();
    const asked: number[] = [];
    const said: string[] = [];
    const outcomes = [async () => [], async () => [codeOf('ABC')], () => Promise.reject(new Error('full'))];
    const end = keepRetention({
      clock,
      erase(now) {
        asked.push((now - start) / day);
        return (outcomes[asked.length - 1] ?? (async () => [codeOf('DEF')]))();
      },
      tell: (codes) => said.push(codes.join()),
      failed: (error) => said.push(String(error)),
    });
    for (const wait of [1, 1, 1]) {
      await expect.poll(() => clock.waiting).toBe(1);
      clock.pass(wait / 2);
      clock.pass(wait / 2);
    }
    await expect.poll(() => clock.waiting).toBe(1);
    await end();
    expect(clock.waiting).toBe(0);
    expect(asked).toEqual([0, 1, 2, 3]);
    expect(said).toEqual([codeOf('ABC'), 'Error: full', codeOf('DEF')]);
  });

  it('[P3] [R3] in a server: at its start and while it runs, one line each', async () => {
    const file = join(folder, 'talk.md');
    writeFileSync(file, '---\nretain: 2\n---\n# A\n');
    const clock = new PlayedClock();
    const said: string[] = [];
    const begin = (afresh: boolean) =>
      run(file, {
        port: 0,
        host: '127.0.0.1',
        afresh,
        clock,
        log: pino({ level: 'silent' }),
        tell: (message) => said.push(message),
      });
    const stopped = await begin(false);
    await stopped.close();
    clock.pass(2);
    // The days of what is resumed are over, and it is not erased under the presenter's hands.
    const resumed = await begin(false);
    expect(resumed.resumed).toBe(true);
    await resumed.close();
    expect(said).toEqual([]);
    clock.pass(1);
    const afresh = await begin(true);
    await expect.poll(() => clock.waiting).toBe(1);
    clock.pass(1);
    await expect
      .poll(() => said)
      .toEqual([
        `One session is erased for good, as the days that retain promised are over: ${stopped.links.code}.`,
      ]);
    clock.pass(1);
    await afresh.close();
    const last = await begin(false);
    expect([last.links.code, last.resumed]).toEqual([afresh.links.code, true]);
    await last.close();
    expect(said).toHaveLength(1);
    expect(existsSync(join(folder, '.plenum/talk.db'))).toBe(true);
  });
});
