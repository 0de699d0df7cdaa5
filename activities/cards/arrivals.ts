/** When each card first came in: responses are replaced whole, so they cannot tell. Only used to put cards in order. */
import * as v from 'valibot';
import { once } from '../once.ts';
import type { Circumstances } from '../steering.ts';
import { cellsOf, changed, emptyTable, type Table, valueIn } from '../table.ts';
import { isCardsResponse } from './response.ts';
import { cardKeySchema } from './schema.ts';
import { type Card, keysOf } from './tally.ts';

export interface Arriving {
  /** By participant: of each card there was when a new one came in, its key and when it came, milliseconds since 1970. */
  readonly arrivals: Table<readonly Arrival[]>;
}
type Arrival = readonly [key: string, at: number];

export const noArrivals: Arriving = { arrivals: emptyTable };

/** The step that `answered` gives when cards came in that were not there before: all that the participant has now. */
export const arrivedStep = v.strictObject({
  type: v.literal('arrived'),
  participant: v.string(),
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
  const known = new Map(valueIn(arrivals, participant));
  const cards = [...keysOf(participant, response)];
  return cards.every((key) => known.has(key)) ? undefined : { type: 'arrived', participant, cards };
}

/**
 * Cards that are gone are forgotten once another comes in their place, so that nobody fills the table; until then a card
 * that was taken back by mistake has its time when it is put back.
 */
export function arrived<Steered extends Arriving>(
  steered: Steered,
  { participant, cards }: ArrivedStep,
  at: number,
): Steered {
  const arrivals = changed<readonly Arrival[]>(steered.arrivals, participant, (before) => {
    const known = new Map(before);
    return cards.map((key) => [key, known.get(key) ?? at]);
  });
  return { ...steered, arrivals };
}

/** Cards of whoever was removed are gone for good. */
export function withoutArrivals<Steered extends Arriving>(
  steered: Steered,
  isGone: (participant: string) => boolean,
): Steered {
  const cells = cellsOf(steered.arrivals);
  const kept = cells.filter(([participant]) => !isGone(participant));
  if (kept.length === cells.length) return steered;
  const arrivals = kept.reduce<Arriving['arrivals']>(
    (table, [participant, cards]) => changed(table, participant, () => cards),
    emptyTable,
  );
  return { ...steered, arrivals };
}

const timesOf = once(
  (arrivals: Arriving['arrivals']) => new Map(cellsOf(arrivals).flatMap(([, each]) => each)),
);

/** Who came first stands first; those of one moment in the order of their keys. */
export function oldestFirst({ arrivals }: Arriving): (a: Card, b: Card) => number {
  const at = timesOf(arrivals);
  return (a, b) => (at.get(a.key) ?? 0) - (at.get(b.key) ?? 0) || (a.key < b.key ? -1 : 1);
}
