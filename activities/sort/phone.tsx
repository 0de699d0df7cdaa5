/** Sort on phones: one card at a time and a big button for each bin; then the list of what went where, to change and send. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { styled } from '../look/styled.ts';
import type { PhoneViewProps } from '../views.ts';
import { words } from '../words/phone.ts';
import { fill } from '../words/say.ts';
import type { SortOptions, SortResponse, SortRevealed } from './model.ts';
import css from './phone.css?inline';

styled(css);

type Bins = Readonly<Record<string, string>>;
type Card = SortOptions['cards'][number];

/** The same again as soon as this is a double tap or a key held down, and not meant for the next card: milliseconds. */
const doubleTap = 250;

/** A card to sort, and whether the list comes back after it or the next card comes. */
interface Turn {
  readonly card: string;
  readonly backToList: boolean;
}

export function SortPhone(props: PhoneViewProps<SortOptions, SortResponse, SortRevealed>) {
  const { options, own, open, send, keepDraft, revealed } = props;
  const { cards } = options;
  const draft = isSortResponse(props.draft) ? props.draft : undefined;
  const [bins, setBins] = useState(() => fitting((draft ?? own)?.bins ?? {}, options));
  const [turn, setTurn] = useState(own && !draft ? undefined : turnOf(unsorted(cards, bins)[0]));
  const card = open ? cards.find(({ id }) => id === turn?.card) : undefined;
  const last = useRef<{ bin: string | undefined; at: number }>({ bin: undefined, at: 0 });
  const isUsed = useRef(false);
  const turnTo = (next: Turn | undefined) => {
    isUsed.current = true;
    setTurn(next);
  };
  const put = (bin: string | undefined, at: number) => {
    const { current } = last;
    last.current = { bin, at };
    if (!card || (current.bin === bin && at - current.at < doubleTap)) return;
    const { [card.id]: _, ...others } = bins;
    const next = bin === undefined ? others : { ...others, [card.id]: bin };
    setBins(next);
    keepDraft(Object.keys(next).length === 0 ? undefined : { bins: next });
    const later = cards.slice(cards.indexOf(card) + 1);
    turnTo(turn?.backToList ? undefined : turnOf(unsorted(later, next)[0]));
  };
  const submit = (event: Event) => {
    event.preventDefault();
    if (Object.keys(bins).length > 0) send({ bins: { ...bins } });
  };
  return (
    <form class="sort" onSubmit={submit}>
      {card ? (
        <Sorting {...props} bins={bins} card={card} put={put} turnTo={turnTo} follows={isUsed.current} />
      ) : (
        <Sorted {...props} bins={bins} turnTo={turnTo} follows={isUsed.current} />
      )}
      {open && !card && (
        <div class="send">
          <button type="submit" class="main-button" disabled={Object.keys(bins).length === 0}>
            {own === undefined ? words.send : words.change}
          </button>
        </div>
      )}
      {revealed?.cards && <Results options={options} cards={revealed.cards} />}
    </form>
  );
}

interface PartProps {
  readonly id: string;
  readonly options: SortOptions;
  readonly open: boolean;
  readonly bins: Bins;
  /** Whether it takes the place of what had the focus. */
  readonly follows: boolean;
  turnTo(turn: Turn | undefined): void;
}

interface SortingProps extends PartProps {
  readonly card: Card;
  /** `at` is the time of the event, milliseconds; without a bin the card is left out. */
  put(bin: string | undefined, at: number): void;
}

function Sorting({ id, options, bins, follows, card, put, turnTo }: SortingProps) {
  const { cards, into } = options;
  const index = cards.indexOf(card);
  const before = cards[index - 1];
  const focus = useFocus<HTMLDivElement>(follows);
  const byDigit = (event: KeyboardEvent) => {
    const bin = event.ctrlKey || event.metaKey || event.altKey ? undefined : into[Number(event.key) - 1];
    if (bin) put(bin.id, event.timeStamp);
  };
  return (
    <fieldset class="sort-turn" aria-labelledby={`${id}-card`} onKeyDown={byDigit}>
      {/* The card is spoken when it changes, while the focus stays on the bins. */}
      <div
        class="sort-card"
        id={`${id}-card`}
        tabIndex={-1}
        ref={focus}
        aria-live="polite"
        aria-atomic="true"
      >
        <span class="figure">{fill(words.cardOf, { number: index + 1, all: cards.length })}</span>
        <span class="sort-stack">
          <span key={card.id} class="sort-card-text" dir="auto">
            {card.text}
          </span>
          {cards.map((each) => (
            <span key={`room for ${each.id}`} class="sort-room" aria-hidden="true" dir="auto">
              {each.text}
            </span>
          ))}
        </span>
      </div>
      <progress class="sort-progress" max={cards.length} value={index} aria-hidden="true" />
      <div class="sort-into">
        {into.map((bin, place) => (
          <button
            key={bin.id}
            type="button"
            class="sort-bin"
            aria-pressed={bins[card.id] === bin.id}
            onClick={(event) => put(bin.id, event.timeStamp)}
          >
            <i class="sort-fill" data-bin={place + 1} />
            <span dir="auto">{bin.text}</span>
            <span class="sort-digit" aria-hidden="true">
              {place + 1}
            </span>
          </button>
        ))}
      </div>
      <div class="sort-ways">
        <button type="button" class="quiet-button" disabled={!before} onClick={() => turnTo(turnOf(before))}>
          ← {words.cardBack}
        </button>
        <button type="button" class="quiet-button" onClick={(event) => put(undefined, event.timeStamp)}>
          {words.leaveOut}
        </button>
        <button type="button" class="quiet-button" onClick={() => turnTo(undefined)}>
          {fill(words.sortedSoFar, { number: Object.keys(bins).length, all: cards.length })}
        </button>
      </div>
    </fieldset>
  );
}

function Sorted({ options, open, bins, follows, turnTo }: PartProps) {
  const { cards, into } = options;
  const left = unsorted(cards, bins);
  const focus = useFocus<HTMLHeadingElement>(follows);
  const groups = into.map((bin, place) => ({
    ...bin,
    place: place + 1,
    cards: cards.filter(({ id }) => bins[id] === bin.id),
  }));
  return (
    <fieldset class="sort-list" disabled={!open}>
      <h2 tabIndex={-1} ref={focus}>
        {words.yourAnswer}
      </h2>
      {left.length > 0 && (
        <Group name={words.notSorted} cards={left} choose={(card) => turnTo({ card, backToList: false })} />
      )}
      {open && left.length > 0 && (
        <button type="button" class="quiet-button" onClick={() => turnTo(turnOf(left[0]))}>
          {words.goOnSorting}
        </button>
      )}
      {groups
        .filter((group) => group.cards.length > 0)
        .map(({ id, text, place, cards }) => (
          <Group
            key={id}
            name={text}
            place={place}
            cards={cards}
            choose={(card) => turnTo({ card, backToList: true })}
          />
        ))}
    </fieldset>
  );
}

interface GroupProps {
  readonly name: string;
  /** Of the bin, from 1; none for what is not sorted. */
  readonly place?: number;
  readonly cards: readonly Card[];
  choose(card: string): void;
}

function Group({ name, place, cards, choose }: GroupProps) {
  return (
    <div class="sort-group">
      <p class="sort-group-name">
        {place !== undefined && <i class="sort-fill" data-bin={place} />}
        <span dir="auto">{name}</span>
        <span class="figure">{cards.length}</span>
      </p>
      <ul>
        {cards.map(({ id, text }) => (
          <li key={id}>
            <button
              type="button"
              aria-label={fill(words.changeCard, { card: text, bin: name })}
              onClick={() => choose(id)}
            >
              <span dir="auto">{text}</span>
              <span aria-hidden="true">⇄</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface ResultsProps {
  readonly options: SortOptions;
  readonly cards: NonNullable<SortRevealed['cards']>;
}

function Results({ options, cards }: ResultsProps) {
  return (
    <section class="results">
      <h2>{words.results}</h2>
      <ul class="shares">
        {cards.map(({ id, text, counts, agreement }) => {
          const most = Math.max(...counts);
          const fullest = options.into.filter((_, index) => most > 0 && counts[index] === most);
          return (
            <li key={id}>
              <span dir="auto">{text}</span>
              <span class="figure" dir="auto">
                {agreement === null
                  ? words.noAnswers
                  : `${Math.round(agreement * 100)}% ${fullest.map((bin) => bin.text).join(' / ')}`}
              </span>
              <span class="share" style={{ inlineSize: `${(agreement ?? 0) * 100}%` }} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Puts the focus there once, if `wanted`. */
function useFocus<Element_ extends HTMLElement>(wanted: boolean) {
  const ref = useRef<Element_>(null);
  useEffect(() => {
    if (wanted) ref.current?.focus();
  }, []);
  return ref;
}

function turnOf(card: Card | undefined): Turn | undefined {
  return card && { card: card.id, backToList: false };
}

function unsorted(cards: readonly Card[], bins: Bins): readonly Card[] {
  return cards.filter(({ id }) => bins[id] === undefined);
}

/** What is still there in the file as it is now. */
function fitting(bins: Bins, { cards, into }: SortOptions): Bins {
  const known = cards.flatMap(({ id }) =>
    into.filter((bin) => bin.id === bins[id]).map((bin) => [id, bin.id]),
  );
  return Object.fromEntries(known);
}

function isSortResponse(value: unknown): value is SortResponse {
  if (typeof value !== 'object' || value === null || !('bins' in value)) return false;
  const { bins } = value;
  if (typeof bins !== 'object' || bins === null || Array.isArray(bins)) return false;
  return Object.values(bins).every((bin) => typeof bin === 'string');
}
