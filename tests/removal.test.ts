/**
 * Removing a flood, with a real console and a real phone.
 * [V70] The console locks joining and removes a flood in two taps; what it is about to take it says first.
 * [V71] A phone that was removed says so kindly, and its owner can join again once people are let in.
 * [V72] The dialog has no fault that axe finds, light and dark, on a laptop and on a phone; it works by keyboard alone.
 */
import type { Page } from 'playwright-core';
import { afterAll, expect, it } from 'vitest';
import { faultsOf } from './axe.ts';
import { browser, host, presenter, served } from './hosted.ts';
import { LightPhone } from './light-phone.ts';
import { tabTo } from './tab-to.ts';

const source = `# How did it land?
<!-- poll: {id: landed} -->
- Well
- Not so well
`;

const phones: LightPhone[] = [];
host({ source });
afterAll(async () => {
  for (const phone of phones) phone.close();
});

async function flood(size: number): Promise<void> {
  const { url, code } = served;
  for (let index = 0; index < size; index++) {
    const phone = new LightPhone({ url, code });
    phones.push(phone);
    await phone.connect();
    await phone.respond('landed', { options: ['not-so-well'] });
  }
}

interface Screen {
  readonly size: { readonly width: number; readonly height: number };
  /** The console wears the session's theme. */
  readonly theme?: 'paper' | 'night';
}
const laptop = { width: 1440, height: 900 };
const remote = { width: 390, height: 844 };

async function open(url: string, { size, theme = 'paper' }: Screen): Promise<Page> {
  // axe is put into the page by the test; pages themselves allow no such thing.
  const context = await browser.newContext({ viewport: size, bypassCSP: true });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  await page.goto(url);
  await page.locator('h1').first().waitFor();
  await page.evaluate((name) => {
    document.documentElement.dataset.theme = name;
  }, theme);
  return page;
}

const answers = () => presenter.view?.activities[0]?.answered;

it.each([
  ['a laptop', laptop, 'paper'],
  ['a laptop', laptop, 'night'],
  ['a phone', remote, 'paper'],
  ['a phone', remote, 'night'],
] as const)('[V72] on %s (%o, %s)', async (_name, size, theme) => {
  const page = await open(served.presenter, { size, theme });
  const button = page.getByRole('button', { name: 'Remove a flood' });
  await button.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Remove people who just came' });
  await dialog.waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await tabTo(page, 'dialog input[type=checkbox]');
  const box = await dialog.boundingBox();
  expect(box && box.x >= 0 && box.x + box.width <= size.width && box.height <= size.height).toBe(true);
  const [scrolls] = await page.evaluate(() => {
    const element = document.querySelector('dialog');
    return [element !== null && element.scrollWidth > element.clientWidth];
  });
  expect(scrolls).toBe(false);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.context().close();
});

it('[V70] [V71] two taps, and joining again', async () => {
  const phone = await open(`${served.url}/${served.code}`, { size: remote });
  await phone.getByText('Not so well').click();
  await phone.getByText('Saved').first().waitFor();
  await flood(11);
  const console = await open(served.presenter, { size: laptop });
  await console.getByRole('button', { name: 'Remove a flood' }).click();
  await console.getByText('12 people, 12 answers').first().waitFor();
  await console.getByRole('button', { name: 'Remove 12 people' }).click();
  await console.getByRole('dialog').waitFor({ state: 'detached' });
  await expect.poll(answers).toBe(0);
  await expect.poll(() => presenter.view).toMatchObject({ locked: true, people: 0 });
  await console.getByRole('button', { name: 'Let people in' }).waitFor();

  await phone.getByRole('heading', { name: 'Your answers were taken out' }).waitFor();
  expect(await faultsOf(phone)).toEqual([]);
  const again = phone.getByRole('button', { name: 'Try again' });
  await again.click();
  await phone.getByRole('heading', { name: 'The doors are closed' }).waitFor();
  await presenter.send({ type: 'unlock' });
  await again.click();
  await phone.getByText('Well', { exact: true }).click();
  await phone.getByText('Saved').first().waitFor();
  await expect.poll(answers).toBe(1);
  await phone.reload();
  await phone.getByRole('radio', { name: 'Well', exact: true, checked: true }).waitFor();
});
