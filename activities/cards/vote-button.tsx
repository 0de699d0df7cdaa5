/** A vote for a card of somebody else, or an "I would join this": pressed or not, with how many there are. */
import { words } from '../words/phone.ts';
import { count, fill } from '../words/say.ts';

interface VoteProps {
  /** Of the card. */
  readonly text: string;
  readonly votes: number;
  readonly pressed: boolean;
  readonly disabled: boolean;
  toggle(): void;
}

export function VoteButton({ text, votes, pressed, disabled, toggle }: VoteProps) {
  return (
    <button
      type="button"
      class="vote-button"
      aria-pressed={pressed}
      aria-label={fill(words.voteFor, { text, votes: count(words.votes, votes) })}
      disabled={disabled}
      onClick={toggle}
    >
      <span aria-hidden="true">
        {pressed ? '✓' : '▲'} {votes}
      </span>
    </button>
  );
}

interface JoinProps extends Omit<VoteProps, 'votes'> {
  readonly people: number;
}

export function JoinButton({ text, people, pressed, disabled, toggle }: JoinProps) {
  return (
    <button
      type="button"
      class="vote-button join-button"
      aria-pressed={pressed}
      aria-label={`${words.wouldJoin}: ${text}, ${count(words.joins, people)}`}
      disabled={disabled}
      onClick={toggle}
    >
      <span aria-hidden="true">
        {pressed ? '✓ ' : ''}
        {words.wouldJoin}
      </span>
    </button>
  );
}
