/** Votes on screens: a sign and a figure, in words for those who listen. */
import { count } from '../words/say.ts';
import { words } from '../words/screen.ts';
import './screen.css';

export function Votes({ votes }: { votes: number }) {
  return (
    <span class="votes">
      <span aria-hidden="true">
        <svg class="votes-sign" viewBox="0 0 20 18" aria-hidden="true">
          <path d="M10 1 19 17H1z" />
        </svg>
        {votes}
      </span>
      <span class="heard">{count(words.votes, votes)}</span>
    </span>
  );
}
