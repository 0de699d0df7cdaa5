/**
 * The link of a phone, in a real browser.
 * [N6] A phone that hears it is offline while its link holds goes on: on the presenter's own machine no network is needed.
 * [N5] What became of an answer is not said of another round.
 * [N8] What was written and came too late stands in its form again.
 * [N7] Whatever was typed behind the host's name, there is a page: the session, or the box for its code.
 */
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { browser, host, presenter, served } from './hosted.ts';

const source = `
## Which?
<!-- poll: {id: which, open: always} -->
- One
- Two

---
## What else?
<!-- text: {id: else, open: manual} -->
`;

let phone: Page;

host({ source });
beforeAll(async () => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  context.setDefaultTimeout(10_000);
  phone = await context.newPage();
});

it('[N6] goes on where the link needs no network', async () => {
  await phone.goto(served.join.replace('127.0.0.1', 'localhost'));
  await phone.getByLabel('One').check();
  await phone.getByText('✓ Saved').waitFor();
  await phone.evaluate(() => {
    dispatchEvent(new Event('offline'));
    dispatchEvent(new Event('online'));
  });
  await phone.getByLabel('Two').check();
  const standing = phone.locator('.standing-line');
  await expect.poll(() => standing.innerText()).toBe('✓ Saved');
  await expect
    .poll(() => presenter.view?.activities[0]?.own)
    .toMatchObject({ bars: [{ count: 0 }, { count: 1 }] });
});

it('[N5] a refusal of the first round is not said of the second', async () => {
  // Another name of this host is another phone.
  await phone.goto(served.join);
  const offline = async (meanwhile: () => Promise<void>) => {
    await phone.getByLabel('One').waitFor();
    await phone.context().setOffline(true);
    await phone.getByLabel('One').check();
    await phone.getByText('Not sent yet').first().waitFor();
    await meanwhile();
    await phone.context().setOffline(false);
  };
  await offline(() => presenter.send({ type: 'close', activity: 'which' }));
  await phone.getByText('closed before your answer').first().waitFor();
  await presenter.send({ type: 'askAgain', activity: 'which' });
  await expect.poll(() => phone.getByLabel('One').isEnabled()).toBe(true);
  expect(await phone.locator('.standing-line').innerText()).toBe('');
  // An answer that another round overtook is told of in that round.
  await offline(() => presenter.send({ type: 'askAgain', activity: 'which' }));
  await phone.locator('.standing-line').getByText('asked again').waitFor();
});

it('[N8] keeps what was written and came too late, for when the question opens again', async () => {
  await presenter.send({ type: 'goTo', slide: { h: 1, v: 0, f: -1 } });
  await presenter.send({ type: 'open', activity: 'else' });
  const box = phone.locator('textarea');
  await box.fill('A long thought');
  await phone.context().setOffline(true);
  await phone.getByRole('button', { name: 'Send' }).click();
  await phone.getByText('Not sent yet').first().waitFor();
  await presenter.send({ type: 'close', activity: 'else' });
  await phone.context().setOffline(false);
  await phone.getByText('closed before your answer').first().waitFor();
  await presenter.send({ type: 'goTo', slide: { h: 0, v: 0, f: -1 } });
  await phone.getByRole('heading', { name: 'Which?' }).waitFor();
  await presenter.send({ type: 'goTo', slide: { h: 1, v: 0, f: -1 } });
  await presenter.send({ type: 'open', activity: 'else' });
  await expect.poll(() => box.inputValue()).toBe('A long thought');
  await presenter.send({ type: 'goTo', slide: { h: 0, v: 0, f: -1 } });
});

it('[N7] has a page for whatever was typed', async () => {
  for (const typed of ['%E0%A4%A', '%', 'hello', '%2F']) {
    await phone.goto(`${served.url}/${typed}`);
    await phone.getByLabel(/code/i).waitFor();
  }
  for (const typed of [`${served.code}/`, served.code.toLowerCase()]) {
    const reply = await phone.goto(`${served.url}/${typed}`);
    expect(reply?.status()).toBe(200);
    await phone.getByRole('heading', { name: 'Which?' }).waitFor();
  }
});
