/**
 * The countdown on screens, in a real browser.
 * [V46] The room screen and an embed count down by the server's clock, also when opened late and with a wrong clock of their own.
 * [V47] Nothing moves when it comes or goes, and it is gone once the question is closed.
 * [V48] For those who asked for less motion it is a number alone; nobody is told every second of it.
 */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { browser, host, presenter, served } from './hosted.ts';

const source = `# Welcome

---
## Which one?
<!-- quiz: {id: which, time: 5m} -->
- [x] This
- [ ] That

---
## Any other?
<!-- poll: {id: other} -->
- Yes
- No
`;

host({ source });

interface Screen {
  /** What its own clock is wrong by, milliseconds. */
  readonly wrongBy?: number;
  readonly calm?: boolean;
  readonly upright?: boolean;
}

async function open(url: string, { wrongBy = 0, calm = false, upright = false }: Screen = {}): Promise<Page> {
  const context = await browser.newContext({
    viewport: upright ? { width: 720, height: 1280 } : { width: 1280, height: 720 },
    reducedMotion: calm ? 'reduce' : 'no-preference',
  });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  await page.addInitScript((ms) => {
    const now = Date.now;
    Date.now = () => now() + ms;
  }, wrongBy);
  await page.goto(url);
  return page;
}

const goTo = (h: number) => presenter.send({ type: 'goTo', slide: { h, v: 0, f: -1 } });
const embed = () => served.room.replace('/room#', '/embed/which#');

/** Milliseconds that a screen says are left. */
async function leftOn(page: Page): Promise<number> {
  const timer = page.getByRole('timer');
  await timer.waitFor();
  const [, minutes = '0', seconds = '0'] =
    /(?:(\d+):)?(\d+)$/.exec((await timer.getAttribute('aria-label')) ?? '') ?? [];
  return (Number(minutes) * 60 + Number(seconds)) * 1000;
}

const placeOf = (page: Page) =>
  page.evaluate(() =>
    ['h1, h2', '.activity, .embed-result', '.corner'].map((selector) => {
      const box = [...document.querySelectorAll(selector)].at(-1)?.getBoundingClientRect();
      return box && [box.left, box.top, box.width, box.height].map(Math.round);
    }),
  );

it('[V46] [V47] counts down on every screen by the server’s clock, and moves nothing', async () => {
  await goTo(1);
  const until = presenter.view?.activities.find(({ id }) => id === 'which')?.until ?? 0;
  const screens = [
    await open(served.room),
    await open(served.room, { wrongBy: 3_600_000, calm: true }),
    await open(embed(), { wrongBy: -3_600_000 }),
    await open(served.room, { upright: true }),
  ];
  for (const screen of screens) {
    const said = await leftOn(screen);
    // It shows whole seconds, and a busy machine takes a moment to load a page.
    expect(Math.abs(until - Date.now() - said)).toBeLessThan(6000);
  }
  const places = await Promise.all(screens.map(placeOf));
  await presenter.send({ type: 'close', activity: 'which' });
  for (const [index, screen] of screens.entries()) {
    await screen.getByRole('timer').waitFor({ state: 'detached' });
    expect(await placeOf(screen)).toEqual(places[index]);
  }
  await presenter.send({ type: 'askAgain', activity: 'which' });
  for (const [index, screen] of screens.entries()) {
    expect(await leftOn(screen)).toBeGreaterThan(280_000);
    expect(await placeOf(screen)).toEqual(places[index]);
  }
  const [room, calm] = screens;
  // [V48] The ring is a picture; a timer is announced only when it is asked for.
  expect(await room?.locator('.countdown-ring svg').isVisible()).toBe(true);
  expect(await calm?.locator('.countdown-ring svg').isVisible()).toBe(false);
  expect(await room?.locator('.countdown-ring').getAttribute('aria-live')).toBe(null);
  await goTo(2);
  await room?.getByRole('timer').waitFor({ state: 'detached' });
});
