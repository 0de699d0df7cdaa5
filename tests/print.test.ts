/**
 * The deck on paper.
 * [P1] `plenum export` prints a sheet for each slide, with the results of the session, running or not; nothing changes.
 * [P2] What is in the way is said in one sentence.
 * [P3] The page to print shows every result as it stands, and nothing secret that was not shown.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findChromium, launch } from './browser.ts';
import { LightPhone } from './light-phone.ts';
import { plenum, type Served, serve } from './serve.ts';

const source = `---
title: A talk
---
# Hello

Note: a secret note
---
## Which?
<!-- poll: {id: which, open: always, results: hidden} -->
- One
- Two

---
<!-- .slide: data-background-color="#102030" -->
## Further

----
## Below

- first
- then <!-- .element: class="fragment" -->
`;

let served: Served;
let browser: Browser;
beforeAll(async () => {
  [served, browser] = await Promise.all([serve({ source }), launch()]);
  const phone = new LightPhone({ url: served.url, code: served.code });
  await phone.connect();
  expect(await phone.respond('which', { options: ['two'] })).toMatchObject({ ok: true });
  phone.close();
});
afterAll(async () => {
  await browser?.close();
  await served?.remove();
});

const printed = (name: string, args: readonly string[] = []) =>
  plenum(['export', 'talk.md', '-o', name, ...args], served.folder, { CHROMIUM: findChromium() });

it('[P1] a sheet for each slide, while the session runs', async () => {
  const { code, out, err } = await printed('deck.pdf');
  expect([code, out, err]).toEqual([0, 'Wrote deck.pdf, with the answers of one person.\n', '']);
  const pdf = readFileSync(join(served.folder, 'deck.pdf'), 'latin1');
  expect(pdf.slice(0, 5)).toBe('%PDF-');
  expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(4);
});

it('[P1] of a deck that nobody has answered', async () => {
  writeFileSync(join(served.folder, 'new.md'), '# Fresh\n');
  const { code, out } = await plenum(['export', 'new.md', '-o', 'new.pdf'], served.folder, {
    CHROMIUM: findChromium(),
  });
  expect([code, out]).toEqual([0, 'Wrote new.pdf, nobody has answered yet.\n']);
  expect(existsSync(join(served.folder, '.plenum/new.db'))).toBe(false);
});

it('[P2] names that are wrong, and a machine without a browser', async () => {
  expect(await printed('deck.doc')).toMatchObject({ code: 2, err: 'deck.doc must end in .pdf.\n' });
  const { code, err } = await printed('nowhere/deck.pdf');
  expect([code, err]).toEqual([2, 'nowhere/deck.pdf cannot be written; is its folder there?\n']);
  const without = await plenum(['export', 'talk.md', '-o', 'deck.pdf'], served.folder, {
    CHROMIUM: '/no/such/browser',
  });
  expect([without.code, without.err]).toEqual([
    2,
    '/no/such/browser could not print (spawn /no/such/browser ENOENT).\n',
  ]);
});

it('[P3] every result as it stands', async () => {
  const page = await browser.newPage();
  await page.goto(`${served.url}/${served.code}/print#key=${served.resultsKey}`);
  const sheets = page.locator('section:not(:has(> section))');
  await expect.poll(() => sheets.count()).toBe(4);
  await expect.poll(() => sheets.nth(1).innerText()).toContain('100%');
  expect(await page.content()).not.toContain('a secret note');
  expect(await sheets.nth(2).getAttribute('class')).toContain('has-dark-background');
  expect(await sheets.nth(3).getByText('then').isVisible()).toBe(true);
});
