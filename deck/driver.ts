/** Carries out what `position.ts` decides: sends commands, shows slides. */
import { effect } from '@preact/signals';
import type { SlidePosition } from '../protocol/commands.ts';
import type { Connection } from './connection.ts';
import { atStart, type Happening, type Position, step } from './position.ts';

/** Milliseconds before a command that the server had no time for is sent again. */
const pause = 400;

/** What a screen must be shown to be driven. */
interface Positioned {
  readonly revision: number;
  readonly slide: SlidePosition;
}

export class Driver {
  readonly #connection: Connection<Positioned>;
  readonly #show: (to: SlidePosition) => void;
  readonly #stops: (() => void)[];
  #position: Position = atStart;

  constructor(connection: Connection<Positioned>, show: (to: SlidePosition) => void) {
    this.#connection = connection;
    this.#show = show;
    this.#stops = [
      effect(() => this.#happened({ type: connection.state.value.is === 'open' ? 'connected' : 'lost' })),
      effect(() => {
        const view = connection.view.value;
        if (view) this.#happened({ type: 'view', revision: view.revision, slide: view.slide });
      }),
    ];
  }

  /** Where this screen should stand. */
  get here(): SlidePosition {
    return this.#position.here;
  }

  moved(to: SlidePosition): void {
    this.#happened({ type: 'moved', to });
  }

  close(): void {
    for (const stop of this.#stops) stop();
  }

  #happened(happening: Happening): void {
    const { position, send, show } = step(this.#position, happening);
    this.#position = position;
    if (show) this.#show(show);
    if (send) void this.#send(send);
  }

  async #send(slide: SlidePosition): Promise<void> {
    const answer = await this.#connection.command({ type: 'goTo', slide });
    const again =
      answer === undefined ||
      ('refused' in answer && (answer.refused === 'too-fast' || answer.refused === 'not-saved'));
    if (!again) return this.#happened({ type: 'answered', answer });
    setTimeout(() => this.#happened({ type: 'answered', answer: undefined }), pause);
  }
}
