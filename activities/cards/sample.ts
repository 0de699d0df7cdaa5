/** Sample responses of kinds of cards. Votes name cards that others in the same crowd have, so that galleries show some. */
import { sampleParticipant } from '../sampled.ts';
import type { CardsResponse } from './response.ts';
import type { Bounds } from './schema.ts';
import { cardKey } from './tally.ts';

/** So many cards get all the votes, the first of them most. */
const wanted = 40;

export function honestCards(
  { cards: most, limit, columns, votes, joins }: Bounds,
  random: () => number,
  text: (random: () => number) => string,
): CardsResponse {
  const draw = (below: number) => Math.floor(random() * below);
  const column = () => columns[draw(columns.length)];
  const card = (index: number) => ({
    id: `sample-card-${index + 1}`,
    text: [...text(random)].slice(0, limit).join('').trim(),
    ...(columns.length === 0 ? {} : { column: column() }),
  });
  const keys = (number: number) => [...new Set(Array.from({ length: number }, () => someKey(random)))];
  const voted = keys(Math.min(votes, draw(4)));
  const joined = keys(Math.min(joins, draw(3)));
  // Whoever has nothing to vote for has something to say.
  const number = voted.length + joined.length === 0 ? 1 : draw(3);
  const cards = Array.from({ length: Math.min(most, number) }, (_, index) => card(index));
  return { cards, votes: voted, joins: joined };
}

function someKey(random: () => number): string {
  return cardKey(sampleParticipant(Math.floor(random() ** 2 * wanted)), 'sample-card-1');
}

export function refusedCards({ cards: most, limit, columns, votes, joins }: Bounds): readonly unknown[] {
  const [column] = columns;
  const card = { id: 'abcd1234', text: 'Fine', ...(column === undefined ? {} : { column }) };
  const of = (...cards: unknown[]) => ({ cards, votes: [], joins: [] });
  const numbered = (length: number) => Array.from({ length }, (_, index) => String(index).padStart(16, 'k'));
  return [
    {},
    { cards: [card], votes: [] },
    { ...of(card), more: 1 },
    of({ ...card, text: ' \n ' }),
    of({ ...card, text: '\u200e\u202e' }),
    of({ ...card, text: 'x'.repeat(limit + 1) }),
    of({ ...card, text: 7 }),
    of({ ...card, id: '' }),
    of({ ...card, id: 'x'.repeat(65) }),
    of({ ...card, id: 'no spaces' }),
    of({ ...card, id: 'constructor' }),
    of({ ...card, id: '__proto__' }),
    of(card, card),
    of({ ...card, votes: 9 }),
    of({ ...card, column: 'no such column' }),
    of(...numbered(most + 1).map((id) => ({ ...card, id: id.slice(-12) }))),
    { ...of(), votes: numbered(votes + 1) },
    { ...of(), joins: numbered(joins + 1) },
    { ...of(), votes: ['abcd1234abcd1234', 'abcd1234abcd1234'] },
    { ...of(), votes: ['not a key'] },
    { ...of(), votes: 'abcd1234abcd1234' },
  ];
}
