/**
 * [B1] Malformed packets over every event, namespace and route: the process stays, answers everybody, and grows little.
 * [B6] Forged responses are refused with a reason.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { seeded } from '../activities/given.ts';
import type { PresenterView } from '../protocol/views.ts';
import { ask, entered, type Hall, openHall } from './hall.ts';
import { LightPhone } from './light-phone.ts';
import { type Served, serve } from './serve.ts';

const deep = (levels: number): unknown => {
  let value: unknown = 'deep';
  for (let level = 0; level < levels; level++) value = level % 2 ? { value } : [value];
  return value;
};

const payloads: readonly unknown[] = [
  undefined,
  null,
  true,
  0,
  -1,
  Number.MAX_VALUE,
  '',
  'text',
  [],
  {},
  [[]],
  deep(1000),
  { type: 'goTo' },
  { type: '__proto__' },
  JSON.parse('{"__proto__": {"polluted": true}}'),
  { constructor: { prototype: { polluted: true } } },
  { type: 'goTo', slide: { h: -1 } },
  { type: 'goTo', slide: { h: 1e9, v: 'x' } },
  { type: 'end', extra: 1 },
  { activity: 'which', round: 1, n: 1 },
  { activity: 'which', round: 'x', n: 1, response: {} },
  { activity: 'which', round: 1, n: 0, response: {} },
  { activity: '', round: 1, n: 1, response: {} },
  { activity: 'x'.repeat(500), round: 1, n: 1, response: {} },
  { activity: 'which', round: 1, n: 1, response: deep(500) },
  { activity: 'which', round: 1, n: 2 ** 60, response: null },
  'x'.repeat(20_000),
  Buffer.from('binary'),
  { activity: 'which', round: 1, n: 1, response: { options: Buffer.from('x') } },
  '\u0000',
  'a\uD83D',
  '👩🏽‍🚀'.repeat(50),
];
const events = [
  'respond',
  'introduce',
  'react',
  'pace',
  'command',
  'view',
  'welcome',
  'disconnecting',
  '',
  '__proto__',
  'constructor',
  'toString',
  'x'.repeat(300),
];
/** Packets that are none: of Engine.IO, of Socket.IO, and of neither. */
const raw: readonly (string | Buffer)[] = [
  '',
  '4',
  '42',
  '42/phone',
  '42/phone,',
  '42/phone,[]',
  '42/phone,{}',
  '42/phone,["respond"',
  '42/phone,9["respond"]',
  '42/phone,[["respond"]]',
  '43/phone,1[]',
  '45/phone,1-["respond",{"_placeholder":true,"num":0}]',
  '4999',
  '40/nowhere,{}',
  '40/presenter,{}',
  '41/phone,',
  '3',
  '5',
  '6',
  '9',
  'not a packet',
  Buffer.from([0, 1, 2, 3]),
  Buffer.alloc(1000, 255),
  '42/phone,["respond",{"activity":{"__proto__":1}}]',
  '40/phone,{"code":{"toString":1}}',
  '40/phone,[1]',
  `42/phone,["respond",${'['.repeat(1000)}${']'.repeat(1000)}]`,
];

/** How many malformed messages are sent in all. */
const wanted = 5000;

describe('garbage', () => {
  let served: Served;
  beforeAll(async () => {
    served = await serve({ source: '## Which?\n<!-- poll -->\n- One\n- Two\n' });
  });
  afterAll(() => served.remove());

  it(`[B1] ${wanted} malformed messages do not end the process, and it still serves`, async () => {
    const random = seeded(7);
    const pick = <Item>(items: readonly Item[]): Item | undefined =>
      items[Math.floor(random() * items.length)];
    const before = memoryOf(served);
    let sent = 0;
    while (sent < wanted) {
      const phone = new LightPhone({ url: served.url, code: served.code });
      await phone.connect();
      for (let index = 0; index < 200; index++, sent++) {
        if (random() < 0.7)
          phone.sendRaw(`42/phone,${index}${JSON.stringify([pick(events), pick(payloads)])}`);
        else phone.sendRaw(pick(raw) ?? '');
      }
      // Answered after all that, or closed for breaking the protocol; never hung.
      await Promise.race([phone.respond('which', { options: ['one'] }), phone.closed]);
      phone.close();
    }
    await tooLarge(served);
    expect(served.process.exitCode).toBe(null);
    const honest = new LightPhone({ url: served.url, code: served.code });
    await honest.connect();
    expect(await honest.respond('which', { options: ['two'] })).toMatchObject({ ok: true });
    honest.close();
    expect(served.said()).not.toMatch(/handler failed|fault/);
    // Some of it is the first use of code; the catalogue allows 50 MB for twenty times as much garbage.
    expect(memoryOf(served) - before).toBeLessThan(50_000_000);
  });

  it('[B1] every route answers garbage', async () => {
    const codes = [served.code, 'ABCDEF', '%00', '..%2f', 'x'.repeat(3000), '%E0%A4%A'];
    const ends = [
      '',
      '/room',
      '/present',
      '/results',
      '/results.csv',
      '/deck',
      '/join',
      '/key',
      '/pair',
      '/revoke',
      '/files/..%2f..%2fetc%2fpasswd',
      '/embed/%00',
      '/nowhere',
    ];
    const bodies = [
      undefined,
      '',
      '{',
      '[]',
      'null',
      '{"key":1}',
      '{"__proto__":{}}',
      '{"role":"__proto__"}',
      `{"key":"${'x'.repeat(100_000)}"}`,
    ];
    for (const code of codes) {
      for (const end of ends) {
        const address = `${served.url}/${code}${end}`;
        expect([address.slice(0, 80), (await fetch(address)).status < 500]).toEqual([
          address.slice(0, 80),
          true,
        ]);
        const body = bodies[(code.length + end.length) % bodies.length];
        const reply = await fetch(address, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          ...(body === undefined ? {} : { body }),
        });
        expect([address.slice(0, 80), body?.slice(0, 20), reply.status < 500]).toEqual([
          address.slice(0, 80),
          body?.slice(0, 20),
          true,
        ]);
      }
    }
    expect(await (await fetch(`${served.url}/healthz`)).json()).toEqual({ ok: true });
  });
});

describe('every namespace', () => {
  let hall: Hall;
  beforeAll(async () => {
    hall = await openHall();
  });
  afterAll(() => hall.close());

  it.each(['phone', 'room', 'presenter'] as const)('[B1] /%s answers every message', async (namespace) => {
    const socket = hall.connect(namespace, namespace === 'phone' ? {} : { key: hall.keys[namespace] });
    expect(await entered(socket)).toBe(null);
    for (const event of ['respond', 'introduce', 'react', 'pace', 'command', 'unheard', '__proto__']) {
      for (const payload of payloads) {
        const answer = await ask(socket, event, payload);
        expect(answer).toHaveProperty('refused');
        expect(answer).not.toEqual({ refused: 'internal' });
      }
      // Without a function to answer to, and with nothing at all.
      socket.emit(event);
      socket.emit(event, null, null, null);
    }
    expect(await ask(socket, 'respond')).toHaveProperty('refused');
    expect(hall.logged()).not.toContain('handler failed');
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  it('[B6] forged responses are refused with a reason', async () => {
    const phone = new LightPhone({ url: hall.url, code: hall.code });
    await phone.connect();
    const forged = [
      ['landed', { options: ['no-such-option'] }, 'invalid'],
      ['landed', { options: ['i-was-wary', 'i-was-curious'] }, 'invalid'],
      ['landed', { options: [], other: 'not offered' }, 'invalid'],
      ['landed', { options: ['i-was-wary'], participant: 'somebody-else' }, 'invalid'],
      ['no-such-activity', { options: [] }, 'unknown-activity'],
    ] as const;
    for (const [activity, response, refused] of forged) {
      expect(await phone.respond(activity, response)).toEqual({ refused });
    }
    phone.close();
  });
});

/** One message of a megabyte: the connection is closed, the process is not. */
async function tooLarge({ url, code }: Served): Promise<void> {
  const phone = new LightPhone({ url, code });
  await phone.connect();
  phone.sendRaw('x'.repeat(1_000_000));
  await phone.closed;
  await new Promise<void>((resolve) => {
    const fragments = new WebSocket(`${url.replace(/^http/, 'ws')}/socket.io/?EIO=4&transport=websocket`);
    fragments.on('open', () => {
      for (let part = 0; part < 200; part++) fragments.send('y'.repeat(1000), { fin: false });
    });
    fragments.on('close', () => resolve());
    fragments.on('error', () => {});
  });
}

/** Resident memory of the server, in bytes. */
function memoryOf({ process: child }: Served): number {
  const linux = `/proc/${child.pid}/statm`;
  if (existsSync(linux)) return Number(readFileSync(linux, 'utf8').split(' ')[1]) * 4096;
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)], { encoding: 'utf8' })) * 1024;
}

describe('one connection', () => {
  let hall: Hall;
  beforeAll(async () => {
    hall = await openHall();
  });
  afterAll(() => hall.close());

  const opened = async (packets: readonly string[]): Promise<void> => {
    const socket = new WebSocket(`${hall.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`);
    const answered = new Promise<void>((resolve) =>
      socket.on('message', (data) => {
        const text = String(data);
        if (text.startsWith('0')) for (const packet of packets) socket.send(packet);
        if (text.startsWith('44/phone')) resolve();
      }),
    );
    const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
    await Promise.race([answered, closed]);
    socket.terminate();
    await closed;
  };

  it('[B1] is one phone, and none is left behind however often it joins', async () => {
    const presenter = hall.connect('presenter', { key: hall.keys.presenter });
    let people = Number.NaN;
    presenter.on('view', (view: PresenterView) => {
      people = view.people;
    });
    const join = `40/phone,${JSON.stringify({ code: hall.code })}`;
    await opened([join, join, join]);
    await opened([join, '41/phone,', join]);
    const phone = hall.connect('phone');
    expect(await entered(phone)).toBe(null);
    await expect.poll(() => people).toBe(1);
    expect(hall.logged()).not.toContain('failed');
  });

  it('[B1] that sends an event named error is answered, and nothing of it is logged', async () => {
    const phone = hall.connect('phone');
    await entered(phone);
    expect(await ask(phone, 'error', null)).toEqual({ refused: 'malformed' });
    expect(await ask(phone, 'error', { message: 'what I said' })).toEqual({ refused: 'malformed' });
    expect(hall.logged()).not.toContain('what I said');
  });
});
