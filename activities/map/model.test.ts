/**
 * The rules of a map. How the room's map is read is in `network.test.ts`.
 *
 * [KM1] A response names its parties by ids of its own, links only these and the participant, each two once.
 * [KM2] An author may suggest names, and bound a map.
 * [KM3] Downloads hold whole maps: an analyst can draw each again.
 * [KM4] What is shown is described: parties with their people, significance, trust and strongest links.
 * [KM5] Names are counted whatever they are, and hidden for good where the presenter says so.
 */
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { answerOf, directiveOf, seenBy } from '../given.ts';
import { noRulings, type Rulings } from '../rulings.ts';
import { nothingAround } from '../steering.ts';
import { type MapOptions, map } from './model.ts';
import type { MapLink, MapResponse } from './response.ts';

const options: MapOptions = { parties: 12, suggested: [] };

/** Links are written `a>b 4 +`: from, to (`>` to, `<` from, `=` both, `-` none), weight, trust. */
function drawn(names: readonly string[], links: readonly string[] = [], me = 'me'): MapResponse {
  const id = (name: string) => (name === 'me' ? 'me' : `p${names.indexOf(name)}`);
  return {
    parties: names.map((name, index) => ({ id: `p${index}`, name, size: 1 + (index % 5) })),
    links: links.map((text): MapLink => {
      const [, from = '', way = '', to = '', weight = '3', trust = ''] =
        /^(.+?)([<>=-])(.+?) (\d)([+-]?)$/.exec(text) ?? [];
      const direction = ({ '>': 'to', '<': 'from', '=': 'both', '-': 'none' } as const)[
        way === '>' || way === '<' || way === '=' ? way : '-'
      ];
      return {
        from: id(from),
        to: id(to),
        weight: Number(weight),
        direction,
        trust: trust === '+' ? 1 : trust === '-' ? -1 : 0,
      };
    }),
    me: me === 'me' ? 'me' : id(me),
  };
}

function revealed(responses: readonly MapResponse[], rulings: Partial<Rulings> = {}, to = 'screen') {
  const tally = responses.map(answerOf).reduce(map.tally.step, map.tally.start(options));
  const who = to === 'presenter' ? to : 'screen';
  return map.reveal(options, tally, seenBy(who, { rulings: { ...noRulings, ...rulings } }), nothingAround);
}

const accepts = (response: unknown, most = 12) =>
  v.is(map.response({ parties: most, suggested: [] }), response);

describe('a response', () => {
  it('[KM1] is a map with at least one party', () => {
    expect(accepts(drawn(['Hospital']))).toBe(true);
    expect(accepts(drawn(['Hospital', 'Council'], ['me>Hospital 4+', 'Hospital-Council 1-']))).toBe(true);
    expect(accepts(drawn(['Hospital', 'Council'], ['Hospital=Council 5'], 'Hospital'))).toBe(true);
    expect(accepts(drawn([]))).toBe(false);
    expect(accepts(drawn(['a', 'b', 'c']), 3)).toBe(true);
    expect(accepts(drawn(['a', 'b', 'c']), 2)).toBe(false);
  });

  it('[KM1] links two once, whichever way it is drawn', () => {
    expect(accepts(drawn(['a', 'b'], ['a>b 1', 'b>a 1']))).toBe(false);
    expect(accepts(drawn(['a', 'b'], ['a>a 1']))).toBe(false);
    expect(accepts({ ...drawn(['a'], ['me>a 1']), me: 'p0' })).toBe(false);
  });

  it('[KM1] has at most forty links', () => {
    const names = Array.from({ length: 12 }, (_, index) => `party ${index}`);
    const all = names.flatMap((a, index) => names.slice(index + 1).map((b) => `${a}>${b} 1`));
    expect(accepts(drawn(names, all.slice(0, 40)))).toBe(true);
    expect(accepts(drawn(names, all.slice(0, 41)))).toBe(false);
  });

  it('[KM1] takes names of sixty characters of any script', () => {
    expect(accepts(drawn(['🚒'.repeat(60)]))).toBe(true);
    expect(accepts(drawn(['🚒'.repeat(61)]))).toBe(false);
    expect(accepts(drawn(['\u3164']))).toBe(false);
  });
});

describe('as authored', () => {
  const read = (given: Record<string, unknown>, list: string[] = []) =>
    map.fromMarkdown(directiveOf('map', 'Who is around you?', given, list));

  it('[KM2] suggests the names of the list', () => {
    expect(read({}, ['Hospital', 'Food bank'])).toEqual({
      ok: true,
      options: {
        parties: 12,
        suggested: [
          { id: 'hospital', text: 'Hospital' },
          { id: 'food-bank', text: 'Food bank' },
        ],
      },
    });
    expect(read({ parties: 6, me: 'My team' })).toMatchObject({ options: { parties: 6, me: 'My team' } });
  });

  it('[KM2] says what is wrong, where', () => {
    expect(read({ parties: 21 })).toMatchObject({
      faults: [{ message: 'map: parties must be a whole number from 1 to 20' }],
    });
    expect(read({ me: '' })).toMatchObject({ faults: [{ message: 'map: me must be a name' }] });
    expect(read({ partys: 2 })).toMatchObject({
      faults: [{ message: 'map: unknown option "partys", did you mean "parties"?' }],
    });
    expect(read({}, ['Hospital', 'hospital'])).toMatchObject({
      faults: [{ line: 11, message: 'map: has the same name twice: "hospital"' }],
    });
    expect(read({}, ['x'.repeat(61)])).toMatchObject({
      faults: [{ line: 10, message: 'map: takes names of at most 60 characters' }],
    });
  });
});

describe('downloads', () => {
  const cells = (response: MapResponse) =>
    Object.fromEntries(
      map.columns(options).flatMap((column) => {
        const cell = column.read(response);
        return cell === undefined ? [] : [[column.item, cell]];
      }),
    );

  it('[KM3] name the parties, and who is linked with whom', () => {
    expect(cells(drawn(['Hospital', 'Council'], ['me>Hospital 4+', 'Council<Hospital 2-']))).toEqual({
      'party-1': 'Hospital',
      'party-1-size': 1,
      'party-2': 'Council',
      'party-2-size': 2,
      'link-1-from': '(me)',
      'link-1-to': 'Hospital',
      'link-1-weight': 4,
      'link-1-direction': 'to',
      'link-1-trust': 1,
      'link-2-from': 'Council',
      'link-2-to': 'Hospital',
      'link-2-weight': 2,
      'link-2-direction': 'from',
      'link-2-trust': -1,
    });
  });

  it('[KM3] say which party the participant is', () => {
    expect(cells(drawn(['Hospital', 'Council'], ['Hospital=Council 5'], 'Hospital'))).toMatchObject({
      me: 'Hospital',
      'link-1-from': 'Hospital',
    });
  });
});

describe('in words', () => {
  const three = [
    drawn(['Hospital', 'Council'], ['me=Hospital 5+', 'Hospital>Council 2-']),
    drawn(['Hospital', 'Council'], ['me=Hospital 3+', 'Hospital>Council 2-']),
    drawn(['Hospital', 'Council', 'Choir'], ['me=Hospital 4', 'Hospital>Council 2-']),
  ];

  it('[KM4] lists each party with its people, significance, trust and links', () => {
    expect(map.describe(options, revealed(three))).toEqual({
      sentence:
        '3 parties on 3 maps. Most central: Hospital, Council. Trust is lowest between Council and Hospital (−1).',
      table: {
        head: ['Party', 'People', 'Significance', 'Trust', 'Strongest links'],
        rows: [
          ['Hospital', 3, 1, -0.2, 'us (4), Council (2)'],
          ['Council', 3, 2, -1, 'Hospital (2)'],
          ['Choir', 1, 3, '–', '–'],
        ],
      },
    });
  });

  it('[KM5] shows the presenter all names to choose from, and nobody else', () => {
    expect(revealed(three, {}, 'presenter').names?.map(({ text }) => text)).toEqual([
      'Hospital',
      'Council',
      'Choir',
    ]);
    expect(revealed(three).names).toBeUndefined();
  });

  it('[KM5] lets a hidden name through nowhere', () => {
    const verdicts = { '* hospital': 'hidden' } as const;
    for (const merges of [{}, { hospital: 'council' }, { council: 'hospital' }]) {
      const shown = JSON.stringify(revealed(three, { verdicts, merges }, 'presenter'));
      expect(shown).not.toMatch(/hospital/i);
      expect(shown).toContain('Choir');
    }
  });

  it('[KM5] counts names that JavaScript has of its own', () => {
    const names = ['constructor', '__proto__', 'toString'];
    expect(
      revealed([drawn(names, ['constructor>__proto__ 3'])])
        .nodes?.map(({ text }) => text)
        .sort(),
    ).toEqual([...names].sort());
  });
});
