/**
 * A phone for load and fault tests: Socket.IO's protocol by hand over one bare WebSocket, so that thousands fit in
 * a process. It keeps a ledger of what it sent and what was acknowledged.
 */
import WebSocket from 'ws';
import type { Acknowledgement } from '../protocol/refusals.ts';
import type { PhoneView } from '../protocol/views.ts';

/** One answer as a phone remembers it. */
export interface Sent {
  readonly activity: string;
  readonly round: number;
  readonly n: number;
  readonly response: unknown;
  readonly sentAt: number;
  outcome: Acknowledgement | undefined;
  acknowledgedAt: number;
}

export interface LightPhoneOptions {
  /** `http://127.0.0.1:4800` */
  readonly url: string;
  readonly code: string;
  readonly token?: string;
  /** Called for each view, with the size of the message in bytes. */
  readonly onView?: (view: () => PhoneView, bytes: number) => void;
  readonly onClose?: () => void;
}

const viewMark = Buffer.from('42/phone,["view"');

export class LightPhone {
  token: string;
  participant = '';
  readonly ledger: Sent[] = [];
  /** Resolves when the connection has ended. */
  closed: Promise<void> = Promise.resolve();
  readonly #options: LightPhoneOptions;
  readonly #waiting = new Map<number, { sent: Sent; done: (outcome: Acknowledgement) => void }>();
  #socket: WebSocket | null = null;
  #next = 0;
  #n = 0;

  constructor(options: LightPhoneOptions) {
    this.#options = options;
    this.token = options.token ?? '';
  }

  /** Resolves once welcomed; rejects with the server's reason or the transport's. */
  connect(): Promise<void> {
    const { url, code, onView, onClose } = this.#options;
    return new Promise((resolve, reject) => {
      const address = `${url.replace(/^http/, 'ws')}/socket.io/?EIO=4&transport=websocket`;
      const socket = new WebSocket(address, { perMessageDeflate: false, skipUTF8Validation: true });
      this.#socket = socket;
      this.closed = new Promise((ended) => socket.once('close', () => ended()));
      socket.on('message', (data: Buffer) => {
        // Ahead of all else and unread: thousands of these come in the same moment.
        if (data.subarray(0, viewMark.length).equals(viewMark))
          return onView?.(() => JSON.parse(data.toString().slice(9))[1], data.length);
        const text = data.toString();
        if (text === '2') return socket.send('3');
        if (text.startsWith('0')) {
          const auth = this.token === '' ? { code } : { code, token: this.token };
          return socket.send(`40/phone,${JSON.stringify(auth)}`);
        }
        if (text.startsWith('44/phone,')) return reject(new Error(JSON.parse(text.slice(9)).message));
        if (text.startsWith('42/phone,["welcome"')) {
          const [, welcome] = JSON.parse(text.slice(9));
          this.token = welcome.token;
          this.participant = welcome.participant;
          return resolve();
        }
        if (text.startsWith('43/phone,')) this.#acknowledge(text);
      });
      socket.on('error', reject);
      socket.on('close', () => {
        reject(new Error('closed'));
        onClose?.();
      });
    });
  }

  /** Sends an answer; resolves when it is acknowledged, which may be never. `n` repeats an earlier one. */
  respond(activity: string, response: unknown, { round = 1, n = ++this.#n } = {}): Promise<Acknowledgement> {
    const sent: Sent = {
      activity,
      round,
      n,
      response,
      sentAt: performance.now(),
      outcome: undefined,
      acknowledgedAt: 0,
    };
    this.ledger.push(sent);
    return new Promise((done) => {
      const id = this.#next++;
      this.#waiting.set(id, { sent, done });
      this.#socket?.send(`42/phone,${id}${JSON.stringify(['respond', { activity, round, n, response }])}`);
    });
  }

  /** Sends again, with their numbers, the answers that were never acknowledged. */
  resend(): Promise<Acknowledgement[]> {
    const open = this.ledger.filter((sent) => sent.outcome === undefined);
    for (const sent of open) this.ledger.splice(this.ledger.indexOf(sent), 1);
    return Promise.all(
      open.map(({ activity, response, round, n }) => this.respond(activity, response, { round, n })),
    );
  }

  /** Sends text as it is: for garbage. */
  sendRaw(text: string | Buffer): void {
    this.#socket?.send(text);
  }

  /** Stops reading, so that the server's messages pile up. */
  stall(): void {
    this.#socket?.pause();
  }

  close(): void {
    this.#socket?.terminate();
    this.#socket = null;
  }

  #acknowledge(text: string): void {
    const bracket = text.indexOf('[');
    const id = Number(text.slice(9, bracket));
    const waiting = this.#waiting.get(id);
    if (!waiting) return;
    this.#waiting.delete(id);
    const [outcome]: [Acknowledgement] = JSON.parse(text.slice(bracket));
    waiting.sent.outcome = outcome;
    waiting.sent.acknowledgedAt = performance.now();
    waiting.done(outcome);
  }
}
