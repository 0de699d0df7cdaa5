/**
 * Which pictures of the folder are given out.
 * [A6] Those that the deck or an activity shows; those of the notes to presenters alone, and no others to anybody.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import supertest from 'supertest';
import { expect, it } from 'vitest';
import { read } from '../server/session-file/given.ts';
import { openHall } from './hall.ts';

const bearer = (key: string) => ({ authorization: `Bearer ${key}` });

it('[A6] gives out what the deck shows, and no other picture of the folder', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'plenum-folder-'));
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
  const hall = await openHall({ folder, definition: read(text) });
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
  await hall.close();
  rmSync(folder, { recursive: true });
});
