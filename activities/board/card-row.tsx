/** One card of somebody else on a phone, with what can be given to it. */
import { JoinButton, VoteButton } from '../cards/vote-button.tsx';
import type { Writing } from '../cards/writing.ts';
import { words } from '../words/phone.ts';
import { count, fill } from '../words/say.ts';
import { isolated } from './names.ts';
import type { BoardOptions } from './options.ts';
import type { BoardCard, Joins } from './reveal.ts';

interface CardRowProps {
  readonly card: BoardCard;
  readonly options: BoardOptions;
  readonly writing: Writing;
  readonly open: boolean;
  /** Votes that are not given yet. */
  readonly left: number;
}

/** As in the model, which phones do not load. */
export const mostJoins = 20;

export function CardRow({ card, options, writing, open, left }: CardRowProps) {
  const { key, text, votes, joins } = card;
  const { response } = writing;
  const voted = response.votes.includes(key);
  const joined = response.joins.includes(key);
  return (
    <li class="card-row" data-key={key}>
      <p class="card-text" dir="auto">
        {text}
      </p>
      {options.votes > 0 && (
        <VoteButton
          text={text}
          votes={votes}
          pressed={voted}
          disabled={!open || (left === 0 && !voted)}
          toggle={() => writing.vote(key)}
        />
      )}
      {joins && (
        <div class="joining">
          <JoinButton
            text={text}
            people={joins.people}
            pressed={joined}
            disabled={!open || (!joined && response.joins.length >= mostJoins)}
            toggle={() => writing.join(key)}
          />
          {joins.people > 0 && (
            <span class={joins.names.length > 0 ? 'hint named' : 'hint'}>{joiningWords(joins)}</span>
          )}
        </div>
      )}
    </li>
  );
}

/** "Ann, Ben and 3 more would join", or only how many. */
export function joiningWords({ people, names }: Joins): string {
  if (names.length === 0) return count(words.joins, people);
  const more = people - names.length;
  const [all = '', some = ''] = words.joinNames.split('|');
  return fill(more === 0 ? all : some, { names: names.map(isolated).join(', '), number: more });
}
