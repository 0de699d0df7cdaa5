/** What is on stage as this screen knows it: the deck, the latest results of its activities, and the server's clock. */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { ActivityCard, Deck } from '../../protocol/deck.ts';
import type { RoomView, StageActivity } from '../../protocol/views.ts';

/** An activity with its results, or one that only shows something and has none. */
export type Staged =
  | { readonly asks: true; readonly activity: StageActivity }
  | { readonly asks: false; readonly activity: ActivityCard };

export interface Stage {
  readonly activities: ReadonlyMap<string, Staged>;
  /** The server's clock as of the last view, and when that came by this device's clock. */
  readonly now: number;
  readonly seenAt: number;
}

export class StageStore {
  readonly #stage = signal<Stage>({ activities: new Map(), now: Date.now(), seenAt: Date.now() });

  get stage(): ReadonlySignal<Stage> {
    return this.#stage;
  }

  /** A view holds the activities near the current slide; the others stay as they were last seen. */
  see(view: RoomView): void {
    const activities = new Map(this.#stage.value.activities);
    for (const activity of view.activities) activities.set(activity.id, { asks: true, activity });
    this.#stage.value = { activities, now: view.now, seenAt: Date.now() };
  }

  load(deck: Deck): void {
    const activities = new Map(this.#stage.value.activities);
    for (const activity of deck.displays) activities.set(activity.id, { asks: false, activity });
    this.#stage.value = { ...this.#stage.value, activities };
  }
}
