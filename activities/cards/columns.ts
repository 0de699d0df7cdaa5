/** Cards in downloads: a row for each card and each vote, and rows that say by which key votes name which card. */
import type { Column, DerivedColumn } from '../kind.ts';
import type { CardsResponse } from './response.ts';
import type { Bounds } from './schema.ts';
import { cardsOf, keysOf } from './tally.ts';

interface Named {
  readonly id: string;
  readonly text: string;
}

function numbers(most: number): readonly number[] {
  return Array.from({ length: most }, (_, index) => index + 1);
}

export function cardsColumns(bounds: Bounds, columns: readonly Named[] = []): Column<CardsResponse>[] {
  const named = new Map(columns.map(({ id, text }) => [id, text]));
  return [
    ...numbers(bounds.cards).flatMap((number): Column<CardsResponse>[] => [
      {
        item: `card ${number}`,
        label: `Card ${number} of this participant`,
        values: 'text',
        read: ({ cards }) => cards[number - 1]?.text,
      },
      ...(columns.length === 0 ? [] : [columnOf(number, named)]),
    ]),
    ...keyColumns('vote', bounds.votes, 'votes for', ({ votes }) => votes),
    ...keyColumns('join', bounds.joins, 'would join', ({ joins }) => joins),
    {
      item: 'taken back',
      label: 'Says “all” where this participant took all cards and votes back',
      values: 'text',
      read: ({ cards, votes, joins }) =>
        cards.length + votes.length + joins.length === 0 ? 'all' : undefined,
    },
  ];
}

function columnOf(number: number, named: ReadonlyMap<string, string>): Column<CardsResponse> {
  return {
    item: `card ${number} column`,
    label: `Column that the writer put card ${number} into`,
    values: 'text',
    allowed: [...named.values()],
    read: ({ cards }) => named.get(cards[number - 1]?.column ?? ''),
  };
}

function keyColumns(
  item: string,
  most: number,
  does: string,
  read: (response: CardsResponse) => readonly string[],
): Column<CardsResponse>[] {
  return numbers(most).map((number) => ({
    item: `${item} ${number}`,
    label: `Key of a card that this participant ${does}: it stands as “card … key” with the writer`,
    values: 'text',
    read: (response) => read(response)[number - 1],
  }));
}

/** What a kind knows of a card beyond its votes; in the label `{card}` stands for "card 1". */
export interface Further {
  readonly item: string;
  readonly label: string;
}

export function derivedColumns(bounds: Bounds, further: readonly Further[]): readonly DerivedColumn[] {
  return numbers(bounds.cards).flatMap((number): DerivedColumn[] => {
    const card = `card ${number}`;
    return [
      { item: `${card} key`, label: `Key of ${card}, by which votes name it`, values: 'text' },
      ...(bounds.votes > 0
        ? [{ item: `${card} votes`, label: `Votes of others for ${card}`, values: 'number' } as const]
        : []),
      ...(bounds.joins > 0
        ? [{ item: `${card} joins`, label: `Others who would join ${card}`, values: 'number' } as const]
        : []),
      ...further.map(
        ({ item, label }) =>
          ({ item: `${card} ${item}`, label: label.replace('{card}', card), values: 'text' }) as const,
      ),
    ];
  });
}

export interface DerivedRow {
  readonly participant: string;
  readonly item: string;
  readonly value: string | number;
}

export function* derivedRows(
  bounds: Bounds,
  answers: readonly { readonly participant: string; readonly response: CardsResponse }[],
  furtherOf: (key: string) => Readonly<Record<string, string | undefined>>,
): Generator<DerivedRow> {
  const cards = new Map(cardsOf(answers).map((card) => [card.key, card]));
  for (const { participant, response } of answers) {
    for (const [index, key] of keysOf(participant, response).entries()) {
      const about = (item: string, value: string | number) => {
        return { participant, item: `card ${index + 1} ${item}`, value };
      };
      const { votes = 0, joins = [] } = cards.get(key) ?? {};
      yield about('key', key);
      if (bounds.votes > 0) yield about('votes', votes);
      if (bounds.joins > 0) yield about('joins', joins.length);
      for (const [item, value] of Object.entries(furtherOf(key))) {
        if (value !== undefined) yield about(item, value);
      }
    }
  }
}
