/**
 * Room screens that open while the presenter moves on.
 * [W13] A screen that opens never moves the deck, however the slides change meanwhile.
 */
import { expect, it } from 'vitest';
import { browser, host, presenter, served } from './hosted.ts';

const source = Array.from({ length: 8 }, (_, index) => `# Slide ${index}\n\n- a point\n`).join('\n---\n');

host({ source });

it('[W13] a screen that opens moves nothing', async () => {
  const goTo = (h: number) => presenter.send({ type: 'goTo', slide: { h, v: 0, f: -1 } });
  await goTo(5);
  const moves: number[] = [];
  const opened = Array.from({ length: 6 }, async () => {
    const page = await (await browser.newContext()).newPage();
    await page.goto(served.room);
    await page.locator('section.present').first().waitFor();
    return page;
  });
  let isOpening = true;
  const opening = Promise.all(opened).finally(() => {
    isOpening = false;
  });
  // The presenter is the only one who moves: each view shows where that was last.
  for (let move = 0; isOpening; move++) {
    await goTo(1 + (move % 7));
    moves.push(presenter.view?.slide.h ?? -1);
    expect(presenter.view?.slide.h).toBe(1 + (move % 7));
  }
  expect(moves.length).toBeGreaterThan(5);
  const pages = await opening;
  await goTo(3);
  for (const page of pages) await page.locator('section.present', { hasText: 'Slide 3' }).waitFor();
  expect(presenter.view?.slide.h).toBe(3);
}, 120_000);
