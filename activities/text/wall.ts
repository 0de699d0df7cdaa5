/** Which card of the wall hangs in which column: a card keeps its column as long as the columns stay. */

export interface Card {
  readonly key: string;
  readonly text: string;
}

export interface Wall<C extends Card> {
  /** Newest first in each column. */
  readonly columns: readonly (readonly C[])[];
  readonly places: ReadonlyMap<string, number>;
}

/** How many columns so many cards hang in. */
export function columnsFor(cards: number): number {
  if (cards <= 1) return 1;
  return cards <= 6 ? 2 : 3;
}

/** Deals `cards` (newest first) to columns; who had a place in `before` keeps it, the others fill the shortest column. */
export function hang<C extends Card>(
  cards: readonly C[],
  count: number,
  before: ReadonlyMap<string, number>,
): Wall<C> {
  const places = new Map<string, number>();
  const lengths = Array.from({ length: count }, () => 0);
  const add = (card: C, column: number) => {
    places.set(card.key, column);
    lengths[column] = (lengths[column] ?? 0) + heightOf(card);
  };
  for (const card of cards) {
    const old = before.get(card.key);
    if (old !== undefined && old < count) add(card, old);
  }
  for (const card of cards.toReversed()) {
    if (!places.has(card.key)) add(card, lengths.indexOf(Math.min(...lengths)));
  }
  const columns = Array.from({ length: count }, (_, column) =>
    cards.filter((card) => places.get(card.key) === column),
  );
  return { columns, places };
}

/** A guess in lines is enough to keep columns even: one for the card's edges, one for each 30 letters. */
function heightOf({ text }: Card): number {
  return 1 + Math.min(6, Math.ceil([...text].length / 30));
}
