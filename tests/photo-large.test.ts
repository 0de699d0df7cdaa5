/**
 * A picture that fills the room screen, in a real browser.
 * [V49] It fills the whole screen, whatever the slide around it is scaled to, also when the page has filled the screen since.
 * [V50] Escape or a click on it closes it there; the console's next word shows one again.
 * [V51] Keys and clickers go on: black covers it, and the next slide is free of it.
 * [V52] Reports and consoles have all pictures, whatever the room's screen shows.
 */
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { models } from '../activities/models.ts';
import { browser, host, presenter, served } from './hosted.ts';
import { LightPhone } from './light-phone.ts';

const source = '## Show us\n<!-- photo: {id: drawn} -->\n\n---\n## Which?\n<!-- poll -->\n- One\n- Two\n';

let page: Page;
let photos: string[];

host({ source });
beforeAll(async () => {
  photos = [await handIn('#2e6f9e', 'The river'), await handIn('#b5651d', 'The hill')];
  page = await browser.newPage({ viewport: { width: 1280, height: 720 }, reducedMotion: 'reduce' });
  await page.goto(served.room);
  await page.locator('.gallery-grid img').nth(1).waitFor();
});
beforeEach(async () => {
  await presenter.send({ type: 'enlarge', activity: 'drawn', photo: photos[0] });
  await large().waitFor();
});

const large = () => page.locator('.photo-large');

async function handIn(background: string, caption: string): Promise<string> {
  const { url, code } = served;
  const phone = new LightPhone({ url, code });
  await phone.connect();
  const jpeg = await sharp({ create: { width: 1600, height: 1200, channels: 3, background } })
    .jpeg()
    .toBuffer();
  const reply = await fetch(`${url}/${code}/pictures`, {
    method: 'POST',
    headers: { authorization: `Bearer ${phone.token}`, 'content-type': 'image/jpeg' },
    body: new Uint8Array(jpeg),
  });
  const { file }: { file: string } = await reply.json();
  const response = { photo: file, caption };
  await phone.respond('drawn', response);
  const { participant } = phone;
  const entry = models.photo.entries?.(response)[0]?.id;
  await presenter.send({ type: 'moderate', activity: 'drawn', participant, entry, verdict: 'approve' });
  phone.close();
  return file;
}

/** Whether the middle and all corners of the screen belong to the picture. */
const fills = () =>
  page.evaluate(() => {
    const places = [0.01, 0.5, 0.99].flatMap((x) => [0.01, 0.5, 0.99].map((y) => [x, y] as const));
    return places.every(([x, y]) =>
      Boolean(document.elementFromPoint(x * innerWidth, y * innerHeight)?.closest('.photo-large')),
    );
  });

it('[V49] the whole screen', async () => {
  expect(await large().boundingBox()).toEqual({ x: 0, y: 0, width: 1280, height: 720 });
  expect(await fills()).toBe(true);
  await page.evaluate(() => document.documentElement.requestFullscreen());
  await expect.poll(fills).toBe(true);
  await page.evaluate(() => document.exitFullscreen());
  await expect.poll(fills).toBe(true);
});

it('[V49] on a screen that opens later, and small in the presenter’s preview', async () => {
  const [late, console] = [await browser.newPage(), await browser.newPage()];
  await late.goto(served.room);
  await late.locator('.photo-large:popover-open').waitFor();
  await console.goto(served.presenter);
  await console.locator('.preview .photo-large').waitFor();
  expect(await console.locator('.photo-large:popover-open').count()).toBe(0);
  await late.close();
  await console.close();
});

it('[V50] closes by Escape, and is shown anew', async () => {
  await page.keyboard.press('Escape');
  await large().waitFor({ state: 'detached' });
  await presenter.send({ type: 'enlarge', activity: 'drawn', photo: photos[1] });
  await page.getByAltText('The hill').nth(1).waitFor();
  await large().click();
  await large().waitFor({ state: 'detached' });
  await presenter.send({ type: 'shrink', activity: 'drawn' });
  await presenter.send({ type: 'enlarge', activity: 'drawn', photo: photos[1] });
  await large().waitFor();
  await presenter.send({ type: 'shrink', activity: 'drawn' });
  await large().waitFor({ state: 'detached' });
});

it('[V50] one chosen here closes here', async () => {
  await presenter.send({ type: 'shrink', activity: 'drawn' });
  await large().waitFor({ state: 'detached' });
  await page.locator('.gallery-grid button').first().click();
  await large().waitFor();
  await page.keyboard.press('Escape');
  await large().waitFor({ state: 'detached' });
});

it('[V51] black covers it', async () => {
  await page.keyboard.press('b');
  await page.locator('.black').waitFor();
  expect(await large().isVisible()).toBe(false);
  await page.keyboard.press('b');
  await large().waitFor();
  await page.keyboard.press('j');
  await page.locator('.join').waitFor();
  expect(await large().isVisible()).toBe(false);
  await page.keyboard.press('j');
  await large().waitFor();
  expect(presenter.view?.slide.h).toBe(0);
});

it('[V51] a clicker leads on to the next slide', async () => {
  await page.keyboard.press('PageDown');
  await expect.poll(() => presenter.view?.slide.h).toBe(1);
  await large().waitFor({ state: 'hidden' });
  expect(await fills()).toBe(false);
  await page.keyboard.press('PageUp');
  await expect.poll(() => presenter.view?.slide.h).toBe(0);
  await large().waitFor();
});

it('[V52] reports have them all', async () => {
  const report = await browser.newPage();
  await report.goto(served.results);
  await report.locator('.gallery-grid img').nth(1).waitFor();
  expect(await report.locator('.photo-large').count()).toBe(0);
  const saved = report.waitForEvent('download');
  await report.getByRole('link', { name: 'These 2 pictures (ZIP)' }).click();
  expect((await saved).suggestedFilename()).toMatch(/-pictures\.zip$/);
  expect(await report.getByRole('link', { name: 'Pictures (ZIP)', exact: true }).count()).toBe(1);
  await report.close();
});
