/**
 * A survey on a phone, in a real browser.
 * [KU12] What is answered is saved as one goes, without a button, and stands in the form again after a reload.
 * [KU13] What was typed when the room moved on is kept, and saved once the survey is back.
 * [KU14] One button leads to what is still open, and says when nothing is.
 */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { browser, host, presenter, served } from './hosted.ts';

const source = `## Where do you stand?
<!-- survey: {id: stand, code: true} -->
- I know whom to call
- I can wait
- Where do you work?
  - Hospital
  - Council
- Why? <!-- text: {limit: 40} -->

---
## A break
`;

host({ source });

async function phone(): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  await page.goto(served.join);
  await page.getByRole('heading', { name: 'Where do you stand?' }).waitFor();
  return page;
}

const rate = (page: Page, statement: string, value: number) =>
  page
    .getByRole('group', { name: statement })
    .getByRole('radio', { name: `${value}, from 1 to 5` })
    .check();

/** What the server has of every phone, as JSON. */
async function stored(): Promise<string> {
  const answer = await fetch(`${served.url}/${served.code}/results.json`, {
    headers: { Authorization: `Bearer ${served.resultsKey}` },
  });
  const { activities }: { activities: { rounds: { responses: { response: unknown }[] }[] }[] } =
    await answer.json();
  const responses = activities.flatMap(({ rounds }) => rounds.flatMap((round) => round.responses));
  return JSON.stringify(responses.map(({ response }) => response));
}

it('[KU12] is saved as one goes, and resumed after a reload', async () => {
  const page = await phone();
  await rate(page, 'I know whom to call', 4);
  await page.getByText('✓ Saved').waitFor();
  await rate(page, 'I can wait', 2);
  await page.getByLabel('Your answer').fill('typed, and the phone dies');
  await page.reload();
  await page.getByText('✓ Saved').waitFor();
  await expect
    .poll(stored)
    .toContain(
      '{"i-know-whom-to-call":{"ratings":{"value":4}},"i-can-wait":{"ratings":{"value":2}},"why":{"text":"typed, and the phone dies"}}',
    );
  expect(await page.getByLabel('Your answer').inputValue()).toBe('typed, and the phone dies');
  expect(await page.getByText('3 of 5 answered').count()).toBe(1);
  await page.context().close();
});

it('[KU13] is kept when the room moves on', async () => {
  const page = await phone();
  await rate(page, 'I can wait', 5);
  await page.getByText('✓ Saved').waitFor();
  await page.getByLabel('Your answer').fill('in the middle of a');
  await presenter.send({ type: 'goTo', slide: { h: 1, v: 0, f: -1 } });
  await page.getByRole('heading', { name: 'You are in' }).waitFor();
  expect(await stored()).not.toContain('in the middle of a');
  await presenter.send({ type: 'goTo', slide: { h: 0, v: 0, f: -1 } });
  await page.getByLabel('Your answer').waitFor();
  expect(await page.getByLabel('Your answer').inputValue()).toBe('in the middle of a');
  await expect.poll(stored, { timeout: 10_000 }).toContain('in the middle of a');
  await page.context().close();
});

it('[KU14] leads to what is still open', async () => {
  const page = await phone();
  const goOn = page.getByRole('button', { name: 'Next open question' });
  await goOn.click();
  const focused = () => page.evaluate(() => document.activeElement?.closest('.survey-question')?.id);
  expect(await focused()).toBe('stand-code');
  await page.keyboard.type('oak 14');
  await rate(page, 'I know whom to call', 1);
  await goOn.click();
  expect(await focused()).toBe('stand-i-can-wait');
  await rate(page, 'I can wait', 3);
  await page.getByRole('radio', { name: 'Council' }).check();
  await goOn.click();
  expect(await focused()).toBe('stand-why');
  // What is too long is saved as far as it may be.
  await page.keyboard.type('x'.repeat(50));
  await page.getByText('10 characters too many').waitFor();
  expect(await page.getByRole('button', { name: '✓ All answered' }).isDisabled()).toBe(true);
  await expect.poll(stored, { timeout: 10_000 }).toContain(`"${'x'.repeat(40)}"`);
  expect(await stored()).toContain('"code":{"text":"oak 14"}');
  await page.context().close();
});
