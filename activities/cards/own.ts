/** What one phone is told of the cards it wrote: by which keys it finds them, and what the presenter made of them. */
import { noRulings, type Rulings } from '../rulings.ts';
import { isCardsResponse, type OwnCards } from './response.ts';
import { keysOf, verdictOfCards } from './tally.ts';

export function ownCardsOf(
  participant: string,
  response: unknown,
  rulings: Rulings = noRulings,
): OwnCards | undefined {
  if (!isCardsResponse(response) || response.cards.length === 0) return undefined;
  const verdictOf = verdictOfCards(rulings);
  const cards = keysOf(participant, response).flatMap((key, index) => {
    const written = response.cards[index];
    return written ? [{ id: written.id, key, verdict: verdictOf(participant, written) }] : [];
  });
  return { cards };
}
