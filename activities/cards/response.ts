/** What kinds of cards have in common: people write cards, vote for those of others, and say which they would join. */
import type { Verdict } from '../rulings.ts';

/** What one phone sends, whole each time: whatever is no longer in it was taken back. */
export interface CardsResponse {
  cards: WrittenCard[];
  /** Keys of cards that others wrote, or the ids they gave them. */
  votes: string[];
  joins: string[];
}

export interface WrittenCard {
  /** Made by the phone, ours at random; it stays when the text is edited. Others see the card's key instead. */
  id: string;
  text: string;
  /** Id of a column, where there are several; the first of them when left out. */
  column?: string | undefined;
}

/** What one phone is told of its own cards, in the order it wrote them. */
export interface OwnCards {
  readonly cards: readonly {
    readonly id: string;
    /** By which it is among the cards that everybody sees. */
    readonly key: string;
    readonly verdict: Verdict;
  }[];
}

export const nothingWritten: CardsResponse = { cards: [], votes: [], joins: [] };

/** Whether it has the shape, whatever it holds: a draft comes from the phone's storage. */
export function isCardsResponse(value: unknown): value is CardsResponse {
  if (typeof value !== 'object' || value === null) return false;
  const { cards, votes, joins }: Partial<Record<keyof CardsResponse, unknown>> = value;
  return Array.isArray(cards) && cards.every(isWrittenCard) && areTexts(votes) && areTexts(joins);
}

function isWrittenCard(value: unknown): value is WrittenCard {
  if (typeof value !== 'object' || value === null) return false;
  const { id, text, column }: Partial<Record<keyof WrittenCard, unknown>> = value;
  return (
    typeof id === 'string' && typeof text === 'string' && (column === undefined || typeof column === 'string')
  );
}

function areTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}
