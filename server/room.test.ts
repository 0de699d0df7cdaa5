/**
 * [V74] What a presenter takes off the screens is gone at once; what many do at once may wait to be shown together.
 */
import { expect, it } from 'vitest';
import { activityId, participantId } from '../protocol/ids.ts';
import { PlayedClock } from '../tests/simulation.ts';
import { openMemoryLog } from './log/memory.ts';
import { Room } from './room.ts';
import type { Order } from './session/decide.ts';
import { begin, someActivity, someDefinition } from './session/given.ts';
import { aliasEntry } from './session/state.ts';

it('[V74] a name that was taken off is urgent, a name that was taken is not', async () => {
  const room = new Room(openMemoryLog(), undefined, new PlayedClock());
  for (const order of begin(someDefinition(someActivity()))) await room.order(order);
  const urgency: boolean[] = [];
  room.listen(({ urgent }) => urgency.push(urgent));
  const participant = participantId('ann');
  const orders: readonly Order[] = [
    { type: 'introduce', participant, alias: 'Rude' },
    { type: 'moderate', activity: activityId('landed'), participant, entry: aliasEntry, verdict: 'hide' },
  ];
  for (const order of orders) expect(await room.order(order)).toMatchObject({ ok: true });
  expect(urgency).toEqual([false, true]);
  room.close();
});
