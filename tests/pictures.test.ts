/**
 * Pictures from phones, against a whole server.
 * [B5] What is no picture, or a trap, is refused; what is taken is made anew, and nothing of where and when it was taken leaves.
 * [A9] A picture is handed in with a token of the session, from our own page, while one is asked for, and not without measure.
 * [A10] It is seen with a right of the session alone, and named in an answer by who handed it in alone.
 * [P2] It goes with its session.
 */
import { type ClientRequest, request } from 'node:http';
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import supertest from 'supertest';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { models } from '../activities/models.ts';
import { activityId } from '../protocol/ids.ts';
import { openMemoryLog } from '../server/log/memory.ts';
import { someActivity, someDefinition } from '../server/session/given.ts';
import { type Hall, openHall, useUpMisses } from './hall.ts';
import { LightPhone } from './light-phone.ts';

const drawings = activityId('drawings');
const definition = someDefinition(
  someActivity({ id: drawings, kind: 'photo', options: models.photo.sample.options[0], moderate: true }),
);

let hall: Hall;
let log: ReturnType<typeof openMemoryLog>;
let phone: LightPhone;
beforeEach(async () => {
  log = openMemoryLog();
  hall = await openHall({ definition, log });
  phone = new LightPhone({ url: hall.url, code: hall.code });
  await phone.connect();
});
afterEach(async () => {
  phone.close();
  await hall.close();
});

function drawn(width = 640, height = 480) {
  return sharp({ create: { width, height, channels: 3, background: '#88aacc' } });
}

function post(picture: Uint8Array, type = 'image/jpeg', token = phone.token) {
  return supertest(hall.url)
    .post(`/${hall.code}/pictures`)
    .set('Authorization', `Bearer ${token}`)
    .set('Content-Type', type)
    .send(Buffer.from(picture));
}

/** Another last character, which makes it no token at all. */
const forged = (token: string) => token.slice(0, -1) + (token.endsWith('x') ? 'y' : 'x');
const get = (file: string, key: string) =>
  supertest(hall.url).get(`/${hall.code}/pictures/${file}`).set('Authorization', `Bearer ${key}`);

describe('what is taken', () => {
  it('[B5] is made anew: upright, within bounds, without where and when', async () => {
    const camera = await drawn(3000, 2000)
      .withExif({
        IFD0: { Make: 'Camera of Ann', Software: 'secret software' },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1' },
      })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    expect(camera.toString('latin1')).toContain('Exif');
    const { status, body } = await post(camera);
    expect(status).toBe(201);
    const { body: jpeg, headers } = await get(body.file, hall.keys.room);
    expect(headers['content-type']).toBe('image/jpeg');
    expect(jpeg.toString('latin1')).not.toMatch(/Exif|GPS|Ann|secret|ICC_PROFILE|photoshop/i);
    const { width, height, exif, icc, xmp, orientation } = await sharp(jpeg).metadata();
    // It lay on its side, and stands upright now.
    expect([width, height]).toEqual([1280, 1920]);
    expect([exif, icc, xmp, orientation]).toEqual([undefined, undefined, undefined, undefined]);
  });

  it.each(['png', 'webp', 'jpeg'] as const)('[B5] %s becomes a JPEG', async (format) => {
    const { body } = await post(await drawn().toFormat(format).toBuffer(), `image/${format}`);
    const { body: jpeg } = await get(body.file, hall.keys.results);
    expect((await sharp(jpeg).metadata()).format).toBe('jpeg');
  });

  it('[B5] what hides behind a picture is left behind', async () => {
    const polyglot = Buffer.concat([
      await drawn().jpeg().toBuffer(),
      Buffer.from('<script>alert(1)</script>PK\u0003\u0004 a whole archive'),
    ]);
    const { body } = await post(polyglot);
    const { body: jpeg } = await get(body.file, hall.keys.room);
    expect(jpeg.toString('latin1')).not.toMatch(/script|whole archive/);
  });
});

describe('what is refused', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>';
  const traps: Readonly<Record<string, () => Promise<Buffer> | Buffer>> = {
    'a drawing with a script': () => Buffer.from(svg),
    'a drawing that reads files': () =>
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>'),
    'a page': () => Buffer.from('<!doctype html><script>alert(1)</script>'),
    'a film of many pictures': async () => {
      const frames = await Promise.all(Array.from({ length: 30 }, () => drawn(8, 8).png().toBuffer()));
      return sharp(frames, { join: { animated: true } })
        .gif()
        .toBuffer();
    },
    '14,000 x 14,000 pixels in a few bytes': () => hugePng(14_000, 14_000),
    'half of a picture': async () => (await drawn(2000, 2000).png().toBuffer()).subarray(0, 300),
    nothing: () => Buffer.of(),
    garbage: () => Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * 7919) % 256)),
  };
  it.each(Object.keys(traps))('[B5] %s', async (name) => {
    const trap = (await traps[name]?.()) ?? Buffer.of();
    const { status, body } = await post(trap, 'image/png');
    expect([status, body]).toEqual([415, { refused: expect.stringMatching(/^(invalid|malformed)$/) }]);
    expect(hall.room.state.files.size).toBe(0);
    expect(hall.logged()).not.toContain('request failed');
  });

  it('[B5] more bytes than a camera makes, and what is no picture by its name', async () => {
    expect((await post(Buffer.alloc(13 * 1024 * 1024))).status).toBe(413);
    expect((await post(await drawn().png().toBuffer(), 'text/html')).status).toBe(415);
  });
});

describe('who hands in', () => {
  it('[A9] has a token of this session', async () => {
    const picture = await drawn().jpeg().toBuffer();
    for (const token of ['', 'x'.repeat(35), forged(phone.token), hall.keys.presenter])
      expect((await post(picture, 'image/jpeg', token)).status).toBe(401);
    expect(hall.logged()).toContain('request refused');
  });

  it('[A9] comes from our own page', async () => {
    const foreign = await post(await drawn().jpeg().toBuffer()).set('Origin', 'https://elsewhere.example');
    expect(foreign.status).toBe(403);
  });

  it('[A9] does so while a picture is asked for', async () => {
    const picture = await drawn().jpeg().toBuffer();
    await hall.room.order({ type: 'close', activity: drawings });
    expect((await post(picture)).body).toEqual({ refused: 'closed' });
    await hall.room.order({ type: 'end' });
    expect((await post(picture)).body).toEqual({ refused: 'ended' });
  });

  it('[A9] not without measure', async () => {
    const picture = await drawn(20, 20).jpeg().toBuffer();
    const statuses: number[] = [];
    for (let index = 0; index < 10; index++) statuses.push((await post(picture)).status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(8);
    expect(statuses.at(-1)).toBe(429);
  });

  it('[A9] one at a time, and no more at once than memory holds', async () => {
    // Each promises the largest picture there is, and holds its last byte back.
    const held: ClientRequest[] = [];
    const begin = async (token: string) => {
      const upload = request(`${hall.url}/${hall.code}/pictures`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'image/jpeg',
          'content-length': 12 * 1024 * 1024,
          expect: '100-continue',
        },
      });
      const status = await new Promise<number | undefined>((resolve) => {
        upload.on('error', () => {});
        upload.on('response', (response) => resolve(response.statusCode));
        upload.on('continue', () => upload.write('x', () => resolve(undefined)));
        upload.flushHeaders();
      });
      held.push(upload);
      return status;
    };
    const refusals: unknown[] = [];
    for (let index = 0; index < 17; index++) {
      const other = new LightPhone({ url: hall.url, code: hall.code });
      await other.connect();
      refusals.push(await begin(other.token));
      if (index === 0)
        expect((await post(await drawn().jpeg().toBuffer(), 'image/jpeg', other.token)).status).toBe(429);
      other.close();
    }
    await expect.poll(async () => (await post(await drawn().jpeg().toBuffer())).status).toBe(429);
    for (const upload of held) upload.destroy();
    await expect.poll(async () => (await post(await drawn().jpeg().toBuffer())).status).toBe(201);
    expect(refusals.filter((status) => status === 429).length).toBeGreaterThan(0);
  });

  it('[A9] may do so and see pictures though the misses of a shared address are used up', async () => {
    await useUpMisses(hall);
    const { status, body } = await post(await drawn().jpeg().toBuffer());
    expect(status).toBe(201);
    expect((await get(body.file, phone.token)).status).toBe(200);
    // A token that is none of this session passes no more than none at all.
    expect((await get(body.file, forged(phone.token))).status).toBe(429);
    expect((await supertest(hall.url).get(`/${hall.code}/pictures/${body.file}`)).status).toBe(429);
  });

  it('[A9] is told when the disk takes nothing', async () => {
    log.failNext();
    const { status, body } = await post(await drawn().jpeg().toBuffer());
    expect([status, body]).toEqual([503, { refused: 'not-saved' }]);
    expect(hall.room.warnings).toHaveLength(1);
  });
});

describe('who sees', () => {
  it('[A10] has a key or a token of the session', async () => {
    const { body } = await post(await drawn().jpeg().toBuffer());
    for (const key of [...Object.values(hall.keys), phone.token])
      expect((await get(body.file, key)).status).toBe(200);
    expect(hall.logged()).toBe('');
    expect((await supertest(hall.url).get(`/${hall.code}/pictures/${body.file}`)).status).toBe(401);
    expect((await get(body.file, 'x'.repeat(32))).status).toBe(401);
    expect(hall.logged().match(/"page":"pictures","status":401.*refused"/g)).toHaveLength(2);
    expect((await get('x'.repeat(21), hall.keys.room)).status).toBe(404);
    expect((await get('..%2f..%2fetc', hall.keys.room)).status).toBe(404);
  });

  it('[A10] an answer names only what its participant handed in', async () => {
    const other = new LightPhone({ url: hall.url, code: hall.code });
    await other.connect();
    const { body } = await post(await drawn().jpeg().toBuffer());
    expect(await other.respond('drawings', { photo: body.file })).toEqual({ refused: 'invalid' });
    expect(await phone.respond('drawings', { photo: 'x'.repeat(21) })).toEqual({ refused: 'invalid' });
    expect(await phone.respond('drawings', { photo: body.file })).toMatchObject({ ok: true });
    other.close();
  });

  it('[A10] all of them as an archive, under pseudonyms, with the key of the results', async () => {
    const { body } = await post(await drawn().jpeg().toBuffer());
    await phone.respond('drawings', { photo: body.file, caption: 'Ours' });
    const zip = (key: string, query = '') =>
      supertest(hall.url)
        .get(`/${hall.code}/pictures.zip${query}`)
        .set('Authorization', `Bearer ${key}`)
        .buffer();
    expect((await zip(hall.keys.room)).status).toBe(403);
    const whole = (query = '') =>
      zip(hall.keys.results, query).parse((response, done) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => done(null, Buffer.concat(chunks)));
      });
    const { status, body: archive } = await whole();
    expect(status).toBe(200);
    expect((await whole('?activity=drawings')).body).toEqual(archive);
    expect((await whole('?activity=other')).body.length).toBe(22);
    expect(archive.toString('latin1')).toMatch(new RegExp(`drawings/P\\d{3}-round-1-${body.file}\\.jpg`));
    expect(archive.toString('latin1')).not.toContain(phone.participant);
  });
});

it('[A10] the results page is told how many there are', async () => {
  const view = async () => {
    const { body } = await supertest(hall.url)
      .get(`/${hall.code}/results/view`)
      .set('Authorization', `Bearer ${hall.keys.results}`);
    return body.activities.map(({ pictures }: { pictures: number }) => pictures);
  };
  expect(await view()).toEqual([0]);
  const { body } = await post(await drawn().jpeg().toBuffer());
  await phone.respond('drawings', { photo: body.file });
  expect(await view()).toEqual([1]);
});

it('[P2] goes with its session', async () => {
  const { body } = await post(await drawn().jpeg().toBuffer());
  const { session } = hall.room.state;
  if (session === null) throw new Error('the session has begun');
  expect(await log.file(session, body.file)).toBeDefined();
  await log.erase(session);
  expect(await log.file(session, body.file)).toBe(undefined);
});

/** A PNG whose head promises so many pixels. */
function hugePng(width: number, height: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.alloc(1000))),
    chunk('IEND', Buffer.of()),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name), data]);
  const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  size.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([size, body, sum]);
}
