/** For tests: a phone that is a real browser, with a ledger of what its page sent over its own live connection. */
import type { Browser, Page } from 'playwright-core';
import type { Acknowledgement } from '../protocol/refusals.ts';
import type { Sending } from './ledger.ts';

export class RealPhone {
  readonly page: Page;
  readonly #sent = new Map<string, { sending: Sending; id: string }>();
  readonly faults: string[] = [];

  private constructor(page: Page) {
    this.page = page;
    page.on('pageerror', (error) => this.faults.push(error.message));
    page.on('websocket', (socket) => {
      const connection = Math.random();
      socket.on('framesent', ({ payload }) => this.#hearSent(String(payload), connection));
      socket.on('framereceived', ({ payload }) => this.#hearAnswer(String(payload), connection));
    });
  }

  static async open(browser: Browser, url: string): Promise<RealPhone> {
    const context = await browser.newContext({
      viewport: { width: 390, height: 844 },
      reducedMotion: 'reduce',
    });
    context.setDefaultTimeout(15_000);
    const phone = new RealPhone(await context.newPage());
    await phone.page.goto(url);
    return phone;
  }

  /** What was sent, and what was answered. */
  get ledger(): readonly Sending[] {
    return [...this.#sent.values()].map(({ sending }) => sending);
  }

  /** Socket.IO's `42/phone,7["respond",{…}]`. */
  #hearSent(frame: string, connection: number): void {
    const [, id = '', body = ''] = /^42\/phone,(\d+)(\["respond",.*)$/s.exec(frame) ?? [];
    if (body === '') return;
    const [, { activity, round, n, response }]: [string, Omit<Sending, 'outcome'>] = JSON.parse(body);
    const sending = { activity, round, n, response, outcome: undefined };
    this.#sent.set(`${connection} ${id}`, { sending, id });
  }

  /** And its `43/phone,7[{…}]`. */
  #hearAnswer(frame: string, connection: number): void {
    const [, id = '', body = ''] = /^43\/phone,(\d+)(\[.*)$/s.exec(frame) ?? [];
    const sent = this.#sent.get(`${connection} ${id}`);
    if (!sent) return;
    const [outcome]: [Acknowledgement] = JSON.parse(body);
    this.#sent.set(`${connection} ${id}`, { ...sent, sending: { ...sent.sending, outcome } });
  }
}
