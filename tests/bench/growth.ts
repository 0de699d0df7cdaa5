/** L8: cost per vote and per phone as they grow, and how soon a long log is open. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { activityId, participantId, sessionId } from '../../protocol/ids.ts';
import { openSqliteLog } from '../../server/log/sqlite.ts';
import { decide } from '../../server/session/decide.ts';
import type { Event } from '../../server/session/events.ts';
import { evolve } from '../../server/session/evolve.ts';
import { foldLog } from '../../server/session/fold.ts';
import { begin, given, someActivity, someDefinition } from '../../server/session/given.ts';
import { foldTally } from '../../server/session/tally.ts';
import type { Figure } from './figures.ts';

const activity = activityId('landed');
const events = 1_000_000;

function vote(participant: number, n: number): Event {
  const response = { options: ['i-was-wary'] };
  return {
    type: 'responded',
    at: 1_700_000_000_000 + n,
    activity,
    round: 1,
    participant: participantId(`participant-${participant}`),
    n,
    response,
  };
}

/** Microseconds for deciding and folding one vote, with so many phones; the best of five. */
function costOfVote(phones: number): number {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 5; run++) {
    let state = given(...begin(someDefinition(someActivity())));
    const began = performance.now();
    for (let index = 0; index < phones; index++) {
      const decision = decide(
        state,
        {
          type: 'respond',
          participant: participantId(`participant-${index}`),
          activity,
          round: 1,
          n: 1,
          response: { options: ['i-was-wary'] },
        },
        { now: index, random: Math.random },
      );
      if ('events' in decision) state = decision.events.reduce(evolve, state);
    }
    const landed = state.activities.get(activity);
    if (landed) foldTally(landed, 1);
    best = Math.min(best, ((performance.now() - began) * 1000) / phones);
  }
  return best;
}

export async function growth(): Promise<readonly Figure[]> {
  costOfVote(1000);
  const costs = [100, 1000, 10_000].map((phones) => ({ phones, cost: costOfVote(phones) }));
  const [small, , large] = costs;
  const folder = mkdtempSync(join(tmpdir(), 'plenum-growth-'));
  const file = join(folder, 'long.db');
  const log = await openSqliteLog(file);
  const session = sessionId('session-1');
  const start = given(...begin(someDefinition(someActivity())));
  const { definition } = start;
  if (!definition || !start.code) throw new Error('a definition');
  await log.append(session, [
    { type: 'started', at: 1, session, code: start.code, secret: 'secret' },
    { type: 'defined', at: 2, definition },
  ]);
  for (let done = 0; done < events; done += 10_000) {
    await log.append(
      session,
      Array.from({ length: 10_000 }, (_, index) => vote((done + index) % 5000, done + index + 1)),
    );
  }
  await log.close();
  const again = await openSqliteLog(file);
  const began = performance.now();
  const state = await foldLog(again, session);
  const took = performance.now() - began;
  await again.close();
  rmSync(folder, { recursive: true, force: true });
  return [
    ...costs.map(
      ({ phones, cost }): Figure => ({
        line: 'L8',
        name: `deciding, folding and counting a vote, ${phones} phones`,
        value: cost,
        unit: 'µs',
      }),
    ),
    {
      line: 'L8',
      name: 'cost per vote at 10,000 phones to that at 100',
      value: (large?.cost ?? 0) / (small?.cost ?? 1),
      unit: 'ratio',
      target: { atMost: 2 },
    },
    {
      line: 'L8',
      name: `a log of ${state.revision.toLocaleString('en')} events opens`,
      value: took / 1000,
      unit: 's',
      target: { atMost: 5 },
    },
  ];
}
