/**
 * [V11] Right answers over the real connections: nothing that a phone or the room's key receives holds them or their
 * reasons before they are shown, and the room's key opens no download.
 */
import type { Socket } from 'socket.io-client';
import supertest from 'supertest';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { activityId } from '../protocol/ids.ts';
import { read } from '../server/session-file/given.ts';
import { ask, entered, type Hall, heard, openHall } from './hall.ts';

const definition = read(`## Which one?
<!-- quiz: {id: which} -->
- [ ] This
  - Because it is not so
- [x] That
  - Because it is so

Note: That is right, because it is so
`);
const secret = /because|"right":(?:true|\["that"\])|"correct"|"leaders":\[/i;
const which = activityId('which');

let hall: Hall;
beforeAll(async () => {
  hall = await openHall({ definition });
});
afterAll(() => hall.close());

/** Everything the socket hears from now on. */
function overheard(socket: Socket): () => string {
  const messages: unknown[] = [];
  socket.onAny((...message) => messages.push(message));
  return () => JSON.stringify(messages);
}

const download = (page: string, key: string) =>
  supertest(hall.url)
    .get(`/${hall.code}/${page}`)
    .set({ authorization: `Bearer ${key}` });

it('[V11] stay on the server until they are shown', async () => {
  const sockets = [
    hall.connect('phone'),
    hall.connect('room', { key: hall.keys.room }),
    hall.connect('room', { key: hall.keys.room, embed: 'which' }),
  ];
  const heardBy = sockets.map(overheard);
  const [phone, room] = sockets;
  if (!phone || !room) throw new Error('a phone and a room screen');
  const views = [heard(phone, 'view'), heard(room, 'view')];
  for (const socket of sockets) expect(await entered(socket)).toBe(null);
  await Promise.all(views);
  const answer = { activity: which, round: 1, n: 1, response: { options: ['that'] } };
  expect(await ask(phone, 'respond', answer)).toMatchObject({ ok: true });
  await heard(room, 'view');
  for (const said of heardBy) {
    expect(said()).toContain('Which one?');
    expect(said()).not.toMatch(secret);
  }
  const deck = await download('deck', hall.keys.room);
  expect(deck.text).toContain('data-activity');
  expect(deck.text).not.toMatch(secret);

  const shown = [heard(phone, 'view'), heard(room, 'view')];
  await hall.room.order({ type: 'show', activity: which });
  for (const view of await Promise.all(shown)) expect(JSON.stringify(view)).toContain('Because it is so');
});

it.each(['results.csv', 'results.xlsx', 'results.json', 'results.html', 'codebook.csv', 'results/view'])(
  '[V11] are in no download of the room’s key: %s',
  async (page) => {
    const refused = await download(page, hall.keys.room);
    expect(refused.status).toBe(403);
    expect(refused.text).not.toMatch(secret);
  },
);

it('[V11] are in the downloads of facilitators', async () => {
  expect((await download('results.json', hall.keys.results)).text).toContain('Because it is so');
  expect((await download('results.csv', hall.keys.results)).text).toContain('(points)');
});
