/** What stands where on a screen: the cards and groups of each box. */
import type { BoardOptions } from './options.ts';
import type { BoardCard, BoardGroup, BoardRevealed } from './reveal.ts';

export interface Box {
  /** '' for the one box of a board without columns. */
  readonly id: string;
  readonly text: string;
  readonly hue: string;
  /** Cards that stand in it, and how many of them are drawn alone or in a group. */
  readonly all: number;
  readonly drawn: number;
  readonly cards: readonly BoardCard[];
  readonly groups: readonly DrawnGroup[];
}

export interface DrawnGroup extends BoardGroup {
  /** Those that are listed in it. */
  readonly inside: readonly BoardCard[];
}

export function boxesOf({ columns }: BoardOptions, revealed: BoardRevealed): readonly Box[] {
  const { cards = [], groups = [], boxes = [] } = revealed;
  const listed = groups.length <= 2 ? 6 : groups.length <= 6 ? 4 : 3;
  const named = columns.length === 0 ? [{ id: '', text: '' }] : columns;
  return named.map(({ id, text }, index) => {
    const isHere = ({ box = '' }: Pick<BoardCard, 'box'>) => box === id;
    const loose = cards.filter((card) => isHere(card) && card.group === undefined);
    const framed = groups.filter(isHere).map((group) => {
      return { ...group, inside: cards.filter((card) => card.group === group.id).slice(0, listed) };
    });
    const drawn = framed.reduce((sum, group) => sum + group.cards, loose.length);
    const all = boxes.find((box) => box.id === id)?.cards ?? 0;
    return { id, text, hue: `var(--series-${index + 1})`, all, drawn, cards: loose, groups: framed };
  });
}

/** The fuller the fullest box, the narrower the cards of all. */
export function crowdOf(boxes: readonly Box[]): 'few' | 'some' | 'many' {
  const most = Math.max(...boxes.map(({ cards, groups }) => cards.length + groups.length * 3));
  return most <= 2 ? 'few' : most <= 6 ? 'some' : 'many';
}

/** All that takes room: what it is and where it stands, and neither figures nor order. */
export function contentOf(boxes: readonly Box[]): string {
  const contents = boxes.map(({ id, cards, groups }) => [
    id,
    ...cards
      .map(({ key, text, votes, joins }) => `${key} ${text} ${votes > 0} ${joins !== undefined}`)
      .sort(),
    ...groups.map(({ id: group, name, inside }) => `${group} ${name} ${inside.length}`).sort(),
  ]);
  return contents.flat().join('\n');
}
