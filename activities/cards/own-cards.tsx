/** The cards a person wrote, each with what became of it, to be changed or taken back. */
import { words } from '../words/phone.ts';
import { count, fill } from '../words/say.ts';
import type { OwnCards, WrittenCard } from './response.ts';
import type { Writing } from './writing.ts';

interface OwnCardsProps {
  readonly id: string;
  readonly title: string;
  readonly writing: Writing;
  readonly open: boolean;
  /** What the server says of them. */
  readonly told: OwnCards | undefined;
  /** Votes of others; undefined where they are not shown. */
  votesOf(key: string): number | undefined;
  /** What else there is to say of a card that is shown: it was answered, it is in a group. */
  statesOf(key: string): readonly (string | undefined)[];
  /** Name of the column it stands in. */
  columnOf?(card: WrittenCard): string | undefined;
}

export function OwnCardsList(props: OwnCardsProps) {
  const { id, title, writing, open, told, votesOf, statesOf, columnOf } = props;
  const { cards } = writing.response;
  if (cards.length === 0 && !writing.takenBack) return null;
  return (
    <section class="own-cards" aria-labelledby={`${id}-own`}>
      <h2 id={`${id}-own`}>{title}</h2>
      <ul>
        {cards.map((card) => {
          const known = told?.cards.find((each) => each.id === card.id);
          const votes = known && votesOf(known.key);
          const says = [
            columnOf?.(card),
            known?.verdict === 'pending' ? `◷ ${words.waitsForApproval}` : undefined,
            known?.verdict === 'hidden' ? `✕ ${words.notShown}` : undefined,
            ...(known ? statesOf(known.key) : []),
            votes ? count(words.votes, votes) : undefined,
          ].filter((each) => each !== undefined);
          return (
            <li key={card.id}>
              <p class="card-text" dir="auto">
                {card.text}
              </p>
              {says.length > 0 && (
                <p class="card-says">
                  {says.map((each) => (
                    <span key={each} dir="auto">
                      {each}
                    </span>
                  ))}
                </p>
              )}
              {open && (
                <div class="card-buttons">
                  <button
                    type="button"
                    class="quiet-button"
                    aria-label={fill(words.editWhat, { text: card.text })}
                    onClick={() => writing.edit(card)}
                  >
                    {words.edit}
                  </button>
                  <button
                    type="button"
                    class="quiet-button"
                    aria-label={fill(words.withdrawWhat, { text: card.text })}
                    onClick={() => writing.takeBack(card)}
                  >
                    {words.withdraw}
                  </button>
                </div>
              )}
            </li>
          );
        })}
      </ul>
      {open && writing.takenBack && (
        <p class="taken-back">
          {words.withdrawn}{' '}
          <button type="button" class="quiet-button" onClick={writing.undo}>
            {words.undo}
          </button>
        </p>
      )}
    </section>
  );
}
