/** Whether the screen is black: at once when pressed here, and as the server says otherwise. */
import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { RoomView } from '../../protocol/views.ts';
import type { Connection } from '../connection.ts';

export class BlackOut {
  readonly #connection: Connection<RoomView>;
  readonly #on = signal(false);
  /** What was pressed here and the server has not confirmed. */
  #wanted: boolean | undefined;
  #revision = 0;

  constructor(connection: Connection<RoomView>) {
    this.#connection = connection;
    effect(() => {
      const view = connection.view.value;
      if (view && this.#wanted === undefined && view.revision >= this.#revision) this.#on.value = view.black;
    });
    effect(() => {
      if (connection.state.value.is === 'open' && this.#wanted !== undefined) void this.#send(this.#wanted);
    });
  }

  get on(): ReadonlySignal<boolean> {
    return this.#on;
  }

  toggle(): void {
    const on = !this.#on.value;
    this.#on.value = on;
    this.#wanted = on;
    void this.#send(on);
  }

  async #send(on: boolean): Promise<void> {
    const answer = await this.#connection.command({ type: 'blackOut', on });
    // Pressed again meanwhile: the answer to that one counts. Without an answer it is sent at the next connection.
    if (this.#wanted !== on || answer === undefined) return;
    this.#wanted = undefined;
    if ('ok' in answer) this.#revision = answer.revision;
    else this.#on.value = this.#connection.view.peek()?.black ?? false;
  }
}
