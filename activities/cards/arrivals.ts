/** When each card first came in: responses are replaced whole, so they cannot tell. Only used to put cards in order. */
import * as v from 'valibot';
import { once } from '../once.ts';
import type { Circumstances } from '../steering.ts';
import { cellsOf, changed, emptyTable, type Table, valueIn } from '../table.ts';
import { isCardsResponse } from './response.ts';
import { cardKeySchema } from './schema.ts';
import { type Card, keysOf } from './tally.ts';

export interface Arriving {
  /** By card, milliseconds since 1970. */
  readonly arrivals: Table<number>;
}

export const noArrivals: Arriving = { arrivals: emptyTable };

/** The step that `answered` gives when cards came in that were not there before. */
export const arrivedStep = v.strictObject({
  type: v.literal('arrived'),
  cards: v.pipe(v.array(cardKeySchema), v.maxLength(100)),
});
export type ArrivedStep = v.InferOutput<typeof arrivedStep>;

export function answered(
  _options: unknown,
  { arrivals }: Arriving,
  participant: string,
  _around: Circumstances<Arriving>,
  response: unknown,
): ArrivedStep | undefined {
  if (!isCardsResponse(response)) return undefined;
  const cards = keysOf(participant, response).filter((key) => valueIn(arrivals, key) === undefined);
  return cards.length === 0 ? undefined : { type: 'arrived', cards };
}

export function arrived<Steered extends Arriving>(
  steered: Steered,
  { cards }: ArrivedStep,
  at: number,
): Steered {
  const arrivals = cards.reduce(
    (table, key) => changed(table, key, (before) => before ?? at),
    steered.arrivals,
  );
  return { ...steered, arrivals };
}

const timesOf = once((arrivals: Table<number>) => new Map(cellsOf(arrivals)));

/** Who came first stands first; those of one moment in the order of their keys. */
export function oldestFirst({ arrivals }: Arriving): (a: Card, b: Card) => number {
  const at = timesOf(arrivals);
  return (a, b) => (at.get(a.key) ?? 0) - (at.get(b.key) ?? 0) || (a.key < b.key ? -1 : 1);
}
