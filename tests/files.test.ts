/**
 * Pictures beside the session file.
 * [A6] The room and the console are given what slides and questions show, presenters what notes show as well, phones what a
 *      question shows, and nobody anything else.
 */
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import supertest from 'supertest';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { models } from '../activities/models.ts';
import { someActivity, someDefinition } from '../server/session/given.ts';
import { read } from '../server/session-file/given.ts';
import { type Hall, openHall, useUpMisses } from './hall.ts';

let hall: Hall;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plenum-folder-'));
});
afterEach(async () => {
  await hall.close();
  rmSync(folder, { recursive: true });
});

const bearer = (key: string) => ({ authorization: `Bearer ${key}` });
const shownIn = (picture: string) =>
  models.poll.sample.options[0]?.answers.map((answer) => ({ ...answer, image: { src: picture, alt: '' } })) ??
  [];

it('[A6] gives out pictures, and nothing else of the folder', async () => {
  writeFileSync(
    join(folder, 'chart.svg'),
    '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
  );
  writeFileSync(join(folder, 'secrets.txt'), 'secret');
  symlinkSync('/etc/hostname', join(folder, 'link.png'));
  symlinkSync('/etc/hostname', join(folder, 'link.mp4'));
  writeFileSync(join(folder, 'clip.mp4'), '0123456789');
  // A deck that shows them all, however it came to.
  const shown = ['chart.svg', 'clip.mp4', 'secrets.txt', 'link.png', '.hidden.png', 'none.png'];
  const deck = read('# Welcome\n');
  const slides = deck.slides.map((slide) => ({
    ...slide,
    html: shown.map((name) => `<img src="files/${name}">`).join(''),
  }));
  hall = await openHall({ folder, definition: { ...deck, slides } });
  const get = (path: string) =>
    supertest(hall.url).get(`/${hall.code}/files/${path}`).set(bearer(hall.keys.room));
  const picture = await get('chart.svg');
  expect(picture.status).toBe(200);
  expect(picture.headers['content-security-policy']).toContain('sandbox');
  const part = await get('clip.mp4').set('Range', 'bytes=2-4');
  const type = part.headers['content-type'];
  expect([part.status, type, part.headers['content-range'], String(part.body)]).toEqual([
    206,
    'video/mp4',
    'bytes 2-4/10',
    '234',
  ]);
  for (const path of [
    'secrets.txt',
    'link.png',
    'link.mp4',
    '../chart.svg',
    '..%2f..%2fetc%2fpasswd.png',
    '.hidden.png',
    'none.png',
  ]) {
    expect([path, (await get(path)).status]).toEqual([path, 404]);
  }
  for (const path of ['chart.svg', 'clip.mp4'])
    expect((await supertest(hall.url).get(`/${hall.code}/files/${path}`)).status).toBe(401);
});

it('[A6] gives phones what a question shows, also where the misses of a shared address are used up', async () => {
  for (const name of ['shown.svg', 'other.svg'])
    writeFileSync(join(folder, name), '<svg xmlns="http://www.w3.org/2000/svg"></svg>');
  const pictured = { ...models.poll.sample.options[0], answers: shownIn('files/shown.svg') };
  hall = await openHall({ folder, definition: someDefinition(someActivity({ options: pictured })) });
  await useUpMisses(hall);
  const get = async (path: string) => (await supertest(hall.url).get(`/${path}`)).status;
  expect(await get(`${hall.code}/files/shown.svg`)).toBe(200);
  expect(await get(`${hall.code}/files/other.svg`)).toBe(429);
  expect(await get('BBBB22/files/shown.svg')).toBe(429);
});

it('[A6] gives out what the deck shows, and no other picture of the folder', async () => {
  const names = ['on slide', 'ground', 'poster', 'film', 'logo', 'noted', 'answer', 'other', 'quoted'];
  for (const name of names) writeFileSync(join(folder, `${name}'s.svg`), '<svg/>');
  const text = `---
logo: "logo's.svg"
---
# Welcome
<!-- .slide: data-background-image="ground's.svg" -->
![](<on slide's.svg>)
<video src="film's.svg" poster="poster's.svg"></video>

\`<img src="files/quoted's.svg">\`

Note: ![](<noted's.svg>)

---
## Which?
<!-- poll -->
- ![This](<answer's.svg>)
- That
`;
  hall = await openHall({ folder, definition: read(text) });
  const given = async (key?: string) => {
    const shown = [];
    for (const name of names) {
      const reply = await supertest(hall.url)
        .get(`/${hall.code}/files/${encodeURIComponent(`${name}'s.svg`)}`)
        .set(key ? bearer(key) : {});
      if (reply.status === 200) shown.push(name);
    }
    return shown;
  };
  const onScreens = ['on slide', 'ground', 'poster', 'film', 'logo', 'answer'];
  expect(await given()).toEqual(['answer']);
  expect(await given(hall.keys.room)).toEqual(onScreens);
  expect(await given(hall.keys.results)).toEqual(onScreens);
  expect(await given(hall.keys.presenter)).toEqual(
    names.filter((name) => [...onScreens, 'noted'].includes(name)),
  );
  // Once the file is saved without them they are gone, but for those that results still show.
  await hall.room.order({ type: 'define', definition: read('# Welcome\n') });
  expect(await given(hall.keys.room)).toEqual(['answer']);
  expect(await given()).toEqual([]);
});
