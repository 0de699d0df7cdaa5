/** Pictures that were chosen and are not saved yet, by activity: they outlast the form, which goes when the room moves on. */
import { signal } from '@preact/signals';

export interface Held {
  readonly file: Blob;
  readonly caption: string;
  /** On its way, for as long as that takes. */
  readonly isSending: boolean;
}

const all = signal<ReadonlyMap<string, Held>>(new Map());

/** Seen by the form that draws it, also when it changes elsewhere. */
export function heldOf(activity: string): Held | undefined {
  return all.value.get(activity);
}

export function hold(activity: string, held: Held | undefined): void {
  const others = [...all.value].filter(([id]) => id !== activity);
  all.value = new Map(held ? [...others, [activity, held]] : others);
}

/** Pictures that were handed in from here, by their ids: they need not be fetched to be seen. */
export const handedIn = new Map<string, Blob>();
