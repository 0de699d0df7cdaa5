/** For tests: a presenter without a console, over Socket.IO alone. */
import { io, type Socket } from 'socket.io-client';
import type { Acknowledgement } from '../protocol/refusals.ts';
import type { PresenterView } from '../protocol/views.ts';
import type { Links } from '../server/main.ts';

export class Conductor {
  readonly #socket: Socket;
  #view: PresenterView | undefined;

  constructor({ url, code, presenterKey }: Pick<Links, 'url' | 'code' | 'presenterKey'>) {
    this.#socket = io(`${url}/presenter`, {
      auth: { code, key: presenterKey },
      transports: ['websocket'],
      forceNew: true,
    });
    this.#socket.on('view', (view: PresenterView) => {
      this.#view = view;
    });
  }

  /** The latest view. */
  get view(): PresenterView | undefined {
    return this.#view;
  }

  /** Throws what the server refuses. */
  async send(command: { readonly type: string; readonly [field: string]: unknown }): Promise<void> {
    const answer: Acknowledgement = await this.#socket.timeout(10_000).emitWithAck('command', command);
    if ('refused' in answer) throw new Error(`${command.type} was refused: ${answer.refused}`);
  }

  close(): void {
    this.#socket.disconnect();
  }
}
