/**
 * The phone page, in a real browser.
 * [W30] Whoever is in a standing activity sees which question is live, and that there is a new one; and is a tap away from it.
 * [W31] A question that is asked again says so, on the card and once aloud.
 * [W32] A picture that was taken offline is sent once the link is back, also when its question has left the phone.
 * [W33] What came to nothing after its question had left the phone is said for all to see.
 * [W34] Where somebody put themself and others on their map stands there after a reload, and is never sent.
 * [W35] A closed map can be looked at, row by row.
 * [W36] A later survey has the code that this phone gave in the earlier one.
 */
import type { Page } from 'playwright-core';
import { beforeEach, expect, it } from 'vitest';
import { browser, host, presenter, served } from './hosted.ts';
import { tabTo } from './tab-to.ts';

const source = `## Welcome
Glad you are here.

---
## Which one do you choose?
<!-- poll: {id: which} -->
- This
- That

---
## And what else do you choose, now that you have heard so much about it?
<!-- poll: {id: else} -->
- This
- That

---
## What did you draw?
<!-- photo: {id: drawn} -->

---
## Who is around you?
<!-- map: {id: around} -->
- Hospital
- Council

---
## Before
<!-- survey: {id: before, code: true} -->
- I know whom to call

---
## After
<!-- survey: {id: after, before: before, code: true} -->
- I know whom to call

---
## Questions to the panel
<!-- qa: {id: panel, open: always} -->
`;

const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

host({ source });
beforeEach(() => goTo(0));

const goTo = (h: number) => presenter.send({ type: 'goTo', slide: { h, v: 0, f: -1 } });

async function open(): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 320, height: 568 },
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  await page.goto(served.join);
  return page;
}

const spoken = (page: Page) => page.locator('[role=status]');

/** What the server has of an activity, as JSON. */
async function stored(activity: string): Promise<string> {
  const answer = await fetch(`${served.url}/${served.code}/results.json?activity=${activity}`, {
    headers: { Authorization: `Bearer ${served.resultsKey}` },
  });
  return await answer.text();
}

it('[W30] tells whoever is elsewhere of a new question', async () => {
  const page = await open();
  const panel = page.getByRole('heading', { name: 'Questions to the panel' });
  await page.getByRole('button', { name: 'Questions to the panel' }).click();
  await panel.waitFor();
  await page.getByRole('button', { name: 'Back', exact: true }).waitFor();
  await goTo(1);
  const back = page.getByRole('button', { name: 'New question: Which one do you choose?' });
  await back.waitFor();
  expect(await spoken(page).innerText()).toBe('New question: Which one do you choose?');
  await back.click();
  await page.getByRole('heading', { name: 'Which one do you choose?' }).waitFor();
  await page.getByRole('button', { name: 'Questions to the panel' }).click();
  await page.getByRole('button', { name: 'Back to the live question Which one do you choose?' }).waitFor();
  await presenter.send({ type: 'askAgain', activity: 'which' });
  await page.getByRole('button', { name: 'Asked again: Which one do you choose?' }).waitFor();
  await goTo(2);
  await page.getByRole('button', { name: /^New question: And what else/ }).waitFor();
  // In sight, however far down somebody reads, and no more than two lines of the question.
  await page.addStyleTag({ content: '.question { padding-bottom: 2000px }' });
  await page.evaluate(() => scrollTo(0, 900));
  const box = await page.locator('.back').boundingBox();
  expect(box?.y).toBeLessThan(20);
  expect(box?.height).toBeLessThan(110);
  await page.context().close();
});

it('[W31] says that a question is asked again', async () => {
  await goTo(2);
  const page = await open();
  await page.getByText('That', { exact: true }).click();
  await page.getByText('✓ Saved').waitFor();
  const note = page.getByText('This question is asked again.');
  expect(await note.count()).toBe(0);
  await presenter.send({ type: 'askAgain', activity: 'else' });
  await note.waitFor();
  expect(await spoken(page).innerText()).toBe(
    'Asked again: And what else do you choose, now that you have heard so much about it?',
  );
  expect(await page.getByText('✓ Saved').count()).toBe(0);
  await page.getByText('This', { exact: true }).click();
  await page.getByText('✓ Saved').waitFor();
  expect(await note.count()).toBe(0);
  await page.context().close();
});

async function takePicture(page: Page): Promise<void> {
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'drawing.png', mimeType: 'image/png', buffer: pixel });
  await page.getByRole('img', { name: 'Your picture' }).waitFor();
}

it('[W32] [W33] keeps a picture until it is saved, or says why it is not', async () => {
  await goTo(3);
  const page = await open();
  await takePicture(page);
  await page.context().setOffline(true);
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByText('↻ Not sent yet, we will keep trying').waitFor();
  // The room moves on, the link comes back to the next question, and then to this one.
  await goTo(1);
  await page.context().setOffline(false);
  await page.getByRole('heading', { name: 'Which one do you choose?' }).waitFor();
  const lost = page.locator('.elsewhere');
  await lost.getByText('What did you draw?').waitFor();
  await lost.getByText('This question closed before your answer arrived. It was not counted.').waitFor();
  await lost.getByRole('button', { name: 'OK' }).click();
  expect(await lost.count()).toBe(0);
  await goTo(3);
  // The picture is still there, to be sent once more.
  await page.getByRole('img', { name: 'Your picture' }).waitFor();
  await page.context().setOffline(true);
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByText('Please keep this page open').waitFor();
  await page.context().setOffline(false);
  await page.getByText('✓ Saved').waitFor();
  await page.getByRole('img', { name: 'Your picture' }).waitFor();
  expect(await stored('drawn')).toContain('"photo":');
  await page.context().close();
});

/** Centre of a mark on the map, in parts of the drawing. */
const placeOf = (page: Page, name: string) =>
  page.locator('.my-map button', { hasText: name }).evaluate((mark) => {
    const { left, top } = mark.style;
    return [left, top];
  });

it('[W34] [W35] keeps places on a map, and lets a closed one be looked at', async () => {
  await goTo(4);
  const page = await open();
  for (const name of ['Hospital', 'Council']) await page.getByRole('button', { name }).click();
  await page.getByRole('button', { name: 'Next' }).click();
  const you = page.locator('.my-map button', { hasText: 'You' });
  await tabTo(page, '.my-map button');
  expect(await you.evaluate((mark) => mark === document.activeElement)).toBe(true);
  for (const key of ['ArrowLeft', 'ArrowLeft', 'ArrowDown']) await page.keyboard.press(key);
  const council = page.locator('.my-map button', { hasText: 'Council' });
  const from = await council.boundingBox();
  if (!from) throw new Error('the council is drawn');
  await page.mouse.move(from.x + from.width / 2, from.y + 20);
  await page.mouse.down();
  await page.mouse.move(from.x + from.width / 2 + 60, from.y + 60, { steps: 4 });
  await page.mouse.up();
  const places = [await placeOf(page, 'You'), await placeOf(page, 'Council')];
  expect(places[0]).toEqual(['42%', '54%']);
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByText('✓ Saved').waitFor();
  await page.reload();
  await page.locator('.my-map button').first().waitFor();
  expect([await placeOf(page, 'You'), await placeOf(page, 'Council')]).toEqual(places);
  expect(await stored('around')).not.toMatch(/"x":|"y":|place/);
  await presenter.send({ type: 'close', activity: 'around' });
  await page.getByText('This question is closed.').first().waitFor();
  await page.getByRole('tab', { name: 'List' }).click();
  const row = page.getByRole('button', { name: /^Council/ });
  await row.click();
  expect(await row.getAttribute('aria-expanded')).toBe('true');
  expect(await page.getByRole('textbox', { name: 'Name' }).isDisabled()).toBe(true);
  expect(await page.getByRole('radio').first().isDisabled()).toBe(true);
  await page.context().close();
});

it('[W36] has the code of the earlier survey', async () => {
  await goTo(5);
  const page = await open();
  const code = page.getByLabel('A code of your own');
  await code.fill('oak 14');
  await page.getByText('✓ Saved').waitFor();
  await page.reload();
  await code.waitFor();
  await goTo(6);
  await page.getByRole('heading', { name: 'After' }).waitFor();
  await page.getByText('This is what you gave on this phone before.').waitFor();
  expect(await code.inputValue()).toBe('oak 14');
  await page.getByRole('radio', { name: '4, from 1 to 5' }).check();
  await page.getByText('✓ Saved').waitFor();
  expect(await stored('after')).toContain('"code":{"text":"oak 14"}');
  await code.fill('elm 2');
  await expect.poll(() => stored('after'), { timeout: 10_000 }).toContain('"code":{"text":"elm 2"}');
  await page.context().close();
});
