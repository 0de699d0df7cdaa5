/**
 * Deadlines of a room.
 * [S21] An activity closes once its time and the grace are over, by the clock on the wall: also when the machine slept
 *       meanwhile, or when its clock was set.
 */
import { beforeEach, describe, expect, it } from 'vitest';
import { activityId } from '../protocol/ids.ts';
import { PlayedClock } from '../tests/simulation.ts';
import { openMemoryLog } from './log/memory.ts';
import { Room } from './room.ts';
import { graceMs } from './session/decide.ts';
import { begin, someActivity, someDefinition } from './session/given.ts';
import { isOpen } from './session/state.ts';

const landed = activityId('landed');
const hour = 3_600_000;

let clock: PlayedClock;
let room: Room;
beforeEach(async () => {
  clock = new PlayedClock();
  room = new Room(openMemoryLog(), undefined, clock);
  for (const order of begin(someDefinition(someActivity({ open: 'manual', time: hour }))))
    await room.order(order);
  await room.order({ type: 'open', activity: landed });
});

/** Whether it takes answers, once everything that was begun has come to its end. */
async function isTaken(): Promise<boolean> {
  await new Promise((resolve) => setImmediate(resolve));
  const activity = room.state.activities.get(landed);
  return activity !== undefined && isOpen(room.state, activity);
}

describe('a deadline', () => {
  it('[S21] closes when time and grace are over, and not before', async () => {
    clock.advance(hour + graceMs - 1);
    expect(await isTaken()).toBe(true);
    clock.advance(1);
    expect(await isTaken()).toBe(false);
  });

  it('[S21] closes within seconds of waking up', async () => {
    clock.advance(60_000);
    // Timers stood still.
    clock.jump(2 * hour);
    clock.advance(5000);
    expect(await isTaken()).toBe(false);
  });

  it('[S21] follows a clock that was set back', async () => {
    clock.jump(-hour);
    clock.advance(hour + graceMs);
    expect(await isTaken()).toBe(true);
    clock.advance(hour);
    expect(await isTaken()).toBe(false);
  });
});
