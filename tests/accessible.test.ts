/**
 * Accessibility of every kind, in a real browser.
 * [X1] axe finds nothing (WCAG 2.0 to 2.2, A and AA, target size too) on phone, room screen and console, light and dark.
 * [X2] The keyboard alone answers every kind, and the focus is seen and never covered at 320 x 568.
 * [X4] 320 px, 200 % text, wide text spacing and both orientations: nothing is cut off, nothing scrolls sideways.
 * [X5] What matters is spoken once.
 * [X7] Each chart has an equal table.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kindNames, modelOf } from '../activities/models.ts';
import { faultsOf } from './axe.ts';
import { browser, host, presenter, served } from './hosted.ts';
import { LightPhone } from './light-phone.ts';
import { headingOf, type PlayedSlide, playedKinds, sourceOf } from './played.ts';
import type { Served } from './serve.ts';
import { tabTo } from './tab-to.ts';

const kinds = await playedKinds();
const slides = [...kinds.values()].flatMap((kind) => kind.slides);
/** Slides that phones show something for. */
const onPhones = slides.filter(({ id }) => !isDisplay(id));
const asked = slides.filter((slide) => slide.response || slide.keyboard);

function isDisplay(id: string): boolean {
  const [name] = [...kinds].find(([, kind]) => kind.slides.some((slide) => slide.id === id)) ?? [];
  const model = kindNames.map(modelOf).find(({ keyword }) => keyword === name);
  return model !== undefined && !model.asks && !model.steering;
}

const voters: LightPhone[] = [];

const files = Object.assign({}, ...slides.map((slide) => slide.files ?? {}));
host({ source: sourceOf(slides), files });
beforeAll(async () => {
  for (let index = 0; index < 12; index++) {
    const voter = new LightPhone({ url: served.url, code: served.code });
    await voter.connect();
    voters.push(voter);
  }
});
afterAll(async () => {
  for (const voter of voters) voter.close();
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

/** A page for the tests around, opened once: it follows the room from slide to slide as people's phones do. */
function shared(link: (served: Served) => string, looks: Looks, css = ''): () => Page {
  let page: Page | undefined;
  beforeAll(async () => {
    page = await open(link(served), looks);
    if (css !== '') await page.addStyleTag({ content: css });
  });
  afterAll(() => page?.context().close());
  return () => {
    if (!page) throw new Error('the page is opened before the tests');
    return page;
  };
}

/** Brings the room to a slide, and has it answered. */
async function goTo(slide: PlayedSlide, answered = true): Promise<void> {
  await presenter.send({ type: 'goTo', slide: { h: slides.indexOf(slide), v: 0, f: -1 } });
  if (!answered) return;
  const { id, response } = slide;
  if (response) {
    // On a later visit it may be over; what is sent must be an answer all the same.
    for (const outcome of await Promise.all(voters.map((voter, index) => voter.respond(id, response(index)))))
      expect([id, outcome]).not.toEqual([id, { refused: 'invalid' }]);
  }
  for (const command of slide.commands ?? []) await presenter.send({ ...command, activity: id });
}

/** The question of the slide on a phone, with its form there. */
async function formOf(phone: Page, { id }: PlayedSlide): Promise<void> {
  await phone.getByRole('heading', { level: 1, name: headingOf(id) }).waitFor();
  await phone.locator('.question-form > *').first().waitFor();
}

it('[X1] every kind has a slide here', () => {
  expect(kindNames.filter((kind) => !kinds.has(kind))).toEqual([]);
});

describe.each([
  ['light', false],
  ['dark', true],
] as const)('phone, %s', (_name, dark) => {
  const page = shared(({ join }) => join, { width: 390, height: 844, dark });
  it.each(onPhones)('[X1] $id', async (slide) => {
    await goTo(slide);
    await formOf(page(), slide);
    expect(await faultsOf(page())).toEqual([]);
    if (!slide.response) return;
    await presenter.send({ type: 'show', activity: slide.id });
    await page().locator('.question .results').first().waitFor();
    expect(await faultsOf(page())).toEqual([]);
    await presenter.send({ type: 'hide', activity: slide.id });
  });
});

describe('room screen and console', () => {
  const room = shared((links) => links.room, { width: 1920, height: 1080 });
  const console = shared((links) => links.presenter, { width: 1440, height: 900 });
  it.each(slides)('[X1] [X7] $id', async (slide) => {
    await goTo(slide);
    await room().locator(`[data-activity="${slide.id}"] > *`).first().waitFor();
    await console()
      .getByText(`Slide ${slides.indexOf(slide) + 1} of ${slides.length}`)
      .waitFor();
    expect(await faultsOf(room())).toEqual([]);
    expect(await faultsOf(console())).toEqual([]);
    if (slide.response) {
      await presenter.send({ type: 'show', activity: slide.id });
      await room()
        .locator(`[data-activity="${slide.id}"] :is(table tbody tr, ul li)`)
        .first()
        .waitFor({ state: 'attached' });
      expect(await faultsOf(room())).toEqual([]);
    }
    expect(await room().locator('[role=application]').count()).toBe(0);
  });
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

it.each(asked)('[X2] [X5] the keyboard alone, to "Saved": $id', async (slide) => {
  if (!slide.keyboard) throw new Error(`${slide.id} says not how the keyboard answers it`);
  await goTo(slide, false);
  // Results may have been shown above, which ends the round of a question with a right answer.
  if (slide.response) await presenter.send({ type: 'askAgain', activity: slide.id });
  const phone = await open(served.join, { width: 320, height: 568 });
  await formOf(phone, slide);
  await slide.keyboard(phone, (selector) => tabTo(phone, selector));
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

describe.each(shapes)('%s', (_name, looks, css) => {
  const page = shared(({ join }) => join, looks, css);
  it.each(onPhones)('[X4] $id', async (slide) => {
    await goTo(slide, false);
    await formOf(page(), slide);
    const found = await page().evaluate(() => {
      const wide = document.documentElement.scrollWidth - innerWidth;
      const all = [...document.querySelectorAll<HTMLElement>('main *, footer, .reactions *')];
      const cut = all.filter(
        (element) =>
          !element.closest('.heard') &&
          element.scrollWidth > element.clientWidth + 1 &&
          getComputedStyle(element).overflowX === 'hidden',
      );
      const outside = all.filter((element) => {
        const box = element.getBoundingClientRect();
        return box.width > 0 && !element.closest('.heard') && (box.right > innerWidth + 1 || box.left < -1);
      });
      return {
        wide,
        cut: cut.map((element) => element.outerHTML.slice(0, 80)),
        outside: outside.map((element) => element.outerHTML.slice(0, 80)),
      };
    });
    expect(found).toEqual({ wide: 0, cut: [], outside: [] });
  });
});
