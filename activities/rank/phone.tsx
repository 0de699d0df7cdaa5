/** Rank on phones: tap the items in order; what has a place is moved with buttons, or dragged by its number. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { styled } from '../look/styled.ts';
import type { PhoneViewProps } from '../views.ts';
import { words } from '../words/phone.ts';
import { count, fill } from '../words/say.ts';
import type { RankOptions, RankPersonal, RankResponse, RankRevealed } from './model.ts';
import css from './phone.css?inline';
import { useSorting } from './sorting.ts';

styled(css);

type Props = PhoneViewProps<RankOptions, RankResponse, RankRevealed, RankPersonal>;

export function RankPhone(props: Props) {
  const { id, options, own, open, send, revealed, personal } = props;
  const form = useRef<HTMLFormElement>(null);
  const ranking = useRanking(props, form);
  const { order, rest, places, spoken } = ranking;
  const left = places - order.length;
  const submit = (event: Event) => {
    event.preventDefault();
    if (left === 0) send({ order: [...order] });
  };
  return (
    <form onSubmit={submit} ref={form}>
      <fieldset disabled={!open} aria-labelledby={`question-${id}`}>
        {open && <p class="hint">{left === 0 ? words.moveHint : hintFor(options, places)}</p>}
        <Placed ranking={ranking} open={open} />
        {rest.length > 0 && (
          <ul class="unplaced">
            {rest.map(({ id: item, text }) => (
              <li key={item}>
                <button
                  type="button"
                  data-item={item}
                  aria-disabled={left === 0}
                  onClick={(event) => ranking.place(item, event)}
                >
                  <span dir="auto">{text}</span>
                </button>
              </li>
            ))}
          </ul>
        )}
        {open && order.length > 1 && (
          <button type="button" class="quiet-button" onClick={ranking.startAgain}>
            {words.startAgain}
          </button>
        )}
        <p class="heard" aria-live="polite" dir="auto">
          {spoken}
        </p>
      </fieldset>
      {open && (
        <div class="send">
          <button type="submit" class="main-button" disabled={left > 0}>
            {left > 0 ? count(words.moreToPlace, left) : own === undefined ? words.send : words.change}
          </button>
        </div>
      )}
      {revealed?.items && <Results items={revealed.items} places={places} personal={personal} />}
    </form>
  );
}

function hintFor({ items }: RankOptions, places: number): string {
  return places < items.length ? count(words.tapTheFirst, places) : words.tapInOrder;
}

type Item = RankOptions['items'][number];

interface Ranking {
  /** Ids of what has a place, first place first. */
  readonly order: readonly string[];
  /** What has none. */
  readonly rest: readonly Item[];
  readonly places: number;
  /** What was done last, for those who listen. */
  readonly spoken: string;
  textOf(item: string): string;
  place(item: string, event: MouseEvent): void;
  /** To the place of this index; behind the last one it has no place any more. */
  move(item: string, to: number): void;
  startAgain(): void;
}

function useRanking(
  { options, own, open, draft, keepDraft }: Props,
  form: { current: HTMLFormElement | null },
): Ranking {
  const { top = options.items.length } = options;
  const places = Math.min(top, options.items.length);
  const isFull = places === options.items.length;
  const [listed] = useState(() => (options.shuffle ? shuffled(options.items) : options.items));
  const [made, setMade] = useState(isRankResponse(draft) ? draft.order : (own?.order ?? []));
  // Once it is closed, what counts is what was saved.
  const order = known(!open && own ? own.order : made, options);
  const [spoken, setSpoken] = useState('');
  // Where the focus goes once what had it has moved.
  const focus = useRef<string>(undefined);
  useLayoutEffect(() => {
    const wanted = focus.current;
    focus.current = undefined;
    if (wanted !== undefined) form.current?.querySelector<HTMLElement>(wanted)?.focus();
  });
  const textOf = (item: string) => options.items.find((each) => each.id === item)?.text ?? '';
  const restOf = (placed: readonly string[]) => listed.filter((each) => !placed.includes(each.id));
  const change = (next: readonly string[]) => {
    setMade([...next]);
    // Should time end now, what has no place yet follows as it stands on the phone.
    const inTheMaking = isFull ? [...next, ...restOf(next).map((each) => each.id)] : next;
    keepDraft(next.length === 0 ? undefined : { order: inTheMaking });
  };
  const say = (item: string, place: number) =>
    setSpoken(fill(words.placeOf, { text: textOf(item), place, all: places }));
  return {
    order,
    rest: restOf(order),
    places,
    spoken,
    textOf,
    place(item, event) {
      if (order.length === places) return;
      const next = [...order, item];
      const rest = restOf(next);
      const [last, ...others] = rest;
      // The last one has no choice.
      if (isFull && last && others.length === 0) next.push(last.id);
      const index = restOf(order).findIndex((each) => each.id === item);
      const following = rest[index] ?? rest[index - 1];
      // With keys one goes on where one was; a thumb needs no focus.
      if (event.detail === 0) {
        const isDone = next.length === places || !following;
        focus.current = isDone ? '[type=submit]' : `[data-item="${following.id}"]`;
      }
      change(next);
      say(item, order.length + 1);
    },
    move(item, to) {
      const without = order.filter((each) => each !== item);
      const isOut = to >= order.length;
      const up = to < order.indexOf(item);
      focus.current = isOut ? `[data-item="${item}"]` : `[data-key="${item}"] .move-${up ? 'up' : 'down'}`;
      change(isOut ? without : without.toSpliced(to, 0, item));
      if (isOut) setSpoken(fill(words.takenOut, { text: textOf(item) }));
      else say(item, to + 1);
    },
    startAgain() {
      focus.current = '[data-item]';
      change([]);
      setSpoken(words.startedAgain);
    },
  };
}

function Placed({ ranking, open }: { ranking: Ranking; open: boolean }) {
  const { order, rest, textOf, move } = ranking;
  const { list, remember, grab } = useSorting<HTMLOListElement>(move);
  remember(order.join());
  return (
    <ol class="placed" ref={list}>
      {order.map((item, index) => {
        const text = textOf(item);
        const isLast = index === order.length - 1;
        const leaves = isLast && rest.length > 0;
        return (
          <li key={item} data-key={item} class="placed-row">
            <span
              class="handle"
              aria-hidden="true"
              onPointerDown={open ? (event) => grab(event, item) : undefined}
            >
              {index + 1}
            </span>
            <span class="placed-text" dir="auto">
              {text}
            </span>
            {open && (
              <span class="moves">
                <button
                  type="button"
                  class="move-up"
                  aria-label={fill(words.moveUp, { text })}
                  aria-disabled={index === 0}
                  onClick={() => index > 0 && move(item, index - 1)}
                >
                  ▲
                </button>
                <button
                  type="button"
                  class="move-down"
                  aria-label={fill(leaves ? words.takeOut : words.moveDown, { text })}
                  aria-disabled={isLast && !leaves}
                  onClick={() => (!isLast || leaves) && move(item, index + 1)}
                >
                  {leaves ? '✕' : '▼'}
                </button>
              </span>
            )}
          </li>
        );
      })}
    </ol>
  );
}

interface ResultsProps {
  readonly items: NonNullable<RankRevealed['items']>;
  readonly places: number;
  readonly personal: RankPersonal | undefined;
}

function Results({ items, places, personal }: ResultsProps) {
  return (
    <section class="results">
      <h2>{words.results}</h2>
      {personal && (
        <p class="nearness">
          <strong>{fill(words.inPlace, { number: personal.inPlace, all: personal.of })}</strong>
          {personal.off > 0 && ` · ${fill(words.placesOff, { value: Math.round(personal.off * 10) / 10 })}`}
        </p>
      )}
      <ol class="shares">
        {items.map(({ id, text, points, place, right }) => {
          const mine = personal?.mine[id] ?? 0;
          return (
            <li key={id}>
              <span>
                <span class="figure">{right ?? place}.</span> <span dir="auto">{text}</span>
              </span>
              <span class="figure">
                {personal && right !== undefined
                  ? mine === right
                    ? `✓ ${fill(words.yours, { place: mine })}`
                    : fill(words.yours, { place: mine || '–' })
                  : fill(words.mean, { value: Math.round(points * 10) / 10 })}
              </span>
              <span class="share" style={{ inlineSize: `${(points / places) * 100}%` }} />
            </li>
          );
        })}
      </ol>
    </section>
  );
}

/** What is kept on a phone may be older than the question, which was edited since. */
function known(order: readonly string[], { items, top = items.length }: RankOptions): readonly string[] {
  const ids = items.map(({ id }) => id);
  return [...new Set(order)].filter((id) => ids.includes(id)).slice(0, top);
}

function shuffled(items: readonly Item[]): readonly Item[] {
  return items
    .map((item) => ({ item, at: Math.random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

function isRankResponse(value: unknown): value is RankResponse {
  if (typeof value !== 'object' || value === null || !('order' in value)) return false;
  return Array.isArray(value.order) && value.order.every((id) => typeof id === 'string');
}
