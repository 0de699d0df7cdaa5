/**
 * [V72] What is a phone's own is told as it stands when it is sent, though thousands are told one slice after the other.
 */
import { Server } from 'socket.io';
import { expect, it } from 'vitest';
import { models } from '../activities/models.ts';
import { type ParticipantId, participantId } from '../protocol/ids.ts';
import type { Mine } from '../protocol/views.ts';
import { PlayedClock } from '../tests/simulation.ts';
import { Fanout, type Member } from './fanout.ts';
import { openMemoryLog } from './log/memory.ts';
import { Room } from './room.ts';
import type { Order } from './session/decide.ts';
import { begin, someActivity, someDefinition } from './session/given.ts';

const asking = someActivity({ kind: 'qa', options: models.qa.sample.options[0] });
const { id: activity } = asking;
const last = participantId('phone-99');

const say = (participant: ParticipantId, n: number): Order => {
  const cards = Array.from({ length: n }, (_, card) => ({ id: `card-of-${card}`, text: `Question ${card}` }));
  return { type: 'respond', participant, activity, round: 1, n, response: { cards, votes: [], joins: [] } };
};

it('[V72] an answer that comes meanwhile is not told without it', async () => {
  const room = new Room(openMemoryLog(), undefined, new PlayedClock());
  for (const order of [...begin(someDefinition(asking)), say(last, 1)]) await room.order(order);
  const io = new Server();
  const fanout = new Fanout(room, { phone: io.of('/phone'), room: io.of('/room'), presenter: io.of('/p') });
  const told = new Map<string, Mine>();
  let answered: Promise<unknown> | undefined;
  const done = new Promise<void>((resolve) => {
    for (let index = 0; index < 100; index++) {
      const member: Member = {
        participant: participantId(`phone-${index}`),
        slice: 0,
        told: '',
        join: () => {},
        tell(mine) {
          told.set(this.participant, mine);
          // Comes while the first phones are told.
          answered ??= room.order(say(last, 2));
          if (told.size === 100) resolve();
        },
      };
      fanout.enter(member);
      member.told = 'something else';
    }
  });
  await room.order({ type: 'lock' });
  await done;
  expect(await answered).toMatchObject({ ok: true });
  expect(told.get(last)?.responses[activity]).toMatchObject({ n: 2 });
  fanout.close();
  room.close();
});
