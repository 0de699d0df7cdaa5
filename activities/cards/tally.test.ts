/**
 * Rules of cards, whatever kind they are of. [KCA1] is tested beside the digest.
 *
 * [KCA2] A card's key belongs to its writer and its id: the same id of somebody else is another card.
 * [KCA3] A vote counts once for each participant, never for one's own card, and for a card that is gone not at all.
 * [KCA4] A verdict ends when the text is edited; votes stay.
 * [KCA5] The most wanted are shown, and the latest beside them.
 * [KCA6] A card came in when its id came in first, however often its writer sends again; nobody fills the table of times.
 * [KCA7] A phone is told its own cards alone, and what the presenter made of them.
 * [KCA8] Downloads have a row for each card and vote, and say which key is whose card.
 * [KCA9] A card may also be named by the id its writer gave it, where only one card has it; a key comes first.
 */
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { kindAndRude } from '../colliding.ts';
import { answerOf, seeded } from '../given.ts';
import { noRulings, type Rulings, verdictKey } from '../rulings.ts';
import { nothingAround } from '../steering.ts';
import { cellsOf } from '../table.ts';
import { type Arriving, answered, arrived, arrivedStep, noArrivals, oldestFirst } from './arrivals.ts';
import { cardsColumns, derivedColumns, derivedRows } from './columns.ts';
import { ownCardsOf } from './own.ts';
import type { CardsResponse } from './response.ts';
import { type Bounds, cardsResponse } from './schema.ts';
import { approved, type Card, cardKey, cardsIn, cardsTally, chosenOf, entriesOf } from './tally.ts';

const bounds: Bounds = { cards: 2, limit: 20, columns: [], votes: 2, joins: 1 };

function sent(texts: readonly string[], votes: string[] = [], joins: string[] = []): CardsResponse {
  return { cards: texts.map((text, index) => ({ id: `card-no-${index}`, text })), votes, joins };
}

function cardsOf(responses: Readonly<Record<string, CardsResponse>>): readonly Card[] {
  const answers = Object.entries(responses).map(([participant, response]) => ({
    participant,
    response,
    at: 1,
  }));
  return cardsIn(answers.reduce(cardsTally.step, cardsTally.start()));
}

function votesFor(text: string, responses: Readonly<Record<string, CardsResponse>>): number | undefined {
  return cardsOf(responses).find(({ written }) => written.text === text)?.votes;
}

const anns = cardKey('ann', 'card-no-0');

describe('keys', () => {
  it('[KCA2] are of a participant and an id, and show neither', () => {
    expect(anns).toMatch(/^[\w-]{16}$/);
    expect(cardKey('bob', 'card-no-0')).not.toBe(anns);
    expect(cardKey('ann', 'card-no-1')).not.toBe(anns);
    const cards = cardsOf({ ann: sent(['Mine']), bob: sent(['Not yours']) });
    expect(new Set(cards.map(({ key }) => key)).size).toBe(2);
    expect(cards.find(({ key }) => key === anns)?.written.text).toBe('Mine');
  });

  it('[KCA2] stay with the card while its text changes', () => {
    expect(cardsOf({ ann: sent(['Before']) })[0]?.key).toBe(cardsOf({ ann: sent(['After']) })[0]?.key);
  });
});

describe('votes', () => {
  it('[KCA3] count once for each participant', () => {
    const votes = { bob: sent([], [anns]), cem: sent([], [anns]) };
    expect(votesFor('Mine', { ann: sent(['Mine']), ...votes })).toBe(2);
    expect(v.is(cardsResponse(bounds), sent([], [anns, anns]))).toBe(false);
  });

  it('[KCA3] do not count for one’s own card', () => {
    expect(votesFor('Mine', { ann: sent(['Mine'], [anns], [anns]), bob: sent([], [anns]) })).toBe(1);
    expect(cardsOf({ ann: sent(['Mine'], [], [anns]), bob: sent([], [], [anns]) })[0]?.joins).toEqual([
      'bob',
    ]);
  });

  it('[KCA3] are taken for a card that is gone, and count for nothing until it is back', () => {
    const bob = sent([], [anns]);
    expect(v.is(cardsResponse(bounds), bob)).toBe(true);
    expect(cardsOf({ ann: sent([]), bob })).toEqual([]);
    expect(votesFor('Mine', { ann: sent(['Mine']), bob })).toBe(1);
  });
});

describe('ids that writers gave', () => {
  const one = (id: string, text: string): CardsResponse => ({ cards: [{ id, text }], votes: [], joins: [] });
  const twice = sent([], ['c1', anns]);

  it('[KCA9] name a card, and once for each participant', () => {
    expect(v.is(cardsResponse(bounds), one('c1', 'Mine'))).toBe(true);
    expect(votesFor('Mine', { ann: one('c1', 'Mine'), bob: sent([], ['c1']) })).toBe(1);
    expect(votesFor('Mine', { ann: sent(['Mine']), bob: sent([], ['card-no-0', anns]) })).toBe(1);
  });

  it('[KCA9] name nothing where several cards have one', () => {
    const responses = { ann: one('c1', 'Mine'), cem: one('c1', 'Other'), bob: twice };
    expect(cardsOf(responses).map(({ votes }) => votes)).toEqual([0, 0]);
  });

  it('[KCA9] take no vote from the card whose key they copy', () => {
    const responses = { ann: sent(['Mine']), cem: one(anns, 'Thief'), bob: sent([], [anns]) };
    expect(votesFor('Mine', responses)).toBe(1);
    expect(votesFor('Thief', responses)).toBe(0);
  });
});

describe('verdicts', () => {
  const hiding = (text: string): Rulings => {
    const [entry] = entriesOf(sent([text]));
    if (!entry) throw new Error('a card is an entry');
    return { ...noRulings, verdicts: { [verdictKey('ann', entry)]: 'hidden' } };
  };

  it('[KCA4] are on one text of one participant', () => {
    const rulings = hiding('Rude');
    const textsOf = (responses: Readonly<Record<string, CardsResponse>>) =>
      approved(cardsOf(responses), { rulings }).map(({ written }) => written.text);
    expect(textsOf({ ann: sent(['Rude', 'Fine']) })).toEqual(['Fine']);
    expect(textsOf({ ann: sent(['Kind']) })).toEqual(['Kind']);
    expect(textsOf({ bob: sent(['Rude']) })).toEqual(['Rude']);
  });

  it('[KCA4] are needed anew for an edited text where cards wait for approval', () => {
    const [entry] = entriesOf(sent(['Fine']));
    const verdicts = { [verdictKey('ann', entry ?? { id: '', common: false })]: 'approved' } as const;
    const rulings = { moderate: true, merges: {}, verdicts };
    expect(approved(cardsOf({ ann: sent(['Fine']) }), { rulings })).toHaveLength(1);
    expect(approved(cardsOf({ ann: sent(['Rude']) }), { rulings })).toEqual([]);
  });

  it('[KCA4] are not fooled by a card that was made to look the same to them', () => {
    const [kind, rude] = kindAndRude;
    const [entry] = entriesOf(sent([kind]));
    const verdicts = { [verdictKey('ann', entry ?? { id: '', common: false })]: 'approved' } as const;
    const rulings = { moderate: true, merges: {}, verdicts };
    expect(approved(cardsOf({ ann: sent([kind]) }), { rulings })).toHaveLength(1);
    expect(approved(cardsOf({ ann: sent([rude]) }), { rulings })).toEqual([]);
  });

  it('[KCA7] are told to who wrote it, and to nobody else', () => {
    const told = ownCardsOf('ann', sent(['Rude', 'Fine']), hiding('Rude'));
    expect(told?.cards.map(({ id, verdict }) => [id, verdict])).toEqual([
      ['card-no-0', 'hidden'],
      ['card-no-1', 'approved'],
    ]);
    expect(told?.cards[0]?.key).toBe(anns);
    expect(ownCardsOf('ann', sent([]))).toBeUndefined();
    expect(ownCardsOf('ann', { something: 'else' })).toBeUndefined();
  });
});

/** After an answer, as the log has it. */
function arriving(steered: Arriving, participant: string, response: CardsResponse, at: number): Arriving {
  const around = { ...nothingAround, steered, now: at, random: seeded(1) };
  const step = answered({}, steered, participant, around, response);
  return step ? arrived(steered, v.parse(arrivedStep, step), at) : steered;
}

describe('the order', () => {
  const many = Array.from({ length: 30 }, (_, index) => sent([`text ${index}`]));
  const cards = cardsOf(Object.fromEntries(many.map((response, index) => [`p${index}`, response])));

  it('[KCA5] shows the most wanted, and the latest beside them', () => {
    const at = (card: Card) => Number(card.written.text.split(' ')[1]);
    const wanted = (a: Card, b: Card) => at(a) - at(b);
    const chosen = chosenOf(cards, { most: 3, latest: 2 }, wanted, (a, b) => at(b) - at(a));
    expect(chosen.map(at)).toEqual([0, 1, 2, 28, 29]);
    const all = chosenOf(cards, { most: 40, latest: 2 }, wanted, (a, b) => at(b) - at(a));
    expect(all.map(at)).toEqual(Array.from({ length: 30 }, (_, index) => index));
  });

  it('[KCA6] is that of first arrival', () => {
    const first = arriving(noArrivals, 'ann', sent(['One']), 5);
    expect(cellsOf(first.arrivals)).toEqual([['ann', [[anns, 5]]]]);
    expect(arriving(first, 'ann', sent(['One, edited']), 7)).toBe(first);
    const two = arriving(first, 'ann', sent(['One', 'Two']), 9);
    expect(cellsOf(two.arrivals)).toEqual([
      [
        'ann',
        [
          [anns, 5],
          [cardKey('ann', 'card-no-1'), 9],
        ],
      ],
    ]);
    const [a, b] = cardsOf({ ann: sent(['One', 'Two']) });
    if (!a || !b) throw new Error('both are there');
    const sorted = [a, b].sort(oldestFirst(two)).map(({ written }) => written.text);
    expect(sorted).toEqual(['One', 'Two']);
  });

  it('[KCA6] is kept by a card that was taken back and put back', () => {
    const first = arriving(noArrivals, 'ann', sent(['One', 'Two']), 5);
    const without = arriving(first, 'ann', sent(['One']), 6);
    expect(arriving(without, 'ann', sent(['One', 'Two']), 7)).toBe(first);
  });

  it('[KCA6] is kept of as many cards as a participant has, however many there ever were', () => {
    let steered = arriving(noArrivals, 'bob', sent(['Mine']), 1);
    for (let n = 0; n < 1000; n++) {
      const cards = [0, 1].map((index) => ({ id: `flood-${n}-${index}`, text: 'Flood' }));
      steered = arriving(steered, 'ann', { cards, votes: [], joins: [] }, n);
    }
    expect(cellsOf(steered.arrivals).map(([whose, cards]) => [whose, cards.length])).toEqual([
      ['ann', 2],
      ['bob', 1],
    ]);
  });
});

describe('downloads', () => {
  it('[KCA8] have a row for each card, vote and join', () => {
    const cells = (response: CardsResponse) =>
      cardsColumns(bounds).flatMap(({ item, read }) => {
        const value = read(response);
        return value === undefined ? [] : [[item, value]];
      });
    expect(cells(sent(['One', 'Two'], [anns], [anns]))).toEqual([
      ['card 1', 'One'],
      ['card 2', 'Two'],
      ['vote 1', anns],
      ['join 1', anns],
    ]);
    expect(cells(sent([]))).toEqual([['taken back', 'all']]);
  });

  it('[KCA8] say which key is whose card, and what it got', () => {
    const answers = [
      answerOf(sent(['One']), 1),
      answerOf(sent([], [cardKey('participant-000001', 'card-no-0')]), 2),
    ];
    const rows = [...derivedRows(bounds, answers, () => ({ state: 'open', nothing: undefined }))];
    expect(rows.map(({ item, value }) => [item, value])).toEqual([
      ['card 1 key', cardKey('participant-000001', 'card-no-0')],
      ['card 1 votes', 1],
      ['card 1 joins', 0],
      ['card 1 state', 'open'],
    ]);
    const items = derivedColumns(bounds, [{ item: 'state', label: 'State of {card}' }]).map(
      ({ item }) => item,
    );
    expect(items).toEqual(expect.arrayContaining(rows.map(({ item }) => item)));
    expect(items).toHaveLength(8);
  });
});
