/**
 * A flood of false joins.
 * [A12] Removing it takes its votes out of the totals and its phones off; whoever was in before notices nothing.
 */
import supertest from 'supertest';
import { expect, it } from 'vitest';
import { models } from '../activities/models.ts';
import { activityId } from '../protocol/ids.ts';
import type { PresenterView } from '../protocol/views.ts';
import { ask, entered, heard, openHall } from './hall.ts';
import { LightPhone } from './light-phone.ts';
import { PlayedClock } from './simulation.ts';

const [first = '', second = ''] = models.poll.sample.options[0]?.answers.map(({ id }) => id) ?? [];

it('[A12] a flood is removed, and whoever was in before notices nothing', async () => {
  const clock = new PlayedClock();
  const hall = await openHall({ clock });
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
  await hall.close();
});
