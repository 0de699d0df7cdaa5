/** All cards of a round with who wanted them, out of what each participant last sent. */
import { digestOf, sealOf } from '../digest.ts';
import { foremost } from '../foremost.ts';
import type { Answer, Visibility } from '../kind.ts';
import { legibleLines } from '../legible.ts';
import { once } from '../once.ts';
import { type Entry, type Rulings, verdictsUnder } from '../rulings.ts';
import { cellsOf, changed, emptyTable, type Table } from '../table.ts';
import type { CardsResponse, WrittenCard } from './response.ts';

export interface CardsTally {
  readonly people: number;
  /** By participant, what they last sent. A step stores it and no more; counting waits until somebody looks. */
  readonly sent: Table<CardsResponse>;
}

/** A card as the server knows it. */
export interface Card {
  readonly key: string;
  readonly participant: string;
  readonly written: WrittenCard;
  /** Participants beside the writer who voted for it. */
  readonly votes: number;
  /** Participants beside the writer who would join. */
  readonly joins: readonly string[];
}

type Counted = Card & { votes: number; readonly joins: string[] };

/** Longest card any kind takes, in characters. */
export const longestCard = 1000;

export const cardsTally = {
  start: (): CardsTally => ({ people: 0, sent: emptyTable }),
  step: ({ people, sent }: CardsTally, { participant, response }: Answer<CardsResponse>): CardsTally => ({
    people: people + 1,
    sent: changed(sent, participant, () => response),
  }),
};

/**
 * What others know a card by. Nobody can take over another's card, since a key belongs to a participant and an id;
 * and a key leads to nobody, nor does it tell that two cards have one writer: the digest cannot be turned round, and
 * a participant is long and random.
 */
export function cardKey(participant: string, id: string): string {
  return digestOf(`${participant} ${id}`);
}

const known = new WeakMap<
  CardsResponse,
  { readonly participant: string; readonly keys: readonly string[] }
>();

/** The keys of a response's cards, worked out once for each response: it never changes. */
export function keysOf(participant: string, response: CardsResponse): readonly string[] {
  const found = known.get(response);
  if (found?.participant === participant) return found.keys;
  const keys = response.cards.map(({ id }) => cardKey(participant, id));
  known.set(response, { participant, keys });
  return keys;
}

/** Every card of the round, in no order that means anything. */
export const cardsIn = once(({ sent }: CardsTally): readonly Card[] =>
  cardsOf(cellsOf(sent).map(([participant, response]) => ({ participant, response }))),
);

export function cardsOf(
  answers: readonly { readonly participant: string; readonly response: CardsResponse }[],
): readonly Card[] {
  const cards = new Map<string, Counted>();
  /** By the id their writers gave them; null where several have one. */
  const written = new Map<string, Counted | null>();
  for (const { participant, response } of answers) {
    for (const [index, key] of keysOf(participant, response).entries()) {
      const own = response.cards[index];
      if (!own) continue;
      const card = { key, participant, written: own, votes: 0, joins: [] };
      cards.set(key, card);
      written.set(own.id, written.has(own.id) ? null : card);
    }
  }
  // A key comes first, so that no id can take away what is meant for another's card.
  const othersNamed = (participant: string, ids: readonly string[]) => {
    const named = new Set<Counted>();
    for (const id of ids) {
      const card = cards.get(id) ?? written.get(id);
      if (card && card.participant !== participant) named.add(card);
    }
    return named;
  };
  for (const { participant, response } of answers) {
    for (const card of othersNamed(participant, response.votes)) card.votes++;
    for (const card of othersNamed(participant, response.joins)) card.joins.push(participant);
  }
  return [...cards.values()];
}

const entryIdOf = once(({ text }: WrittenCard) => sealOf(text));

/** A verdict is on one text: it ends when the card is edited. */
export const entriesOf = once(({ cards }: CardsResponse): readonly Entry[] =>
  cards.map((card) => ({ id: entryIdOf(card), text: legibleLines(card.text, longestCard), common: false })),
);

/** Cards that may be seen, also by the presenter: what waits for a verdict is in the presenter's list of entries. */
export function approved(cards: readonly Card[], { rulings }: Pick<Visibility, 'rulings'>): readonly Card[] {
  const verdictOn = verdictOfCards(rulings);
  return cards.filter(({ participant, written }) => verdictOn(participant, written) === 'approved');
}

export function verdictOfCards(rulings: Rulings) {
  const verdictOn = verdictsUnder(rulings);
  return (participant: string, written: WrittenCard) =>
    verdictOn(participant, { id: entryIdOf(written), common: false });
}

/**
 * The first `most` of an order, and of the others the `latest` that came last, all in that order: so what is new is
 * seen beside what many want.
 */
export function chosenOf(
  cards: readonly Card[],
  { most, latest }: { readonly most: number; readonly latest: number },
  wanted: (a: Card, b: Card) => number,
  newest: (a: Card, b: Card) => number,
): readonly Card[] {
  const first = foremost(cards, most, wanted);
  if (first.length === cards.length) return first;
  const taken = new Set(first);
  const others = cards.filter((card) => !taken.has(card));
  return [...first, ...foremost(others, latest, newest).sort(wanted)];
}
