/** For the browser tests: a session that is served while the tests of a file run, with a browser and a presenter. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { launch } from './browser.ts';
import { Conductor } from './conductor.ts';
import { type Served, type ServeOptions, serve } from './serve.ts';

/** There from the first test on; each file of tests has its own. */
export let served: Served;
export let browser: Browser;
export let presenter: Conductor;

/** To be called once, before a file's own hooks: they run while it is served. */
export function host(options: ServeOptions): void {
  beforeAll(async () => {
    [served, browser] = await Promise.all([serve(options), launch()]);
    presenter = new Conductor(served);
  });
  afterAll(async () => {
    presenter?.close();
    await browser?.close();
    await served?.remove();
  });
}
