/** A card and a group of cards, as screens draw them. */
import { Votes } from '../cards/votes.tsx';
import { count, fill } from '../words/say.ts';
import { words } from '../words/screen.ts';
import type { DrawnGroup } from './boxes.ts';
import { isolated } from './names.ts';
import type { BoardOptions } from './options.ts';
import type { BoardCard, Joins } from './reveal.ts';

interface CardProps {
  readonly card: BoardCard;
  readonly options: BoardOptions;
  light(key: string): void;
}

export function Card({ card: { key, text, votes, joins }, options, light }: CardProps) {
  return (
    <li class="board-card" data-key={key} data-cards={1}>
      <button type="button" dir="auto" onClick={() => light(key)}>
        <span class="board-text">{text}</span>
      </button>
      <Figures votes={options.votes > 0 ? votes : 0} joins={joins} />
    </li>
  );
}

interface GroupProps extends Omit<CardProps, 'card'> {
  readonly group: DrawnGroup;
}

export function Group({ group, options, light }: GroupProps) {
  const { id, name, cards, votes, joins, inside } = group;
  const more = cards - inside.length;
  return (
    <div class="board-group" data-key={id} data-cards={cards}>
      <button type="button" class="board-group-name" dir="auto" onClick={() => light(id)}>
        <span class="board-text">{name}</span>
      </button>
      <ul>
        {inside.map(({ key, text }) => (
          <li key={key} dir="auto">
            <span class="board-text">{text}</span>
          </li>
        ))}
      </ul>
      <div class="board-figures">
        {options.votes > 0 && votes > 0 && <Votes votes={votes} />}
        {joins && joins.people > 0 && <JoinFigures joins={joins} />}
        {more > 0 && <span class="board-more">{fill(words.moreCards, { number: more })}</span>}
        <span class="board-all">{count(words.cards, cards)}</span>
      </div>
    </div>
  );
}

function Figures({ votes, joins }: { votes: number; joins: Joins | undefined }) {
  if (votes === 0 && !joins?.people) return null;
  return (
    <div class="board-figures">
      {votes > 0 && <Votes votes={votes} />}
      {joins && joins.people > 0 && <JoinFigures joins={joins} />}
    </div>
  );
}

/** Names that there is room for. */
const namesShown = 4;

function JoinFigures({ joins }: { joins: Joins }) {
  const { people } = joins;
  const names = joins.names.slice(0, namesShown).map(isolated);
  const more = people - names.length;
  const called = more > 0 ? fill(words.andMore, { names: names.join(', '), number: more }) : names.join(', ');
  return (
    <span class="board-joins">
      <span aria-hidden="true">
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <circle cx="12" cy="7.5" r="4.5" />
          <path d="M3 22c0-5.5 4-8.5 9-8.5s9 3 9 8.5z" />
        </svg>
        {people}
      </span>
      <span class="heard">{count(words.joins, people)}</span>
      {names.length > 0 && <span class="board-names">{called}</span>}
    </span>
  );
}
