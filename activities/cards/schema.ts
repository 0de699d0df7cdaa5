/** The gate for cards from the wire, and for what a presenter's command names of them. */
import * as v from 'valibot';
import { isBlank, lengthOf } from '../legible.ts';
import type { CardsResponse } from './response.ts';

export interface Bounds {
  /** Cards of one person at a time. */
  readonly cards: number;
  /** Longest card, in characters. */
  readonly limit: number;
  /** Ids of the columns, of which a card may name one; none where there are no columns. */
  readonly columns: readonly string[];
  readonly votes: number;
  readonly joins: number;
}

/** The key of a card, as others see it. Which cards there are a gate cannot know. */
export const cardKeySchema = v.pipe(v.string(), v.regex(/^[\w-]{16}$/));

/** An id that a page made by itself. It may become a key of a plain object, which has some names already. */
const madeId = v.pipe(
  v.string(),
  v.regex(/^[\w-]{1,64}$/),
  v.check((id) => !(id in {})),
);

export function cardsResponse(bounds: Bounds): v.GenericSchema<unknown, CardsResponse> {
  const { cards, limit, columns, votes, joins } = bounds;
  const written = {
    id: madeId,
    text: v.pipe(
      v.string(),
      v.check((text) => !isBlank(text) && lengthOf(text) <= limit),
    ),
  };
  const card =
    columns.length === 0
      ? v.strictObject(written)
      : v.strictObject({ ...written, column: v.optional(v.picklist(columns)) });
  return v.strictObject({
    cards: v.pipe(
      v.array<v.GenericSchema<unknown, CardsResponse['cards'][number]>>(card),
      v.maxLength(cards),
      v.check((list) => areDistinct(list.map(({ id }) => id))),
    ),
    votes: cardIds(votes),
    joins: cardIds(joins),
  });
}

/** Keys of cards, or the ids their writers gave them. */
function cardIds(most: number) {
  return v.pipe(
    v.array(madeId),
    v.maxLength(most),
    v.check((list) => areDistinct(list)),
  );
}

function areDistinct(ids: readonly string[]): boolean {
  return new Set(ids).size === ids.length;
}
