/**
 * A whole session with real browsers: a room screen, a console and three phones.
 * [W1] Phones join by what the QR code holds, and late ones land on the live question.
 * [W2] A vote is saved, shown on the room screen, and can be changed.
 * [W3] Offline, reload and a restarted server all end with the answer delivered once.
 * [W4] The presenter steers from the console; the room screen's keyboard moves everybody.
 * [W5] Results reach phones when they are shown.
 * [W6] The download holds what was voted.
 * [W7] Nothing is fetched from elsewhere, no script of a participant or author runs, the policy allows none inline.
 * [W8] Before the first answer a phone stores nothing; after it, one documented key.
 */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch } from './browser.ts';
import { type Served, serve } from './serve.ts';

const source = `---
title: A whole session
retain: 14
---
# Welcome <img src=x onerror="window.hacked=1"><script>window.hacked=1</script>

---
## How did it land?
<!-- poll -->
- Energy
- Curious
- Wary

Note: a note for the presenter <script>window.hacked=1</script>

---
## What stays with you?
<!-- text -->

---
## How strong are we?
<!-- scale -->
- Seeing
- Listening

---
## In a word?
<!-- cloud -->
`;

let served: Served;
let browser: Browser;
const contexts: BrowserContext[] = [];
/** Requests to any other host than the server's. */
const foreign: string[] = [];
const faults: string[] = [];

async function open(url: string, viewport = { width: 390, height: 844 }): Promise<Page> {
  const context = await browser.newContext({ viewport });
  contexts.push(context);
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  page.on('request', (request) => {
    const { protocol, host } = new URL(request.url());
    if (protocol !== 'data:' && host !== new URL(served.url).host) foreign.push(request.url());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto(url);
  return page;
}

beforeAll(async () => {
  [served, browser] = await Promise.all([serve({ source }), launch()]);
});
afterAll(async () => {
  await browser?.close();
  await served?.remove();
});

describe('a whole session', () => {
  let room: Page;
  let presenter: Page;
  let phones: Page[];

  it('[W1] joins by what the QR code holds', async () => {
    room = await open(served.room, { width: 1280, height: 720 });
    presenter = await open(served.presenter, { width: 1440, height: 900 });
    await room.getByText(served.code.slice(0, 3), { exact: true }).first().waitFor();
    await presenter.getByRole('button', { name: 'Next' }).waitFor();
    for (const page of [room, presenter]) expect(new URL(page.url()).hash).toBe('');
    const join = await (
      await fetch(`${served.url}/${served.code}/join`, { headers: bearer(served.roomKey) })
    ).json();
    expect(join.url).toBe(served.join);
    phones = [await open(join.url), await open(join.url)];
    for (const phone of phones) await phone.getByText('You are in').waitFor();
    await presenter.getByText('2 people in').waitFor();
  });

  it('[W8] stores nothing before the first answer', async () => {
    expect(await stored(phone(0))).toEqual({});
    expect(await phone(0).context().cookies()).toEqual([]);
    await phone(0).getByText('Answers are deleted after 14 days').waitFor();
  });

  it('[W4] moves everybody from the console, and shows the notes there alone', async () => {
    await presenter.getByRole('button', { name: 'Next' }).click();
    for (const page of [room, phone(0), phone(1)])
      await page.getByRole('heading', { name: 'How did it land?' }).waitFor();
    await presenter.getByText('a note for the presenter').waitFor();
    expect(await room.content()).not.toContain('a note for the presenter');
  });

  it('[W2] saves a vote, draws it, and takes a change', async () => {
    await phone(0).getByLabel('Energy').check();
    await phone(1).getByLabel('Wary').check();
    for (const each of [phone(0), phone(1)]) await each.getByText('✓ Saved').waitFor();
    await room.getByText('2 answers').first().waitFor();
    await phone(0).getByLabel('Curious').check();
    await expect.poll(async () => barOf(await results(), 'How did it land?')).toEqual(['curious', 'wary']);
  });

  it('[W8] keeps one key after the first answer', async () => {
    expect(Object.keys(await stored(phone(0)))).toEqual([`plenum.${served.code}`]);
  });

  it('[W1] a late phone lands on the live question', async () => {
    phones.push(await open(served.join));
    await phone(2).getByRole('heading', { name: 'How did it land?' }).waitFor();
  });

  it('[W3] keeps an answer given offline, over a reload, and delivers it once', async () => {
    const late = phone(2);
    await late.context().setOffline(true);
    await late.evaluate(() => dispatchEvent(new Event('offline')));
    await late.getByLabel('Energy').check();
    await late.getByText('Not sent yet').first().waitFor();
    expect(barOf(await results(), 'How did it land?')).toEqual(['curious', 'wary']);
    await late.context().setOffline(false);
    await late.reload();
    await late.getByText('✓ Saved').waitFor();
    expect(await late.getByLabel('Energy').isChecked()).toBe(true);
    expect(barOf(await results(), 'How did it land?')).toEqual(['curious', 'energy', 'wary']);
  });

  it('[W5] brings results to phones when they are shown', async () => {
    await presenter.getByRole('button', { name: /Show results/ }).click();
    await phone(0).getByRole('heading', { name: 'Results' }).waitFor();
    await phone(0).getByText('33% · 1').first().waitFor();
    await presenter.getByRole('button', { name: /Hide results/ }).click();
    await phone(0).getByRole('heading', { name: 'Results' }).waitFor({ state: 'detached' });
  });

  it('[W4] moves everybody from the keyboard of the room screen', async () => {
    await room.keyboard.press('PageDown');
    await phone(0).getByRole('heading', { name: 'What stays with you?' }).waitFor();
    await presenter.getByText('Slide 3 of 5').waitFor();
  });

  it('[W7] shows what people write as text', async () => {
    const payload = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>';
    await phone(0).getByLabel('Your answer').fill(payload);
    await phone(0).getByRole('button', { name: 'Send' }).click();
    await phone(0).getByText('✓ Saved').waitFor();
    await room.getByText(payload).first().waitFor();
    for (const page of [room, presenter, phone(0)]) {
      expect(await page.evaluate(() => Reflect.get(window, 'hacked'))).toBe(undefined);
    }
  });

  it('[W3] survives a server that was killed, with the same links', async () => {
    await phone(1).getByLabel('Your answer').fill('typed before the crash');
    await served.stop('SIGKILL');
    await phone(1).getByRole('button', { name: 'Send' }).click();
    await phone(1).getByText('Not sent yet').first().waitFor();
    served = await served.again();
    await phone(1).getByText('✓ Saved').waitFor();
    await expect.poll(async () => presenter.getByText('3 people in').count()).toBe(1);
    expect(await presenter.getByText('Slide 3 of 5').count()).toBe(1);
  });

  it('[W2] takes a scale and words', async () => {
    await presenter.getByRole('button', { name: 'Next' }).click();
    await phone(0).getByLabel('4, from 1 to 5').first().check();
    await phone(0).getByRole('button', { name: 'Send' }).click();
    await phone(0).getByText('✓ Saved').waitFor();
    await presenter.getByRole('button', { name: 'Next' }).click();
    await phone(0).getByLabel('Word 1').fill('Hope');
    await phone(0).getByRole('button', { name: 'Send' }).click();
    await phone(0).getByText('✓ Saved').waitFor();
    await room.getByText('Hope').first().waitFor();
  });

  it('[W6] downloads what was voted', async () => {
    const page = await open(served.results, { width: 1280, height: 900 });
    await page.getByRole('heading', { name: 'A whole session' }).waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: /CSV/ }).first().click();
    const stream = await (await download).createReadStream();
    let csv = '';
    for await (const part of stream) csv += part;
    expect(csv.split('\r\n')[0]).toBe('\uFEFFsession,round,activity,kind,question,participant,item,value,at');
    expect(csv.split('\r\n').filter((line) => line.includes(',how-did-it-land,'))).toHaveLength(3);
    const read = await results();
    expect(read.activities.map(({ id, rounds }) => [id, rounds[0]?.responses.length])).toEqual([
      ['how-did-it-land', 3],
      ['what-stays-with-you', 2],
      ['how-strong-are-we', 1],
      ['in-a-word', 1],
    ]);
  });

  it('[W4] ends the session, in two steps', async () => {
    await presenter.getByRole('button', { name: 'End session' }).click();
    await presenter.getByRole('button', { name: 'Yes, end it' }).click();
    await phone(0).getByRole('heading', { name: 'Thank you' }).waitFor();
  });

  it('[W7] fetched nothing from elsewhere, and no script failed', () => {
    expect(foreign).toEqual([]);
    expect(faults).toEqual([]);
  });

  it('[W7] has a policy without inline or evaluated scripts on every page', async () => {
    for (const path of [
      '',
      `/${served.code}`,
      `/${served.code}/room`,
      `/${served.code}/present`,
      `/${served.code}/results`,
    ]) {
      const policy = (await fetch(served.url + path)).headers.get('content-security-policy') ?? '';
      const scripts = policy.split(';').find((directive) => directive.startsWith('script-src'));
      expect(scripts).toBe("script-src 'self'");
    }
  });

  it('[W1] explains an unknown code, and offers the box again', async () => {
    const page = await open(`${served.url}/ABCDEF`);
    await page.getByRole('heading', { name: 'We cannot find this session' }).waitFor();
    expect(await page.getByLabel('Code').inputValue()).toBe('ABCDEF');
  });

  function phone(index: number): Page {
    const page = phones[index];
    if (!page) throw new Error(`no phone ${index}`);
    return page;
  }
});

const bearer = (key: string) => ({ authorization: `Bearer ${key}` });

interface ResultsFile {
  readonly activities: readonly {
    readonly id: string;
    readonly question: string;
    readonly rounds: readonly {
      readonly responses: readonly { readonly response: { readonly options?: string[] } }[];
    }[];
  }[];
}

async function results(): Promise<ResultsFile> {
  const reply = await fetch(`${served.url}/${served.code}/results.json`, {
    headers: bearer(served.resultsKey),
  });
  const read: ResultsFile = await reply.json();
  return read;
}

/** The chosen answers of a poll's first round, sorted. */
function barOf(read: ResultsFile, question: string): string[] {
  const found = read.activities.find((activity) => activity.question === question);
  return (found?.rounds[0]?.responses ?? []).flatMap(({ response }) => response.options ?? []).sort();
}

function stored(page: Page): Promise<Record<string, string>> {
  return page.evaluate(() => ({ ...localStorage, ...sessionStorage }));
}
