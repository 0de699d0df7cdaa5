/** What may be seen of a board: the most wanted and the latest cards of each box, and the groups with what they hold. */
import { oldestFirst } from '../cards/arrivals.ts';
import { approved, type Card, type CardsTally, cardsIn, chosenOf } from '../cards/tally.ts';
import { foremost } from '../foremost.ts';
import type { Visibility } from '../kind.ts';
import { legible, legibleLines } from '../legible.ts';
import type { Around } from '../steering.ts';
import type { BoardOptions } from './options.ts';
import type { BoardSteered } from './steering.ts';

export interface BoardCard {
  readonly key: string;
  readonly text: string;
  readonly votes: number;
  /** Id of the column it stands in; absent where there is one board. */
  readonly box?: string;
  readonly group?: string;
  /** Where people can say what they would join. */
  readonly joins?: Joins;
}

export interface Joins {
  readonly people: number;
  /** Some of those who gave a name. */
  readonly names: readonly string[];
}

export interface BoardGroup {
  readonly id: string;
  readonly name: string;
  readonly box?: string;
  /** Cards in it, shown or not. */
  readonly cards: number;
  /** Of all its cards together. */
  readonly votes: number;
  /** Everybody once, whichever of the cards they would join. */
  readonly joins?: Joins;
}

export interface BoardRevealed {
  readonly people: number;
  /** Most wanted first, and of equals the newest; absent while results are hidden. */
  readonly cards?: readonly BoardCard[];
  /** With most votes first, then with most cards. */
  readonly groups?: readonly BoardGroup[];
  /** How many cards stand in each box, groups and what is not shown included; one box with the id '' without columns. */
  readonly boxes?: readonly { readonly id: string; readonly cards: number }[];
  /** How many cards there are. */
  readonly all?: number;
}

/** How many cards are shown: to phones and the room, to the presenter, and in the report. */
const limits = { room: 80, live: 400, final: 2000 };
const mostGroups = { room: 24, live: 100, final: 100 };
/** Of a group's cards at least so many are shown. */
const leastOfGroup = 3;
const namesShown = 8;
/** Longest name that somebody gave themselves, in characters. */
const aliasLimit = 40;

export function revealBoard(
  options: BoardOptions,
  tally: CardsTally,
  visibility: Visibility,
  around: Around<BoardSteered>,
): BoardRevealed {
  const { people } = tally;
  if (visibility.results === 'hidden') return { people };
  const extent = visibility.to === 'presenter' ? visibility.results : 'room';
  const { steered } = around;
  const older = oldestFirst(steered);
  const newest = (a: Card, b: Card) => older(b, a);
  const wanted = (a: Card, b: Card) => b.votes - a.votes || newest(a, b);
  const cards = approved(cardsIn(tally), visibility);
  const { loose, grouped } = apart(cards, steered);
  const boxes = new Map(
    (options.columns.length === 0 ? [{ id: '' }] : options.columns).map(({ id }) => [id, 0]),
  );
  const boxOf = (card: Card) => boxOfCard(card, steered, boxes);
  const add = (box: string, number: number) => boxes.set(box, (boxes.get(box) ?? 0) + number);
  for (const card of loose) add(boxOf(card), 1);

  const groups = grouped.map(({ id, name, cards }) => ({ id, name, cards, box: mainBox(cards.map(boxOf)) }));
  for (const { box, cards } of groups) add(box, cards.length);
  const joinsOf = (participants: Iterable<string>) =>
    options.join ? joined(participants, around) : undefined;
  const described = groups.map((group) => ({ ...group, votes: votesOf(group.cards) }));
  described.sort((a, b) => b.votes - a.votes || b.cards.length - a.cards.length || (a.id < b.id ? -1 : 1));
  const listed = described.slice(0, mostGroups[extent]);

  const most = limits[extent];
  const ofGroup = Math.max(leastOfGroup, Math.floor(most / 2 / Math.max(1, listed.length)));
  const placed = new Map<Card, { readonly box: string; readonly group?: string }>();
  for (const { id: group, box, cards } of listed) {
    for (const card of foremost(cards, ofGroup, wanted)) placed.set(card, { box, group });
  }
  const ofBox = Math.ceil(Math.max(most / 3, most - placed.size) / boxes.size);
  const quota = { most: Math.ceil(ofBox * 0.75), latest: Math.floor(ofBox / 4) };
  for (const [box, inside] of byBox(loose, boxOf)) {
    for (const card of chosenOf(inside, quota, wanted, newest)) placed.set(card, { box });
  }
  return {
    people,
    cards: [...placed]
      .sort(([a], [b]) => wanted(a, b))
      .map(([{ key, written, votes, joins }, { box, group }]) => {
        const text = legibleLines(written.text, options.limit);
        return { key, text, votes, ...placeOf(box, group), ...withJoins(joinsOf(joins)) };
      }),
    groups: listed.map(({ id, name, box, cards, votes }) => {
      const joins = joinsOf(new Set(cards.flatMap((card) => card.joins)));
      return { id, name, cards: cards.length, votes, ...placeOf(box), ...withJoins(joins) };
    }),
    boxes: [...boxes].map(([id, number]) => ({ id, cards: number })),
    all: cards.length,
  };
}

interface Grouped {
  readonly id: string;
  readonly name: string;
  readonly cards: Card[];
}

function apart(
  cards: readonly Card[],
  { groups, groupOf }: BoardSteered,
): { readonly loose: readonly Card[]; readonly grouped: readonly Grouped[] } {
  const byId = new Map(groups.map(({ id, name }): [string, Grouped] => [id, { id, name, cards: [] }]));
  const loose: Card[] = [];
  for (const card of cards) (byId.get(groupOf[card.key] ?? '')?.cards ?? loose).push(card);
  return { loose, grouped: [...byId.values()].filter(({ cards }) => cards.length > 0) };
}

/** Where the presenter moved it, or its writer put it; the first box for what an edit of the file left without one. */
function boxOfCard(
  { key, written }: Card,
  { movedTo }: BoardSteered,
  boxes: ReadonlyMap<string, number>,
): string {
  const [first = ''] = boxes.keys();
  for (const box of [movedTo[key], written.column]) if (box !== undefined && boxes.has(box)) return box;
  return first;
}

/** A group stands where most of its cards do. */
function mainBox(boxes: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const box of boxes) counts.set(box, (counts.get(box) ?? 0) + 1);
  const [[main] = ['']] = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return main;
}

function byBox(cards: readonly Card[], boxOf: (card: Card) => string): ReadonlyMap<string, readonly Card[]> {
  const boxes = new Map<string, Card[]>();
  for (const card of cards) {
    const box = boxOf(card);
    const inside = boxes.get(box);
    if (inside) inside.push(card);
    else boxes.set(box, [card]);
  }
  return boxes;
}

function votesOf(cards: readonly Card[]): number {
  return cards.reduce((sum, { votes }) => sum + votes, 0);
}

function joined(participants: Iterable<string>, { aliasOf }: Around<BoardSteered>): Joins {
  const names: string[] = [];
  let people = 0;
  for (const participant of participants) {
    people++;
    const name = names.length < namesShown ? aliasOf(participant) : undefined;
    if (name !== undefined) names.push(legible(name, aliasLimit));
  }
  return { people, names };
}

function placeOf(box: string, group?: string): Pick<BoardCard, 'box' | 'group'> {
  return { ...(box === '' ? {} : { box }), ...(group === undefined ? {} : { group }) };
}

function withJoins(joins: Joins | undefined): Pick<BoardCard, 'joins'> {
  return joins ? { joins } : {};
}
