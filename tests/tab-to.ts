/** For tests: the keyboard's way through a page. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Presses Tab until the focus is on what matches; at each stop the focus must be seen. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  for (let press = 0; press < 60; press++) {
    await page.keyboard.press('Tab');
    const focus = await page.evaluate((wanted) => {
      const element = document.activeElement;
      if (!(element instanceof HTMLElement || element instanceof SVGElement) || element === document.body)
        return { there: false, seen: true, text: 'body' };
      // Radio buttons and checkboxes show the focus on their whole row.
      const shown = element.closest('.choice, .step, .focus-row') ?? element;
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
