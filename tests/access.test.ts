/**
 * Who may do what.
 * [A1] A foreign Origin is refused on WebSocket and polling; the addresses of the QR code are not.
 * [A4] One phone that sends 1,000 votes counts once.
 * [A5] 500 phones behind one address are all let in.
 * [A6] Every message and every page × every role and none: what the table does not allow is refused and logged.
 * [A7] Keys are in no log and no page; a revoked key opens nothing, and its connections are closed.
 * [A8] A token is of its own session and cannot be forged; the newest socket of a participant wins.
 */
import { io } from 'socket.io-client';
import supertest from 'supertest';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { models } from '../activities/models.ts';
import { activityId } from '../protocol/ids.ts';
import { type KeyRole, keyRoles, maySend, type Role } from '../protocol/rights.ts';
import type { PhoneView, Welcome } from '../protocol/views.ts';
import { isOurs } from '../server/guards.ts';
import { ask, entered, type Hall, heard, openHall } from './hall.ts';
import { LightPhone } from './light-phone.ts';

let hall: Hall;
beforeEach(async () => {
  hall = await openHall();
});
afterEach(() => hall.close());

const bearer = (key: string) => ({ authorization: `Bearer ${key}` });
const [first = '', second = ''] = models.poll.sample.options[0]?.answers.map(({ id }) => id) ?? [];

describe('origins', () => {
  it.each(['websocket', 'polling'])('[A1] a foreign page is refused over %s', async (transport) => {
    const socket = io(`${hall.url}/phone`, {
      auth: { code: hall.code },
      transports: [transport],
      forceNew: true,
      reconnection: false,
      extraHeaders: { origin: 'https://elsewhere.example' },
    });
    expect(await entered(socket)).not.toBe(null);
    socket.close();
    expect(hall.logged()).toContain('connection refused');
  });

  it.each(['websocket', 'polling'])('[A1] our own page is let in over %s', async (transport) => {
    const socket = io(`${hall.url}/phone`, {
      auth: { code: hall.code },
      transports: [transport],
      forceNew: true,
      extraHeaders: { origin: hall.url },
    });
    expect(await entered(socket)).toBe(null);
    socket.close();
  });

  it('[A1] knows its own addresses from others', () => {
    const from = (origin: string | undefined, host: string) =>
      isOurs({ headers: { origin, host } }, 'https://talk.example');
    expect(from('http://192.168.1.20:4800', '192.168.1.20:4800')).toBe(true);
    expect(from('https://talk.example', '10.0.0.1:4800')).toBe(true);
    expect(from(undefined, '10.0.0.1:4800')).toBe(true);
    expect(from('http://laptop.local:4800', 'Laptop.Local:4800')).toBe(true);
    expect(from('http://192.168.1.20:4801', '192.168.1.20:4800')).toBe(false);
    expect(from('null', '192.168.1.20:4800')).toBe(false);
    expect(from('https://talk.example.evil.example', '10.0.0.1:4800')).toBe(false);
  });

  it('[A1] a foreign page cannot post', async () => {
    const key = { key: hall.keys.presenter };
    const reply = await supertest(hall.url)
      .post(`/${hall.code}/key`)
      .set('Origin', 'https://elsewhere.example')
      .send(key);
    expect(reply.status).toBe(403);
    expect(reply.headers['set-cookie']).toBe(undefined);
  });
});

describe('phones', () => {
  it('[A4] 1,000 votes of one phone count once', async () => {
    const phone = new LightPhone({ url: hall.url, code: hall.code });
    await phone.connect();
    const votes = Array.from({ length: 1000 }, (_, n) =>
      phone.respond('landed', { options: [n % 2 ? first : second] }),
    );
    const outcomes = await Promise.all(votes);
    expect(outcomes.every((outcome) => 'ok' in outcome)).toBe(true);
    const activity = hall.room.state.activities.get(activityId('landed'));
    expect(activity && hall.room.tallies.of(activity, 1)).toMatchObject({
      people: 1,
      counts: { [first]: 1 },
    });
    phone.close();
  });

  it('[A5] 500 phones behind one address join and vote', async () => {
    const phones = Array.from({ length: 500 }, () => new LightPhone({ url: hall.url, code: hall.code }));
    await Promise.all(phones.map((phone) => phone.connect()));
    const outcomes = await Promise.all(phones.map((phone) => phone.respond('landed', { options: [first] })));
    expect(outcomes.filter((outcome) => 'ok' in outcome)).toHaveLength(500);
    for (const phone of phones) phone.close();
  });

  it('[A8] a token of another session, or a forged one, makes a new participant', async () => {
    const socket = hall.connect('phone');
    const welcome = await heard<Welcome>(socket, 'welcome');
    const [id = ''] = welcome.token.split('.');
    for (const token of [`${id}.${'A'.repeat(22)}`, `${id}.`, 'x', `${welcome.token}x`]) {
      const other = await heard<Welcome>(hall.connect('phone', { token }), 'welcome');
      expect(other.participant).not.toBe(welcome.participant);
    }
  });

  it('[A8] null is no token, and a new participant; an answer may be counted from 0', async () => {
    const socket = hall.connect('phone', { token: null });
    expect((await heard<Welcome>(socket, 'welcome')).participant).not.toBe('');
    const answer = { activity: 'landed', round: 1, n: 0, response: { options: [first] } };
    expect(await ask(socket, 'respond', answer)).toMatchObject({ ok: true });
    expect(await ask(socket, 'respond', { ...answer, n: -1 })).toEqual({ refused: 'malformed' });
  });

  it('[A8] the newest socket of a participant wins', async () => {
    const older = hall.connect('phone');
    const { token, participant } = await heard<Welcome>(older, 'welcome');
    const replaced = heard(older, 'replaced');
    const newer = hall.connect('phone', { token });
    expect((await heard<Welcome>(newer, 'welcome')).participant).toBe(participant);
    await replaced;
    await expect.poll(() => older.connected).toBe(false);
    expect(newer.connected).toBe(true);
  });
});

const commands: Readonly<Record<string, object>> = {
  respond: { activity: 'landed', round: 1, n: 1, response: { options: [first] } },
  goTo: { slide: { h: 1, v: 0, f: -1 } },
  open: { activity: 'landed' },
  close: { activity: 'landed' },
  show: { activity: 'landed' },
  hide: { activity: 'landed' },
  askAgain: { activity: 'landed' },
  moderate: { activity: 'landed', participant: 'p', entry: 'e', verdict: 'hide' },
  merge: { activity: 'landed', from: 'a', into: 'b' },
  extend: { activity: 'landed', by: 1000 },
  remove: { since: 9_000_000_000_000 },
  lock: {},
  unlock: {},
  blackOut: { on: true },
  end: {},
};

/** How many refusals are in the log. */
const refusals = () => hall.logged().match(/refused"/g)?.length ?? 0;

describe('rights', () => {
  it.each(['phone', 'room', 'presenter'] as const)(
    '[A6] every message as %s',
    async (role: Exclude<Role, 'results'>) => {
      const socket = hall.connect(role, role === 'phone' ? {} : { key: hall.keys[role] });
      expect(await entered(socket)).toBe(null);
      for (const [type, fields] of Object.entries(commands)) {
        const asCommand = await ask(socket, 'command', { type, ...fields });
        const asRespond = await ask(socket, 'respond', { ...fields });
        const outcome = type === 'respond' ? asRespond : asCommand;
        const refused = 'refused' in outcome ? outcome.refused : 'taken';
        if (maySend(role, type)) expect([type, refused]).not.toEqual([type, 'not-allowed']);
        else expect([type, ['not-allowed', 'malformed'].includes(refused)]).toEqual([type, true]);
      }
      if (role === 'room') {
        expect(hall.room.state.endedAt).toBe(null);
        expect(hall.logged()).toContain('command refused');
      }
    },
  );

  it.each([
    ['room', 'presenter'],
    ['room', 'results'],
    ['presenter', 'room'],
    ['presenter', 'results'],
  ] as const)('[A6] /%s refuses a %s key, a foreign key and none', async (namespace, role) => {
    for (const auth of [{ key: hall.keys[role] }, { key: 'x'.repeat(32) }]) {
      const before = refusals();
      expect(await entered(hall.connect(namespace, auth))).toBe('not-allowed');
      expect(refusals()).toBe(before + 1);
    }
    for (const auth of [{}, { key: 7 }, { code: 5 }])
      expect(['not-allowed', 'malformed']).toContain(await entered(hall.connect(namespace, auth)));
    expect(hall.logged()).not.toContain(hall.keys[role]);
  });

  const pages: Readonly<Record<string, readonly KeyRole[]>> = {
    room: ['room'],
    present: ['presenter'],
    results: ['results', 'presenter'],
    'results.csv': ['results', 'presenter'],
    'results.xlsx': ['results', 'presenter'],
    'results.json': ['results', 'presenter'],
    'results.html': ['results', 'presenter'],
    'codebook.csv': ['results', 'presenter'],
    'cross.csv': ['results', 'presenter'],
    'cross.csv?by=landed': ['results', 'presenter'],
    'results/view': ['results', 'presenter'],
    print: ['results', 'presenter'],
    'print/view': ['results', 'presenter'],
    'embed/landed': ['room'],
    deck: ['room', 'presenter'],
    join: ['room', 'presenter'],
  };
  it.each(Object.entries(pages))('[A6] /CODE/%s', async (page, allowed) => {
    const get = (key?: string) =>
      supertest(hall.url)
        .get(`/${hall.code}/${page}`)
        .set(key ? bearer(key) : {});
    expect((await get()).status).toBe(401);
    for (const wrong of ['x'.repeat(32), 'short', 'no.key']) {
      const before = refusals();
      expect((await get(wrong)).status).toBe(401);
      expect([wrong, refusals()]).toEqual([wrong, before + 1]);
    }
    for (const role of keyRoles) {
      const before = refusals();
      const { status } = await get(hall.keys[role]);
      expect([role, status]).toEqual([role, allowed.includes(role) ? 200 : 403]);
      expect([role, refusals() - before]).toEqual([role, status === 200 ? 0 : 1]);
      expect(hall.logged()).not.toContain(hall.keys[role]);
    }
  });

  it('[A6] a page of a screen that is asked for without a key, before it trades that of its link, is no refusal', async () => {
    for (const page of ['room', 'present', 'results', 'embed/landed'])
      expect((await supertest(hall.url).get(`/${hall.code}/${page}`)).status).toBe(401);
    expect(refusals()).toBe(0);
  });

  it.each(['pair', 'revoke'])('[A6] posting to /CODE/%s is for presenters', async (path) => {
    const post = (key?: string) =>
      supertest(hall.url)
        .post(`/${hall.code}/${path}`)
        .set(key ? bearer(key) : {})
        .send({ role: 'results' });
    expect((await post()).status).toBe(401);
    expect((await post(hall.keys.room)).status).toBe(403);
    expect((await post(hall.keys.results)).status).toBe(403);
    expect((await post(hall.keys.presenter)).status).toBe(200);
  });

  it('[A6] only presenters are given notes', async () => {
    const deck = async (role: KeyRole) =>
      (await supertest(hall.url).get(`/${hall.code}/deck`).set(bearer(hall.keys[role]))).text;
    expect(await deck('room')).not.toContain('secret note');
    expect(await deck('presenter')).toContain('secret note');
  });

  it('[A6] figures are for this machine, and for who has the key of the operator', async () => {
    const figures = (key: string) =>
      supertest(hall.url).get('/metrics').set('X-Forwarded-For', '10.0.0.9').set(bearer(key));
    expect((await figures('undefined')).status).toBe(403);
    await hall.close();
    hall = await openHall({ adminKey: 'a key of the operator'.replaceAll(' ', '-') });
    for (const key of ['', 'a-key-of-the-operato', 'a-key-of-the-operators', hall.keys.presenter])
      expect((await figures(key)).status).toBe(403);
    expect(refusals()).toBe(4);
    expect((await figures('a-key-of-the-operator')).text).toContain('plenum_phones');
    expect(hall.logged()).not.toContain('a-key-of-the-operator');
  });

  it('[A6] without such a key figures are for this machine alone', async () => {
    expect((await supertest(hall.url).get('/metrics')).status).toBe(200);
    expect((await supertest(hall.url).get('/metrics').set('X-Forwarded-For', '10.0.0.9')).status).toBe(403);
    expect(refusals()).toBe(1);
  });
});

describe('keys', () => {
  it('[A7] a key is traded for a cookie that no script reads, and opens with it alone', async () => {
    const reply = await supertest(hall.url).post(`/${hall.code}/key`).send({ key: hall.keys.results });
    expect(reply.status).toBe(204);
    const [cookie = ''] = [reply.headers['set-cookie']].flat();
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Strict/);
    const page = await supertest(hall.url)
      .get(`/${hall.code}/results.json`)
      .set('Cookie', cookie.split(';')[0] ?? '');
    expect(page.status).toBe(200);
    expect(
      (
        await supertest(hall.url)
          .post(`/${hall.code}/key`)
          .send({ key: 'x'.repeat(32) })
      ).status,
    ).toBe(403);
  });

  it('[A7] a one-time link works once', async () => {
    const pair = await supertest(hall.url)
      .post(`/${hall.code}/pair`)
      .set(bearer(hall.keys.presenter))
      .send({ role: 'presenter' });
    const secret = new URL(pair.body.url).hash.replace('#pair=', '');
    const trade = () => supertest(hall.url).post(`/${hall.code}/key`).send({ pair: secret });
    expect((await trade()).status).toBe(204);
    expect((await trade()).status).toBe(403);
  });

  it('[A7] a revoked key opens nothing, and its connections end', async () => {
    const socket = hall.connect('room', { key: hall.keys.room });
    expect(await entered(socket)).toBe(null);
    const gone = heard(socket, 'disconnect');
    const revoke = await supertest(hall.url)
      .post(`/${hall.code}/revoke`)
      .set(bearer(hall.keys.presenter))
      .send({ role: 'room' });
    await gone;
    expect((await supertest(hall.url).get(`/${hall.code}/deck`).set(bearer(hall.keys.room))).status).toBe(
      401,
    );
    const key = new URL(revoke.body.url).hash.replace('#key=', '');
    expect(await entered(hall.connect('room', { key }))).toBe(null);
  });

  it('[A7] keys are in no log, no page and no view, and stored hashed', async () => {
    const secrets = Object.values(hall.keys);
    const replies = await Promise.all(
      ['room', 'deck', 'join', 'results', 'results.html', 'results.json', 'nothing'].map((page) =>
        supertest(hall.url).get(`/${hall.code}/${page}?key=${hall.keys.room}`).set(bearer(hall.keys.room)),
      ),
    );
    const view = await heard<PhoneView>(hall.connect('phone'), 'view');
    const seen = [
      hall.logged(),
      JSON.stringify(view),
      JSON.stringify(hall.room.state),
      ...replies.map(({ text }) => text),
    ];
    for (const secret of secrets) for (const text of seen) expect(text).not.toContain(secret);
    for (const reply of replies) expect(reply.headers['referrer-policy']).toBe('no-referrer');
  });
});
