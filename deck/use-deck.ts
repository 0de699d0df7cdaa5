import { type ReadonlySignal, type Signal, useComputed, useSignalEffect } from '@preact/signals';
import type { Deck } from '../protocol/deck.ts';
import { fetchDeck } from './api.ts';
import { keepTrying } from './keep-trying.ts';

/** Fetches the deck whenever the server has another version; a failed attempt is made again. */
export function useDeck(
  code: string,
  view: ReadonlySignal<{ readonly deck: Deck['version'] } | undefined>,
  deck: Signal<Deck | undefined>,
): void {
  const version = useComputed(() => view.value?.deck);
  useSignalEffect(() => {
    const wanted = version.value;
    if (wanted === undefined || deck.peek()?.version === wanted) return undefined;
    return keepTrying(async () => {
      deck.value = await fetchDeck(code);
    });
  });
}
