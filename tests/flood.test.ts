/**
 * A flood of false joins.
 * [A9] Locking joining keeps those in who are in.
 * [A12] Removing it takes its votes out of the totals and its phones off; whoever was in before notices nothing.
 */
import supertest from 'supertest';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { models } from '../activities/models.ts';
import { activityId } from '../protocol/ids.ts';
import type { PresenterView, Welcome } from '../protocol/views.ts';
import { ask, entered, type Hall, heard, openHall } from './hall.ts';
import { LightPhone } from './light-phone.ts';
import { PlayedClock } from './simulation.ts';

const [first = '', second = ''] = models.poll.sample.options[0]?.answers.map(({ id }) => id) ?? [];

const clock = new PlayedClock();
let hall: Hall;
beforeEach(async () => {
  hall = await openHall({ clock });
});
afterEach(() => hall.close());

it('[A9] locking keeps those in who are in', async () => {
  const socket = hall.connect('phone');
  const { token } = await heard<Welcome>(socket, 'welcome');
  expect(
    await ask(hall.connect('presenter', { key: hall.keys.presenter }), 'command', { type: 'lock' }),
  ).toMatchObject({ ok: true });
  expect(await entered(hall.connect('phone'))).toBe('locked');
  expect(await entered(hall.connect('phone', { token }))).toBe(null);
});

it('[A12] a flood is removed, and whoever was in before notices nothing', async () => {
  const join = async (size: number, choice: string) => {
    const phones = Array.from({ length: size }, () => new LightPhone({ url: hall.url, code: hall.code }));
    await Promise.all(phones.map((phone) => phone.connect()));
    await Promise.all(phones.map((phone) => phone.respond('landed', { options: [choice] })));
    return phones;
  };
  const honest = await join(3, first);
  clock.jump(60_000);
  const flood = await join(50, second);
  const presenter = hall.connect('presenter', { key: hall.keys.presenter });
  const { newcomers } = await heard<PresenterView>(presenter, 'view');
  expect(newcomers[0]).toMatchObject({ people: 53, answers: 53 });
  clock.jump(1);
  for (const command of [{ type: 'lock' }, { type: 'remove', since: clock.now() - 1 }])
    expect(await ask(presenter, 'command', command)).toMatchObject({ ok: true });
  await Promise.all(flood.map(({ closed }) => closed));
  const activity = hall.room.state.activities.get(activityId('landed'));
  expect(activity && hall.room.tallies.of(activity, 1)).toMatchObject({
    people: 3,
    counts: { [second]: 0 },
  });
  for (const phone of honest)
    expect(await phone.respond('landed', { options: [second] })).toMatchObject({ ok: true });
  const [one] = flood;
  expect(await entered(hall.connect('phone', { token: one?.token }))).toBe('removed');
  expect(await entered(hall.connect('phone'))).toBe('locked');
  const upload = await supertest(hall.url)
    .post(`/${hall.code}/pictures`)
    .set('Authorization', `Bearer ${one?.token}`)
    .set('Content-Type', 'image/png')
    .send(Buffer.from('a picture'));
  expect([upload.status, upload.body]).toEqual([403, { refused: 'removed' }]);
  for (const phone of honest) phone.close();
});
