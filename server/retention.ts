/** What `retain` promises to participants, kept: sessions whose days are over are erased for good. */
import { setImmediate } from 'node:timers/promises';
import type { Code, SessionId } from '../protocol/ids.ts';
import type { Log, SessionRow } from './log/log.ts';
import { Mistake } from './mistake.ts';
import type { Clock } from './room.ts';
import { neighboursOf, reading, writing } from './store.ts';

const dayMs = 24 * 3_600_000;

/** Sessions, the live one excepted, that are to be erased at `now`: days count from the end, or from what happened last. */
async function overdue(log: Log, now: number, live: SessionId | null): Promise<readonly SessionRow[]> {
  const rows: SessionRow[] = [];
  for (const row of await log.sessions()) {
    // The least that an author can promise is a day.
    if (row.session === live || row.startedAt + dayMs > now) continue;
    if ((await dueAt(log, row.session)) <= now) rows.push(row);
  }
  return rows;
}

/** When the days of a session are over, milliseconds since 1970; never where none were promised. */
async function dueAt(log: Log, session: SessionId): Promise<number> {
  let retain: number | null = null;
  let last = 0;
  let ended: number | undefined;
  for await (const entries of log.read(session, 0)) {
    for (const { event } of entries) {
      last = Math.max(last, event.at);
      if (event.type === 'defined') retain = event.definition.retain;
      if (event.type === 'ended') ended ??= event.at;
    }
    await setImmediate();
  }
  return retain === null ? Number.POSITIVE_INFINITY : (ended ?? last) + retain * dayMs;
}

interface Stored {
  readonly database: string;
  readonly log: Log;
  /** The session that runs, or is about to: never erased. */
  readonly live: SessionId | null;
}

/**
 * Erases what is overdue in this database and in those beside it; one that another Plenum has open is left to that one.
 * Resolves with the codes of what was erased.
 */
export async function eraseOverdue({ database, log, live }: Stored, now: number): Promise<readonly Code[]> {
  const codes = await eraseIn(log, now, live);
  for (const neighbour of neighboursOf(database)) {
    try {
      // Looked at first without the lock that would keep another Plenum from starting.
      const rows = await reading(neighbour, (other) => overdue(other, now, null));
      if (rows.length > 0) codes.push(...(await writing(neighbour, (other) => eraseIn(other, now, null))));
    } catch (error) {
      if (!(error instanceof Mistake)) throw error;
    }
  }
  return codes;
}

async function eraseIn(log: Log, now: number, live: SessionId | null): Promise<Code[]> {
  const rows = await overdue(log, now, live);
  for (const { session } of rows) await log.erase(session);
  return rows.map(({ code }) => code);
}

interface Retention {
  readonly clock: Clock;
  /** Erases what is overdue at `now`, and resolves with the codes of what was. */
  erase(now: number): Promise<readonly Code[]>;
  tell(codes: readonly Code[]): void;
  failed(error: unknown): void;
}

/** Erases now and once a day from then on. The result ends it, once what was begun is done. */
export function keepRetention({ clock, erase, tell, failed }: Retention): () => Promise<void> {
  let cancel: () => void = () => {};
  let ended = false;
  let erasing = Promise.resolve();
  const again = () => {
    erasing = erase(clock.now())
      .then((codes) => {
        if (codes.length > 0) tell(codes);
      })
      .catch(failed)
      .then(() => {
        if (!ended) cancel = clock.after(dayMs, again);
      });
  };
  again();
  return () => {
    ended = true;
    cancel();
    return erasing;
  };
}
