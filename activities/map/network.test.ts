/**
 * How a room's map is read.
 *
 * [KN1] Spellings of one name are one party, once for each participant; sizes and links are means over all drawn.
 * [KN2] A participant is the party they say they are; all others are one, `us`.
 * [KN3] Merged parties are one, and nobody counts twice on it or on its links.
 * [KN4] Trust is seen once three have drawn a link.
 * [KN5] Most central are the strongest; at the edge the weakest that several named; whom one named is apart.
 * [KN6] Few are drawn however many are named, and the strongest and the least trusted links of these.
 * [KN7] One way prevails with three of five.
 */
import { describe, expect, it } from 'vitest';
import { answerOf } from '../given.ts';
import { noRulings, type Rulings } from '../rulings.ts';
import { extremes, lone, networkOf, prevailing, tensest } from './network.ts';
import { type Direction, type MapLink, type MapResponse, us } from './response.ts';
import { noMaps, withMap } from './tally.ts';

interface Drawn {
  /** Name to size. */
  readonly parties: Readonly<Record<string, number>>;
  /** From, to, weight, trust, direction. `me` is the participant. */
  readonly links?: readonly (readonly [string, string, number, (-1 | 0 | 1)?, Direction?])[];
  readonly me?: string;
}

function response({ parties, links = [], me = 'me' }: Drawn): MapResponse {
  const names = Object.keys(parties);
  const id = (name: string) => (name === 'me' ? 'me' : `p${names.indexOf(name)}`);
  return {
    parties: names.map((name) => ({ id: id(name), name, size: parties[name] ?? 3 })),
    links: links.map(([from, to, weight, trust = 0, direction = 'both']): MapLink => {
      return { from: id(from), to: id(to), weight, direction, trust };
    }),
    me: id(me),
  };
}

function network(maps: readonly Drawn[], rulings: Partial<Rulings> = {}, most = 36) {
  const tally = maps.map((each, index) => answerOf(response(each), index)).reduce(withMap, noMaps);
  return networkOf(tally, { ...noRulings, ...rulings }, most);
}

function partyIn(maps: readonly Drawn[], key: string, rulings: Partial<Rulings> = {}) {
  return network(maps, rulings).parties.find((party) => party.key === key);
}

function pairIn(maps: readonly Drawn[], a: string, b: string, rulings: Partial<Rulings> = {}) {
  return network(maps, rulings).pairs.find((pair) => pair.a === a && pair.b === b);
}

const repeated = (count: number, drawn: Drawn) => Array.from({ length: count }, () => drawn);

describe('parties', () => {
  it('[KN1] are one under all spellings, shown as most wrote it', () => {
    const maps = [
      { parties: { 'Food bank': 5 } },
      { parties: { 'FOOD BANK': 3 } },
      { parties: { 'food-bank': 1 } },
      { parties: { 'Food bank': 3 } },
    ];
    expect(partyIn(maps, 'food bank')).toMatchObject({ form: 'Food bank', people: 4, size: 12, ratings: 4 });
  });

  it('[KN1] count a participant once who wrote two spellings', () => {
    const maps = [
      {
        parties: { GPs: 2, 'gps!': 4 },
        links: [
          ['me', 'GPs', 2],
          ['me', 'gps!', 4],
        ],
      },
    ] as const;
    expect(partyIn(maps, 'gps')).toMatchObject({ people: 1, ratings: 2, size: 6 });
    expect(pairIn(maps, us, 'gps')).toMatchObject({ people: 1, draws: 2, weight: 6 });
  });

  it('[KN1] see a link the same from either end', () => {
    const maps = [
      { parties: { A: 3, B: 3 }, links: [['A', 'B', 2, 1, 'to']] },
      { parties: { A: 3, B: 3 }, links: [['B', 'A', 4, 1, 'to']] },
      { parties: { A: 3, B: 3 }, links: [['B', 'A', 3, -1, 'from']] },
    ] as const;
    expect(pairIn(maps, 'a', 'b')).toMatchObject({
      people: 3,
      weight: 9,
      plus: 2,
      minus: 1,
      there: 2,
      back: 1,
    });
  });
});

describe('who draws', () => {
  const inside: Drawn = {
    parties: { Hospital: 5, Council: 2 },
    links: [['Hospital', 'Council', 4]],
    me: 'Hospital',
  };
  const outside: Drawn = { parties: { Hospital: 3 }, links: [['me', 'Hospital', 2]] };

  it('[KN2] is the party they say they are', () => {
    expect(network([inside]).us).toBe(0);
    expect(partyIn([inside], 'hospital')).toMatchObject({ inside: 1, strength: 4 });
    expect(pairIn([inside], 'council', 'hospital')).toMatchObject({ people: 1, weight: 4 });
  });

  it('[KN2] is one of us otherwise', () => {
    expect(network([inside, outside, outside]).us).toBe(2);
    expect(pairIn([inside, outside, outside], us, 'hospital')).toMatchObject({ people: 2, weight: 4 });
  });
});

describe('merges', () => {
  const both: Drawn = {
    parties: { Hospital: 5, Infirmary: 3, Council: 1 },
    links: [
      ['me', 'Hospital', 5],
      ['me', 'Infirmary', 3],
      ['Hospital', 'Infirmary', 5],
      ['Infirmary', 'Council', 1, 0, 'to'],
    ],
  };
  const one: Drawn = { parties: { Infirmary: 1 }, links: [['me', 'Infirmary', 1]] };
  const rulings = { merges: { infirmary: 'hospital' } };

  it('[KN3] make one party of two, and count nobody twice', () => {
    expect(partyIn([both, one], 'hospital', rulings)).toMatchObject({ people: 2, ratings: 3, size: 9 });
    expect(partyIn([both, one], 'infirmary', rulings)).toBeUndefined();
    expect(pairIn([both, one], us, 'hospital', rulings)).toMatchObject({ people: 2, draws: 3, weight: 9 });
  });

  it('[KN3] leave no link of a party with itself, and turn none round', () => {
    expect(pairIn([both], 'hospital', 'infirmary', rulings)).toBeUndefined();
    expect(pairIn([both], 'council', 'hospital', rulings)).toMatchObject({ there: 0, back: 1 });
  });

  it('[KN3] follow a chain, and are shown in the spelling they went into', () => {
    const chain = { merges: { infirmary: 'hospital', hospital: 'council' } };
    expect(network([both], chain).parties).toMatchObject([{ key: 'council', form: 'Council', people: 1 }]);
  });
});

describe('trust', () => {
  const minus: Drawn = { parties: { A: 3, B: 3 }, links: [['A', 'B', 3, -1]] };

  it('[KN4] is nobody’s alone', () => {
    expect(tensest(network(repeated(2, minus)).pairs)).toEqual([]);
    expect(partyIn(repeated(2, minus), 'a')?.signs).toEqual({ sum: 0, draws: 0 });
    expect(tensest(network(repeated(3, minus)).pairs)).toMatchObject([{ a: 'a', b: 'b', minus: 3 }]);
    expect(partyIn(repeated(3, minus), 'a')?.signs).toEqual({ sum: -3, draws: 3 });
  });

  it('[KN4] is three participants’, not three links of one', () => {
    const spellings: Drawn = {
      parties: { A: 3, 'a!': 3, 'a?': 3, B: 3 },
      links: [
        ['A', 'B', 3, -1],
        ['a!', 'B', 3, -1],
        ['a?', 'B', 3, -1],
      ],
    };
    expect(tensest(network([spellings]).pairs)).toEqual([]);
  });

  it('[KN4] is lowest where most minus stands', () => {
    const mixed: Drawn = { parties: { A: 3, C: 3 }, links: [['A', 'C', 3, 1]] };
    const also: Drawn = { parties: { A: 3, C: 3 }, links: [['A', 'C', 3, -1]] };
    const pairs = network([...repeated(3, minus), mixed, ...repeated(3, also)]).pairs;
    expect(tensest(pairs).map(({ a, b }) => a + b)).toEqual(['ab', 'ac']);
  });
});

describe('where trust is lowest', () => {
  const link = (to: string, trust: -1 | 0 | 1): Drawn => ({
    parties: { A: 3, [to]: 3 },
    links: [['A', to, 3, trust]],
  });
  const least = (...maps: readonly Drawn[]) => tensest(network(maps).pairs).map(({ a, b }) => a + b);

  it('[KN4] the lowest links are named where none is below zero', () => {
    const trusted = ['B', 'C', 'D', 'E'].flatMap((to) => repeated(3, link(to, 1)));
    expect(least(...trusted, ...repeated(3, link('F', 0)))).toEqual(['af', 'ab', 'ac']);
  });

  it('[KN4] where some are, these alone', () => {
    expect(least(...repeated(3, link('B', 1)), ...repeated(3, link('C', -1)))).toEqual(['ac']);
  });
});

describe('the lists', () => {
  const star: Drawn = {
    parties: { Hub: 3, Near: 3, Far: 3, Rim: 3 },
    links: [
      ['Hub', 'Near', 5],
      ['Hub', 'Far', 2],
      ['me', 'Hub', 3],
      ['me', 'Rim', 1],
    ],
  };
  const odd: Drawn = { parties: { Odd: 5, Hub: 1 } };

  it('[KN5] know the centre and the edge, and have nobody in both', () => {
    const { central, edge } = extremes(network([star, star, odd]).parties);
    expect(central.map(({ key }) => key)).toEqual(['hub', 'near', 'far']);
    expect(edge.map(({ key }) => key)).toEqual(['rim']);
  });

  it('[KN5] strength is the sum of how often over all links drawn', () => {
    expect(partyIn([star, star], 'hub')?.strength).toBe(20);
  });

  it('[KN5] keep apart whom one alone named, the most important first', () => {
    const { shown } = lone(network([star, star, odd, { parties: { Small: 1 } }]).parties);
    expect(shown.map(({ key }) => key)).toEqual(['odd', 'small']);
  });
});

describe('many', () => {
  it('[KN6] are bounded by the most named', () => {
    const maps = Array.from({ length: 40 }, (_, index) => ({
      parties: { Often: 3, [`seldom ${index}`]: 3, [`twice ${index % 20}`]: 3 },
    }));
    expect(network(maps, {}, 10).parties).toHaveLength(61);
    expect(network(maps, {}, 10).foremost).toHaveLength(10);
    const { foremost } = network(maps);
    expect(foremost).toHaveLength(21);
    expect(foremost[0]).toMatchObject({ key: 'often', people: 40 });
    expect(foremost.every(({ people }) => people > 1)).toBe(true);
  });

  it('[KN6] are drawn in any case where nothing is named twice', () => {
    const maps = Array.from({ length: 40 }, (_, index) => ({ parties: { [`seldom ${index}`]: 3 } }));
    expect(network(maps.slice(0, 2)).foremost).toHaveLength(2);
    expect(network(maps).foremost).toHaveLength(14);
  });
});

describe('directions', () => {
  const ways = (to: number, from: number, both: number, none: number) => {
    const drawn = (direction: Direction): Drawn => ({
      parties: { A: 3, B: 3 },
      links: [['A', 'B', 3, 0, direction]],
    });
    const maps = [
      ...repeated(to, drawn('to')),
      ...repeated(from, drawn('from')),
      ...repeated(both, drawn('both')),
      ...repeated(none, drawn('none')),
    ];
    const pair = pairIn(maps, 'a', 'b');
    return pair && prevailing(pair);
  };

  it('[KN7] are what most of them drew', () => {
    expect(ways(3, 1, 1, 0)).toBe('to');
    expect(ways(1, 3, 1, 0)).toBe('from');
    expect(ways(2, 1, 2, 0)).toBe('both');
    expect(ways(0, 0, 1, 0)).toBe('both');
    expect(ways(1, 0, 0, 2)).toBe('none');
  });
});
