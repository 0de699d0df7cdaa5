/**
 * The rules of a board.
 *
 * [KBO1] With columns a card may name one of them and is in the first otherwise; without it names none.
 * [KBO2] Most wanted first, and of equals the newest; each box has its share of what is shown.
 * [KBO3] A group has the votes of all its cards, and everybody who would join once; it stands where most of its cards do.
 * [KBO4] A group is there as long as it has cards; a card is in one group.
 * [KBO5] Whoever would join is told by the name they gave, if they gave one, and never who wrote a card.
 * [KBO6] A card stands where the presenter moved it, as long as there is such a column.
 * [KBO7] The room gets at most 80 cards, of each group at least three, and how many there are.
 * [KBO8] Mistakes of an author stand where they were made.
 */
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { arrived } from '../cards/arrivals.ts';
import type { CardsResponse } from '../cards/response.ts';
import { cardKey } from '../cards/tally.ts';
import { directiveOf, seeded, seenBy } from '../given.ts';
import type { Visibility } from '../kind.ts';
import { type KindCommand, nothingAround } from '../steering.ts';
import { board } from './model.ts';
import type { BoardOptions } from './options.ts';
import { type BoardSteered, boardSteering } from './steering.ts';

const plain: BoardOptions = { columns: [], votes: 5, join: true, cards: 8, limit: 200 };
const two: BoardOptions = {
  ...plain,
  columns: [
    { id: 'causes', text: 'Causes' },
    { id: 'people', text: 'People' },
  ],
};
const key = (participant: string) => cardKey(participant, 'card-one');

interface Wrote {
  readonly by: string;
  readonly text?: string;
  readonly column?: string;
  readonly votes?: readonly string[];
  readonly joins?: readonly string[];
}

function responseOf({ text, column, votes = [], joins = [] }: Wrote): CardsResponse {
  const card = { id: 'card-one', text: text ?? '', ...(column === undefined ? {} : { column }) };
  return { cards: text === undefined ? [] : [card], votes: votes.map(key), joins: joins.map(key) };
}

function steeredBy(
  options: BoardOptions,
  commands: readonly KindCommand[],
  start = boardSteering.start(options),
) {
  return commands.reduce((steered: BoardSteered, command) => {
    const around = { ...nothingAround, steered, now: 1, random: seeded(1) };
    const step = boardSteering.decide(options, steered, command, around);
    if (step === undefined) throw new Error(`${command.type} makes no sense`);
    return boardSteering.evolve(options, steered, step, 1);
  }, start);
}

/** Cards arrive in the order given. */
function revealed(
  options: BoardOptions,
  wrote: readonly Wrote[],
  commands: readonly KindCommand[] = [],
  to: Visibility['to'] = 'screen',
  names: Readonly<Record<string, string>> = {},
) {
  const tally = wrote
    .map((each, at) => ({ participant: each.by, response: responseOf(each), at }))
    .reduce(board.tally.step, board.tally.start(options));
  const start = wrote.reduce(
    (steered, { by, text }, at) =>
      arrived(steered, { type: 'arrived', participant: by, cards: text === undefined ? [] : [key(by)] }, at),
    boardSteering.start(options),
  );
  const steered = steeredBy(options, commands, start);
  return board.reveal(options, tally, seenBy(to), {
    ...nothingAround,
    steered,
    aliasOf: (each) => names[each],
  });
}

const texts = (cards: readonly { readonly text: string }[] = []) => cards.map(({ text }) => text);
const accepts = (options: BoardOptions, response: unknown) => v.is(board.response(options), response);

describe('cards', () => {
  it('[KBO1] may name a column where there are columns', () => {
    expect(accepts(two, responseOf({ by: 'ann', text: 'x', column: 'causes' }))).toBe(true);
    expect(accepts(two, responseOf({ by: 'ann', text: 'x' }))).toBe(true);
    expect(accepts(two, responseOf({ by: 'ann', text: 'x', column: 'constructor' }))).toBe(false);
    expect(accepts(plain, responseOf({ by: 'ann', text: 'x', column: 'causes' }))).toBe(false);
  });

  it('[KBO2] have the most wanted first, then the newest', () => {
    const wrote = [
      { by: 'ann', text: 'first' },
      { by: 'bob', text: 'second' },
      { by: 'cem', text: 'third', votes: ['ann'] },
    ];
    expect(texts(revealed(plain, wrote).cards)).toEqual(['first', 'third', 'second']);
  });

  it('[KBO2] [KBO7] share the room between their boxes', () => {
    const wrote = Array.from({ length: 500 }, (_, index) => ({
      by: `p${index}`,
      text: `text ${index}`,
      column: index < 480 ? 'causes' : 'people',
    }));
    const { cards = [], boxes, all } = revealed(two, wrote);
    expect(all).toBe(500);
    expect(boxes).toEqual([
      { id: 'causes', cards: 480 },
      { id: 'people', cards: 20 },
    ]);
    expect(cards.filter(({ box }) => box === 'causes')).toHaveLength(40);
    expect(cards.filter(({ box }) => box === 'people')).toHaveLength(20);
    expect(revealed(two, wrote, [], 'presenter').cards?.length).toBeGreaterThan(200);
  });
});

describe('groups', () => {
  const wrote: readonly Wrote[] = [
    { by: 'ann', text: 'a', column: 'causes' },
    { by: 'bob', text: 'b', column: 'people', votes: ['ann'], joins: ['ann'] },
    { by: 'cem', text: 'c', column: 'people', votes: ['ann', 'bob'], joins: ['ann', 'bob'] },
    { by: 'dov', votes: ['bob'], joins: ['bob', 'cem'] },
  ];
  const group = {
    type: 'group',
    group: 'g1',
    name: ' Together ',
    entries: [key('ann'), key('bob'), key('cem')],
  };

  it('[KBO3] sum up their cards', () => {
    const { groups, cards = [], boxes } = revealed(two, wrote, [group], 'screen', { cem: 'Cem' });
    expect(groups).toEqual([
      {
        id: 'g1',
        name: 'Together',
        box: 'people',
        cards: 3,
        votes: 4,
        joins: { people: 3, names: ['Cem'] },
      },
    ]);
    // Cards of a group stand with it.
    expect(cards.map(({ group: id, box }) => [id, box])).toEqual(cards.map(() => ['g1', 'people']));
    expect(boxes).toEqual([
      { id: 'causes', cards: 0 },
      { id: 'people', cards: 3 },
    ]);
  });

  it('[KBO4] end with their last card', () => {
    const other = { type: 'group', group: 'g2', name: 'Other', entries: [key('cem')] };
    const both = steeredBy(two, [group, other]);
    expect(both.groups.map(({ id }) => id)).toEqual(['g1', 'g2']);
    expect(both.groupOf[key('cem')]).toBe('g2');
    const moved = steeredBy(two, [group, other, { ...group, entries: [key('cem')] }]);
    expect(moved.groups.map(({ id }) => id)).toEqual(['g1']);
    const fewer = steeredBy(two, [group, { type: 'ungroup', group: 'g1', entries: [key('ann')] }]);
    expect(Object.keys(fewer.groupOf)).toEqual([key('bob'), key('cem')]);
    expect(steeredBy(two, [group, { type: 'ungroup', group: 'g1' }]).groups).toEqual([]);
    expect(() => steeredBy(two, [{ type: 'ungroup', group: 'g1' }])).toThrow();
    expect(() => steeredBy(two, [{ type: 'renameGroup', group: 'g1', name: 'x' }])).toThrow();
    const renamed = steeredBy(two, [group, { type: 'renameGroup', group: 'g1', name: 'Apart\u202E' }]);
    expect(renamed.groups).toEqual([{ id: 'g1', name: 'Apart' }]);
  });

  it('[KBO7] show some of their cards, whatever else there is', () => {
    const many = Array.from({ length: 300 }, (_, index) => ({ by: `p${index}`, text: `text ${index}` }));
    const commands = Array.from({ length: 20 }, (_, index) => ({
      type: 'group',
      group: `g${index}`,
      name: `Group ${index}`,
      entries: many.slice(index * 6, index * 6 + 6).map(({ by }) => key(by)),
    }));
    const { cards = [], groups = [] } = revealed(plain, many, commands);
    expect(groups).toHaveLength(20);
    for (const { id } of groups) expect(cards.filter((card) => card.group === id)).toHaveLength(3);
    expect(cards.filter((card) => card.group === undefined).length).toBeGreaterThan(15);
    expect(cards.length).toBeLessThanOrEqual(90);
  });
});

describe('what a presenter may see of people', () => {
  it('[KBO5] is who would join, by the names they gave', () => {
    const wrote = [
      { by: 'ann', text: 'a' },
      ...Array.from({ length: 20 }, (_, index) => ({ by: `p${index}`, joins: ['ann'] })),
    ];
    const names = Object.fromEntries(wrote.map(({ by }, index) => [by, index % 2 ? `Name ${index}` : '']));
    const named = Object.fromEntries(Object.entries(names).filter(([, name]) => name !== ''));
    const [card] = revealed(plain, wrote, [], 'phone', { ...named, ann: 'Ann who wrote it' }).cards ?? [];
    expect(card?.joins?.people).toBe(20);
    expect(card?.joins?.names).toHaveLength(8);
    expect(JSON.stringify(card)).not.toContain('Ann');
    expect(revealed({ ...plain, join: false }, wrote).cards?.[0]).not.toHaveProperty('joins');
    expect([board.names?.(plain), board.names?.({ ...plain, join: false })]).toEqual([true, false]);
  });
});

describe('moving', () => {
  const wrote = [{ by: 'ann', text: 'a', column: 'causes' }];
  const move = (column: string) => ({ type: 'moveCard', entry: key('ann'), column });

  it('[KBO6] puts a card into another column', () => {
    expect(revealed(two, wrote, [move('people')]).cards?.[0]?.box).toBe('people');
    expect(() => steeredBy(two, [move('nowhere')])).toThrow();
    expect(() => steeredBy(plain, [move('people')])).toThrow();
  });

  it('[KBO6] is void when the column is gone', () => {
    const tally = board.tally.step(board.tally.start(two), {
      participant: 'ann',
      response: responseOf({ by: 'ann', text: 'a', column: 'causes' }),
      at: 1,
    });
    const edited = {
      ...two,
      columns: [
        { id: 'causes', text: 'Causes' },
        { id: 'new', text: 'New' },
      ],
    };
    const steered = steeredBy(two, [move('people')]);
    const { cards } = board.reveal(edited, tally, seenBy('screen'), { ...nothingAround, steered });
    expect(cards?.[0]?.box).toBe('causes');
  });
});

describe('as authored', () => {
  const read = (given: Readonly<Record<string, unknown>>, list: readonly string[] = []) =>
    board.fromMarkdown(directiveOf('board', 'What gets in the way?', given, list));
  const faultsOf = (...given: Parameters<typeof read>) => {
    const reading = read(...given);
    return reading.ok ? [] : reading.faults.map((each) => `${each.line}:${each.column} ${each.message}`);
  };

  it('reads columns by their names', () => {
    expect(read({ columns: ['Who is involved', 'C', 'C++', 6] })).toMatchObject({
      ok: true,
      options: {
        columns: [
          { id: 'who-is-involved', text: 'Who is involved' },
          { text: 'C' },
          { text: 'C++' },
          { id: '6', text: '6' },
        ],
      },
    });
    expect(read({})).toMatchObject({ ok: true, options: { columns: [], votes: 5, join: false } });
  });

  it('[KBO8] points at what is wrong', () => {
    const list = '7:9 board: columns must be a list of names: [One, Another]';
    expect(faultsOf({ columns: 'One, Two' })).toEqual([list]);
    expect(faultsOf({ columns: [{ id: 'a', text: 'b' }] })).toEqual([list]);
    expect(faultsOf({ columns: ['One'] })).toEqual(['7:9 board: needs at least two columns, or none']);
    expect(faultsOf({ columns: ['One', 'one'] })).toEqual(['7:9 board: has the same column twice: "one"']);
    expect(faultsOf({ columns: ['One', ' '] })).toEqual(['7:9 board: has a column without a name']);
    expect(faultsOf({ votes: -1, join: 'yes', limit: 1 })).toEqual([
      '7:9 board: votes must be a whole number from 0 to 20',
      '7:9 board: join must be true or false',
      '7:9 board: limit must be a whole number from 20 to 500',
    ]);
    expect(faultsOf({}, ['A card'])).toEqual([
      '10:3 board: takes no list below it, people write the cards; boxes are named by columns',
    ]);
  });
});
