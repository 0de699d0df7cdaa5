/**
 * What every log must do; one suite over all of them.
 * [L1] Revisions of a session count from 1 without gaps, in the order of the appends.
 * [L2] An append is stored whole or not at all, and a refused one is never in the log.
 * [L3] `read` gives what is after a revision, in batches of at most 1,000, across many of them.
 * [L4] `follow` gives what is stored, then what is new: in order, no gaps, no repeats.
 * [L5] A follower is told before the append resolves.
 * [L6] A follower that throws stops neither the others nor the log; one that left hears nothing.
 * [L7] Sessions are kept apart, and listed newest first.
 * [L8] Hard text comes back exactly.
 * [L9] An erased session is gone, the others are not.
 * [L11] A file comes back exactly, belongs to one session, is refused as an append is, and goes with its session.
 * [L10] A closed log refuses, and has kept what it acknowledged.
 */
import { afterEach, describe, expect, it } from 'vitest';
import { type SessionId, sessionId } from '../../protocol/ids.ts';
import { said, started } from './contract-events.ts';
import { type Entry, type Log, NotSaved } from './log.ts';

export interface LogUnderTest {
  open(): Promise<Log>;
  /** Makes the next append fail as a full disk would. */
  fail(log: Log): void;
}

const one = sessionId('one');
const two = sessionId('two');

export async function readAll(log: Log, session: SessionId, after = 0): Promise<Entry[]> {
  const entries: Entry[] = [];
  for await (const batch of log.read(session, after)) entries.push(...batch);
  return entries;
}

export function describeLog(name: string, { open, fail }: LogUnderTest): void {
  describe(`log: ${name}`, () => {
    const opened: Log[] = [];
    const openLog = async () => {
      const log = await open();
      opened.push(log);
      return log;
    };
    afterEach(async () => {
      for (const log of opened.splice(0)) await log.close();
    });

    it('[L1] numbers without gaps, in the order of the appends', async () => {
      const log = await openLog();
      const appends = Array.from({ length: 300 }, (_, index) =>
        log.append(one, [said(`a${index}`), said(`b${index}`)]),
      );
      expect(await Promise.all(appends)).toEqual(appends.map((_, index) => (index + 1) * 2));
      const entries = await readAll(log, one);
      expect(entries.map(({ revision }) => revision)).toEqual(
        Array.from({ length: 600 }, (_, index) => index + 1),
      );
      expect(entries[599]?.event).toEqual(said('b299'));
    });

    it('[L2] stores all or nothing, and nothing of what it refused', async () => {
      const log = await openLog();
      await log.append(one, [said('first')]);
      fail(log);
      await expect(log.append(one, [said('lost'), said('lost too')])).rejects.toThrow(NotSaved);
      expect(await log.append(one, [said('second')])).toBe(2);
      expect((await readAll(log, one)).map(({ event }) => event)).toEqual([said('first'), said('second')]);
    });

    it('[L3] reads in bounded batches from where one left off', async () => {
      const log = await openLog();
      await log.append(
        one,
        Array.from({ length: 2500 }, (_, index) => said(`${index}`)),
      );
      const sizes: number[] = [];
      for await (const batch of log.read(one, 100)) sizes.push(batch.length);
      expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(2400);
      expect(Math.max(...sizes)).toBeLessThanOrEqual(1000);
      expect((await readAll(log, one, 2499)).map(({ revision }) => revision)).toEqual([2500]);
      expect(await readAll(log, two)).toEqual([]);
    });

    it('[L4] follows from the middle, while others append', async () => {
      const log = await openLog();
      const early = Array.from({ length: 50 }, (_, index) => log.append(one, [said(`${index}`)]));
      await early[20];
      const seen: number[] = [];
      log.follow(one, 5, (entries) => seen.push(...entries.map(({ revision }) => revision)));
      await Promise.all([...early, ...Array.from({ length: 50 }, () => log.append(one, [said('more')]))]);
      expect(seen).toEqual(Array.from({ length: 95 }, (_, index) => index + 6));
    });

    it('[L5] tells followers before it answers', async () => {
      const log = await openLog();
      const order: string[] = [];
      log.follow(one, 0, () => order.push('followed'));
      await log.append(one, [said('x')]).then(() => order.push('answered'));
      expect(order).toEqual(['followed', 'answered']);
    });

    it('[L6] survives a follower that throws, and lets one go', async () => {
      const log = await openLog();
      const seen: number[] = [];
      log.follow(one, 0, () => {
        throw new Error('a follower’s own fault');
      });
      const leave = log.follow(one, 0, (entries) => seen.push(entries.length));
      await log.append(one, [said('x')]);
      leave();
      expect(await log.append(one, [said('y')])).toBe(2);
      expect(seen).toEqual([1]);
    });

    it('[L7] keeps sessions apart and lists the newest first', async () => {
      const log = await openLog();
      await Promise.all([
        log.append(one, [started(one, 10)]),
        log.append(two, [started(two, 20)]),
        log.append(one, [said('x')]),
      ]);
      expect((await log.sessions()).map(({ session }) => session)).toEqual([two, one]);
      expect(await readAll(log, two)).toHaveLength(1);
      expect((await readAll(log, one)).map(({ revision }) => revision)).toEqual([1, 2]);
    });

    it.each([
      ['emoji', '👩🏽‍🚀👨‍👩‍👧‍👦🏴󠁧󠁢󠁳󠁣󠁴󠁿'],
      ['right-to-left override', 'abc\u202Edef\u202C'],
      ['a lone surrogate', 'a\uD83Db'],
      ['NUL and controls', 'a\u0000b\u0007c\u001Bd'],
      ['stacked marks', `Z${'\u0351'.repeat(200)}`],
      ['10,000 characters', 'ß'.repeat(10_000)],
      ['quotes', `'"\`); DROP TABLE events;--`],
    ])('[L8] gives back %s exactly', async (_name, text) => {
      const log = await openLog();
      await log.append(one, [said(text)]);
      expect((await readAll(log, one))[0]?.event).toEqual(said(text));
    });

    it('[L9] erases one session', async () => {
      const log = await openLog();
      await log.append(one, [started(one), said('gone')]);
      await log.append(two, [started(two)]);
      await log.erase(one);
      expect(await readAll(log, one)).toEqual([]);
      expect((await log.sessions()).map(({ session }) => session)).toEqual([two]);
    });

    it('[L11] keeps files, each with its session', async () => {
      const log = await openLog();
      await log.append(one, [started(one)]);
      await log.append(two, [started(two)]);
      const bytes = Uint8Array.from({ length: 300_000 }, (_, index) => index % 256);
      await log.putFile(one, 'picture', bytes);
      expect(Buffer.compare((await log.file(one, 'picture')) ?? Buffer.of(), bytes)).toBe(0);
      expect(await log.file(two, 'picture')).toBe(undefined);
      expect(await log.file(one, 'other')).toBe(undefined);
      await log.putFile(two, 'picture', Uint8Array.of(1, 2));
      await log.erase(one);
      expect(await log.file(one, 'picture')).toBe(undefined);
      expect([...((await log.file(two, 'picture')) ?? [])]).toEqual([1, 2]);
      await log.close();
      await expect(log.putFile(two, 'late', bytes)).rejects.toThrow(NotSaved);
    });

    it('[L10] keeps what it acknowledged, and refuses once closed', async () => {
      const log = await openLog();
      const appends = Array.from({ length: 20 }, () => log.append(one, [said('x')]));
      const closing = log.close();
      await Promise.all(appends);
      await closing;
      await expect(log.append(one, [said('late')])).rejects.toThrow(NotSaved);
    });
  });
}
