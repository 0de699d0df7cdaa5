/**
 * Putting things in order on a phone, in a real browser.
 * [X3] Buttons do what dragging does: the focus stays with what was moved, and its new place is said.
 * [X6] What has been put in order is sent when time ends, the rest as it stood.
 */
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { browser, host, presenter, served } from './hosted.ts';

const source = `
## What comes first?
<!-- rank: {id: order} -->
- One
- Two
- Three
- Four

---
## Quick: what comes first?
<!-- rank: {id: quick, time: 3s, open: manual} -->
- One
- Two
- Three
- Four
`;

let phone: Page;

host({ source });
beforeAll(async () => {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(10_000);
  phone = await context.newPage();
  await phone.goto(served.join);
});

const orderOf = () => phone.locator('.placed-text').allInnerTexts();
const place = (text: string) => phone.locator('.unplaced').getByRole('button', { name: text }).click();
const spoken = () => phone.locator('[aria-live=polite]').last().innerText();
const focused = () => phone.evaluate(() => document.activeElement?.getAttribute('aria-label'));

it('taps give the places, and the last one has no choice', async () => {
  for (const text of ['Three', 'One']) await place(text);
  expect(await orderOf()).toEqual(['Three', 'One']);
  expect(await phone.getByRole('button', { name: '2 more to place' }).isDisabled()).toBe(true);
  await place('Four');
  expect(await orderOf()).toEqual(['Three', 'One', 'Four', 'Two']);
});

it('[X3] buttons move an item, keep the focus and say its place', async () => {
  await phone.getByRole('button', { name: 'Move up: Two' }).focus();
  await phone.keyboard.press('Enter');
  await phone.keyboard.press('Space');
  expect(await orderOf()).toEqual(['Three', 'Two', 'One', 'Four']);
  expect(await focused()).toBe('Move up: Two');
  expect(await spoken()).toBe('Two: place 2 of 4');
  await phone.keyboard.press('Enter');
  // At the top the button stays where the focus is, and does nothing.
  await phone.keyboard.press('Enter');
  expect(await orderOf()).toEqual(['Two', 'Three', 'One', 'Four']);
  expect(await focused()).toBe('Move up: Two');
});

it('[X3] dragging by the number does the same', async () => {
  const handles = await Promise.all([0, 2].map((row) => phone.locator('.handle').nth(row).boundingBox()));
  const [from, to] = handles.map((box) => ({ x: (box?.x ?? 0) + 10, y: (box?.y ?? 0) + 20 }));
  if (!from || !to) throw new Error('rows have handles');
  await phone.mouse.move(from.x, from.y);
  await phone.mouse.down();
  await phone.mouse.move(to.x, to.y, { steps: 8 });
  await phone.mouse.up();
  expect(await orderOf()).toEqual(['Three', 'One', 'Two', 'Four']);
  await phone.getByRole('button', { name: 'Send' }).click();
  await phone.getByText('✓ Saved').waitFor();
  await phone.reload();
  await phone.locator('.placed-row').last().waitFor();
  expect(await orderOf()).toEqual(['Three', 'One', 'Two', 'Four']);
});

it('[X6] time’s end sends it with the rest behind', async () => {
  await presenter.send({ type: 'goTo', slide: { h: 1, v: 0, f: -1 } });
  await presenter.send({ type: 'open', activity: 'quick' });
  await phone.getByRole('heading', { name: 'Quick: what comes first?' }).waitFor();
  await place('Three');
  await phone.getByText('✓ Saved').waitFor();
  await presenter.send({ type: 'show', activity: 'quick' });
  await phone.locator('.results li').last().waitFor();
  expect(await phone.locator('.results li').allInnerTexts()).toEqual([
    expect.stringContaining('1. Three'),
    expect.stringContaining('2. One'),
    expect.stringContaining('3. Two'),
    expect.stringContaining('4. Four'),
  ]);
});
