/** Before the suites: a Chromium for the browser tests is found, or installed, once. */
import { findChromium } from './browser.ts';

export function setup(): void {
  findChromium();
}
