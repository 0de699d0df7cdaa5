/**
 * Fan-out over a clock that is played.
 * [V75] What was said of the pace leaves the console when it has worn off, without anything else having happened.
 */
import { Server } from 'socket.io';
import { afterEach, expect, it } from 'vitest';
import { participantId } from '../protocol/ids.ts';
import { paceLasts } from '../protocol/presence.ts';
import { PlayedClock } from '../tests/simulation.ts';
import { Fanout } from './fanout.ts';
import { openMemoryLog } from './log/memory.ts';
import { Room } from './room.ts';
import { begin, someActivity, someDefinition } from './session/given.ts';

/** No port is opened: what would be sent to a console is caught where it leaves. */
function consoleOf(io: Server, code: string): unknown[] {
  const { adapter } = io.of('/presenter');
  const heard: unknown[] = [];
  adapter.addAll('console', new Set([code]));
  adapter.broadcast = ({ data }: { data: readonly unknown[] }) => void heard.push(data[1]);
  return heard;
}

const clock = new PlayedClock();
const io = new Server();
const log = openMemoryLog();
let fanout: Fanout | undefined;
afterEach(async () => {
  fanout?.close();
  await log.close();
});

it('[V75] the pace wears off on the console', async () => {
  const room = new Room(log, undefined, clock);
  for (const order of begin(someDefinition(someActivity()))) await room.order(order);
  const heard = consoleOf(io, room.state.code ?? '');
  fanout = new Fanout(room, { phone: io.of('/phone'), room: io.of('/room'), presenter: io.of('/presenter') });
  const say = (name: string, pace: 'lost' | 'slower') =>
    room.order({ type: 'pace', participant: participantId(name), pace });
  await say('ann', 'lost');
  clock.advance(60_000);
  await say('ben', 'lost');
  clock.advance(1000);
  const latest = () => heard.at(-1);
  expect(latest()).toMatchObject({ pace: { lost: 2 } });
  clock.advance(paceLasts - 62_000);
  const sent = heard.length;
  expect(latest()).toMatchObject({ pace: { lost: 2 } });
  clock.advance(1000);
  expect(latest()).toMatchObject({ pace: { lost: 1 } });
  clock.advance(60_000);
  expect(latest()).toMatchObject({ pace: { lost: 0 } });
  // Two views for two people, and none more.
  clock.advance(10 * paceLasts);
  expect(heard.length).toBe(sent + 2);
});
