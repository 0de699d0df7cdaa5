/**
 * Results by parts of the crowd, on the results page in a real browser.
 * [P4] Small parts are put together before anything leaves the server, and nothing is compared before the end.
 * [X1] axe finds nothing with the comparison shown, light and dark. [X2] It is chosen with the keyboard alone.
 * [X4] Nothing scrolls sideways on a phone but the tables.
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsOf } from './axe.ts';
import { launch } from './browser.ts';
import { Conductor } from './conductor.ts';
import { LightPhone } from './light-phone.ts';
import { type Served, serve } from './serve.ts';
import { tabTo } from './tab-to.ts';

const sourceIn = (theme: string) => `---
title: Compared
theme: ${theme}
---
## Where do you work?
<!-- poll: {id: where, open: always} -->
- Hospital
- Council
- Charity
- Hospice

## How did it land?
<!-- poll: {id: landed, open: always} -->
- Well
- Badly

## How sure are you?
<!-- scale: {id: sure, open: always} -->
- Of the aim
- Of the way
`;
/** Of the hospital, the council, the charity, the hospice; by name, as the page may never say of the last two. */
const places = ['hospital', 'council', 'charity', 'hospice'].flatMap((place, index) =>
  Array<string>([22, 18, 5, 3][index] ?? 0).fill(place),
);

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());

describe.each(['paper', 'night'])('in %s', (theme) => {
  let served: Served;
  beforeAll(async () => {
    served = await serve({ source: sourceIn(theme) });
    await Promise.all(
      places.map(async (place, index) => {
        const phone = new LightPhone({ url: served.url, code: served.code });
        await phone.connect();
        await phone.respond('where', { options: [place] });
        await phone.respond('landed', { options: [index % 2 === 0 ? 'well' : 'badly'] });
        await phone.respond('sure', {
          ratings: { 'of-the-aim': 1 + (index % 5), 'of-the-way': 1 + (index % 3) },
        });
        phone.close();
      }),
    );
  });
  afterAll(() => served?.remove());

  async function open(width: number, height: number): Promise<Page> {
    const context = await browser.newContext({ viewport: { width, height }, bypassCSP: true });
    context.setDefaultTimeout(10_000);
    const page = await context.newPage();
    await page.goto(served.results);
    await page.getByRole('heading', { name: 'Overview' }).waitFor();
    return page;
  }

  const view = async (): Promise<string> => {
    const headers = { authorization: `Bearer ${served.resultsKey}` };
    return await (await fetch(`${served.url}/${served.code}/results/view?by=where`, { headers })).text();
  };

  it('[P4] waits for the end, and says why', async () => {
    expect(await view()).not.toContain('"cut"');
    const page = await open(1440, 900);
    const chooser = page.getByLabel('Compare by');
    expect(await chooser.isDisabled()).toBe(true);
    expect(await page.getByText('Once the session has ended.').count()).toBe(1);
    expect(await faultsOf(page)).toEqual([]);
    await page.context().close();
    const presenter = new Conductor(served);
    await presenter.send({ type: 'end' });
    presenter.close();
  });

  it('[P4] [X1] [X2] is chosen with the keyboard, and puts small parts together', async () => {
    const sent = JSON.parse(await view());
    expect(sent.activities[1].rounds[0].cut).toEqual({
      people: 48,
      parts: [
        { name: 'Hospital', people: 22, of: [] },
        { name: 'Others together', people: 26, of: ['Council', 'Charity', 'Hospice'] },
      ],
      rows: [
        { label: 'Well', unit: 'people', digits: 0, all: 24, cells: [11, 13] },
        { label: 'Badly', unit: 'people', digits: 0, all: 24, cells: [11, 13] },
      ],
    });
    const page = await open(1440, 900);
    await tabTo(page, 'select');
    await page.keyboard.press('ArrowDown');
    await page.getByText('By “Where do you work?”').first().waitFor();
    expect(await page.locator('.cut').count()).toBe(2);
    expect(await page.locator('#question-where .cut').count()).toBe(0);
    expect(await page.locator('#question-landed .cut tbody tr').first().innerText()).toMatch(
      /^Well\s+50% \(24\)\s+50% \(11\)\s+50% \(13\)$/,
    );
    expect(await page.getByText('Others together: ').first().innerText()).toContain('Charity, Hospice');
    expect(await faultsOf(page)).toEqual([]);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.cut').first().isVisible()).toBe(true);
    expect(await page.getByLabel('Compare by').isVisible()).toBe(false);
    await page.context().close();
  });

  it('[X1] [X4] fits a phone, and goes away again', async () => {
    const page = await open(320, 568);
    await page.getByLabel('Compare by').selectOption('where');
    await page.locator('.cut').first().waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    expect(await faultsOf(page)).toEqual([]);
    await page.getByLabel('Compare by').selectOption('');
    await page.locator('.cut').first().waitFor({ state: 'detached' });
    await page.context().close();
  });
});
