/**
 * A card in the light, on the console, in a real browser.
 * [X8] It takes the focus as it lights up, so that Escape ends it, and leaves it to whoever goes on elsewhere.
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launch } from './browser.ts';
import { LightPhone } from './light-phone.ts';
import { type Served, serve } from './serve.ts';

let served: Served;
let browser: Browser;
let console_: Page;
const phones: LightPhone[] = [];

beforeAll(async () => {
  [served, browser] = await Promise.all([
    serve({ source: '## What stays?\n<!-- text: {id: stays} -->\n' }),
    launch(),
  ]);
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  context.setDefaultTimeout(10_000);
  console_ = await context.newPage();
  await console_.goto(served.presenter);
});
afterAll(async () => {
  for (const phone of phones) phone.close();
  await browser?.close();
  await served?.remove();
});

async function say(text: string): Promise<void> {
  const phone = new LightPhone({ url: served.url, code: served.code });
  phones.push(phone);
  await phone.connect();
  expect(await phone.respond('stays', { text })).toMatchObject({ ok: true });
  await console_.locator('.wall').getByText(text).last().waitFor();
}

it('[X8] takes the focus once', async () => {
  const light = console_.locator('.spotlight');
  const focused = () => console_.evaluate(() => document.activeElement?.className);
  await say('First');
  await console_.locator('.wall').getByRole('button', { name: 'First' }).last().click();
  await light.waitFor();
  expect(await focused()).toBe('spotlight');
  const elsewhere = console_.getByRole('button', { name: /Close/ }).first();
  await elsewhere.focus();
  await say('Second');
  await say('Third');
  expect(await elsewhere.evaluate((element) => element === document.activeElement)).toBe(true);
  await light.focus();
  await console_.keyboard.press('Escape');
  await light.waitFor({ state: 'detached' });
});
