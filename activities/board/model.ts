/** Board: everybody writes cards, votes for those of others and says which they would join; the presenter groups them. */
import { cardsColumns, derivedColumns, derivedRows } from '../cards/columns.ts';
import { ownCardsOf } from '../cards/own.ts';
import type { CardsResponse } from '../cards/response.ts';
import { honestCards, refusedCards } from '../cards/sample.ts';
import { type Bounds, cardsResponse } from '../cards/schema.ts';
import { type CardsTally, cardsTally, entriesOf } from '../cards/tally.ts';
import { counted } from '../figure.ts';
import type { AskedKind } from '../kind.ts';
import { type BoardOptions, boardOptions, readBoard } from './options.ts';
import { type BoardCard, type BoardRevealed, revealBoard } from './reveal.ts';
import { sampleBoards, sampleCard, sampleSteering } from './sample.ts';
import { type BoardSteered, boardSteering } from './steering.ts';

/** Cards that one person may say they would join. */
export const mostJoins = 20;

export const board: AskedKind<BoardOptions, CardsResponse, CardsTally, BoardRevealed, BoardSteered> = {
  keyword: 'board',
  asks: true,
  gradual: true,
  options: boardOptions,
  fromMarkdown: readBoard,
  response: (options) => cardsResponse(boundsOf(options)),
  tally: cardsTally,
  steering: boardSteering,
  together: true,
  names: (options) => options.join,
  personal: (_options, { participant, own, rulings }) => ownCardsOf(participant, own?.response, rulings),
  reveal: revealBoard,
  entries: entriesOf,
  columns: (options) => cardsColumns(boundsOf(options), options.columns),

  derived: {
    columns: [],
    columnsFor: (options) =>
      derivedColumns(boundsOf(options), [
        { item: 'group', label: 'Name of the group that the presenter put {card} into' },
        ...(options.columns.length === 0
          ? []
          : [{ item: 'moved to', label: 'Column that the presenter moved {card} to' }]),
      ]),
    rows(options, answers, { steered }) {
      const groups = new Map(steered.groups.map(({ id, name }) => [id, name]));
      const columns = new Map(options.columns.map(({ id, text }) => [id, text]));
      return derivedRows(boundsOf(options), answers, (key) => ({
        group: groups.get(steered.groupOf[key] ?? ''),
        'moved to': columns.get(steered.movedTo[key] ?? ''),
      }));
    },
  },

  describe(options, { all = 0, cards = [], groups = [] }) {
    const [first] = options.votes > 0 ? cards.filter(({ votes }) => votes > 0) : [];
    const named = groups.map(({ name, cards, votes }) => {
      return `${name} (${counted(cards, 'card')}${options.votes > 0 ? `, ${counted(votes, 'vote')}` : ''})`;
    });
    const sentences = [
      `${counted(all, 'card')}.`,
      ...(named.length > 0 ? [`Groups: ${named.join(', ')}.`] : []),
      ...(first ? [`Most wanted: “${first.text}” (${counted(first.votes, 'vote')}).`] : []),
    ];
    const facets = facetsOf(options, groups);
    return {
      sentence: all === 0 ? 'No cards yet.' : sentences.join(' '),
      table: {
        head: ['Card', ...facets.map(({ head }) => head)],
        rows: cards.map((card) => [card.text, ...facets.map(({ of }) => of(card))]),
      },
    };
  },

  sample: {
    question: 'Which challenge do you feel strongly about, and can influence?',
    options: sampleBoards,
    honest: (options, random) => honestCards(boundsOf(options), random, sampleCard),
    refused: (options) => refusedCards(boundsOf(options)),
    commands: (options, _random, answers) => sampleSteering(options, answers),
  },
};

function boundsOf({ cards, limit, columns, votes, join }: BoardOptions): Bounds {
  return { cards, limit, columns: columns.map(({ id }) => id), votes, joins: join ? mostJoins : 0 };
}

interface Facet {
  readonly head: string;
  of(card: BoardCard): string | number;
}

/** What the table says of each card beside its text. */
function facetsOf({ columns, votes, join }: BoardOptions, groups: BoardRevealed['groups'] = []): Facet[] {
  return [
    ...(votes > 0 ? [{ head: 'Votes', of: (card: BoardCard) => card.votes }] : []),
    ...(join ? [{ head: 'Would join', of: (card: BoardCard) => card.joins?.people ?? 0 }] : []),
    ...(columns.length > 0
      ? [{ head: 'Column', of: ({ box }: BoardCard) => columns.find(({ id }) => id === box)?.text ?? '' }]
      : []),
    ...(groups.length > 0
      ? [{ head: 'Group', of: ({ group }: BoardCard) => groups.find(({ id }) => id === group)?.name ?? '' }]
      : []),
  ];
}
