/**
 * Which session goes on when a file is run again.
 * [C4] The newest one, unless it has ended; then a new one begins. Files of one name never share a session.
 */
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readCode } from '../protocol/ids.ts';
import { type Running, run } from '../server/main.ts';
import { findStored } from '../server/store.ts';
import { Conductor } from './conductor.ts';

let folder: string;
let running: Running[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plenum-resume-'));
  running = [];
  for (const name of ['x/talk.md', 'y/talk.md']) {
    mkdirSync(join(folder, dirname(name)));
    writeFileSync(join(folder, name), `# From ${name}\n`);
  }
});
afterEach(async () => {
  await Promise.all(running.map((each) => each.close()));
  rmSync(folder, { recursive: true, force: true });
});

async function start(name: string, options: { data?: string; afresh?: boolean } = {}): Promise<Running> {
  const started = await run(join(folder, name), {
    ...options,
    port: 0,
    host: '127.0.0.1',
    log: pino({ level: 'silent' }),
    tell: () => {},
  });
  running.push(started);
  return started;
}

async function stop(started: Running): Promise<void> {
  running.splice(running.indexOf(started), 1);
  await started.close();
}

/** The code of what is started and stopped again. */
async function codeOf(name: string, options: { data?: string; afresh?: boolean } = {}) {
  const started = await start(name, options);
  await stop(started);
  return { code: started.links.code, resumed: started.resumed };
}

it('[C4] a session that was left behind does not come back when the newest one has ended', async () => {
  const first = await codeOf('x/talk.md');
  const second = await start('x/talk.md', { afresh: true });
  expect(second.links.code).not.toBe(first.code);
  const presenter = new Conductor(second.links);
  await presenter.send({ type: 'end' });
  presenter.close();
  await stop(second);
  const third = await codeOf('x/talk.md');
  expect(third.resumed).toBe(false);
  expect([first.code, second.links.code]).not.toContain(third.code);
  expect(await codeOf('x/talk.md')).toEqual({ code: third.code, resumed: true });
});

it('[C4] two files of one name share a data folder, at the same time as well', async () => {
  const data = join(folder, 'data');
  const x = await start('x/talk.md', { data });
  const y = await start('y/talk.md', { data });
  expect(y.resumed).toBe(false);
  await Promise.all([stop(x), stop(y)]);
  expect(await codeOf('x/talk.md', { data })).toEqual({ code: x.links.code, resumed: true });
  expect(await codeOf('y/talk.md', { data })).toEqual({ code: y.links.code, resumed: true });
  // Both are found by those who ask for results.
  for (const { links, database } of [x, y]) {
    const [found] = await findStored(data, readCode(links.code), () => {});
    expect(found.database).toBe(database);
  }
});

it('[C4] the folder beside the file is the same whether it is named or not', async () => {
  const { code } = await codeOf('x/talk.md');
  expect(await codeOf('x/talk.md', { data: join(folder, 'x/.plenum') })).toEqual({ code, resumed: true });
  expect((await codeOf('y/talk.md', { data: join(folder, 'x/.plenum') })).resumed).toBe(false);
});

it('[C4] a database of an earlier version goes on under its name', async () => {
  const data = join(folder, 'data');
  const x = await start('x/talk.md', { data });
  await stop(x);
  renameSync(x.database, join(data, 'talk.db'));
  expect(await codeOf('x/talk.md', { data })).toEqual({ code: x.links.code, resumed: true });
});
