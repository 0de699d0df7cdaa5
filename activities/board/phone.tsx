/** Board on phones: write a card, see those of the others box by box, vote for them and say which you would join. */
import { useRef } from 'preact/hooks';
import { useHeld } from '../cards/held.ts';
import { OwnCardsList } from '../cards/own-cards.tsx';
import type { CardsResponse, OwnCards } from '../cards/response.ts';
import '../cards/style.ts';
import { WriteBox } from '../cards/write-box.tsx';
import { useWriting, type Writing } from '../cards/writing.ts';
import { styled } from '../look/styled.ts';
import type { PhoneViewProps } from '../views.ts';
import { words } from '../words/phone.ts';
import { count, fill } from '../words/say.ts';
import { CardRow, joiningWords, mostJoins } from './card-row.tsx';
import type { BoardOptions } from './options.ts';
import css from './phone.css?inline';
import type { BoardCard, BoardRevealed } from './reveal.ts';

styled(css);

type Props = PhoneViewProps<BoardOptions, CardsResponse, BoardRevealed, OwnCards>;

export function BoardPhone(props: Props) {
  const { id, options, open, revealed, personal } = props;
  const { columns } = options;
  const writing = useWriting(props, {
    columns: columns.map((column) => column.id),
    votes: options.votes,
    joins: options.join ? mostJoins : 0,
  });
  const box = writing.column;
  const own = new Set(personal?.cards.map(({ key }) => key));
  const cardOf = (key: string) => revealed?.cards?.find((each) => each.key === key);
  return (
    <div class="cards-form">
      {columns.length > 0 && <Boxes id={id} options={options} revealed={revealed} writing={writing} />}
      <WriteBox
        id={id}
        writing={writing}
        open={open}
        label={words.cardLabel}
        action={words.addCard}
        limit={options.limit}
        most={options.cards}
        full={words.wroteAll}
      />
      <OwnCardsList
        id={id}
        title={words.yourCards}
        writing={writing}
        open={open}
        told={personal}
        votesOf={(key) => cardOf(key)?.votes}
        columnOf={({ column }) => columns.find((each) => each.id === column)?.text}
        statesOf={(key) => {
          const { group, joins } = cardOf(key) ?? {};
          const name = revealed?.groups?.find((each) => each.id === group)?.name;
          return [
            name === undefined ? undefined : fill(words.inGroup, { name }),
            joins && joins.people > 0 ? joiningWords(joins) : undefined,
          ];
        }}
      />
      {revealed?.cards && (
        <Others
          // Each box is a list of its own.
          key={box ?? ''}
          id={id}
          options={options}
          revealed={revealed}
          cards={revealed.cards.filter((card) => card.box === box && !own.has(card.key))}
          lost={writing.response.votes.filter((key) => !cardOf(key))}
          writing={writing}
          open={open}
        />
      )}
    </div>
  );
}

interface BoxesProps {
  readonly id: string;
  readonly options: BoardOptions;
  readonly revealed: BoardRevealed | undefined;
  readonly writing: Writing;
}

/** Which box a new card goes into, and which box is looked at: one choice for both. */
function Boxes({ id, options, revealed, writing }: BoxesProps) {
  return (
    <fieldset class="boxes">
      <legend class="heard">{words.column}</legend>
      {options.columns.map((column) => {
        const cards = revealed?.boxes?.find((each) => each.id === column.id)?.cards;
        return (
          <label key={column.id} class="box focus-row">
            <input
              type="radio"
              name={`${id}-box`}
              checked={writing.column === column.id}
              onChange={() => writing.choose(column.id)}
            />
            <span dir="auto">{column.text}</span>
            {cards !== undefined && cards > 0 && <span class="figure">{cards}</span>}
          </label>
        );
      })}
    </fieldset>
  );
}

interface OthersProps extends Omit<BoxesProps, 'revealed'> {
  readonly revealed: BoardRevealed;
  /** Those of the others in this box. */
  readonly cards: readonly BoardCard[];
  /** Own votes for cards that are not shown. */
  readonly lost: readonly string[];
  readonly open: boolean;
}

function Others({ id, options, revealed, cards, lost, writing, open }: OthersProps) {
  const { shown, fresh, showFresh } = useHeld(cards);
  const title = useRef<HTMLHeadingElement>(null);
  const left = Math.max(0, options.votes - writing.response.votes.length);
  const loose = shown.filter(({ group }) => group === undefined);
  // By name, so that votes do not move groups about.
  const groups = (revealed.groups ?? [])
    .map((group) => ({ ...group, inside: shown.filter((card) => card.group === group.id) }))
    .filter(({ inside }) => inside.length > 0)
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const list = (inside: readonly BoardCard[]) => (
    <ul>
      {inside.map((card) => (
        <CardRow key={card.key} card={card} options={options} writing={writing} open={open} left={left} />
      ))}
    </ul>
  );
  const more = (revealed.all ?? 0) - (revealed.cards?.length ?? 0);
  return (
    <section class="results" aria-labelledby={`${id}-others`}>
      <h2 id={`${id}-others`} ref={title} tabIndex={-1}>
        {words.everybodysCards}
      </h2>
      {options.votes > 0 && (
        <p class="votes-left">
          {left === 0 ? words.noVotesLeft : fill(words.votesLeft, { number: left, most: options.votes })}
        </p>
      )}
      {open && lost.length > 0 && (
        <p class="taken-back">
          {count(words.votesElsewhere, lost.length)}{' '}
          <button type="button" class="quiet-button" onClick={() => writing.dropVotes(lost)}>
            {count(words.takeVotesBack, lost.length)}
          </button>
        </p>
      )}
      {fresh.length > 0 && (
        <button
          type="button"
          class="fresh-button"
          onClick={() => {
            showFresh();
            title.current?.focus();
          }}
        >
          {count(words.newCards, fresh.length)}
        </button>
      )}
      {shown.length === 0 && <p class="note">{words.noCards}</p>}
      {groups.map((group) => (
        <section key={group.id} class="group" aria-labelledby={`${id}-${group.id}`}>
          <h3 id={`${id}-${group.id}`} dir="auto">
            {group.name}
          </h3>
          {list(group.inside)}
        </section>
      ))}
      {loose.length > 0 && list(loose)}
      {more > 0 && <p class="hint">{count(words.moreCards, more)}</p>}
    </section>
  );
}
