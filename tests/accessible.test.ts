/**
 * Accessibility of every kind, in a real browser.
 * [X1] axe finds nothing (WCAG 2.0 to 2.2, A and AA, target size too) on phone, room screen and console, light and dark.
 * [X2] The keyboard alone answers every kind, and the focus is seen and never covered at 320 x 568.
 * [X4] 320 px, 200 % text, wide text spacing and both orientations: nothing is cut off, nothing scrolls sideways.
 * [X5] What matters is spoken once.
 * [X7] Each chart has an equal table.
 */
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askedModelOf, kindNames } from '../activities/models.ts';
import { launch } from './browser.ts';
import { LightPhone } from './light-phone.ts';
import { type Served, serve } from './serve.ts';

/** A slide for each kind; the name of the heading is the name of the kind. */
const source = `---
title: Everybody can take part
---
## Poll: which of these?
<!-- poll: {id: poll} -->
- The first answer
- Another answer with a name that is rather longer than the others are
- A third

---
## Several: which of these?
<!-- poll: {id: several, choose: 2, other: true} -->
- One
- Two
- Three

---
## Cloud: in a word?
<!-- cloud: {id: cloud} -->

---
## Text: what stays?
<!-- text: {id: text} -->

---
## Scale: how strong?
<!-- scale: {id: scale, ends: [Not at all, Completely]} -->
- Seeing the whole
- Listening

---
## Spectrum: where?
<!-- scale: {id: spectrum, ends: [Advice, Listening], from: 0, to: 10} -->

---
## Agenda
<!-- agenda: {id: agenda} -->
- 09:30 Welcome
- 10:00 Talk
`;
const asked = ['poll', 'several', 'cloud', 'text', 'scale', 'spectrum'] as const;
const slides = [...asked, 'agenda'] as const;

let served: Served;
let browser: Browser;
let presenter: Page;
const voters: LightPhone[] = [];

beforeAll(async () => {
  [served, browser] = await Promise.all([serve({ source }), launch()]);
  presenter = await open(served.presenter, { width: 1440, height: 900 });
  await presenter.getByRole('button', { name: 'Next' }).waitFor();
  for (let index = 0; index < 12; index++) {
    const voter = new LightPhone({ url: served.url, code: served.code });
    await voter.connect();
    voters.push(voter);
  }
});
afterAll(async () => {
  for (const voter of voters) voter.close();
  await browser?.close();
  await served?.remove();
});

interface Looks {
  readonly width: number;
  readonly height: number;
  readonly dark?: boolean;
}

async function open(url: string, { width, height, dark = false }: Looks): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    // axe is put into the page by the test; pages themselves allow no such thing.
    bypassCSP: true,
  });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  await page.goto(url);
  return page;
}

/** Brings the room to the slide of a kind, and has it answered. */
async function goTo(slide: (typeof slides)[number], answered = true): Promise<void> {
  const number = slides.indexOf(slide) + 1;
  await presenter.getByRole('button', { name: 'All slides' }).click();
  await presenter
    .getByRole('dialog')
    .getByRole('button', { name: new RegExp(`^${number}\\b`) })
    .click();
  await presenter.getByText(`Slide ${number} of ${slides.length}`).waitFor();
  if (!answered || slide === 'agenda') return;
  await Promise.all(voters.map((voter, index) => voter.respond(slide, responses[slide](index))));
}

const responses: Readonly<Record<(typeof asked)[number], (index: number) => unknown>> = {
  poll: (index) => ({ options: [['the-first-answer', 'a-third'][index % 2]] }),
  several: (index) =>
    index % 4 ? { options: ['one', 'two'] } : { options: ['three'], other: `Else ${index}` },
  cloud: (index) => ({ words: ['hope', ['calm', 'wary', 'tired'][index % 3]] }),
  text: (index) => ({ text: `What stays is thought number ${index}` }),
  scale: (index) => ({ ratings: { 'seeing-the-whole': 1 + (index % 5), listening: 3 } }),
  spectrum: (index) => ({ ratings: { 'spectrum-where': index % 11 } }),
};

async function faultsOf(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.addScriptTag({ content: axe.source });
  const found = await page.evaluate(async () => {
    const { axe: tool }: { axe?: typeof axe } = Object(window);
    const { violations } = (await tool?.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
      rules: { 'target-size': { enabled: true } },
    })) ?? { violations: [] };
    return violations.map(({ id, nodes }) => ({
      id,
      nodes: nodes.slice(0, 3).map((node) => `${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`),
    }));
  });
  return found.map(({ id, nodes }) => `${id}: ${nodes.join(' | ')}`);
}

describe.each([
  ['light', false],
  ['dark', true],
] as const)('%s', (_name, dark) => {
  it.each(asked)('[X1] phone: %s', async (kind) => {
    await goTo(kind);
    const phone = await open(served.join, { width: 390, height: 844, dark });
    await phone.locator('form').waitFor();
    expect(await faultsOf(phone)).toEqual([]);
    await presenter.getByRole('button', { name: /Show results/ }).click();
    await phone.getByRole('heading', { name: 'Results' }).waitFor();
    expect(await faultsOf(phone)).toEqual([]);
    await presenter.getByRole('button', { name: /Hide results/ }).click();
    await phone.context().close();
  });
});

it.each(slides)('[X1] [X7] room screen and console: %s', async (kind) => {
  await goTo(kind);
  const room = await open(served.room, { width: 1920, height: 1080 });
  await room.locator(`[data-activity="${kind}"] > *`).first().waitFor();
  expect(await faultsOf(room)).toEqual([]);
  expect(await faultsOf(presenter)).toEqual([]);
  if (kind !== 'agenda') {
    await presenter.getByRole('button', { name: /Show results/ }).click();
    await room
      .locator(`[data-activity="${kind}"] :is(table tbody tr, ul li)`)
      .first()
      .waitFor({ state: 'attached' });
    expect(await faultsOf(room)).toEqual([]);
  }
  expect(await room.locator('[role=application]').count()).toBe(0);
  await room.context().close();
});

it('[X1] the results page, the join slide and the page with the code box', async () => {
  const results = await open(served.results, { width: 1280, height: 900 });
  await results.getByRole('heading', { name: 'Overview' }).waitFor();
  expect(await faultsOf(results)).toEqual([]);
  const box = await open(served.url, { width: 390, height: 844 });
  await box.getByLabel('Code').waitFor();
  expect(await faultsOf(box)).toEqual([]);
  const room = await open(served.room, { width: 1280, height: 720 });
  await room.locator('.corner').waitFor();
  await room.keyboard.press('j');
  await room.getByRole('heading', { name: 'Join in' }).waitFor();
  expect(await faultsOf(room)).toEqual([]);
  for (const page of [results, box, room]) await page.context().close();
});

it('[X1] every kind has a slide here', () => {
  const covered = new Set<string>(['poll', 'cloud', 'text', 'scale', 'agenda']);
  expect(kindNames.filter((kind) => !covered.has(kind))).toEqual([]);
  expect(
    kindNames.filter((kind) => askedModelOf(kind)).every((kind) => asked.some((each) => each === kind)),
  ).toBe(true);
});

/** Presses Tab until the focus is on what matches; at each stop the focus must be seen. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let press = 0; press < 30; press++) {
    await page.keyboard.press('Tab');
    const focus = await page.evaluate((wanted) => {
      const element = document.activeElement;
      if (!(element instanceof HTMLElement) || element === document.body)
        return { there: false, seen: true, text: 'body' };
      // Radio buttons and checkboxes show the focus on their whole row.
      const shown = element.closest('.choice, .step') ?? element;
      const box = shown.getBoundingClientRect();
      const style = getComputedStyle(shown);
      const [x, y] = [box.left + box.width / 2, box.top + Math.min(box.height / 2, 20)];
      const top = document.elementFromPoint(x, y);
      const uncovered = top !== null && (shown.contains(top) || top.contains(shown));
      const inView = box.top >= -1 && box.bottom <= innerHeight + 1;
      return {
        there: element.matches(wanted),
        seen:
          uncovered &&
          (inView || box.height > innerHeight) &&
          style.outlineStyle !== 'none' &&
          Number.parseFloat(style.outlineWidth) >= 2,
        text: `${shown.outerHTML.slice(0, 120)} ${style.outlineStyle} ${JSON.stringify(box)}`,
      };
    }, selector);
    expect(focus.seen, focus.text).toBe(true);
    if (focus.there) return;
  }
  throw new Error(`${selector} was not reached with Tab`);
}

const byKeyboard: Readonly<Record<(typeof asked)[number], (page: Page) => Promise<void>>> = {
  async poll(page) {
    await tabTo(page, 'input[type=radio]');
    await page.keyboard.press('Space');
  },
  async several(page) {
    await tabTo(page, 'input[type=checkbox]');
    await page.keyboard.press('Space');
    await tabTo(page, 'button[type=submit]');
    await page.keyboard.press('Enter');
  },
  async cloud(page) {
    await tabTo(page, 'input[type=text]');
    await page.keyboard.type('keyboard');
    await page.keyboard.press('Enter');
  },
  async text(page) {
    await tabTo(page, 'textarea');
    await page.keyboard.type('typed with keys alone');
    await tabTo(page, 'button[type=submit]');
    await page.keyboard.press('Enter');
  },
  async scale(page) {
    await tabTo(page, 'input[type=radio]');
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowRight');
    await tabTo(page, 'button[type=submit]');
    await page.keyboard.press('Enter');
  },
  async spectrum(page) {
    await tabTo(page, 'input[type=radio]');
    await page.keyboard.press('Space');
    await tabTo(page, 'button[type=submit]');
    await page.keyboard.press('Enter');
  },
};

it.each(asked)('[X2] [X5] the keyboard alone, to "Saved": %s', async (kind) => {
  await goTo(kind, false);
  const phone = await open(served.join, { width: 320, height: 568 });
  await phone.locator('form').waitFor();
  await byKeyboard[kind](phone);
  await phone.getByText('✓ Saved').waitFor();
  // One region speaks, and says it once.
  expect(await phone.locator('[role=status]').count()).toBe(1);
  expect(await phone.locator('[role=status]').innerText()).toBe('Saved');
  await phone.context().close();
});

const shapes: readonly (readonly [string, Looks, string])[] = [
  ['320 px', { width: 320, height: 568 }, ''],
  ['landscape', { width: 568, height: 320 }, ''],
  ['200 % text', { width: 390, height: 844 }, 'html { font-size: 200% }'],
  ['400 % zoom of a small screen', { width: 320, height: 256 }, ''],
  [
    'wide text spacing',
    { width: 390, height: 844 },
    '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }',
  ],
];

describe.each(shapes)('[X4] %s', (_name, looks, css) => {
  it.each(asked)('%s', async (kind) => {
    await goTo(kind, false);
    const phone = await open(served.join, looks);
    if (css !== '') await phone.addStyleTag({ content: css });
    await phone.locator('form').waitFor();
    const found = await phone.evaluate(() => {
      const wide = document.documentElement.scrollWidth - innerWidth;
      const cut = [...document.querySelectorAll<HTMLElement>('main *')].filter(
        (element) =>
          !element.closest('.heard') &&
          element.scrollWidth > element.clientWidth + 1 &&
          getComputedStyle(element).overflowX === 'hidden',
      );
      const outside = [...document.querySelectorAll<HTMLElement>('main *, footer')].filter((element) => {
        const box = element.getBoundingClientRect();
        return box.width > 0 && (box.right > innerWidth + 1 || box.left < -1);
      });
      return {
        wide,
        cut: cut.map((element) => element.outerHTML.slice(0, 80)),
        outside: outside.map((element) => element.outerHTML.slice(0, 80)),
      };
    });
    expect(found).toEqual({ wide: 0, cut: [], outside: [] });
    await phone.context().close();
  });
});
