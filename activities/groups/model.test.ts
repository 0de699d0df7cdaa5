/**
 * The rules of groups.
 *
 * [KG10] In are those who answered the activity that is built on, and those who tapped here; a deal takes two at least.
 * [KG11] A phone is told whether it is in, its group, the names others of it chose to show, and of nobody anything else.
 * [KG12] A step holds the whole deal; who comes later is placed at once; a deal can be taken apart.
 * [KG13] Results name aliases alone, as many as there is room for, and hidden ones say how many are in.
 * [KG14] The presenter is told who cannot be apart, and of whom nothing is known.
 * [KG15] The words and the table say the sizes.
 * [KG16] Mistakes of an author stand where they were made.
 */
import { describe, expect, it } from 'vitest';
import { seeded } from '../given.ts';
import {
  aroundOf,
  decided,
  faultsOf,
  type Given,
  linkedTo,
  optionsOf,
  people,
  personal,
  type read,
  revealed,
  steeredBy,
} from './given.ts';
import { type GroupsSteered, groups } from './model.ts';

const mixed = optionsOf({ mix: 'organisation' });
const apart = optionsOf({ apart: 'organisation' });

describe('who is in', () => {
  const linked = linkedTo({ ann: 'a', bob: 'b', cem: undefined });

  it('[KG10] is who answered before, and who tapped here', () => {
    const { sets } = steeredBy(mixed, { linked, answered: ['bob', 'dee'] }, 'deal');
    expect(sets.flat().sort()).toEqual(['ann', 'bob', 'cem', 'dee']);
    expect(revealed(mixed, { linked, answered: ['bob', 'dee'] }).people).toBe(4);
    expect(steeredBy(optionsOf(), { linked, answered: ['dee', 'eve'] }, 'deal').sets).toHaveLength(1);
  });

  it('[KG10] must be two at least', () => {
    expect(decided(optionsOf(), { answered: ['ann'] }, 'deal')).toBeUndefined();
    expect(decided(mixed, {}, 'deal')).toBeUndefined();
    expect(decided(optionsOf(), { answered: ['ann', 'bob'] }, 'deal')).toBeDefined();
  });

  it('[KG11] is known to each phone', () => {
    expect(personal(mixed, { linked }, 'cem')).toEqual({ is: 'in' });
    expect(personal(mixed, { linked }, 'dee')).toEqual({ is: 'out' });
    expect(personal(mixed, { linked }, 'dee', true)).toEqual({ is: 'in' });
    expect(personal(optionsOf(), { linked }, 'ann')).toEqual({ is: 'out' });
    expect(personal(mixed, {}, 'ann')).toEqual({ is: 'out' });
  });
});

describe('a phone', () => {
  const steered = {
    sets: [
      ['ann', 'bob', 'cem'],
      ['dee', 'eve'],
    ],
    earlier: [],
  };
  const aliases = { bob: 'Bob\u202E', cem: 'Cem', dee: 'Dee' };

  it('[KG11] is told its group and who chose to be known there', () => {
    expect(personal(optionsOf(), { steered, aliases }, 'ann')).toEqual({
      is: 'dealt',
      name: 'Set 1',
      mates: ['Bob', 'Cem'],
      others: 0,
    });
    expect(personal(optionsOf({ name: 'Trio' }), { steered, aliases }, 'dee')).toEqual({
      is: 'dealt',
      name: 'Trio 2',
      mates: [],
      others: 1,
    });
    expect(personal(optionsOf({}, ['River', 'Hill']), { steered, aliases }, 'bob')).toMatchObject({
      name: 'River',
      mates: ['Cem'],
      others: 1,
    });
  });

  it('[KG11] is told that it comes late', () => {
    expect(personal(mixed, { steered, linked: linkedTo({ fay: 'a' }) }, 'fay')).toEqual({ is: 'late' });
  });

  it('[KG11] is told a bounded number of names', () => {
    const many = { sets: [people(400)], earlier: [] };
    const named = Object.fromEntries(people(400).map((each) => [each, `Name of ${each}`]));
    const told = personal(optionsOf(), { steered: many, aliases: named }, 'p3');
    expect(told).toMatchObject({ others: 387 });
    expect(JSON.stringify(told)).not.toContain('Name of p3"');
  });
});

describe('steering', () => {
  it('[KG12] stores whom it dealt where', () => {
    const step = decided(optionsOf(), { answered: people(7) }, 'deal');
    expect(step).toEqual({ sets: [expect.any(Array), expect.any(Array)] });
  });

  it('[KG12] remembers who met, unless they were sent apart before', () => {
    const given = { answered: people(6) };
    const first = steeredBy(optionsOf(), given, 'deal');
    const again = steeredBy(optionsOf(), given, 'deal', 'deal');
    expect(again.earlier).toEqual([first.sets]);
    expect(steeredBy(optionsOf(), given, 'deal', 'undeal')).toEqual({ sets: [], earlier: [] });
    expect(decided(optionsOf(), given, 'undeal')).toBeUndefined();
    const often = steeredBy(optionsOf(), given, ...Array.from({ length: 30 }, () => 'deal'));
    expect(often.earlier).toHaveLength(7);
  });

  it('[KG12] finds a place for who comes later, once there are groups', () => {
    const { steering } = groups;
    const comes = (steered: GroupsSteered, participant: string, options = apart) => {
      const linked = linkedTo({ ann: 'a', bob: 'b', cem: 'a', dee: 'b', eve: 'b', fay: 'a' });
      const around = { ...aroundOf({ linked, steered }), now: 0, random: seeded(1) };
      return steering?.answered?.(options, steered, participant, around, { in: true });
    };
    expect(comes({ sets: [], earlier: [] }, 'fay')).toBeUndefined();
    const steered = {
      sets: [
        ['bob', 'dee', 'eve'],
        ['ann', 'cem'],
      ],
      earlier: [],
    };
    expect(comes(steered, 'fay')).toEqual({ participant: 'fay', set: 0 });
    expect(comes(steered, 'fay', mixed)).toEqual({ participant: 'fay', set: 1 });
    expect(comes(steered, 'ann')).toBeUndefined();
    const placed = steering?.evolve(apart, steered, { participant: 'fay', set: 0 }, 0);
    expect(placed?.sets).toEqual([
      ['bob', 'dee', 'eve', 'fay'],
      ['ann', 'cem'],
    ]);
  });

  it('[KG12] keeps the first of two places, and knows no other groups', () => {
    const steered = { sets: [['ann'], ['bob']], earlier: [] };
    for (const step of [
      { participant: 'ann', set: 1 },
      { participant: 'cem', set: 2 },
      { participant: 'cem', set: -1 },
    ])
      expect(groups.steering?.evolve(mixed, steered, step, 0)).toBe(steered);
  });
});

describe('the result', () => {
  const aliases = { ann: 'Ann', cem: 'Cem' };
  const steered = {
    sets: [
      ['ann', 'bob', 'cem'],
      ['dee', 'eve', 'fay', 'gus'],
    ],
    earlier: [],
  };

  it('[KG13] names aliases alone', () => {
    const result = revealed(optionsOf(), { steered, aliases, answered: people(7) });
    expect(result).toEqual({
      people: 7,
      sets: [
        { name: 'Set 1', size: 3, names: ['Ann', 'Cem'] },
        { name: 'Set 2', size: 4, names: [] },
      ],
      more: 0,
      dealt: 7,
    });
  });

  it('[KG13] stays small, and in the end is nearly whole', () => {
    const named = Object.fromEntries(people(2000).map((each) => [each, 'x'.repeat(40)]));
    const many = steeredBy(optionsOf(), { answered: people(2000) }, 'deal');
    const given = { steered: many, aliases: named, answered: people(2000) };
    const shown = revealed(optionsOf(), given);
    expect(shown).toMatchObject({ more: 570, dealt: 2000 });
    for (const to of ['phone', 'screen', 'presenter'] as const)
      expect(JSON.stringify(revealed(optionsOf(), given, to)).length).toBeLessThan(50_000);
    expect(revealed(optionsOf(), given, 'presenter', 'final')).toMatchObject({ more: 0 });
    const few = steeredBy(optionsOf({ groups: 20 }), { answered: people(2000) }, 'deal');
    expect(JSON.stringify(revealed(optionsOf(), { ...given, steered: few })).length).toBeLessThan(50_000);
  });

  it('[KG13] says while it is hidden how many are in', () => {
    const linked = linkedTo({ ann: 'a', bob: 'b' });
    expect(revealed(mixed, { linked, steered, answered: ['cem'] }, 'screen', 'hidden')).toEqual({
      people: 3,
    });
  });

  it('[KG14] tells the presenter who cannot be apart', () => {
    const linked = linkedTo(
      Object.fromEntries(people(15).map((each, index) => [each, index < 6 ? 'hospital' : each])),
    );
    const clash = { people: 6, sharing: 2, groups: 1, avoidable: false };
    expect(revealed(apart, { linked }, 'presenter')).toMatchObject({ clashes: [clash], unknown: 0 });
    const dealt = steeredBy(apart, { linked }, 'deal');
    expect(revealed(apart, { linked, steered: dealt }, 'presenter')).toMatchObject({ clashes: [clash] });
    for (const to of ['phone', 'screen'] as const)
      expect(revealed(apart, { linked, steered: dealt }, to)).not.toHaveProperty('clashes');
    expect(revealed(mixed, { linked, steered: dealt }, 'presenter')).not.toHaveProperty('clashes');
  });

  it.each([7, 8])('[KG14] [P4] names a part of 8 people and none of fewer: %s', (size) => {
    const linked = linkedTo(
      Object.fromEntries(people(15).map((each, index) => [each, index < size ? 'hospital' : each])),
    );
    const [clash] = revealed(apart, { linked }, 'presenter').clashes ?? [];
    expect(clash).toMatchObject({ people: size, avoidable: false });
    expect(clash?.name).toBe(size < 8 ? undefined : 'HOSPITAL');
  });

  it('[KG14] tells the presenter that dealing again would part them, and of whom nothing is known', () => {
    const linked = linkedTo({ ann: 'a', bob: 'a', cem: 'b', dee: 'b' });
    const together = {
      sets: [
        ['ann', 'bob', 'eve'],
        ['cem', 'dee', 'fay'],
      ],
      earlier: [],
    };
    const answered = ['eve', 'fay'];
    expect(revealed(apart, { linked, steered: together, answered }, 'presenter')).toMatchObject({
      clashes: [
        { people: 2, sharing: 2, groups: 1, avoidable: true },
        { people: 2, sharing: 2, groups: 1, avoidable: true },
      ],
      unknown: 2,
    });
  });

  it('[KG15] is told in words', () => {
    const told = (given: Given) => groups.describe(optionsOf(), revealed(optionsOf(), given));
    expect(told({}).sentence).toBe('Nobody is in yet.');
    expect(told({ answered: ['ann'] }).sentence).toBe('1 person is in, and no groups are dealt yet.');
    const dealt = steeredBy(optionsOf(), { answered: people(40) }, 'deal');
    expect(told({ answered: people(40), steered: dealt }).sentence).toBe(
      '40 people in 13 groups: 12 of 3 and 1 of 4.',
    );
    expect(told({ answered: people(7), steered, aliases }).table).toEqual({
      head: ['Group', 'People', 'Names'],
      rows: [
        ['Set 1', 3, 'Ann, Cem'],
        ['Set 2', 4, ''],
      ],
    });
    expect(told({ answered: people(9), steered }).table.rows.at(-1)).toEqual(['In no group yet', 2]);
  });

  it('[KG15] is downloaded by participant', () => {
    const rows = [...(groups.derived?.rows(optionsOf(), [], aroundOf({ steered, aliases })) ?? [])];
    expect(rows.slice(0, 3)).toEqual([
      { participant: 'ann', item: 'group', value: 'Set 1' },
      { participant: 'ann', item: 'alias', value: 'Ann' },
      { participant: 'bob', item: 'group', value: 'Set 1' },
    ]);
  });
});

describe('as authored', () => {
  it('[KG16] is threes, unless size, number or names say otherwise', () => {
    const sizes = (...given: Parameters<typeof read>) =>
      steeredBy(optionsOf(...given), { answered: people(12) }, 'deal').sets.map(({ length }) => length);
    expect(sizes()).toEqual([3, 3, 3, 3]);
    expect(sizes({ size: 6 })).toEqual([6, 6]);
    expect(sizes({ groups: 2 })).toEqual([6, 6]);
    expect(sizes({}, ['River', 'Hill', 'Sea'])).toEqual([4, 4, 4]);
    expect(sizes({ size: 2 }, ['River', 'Hill'])).toHaveLength(6);
    expect(sizes({ groups: 9 })).toHaveLength(6);
  });

  it('[KG16] names what it builds on', () => {
    expect(groups.links?.(mixed)).toEqual([{ option: 'mix', activity: 'organisation', needs: 'segment' }]);
    expect(groups.links?.(apart)).toEqual([{ option: 'apart', activity: 'organisation', needs: 'segment' }]);
    expect(groups.links?.(optionsOf())).toEqual([]);
  });

  it('[KG16] points at what is wrong', () => {
    expect(faultsOf({ size: 3, groups: 4 })).toEqual([
      '7:9 groups: takes the size of groups or their number, not both',
    ]);
    expect(faultsOf({ mix: 'a', apart: 'b' })).toEqual([
      '7:9 groups: takes mix or apart, not both: who is kept apart is mixed as well',
    ]);
    expect(faultsOf({ size: 1, name: '', mix: [] })).toEqual([
      '7:9 groups: size must be a whole number from 2 to 50',
      '7:9 groups: mix must be the id of an earlier activity',
      '7:9 groups: name must be a word of at most 30 characters, such as Set',
    ]);
    expect(faultsOf({ sise: 3 })).toEqual(['7:9 groups: unknown option "sise", did you mean "size"?']);
    expect(faultsOf({ here: 'yes' })).toEqual(['7:9 groups: here must be true or false']);
    expect(faultsOf({}, ['River', 'river', ''])).toEqual([
      '12:3 groups: has an empty name',
      '11:3 groups: has the same name twice: "river"',
    ]);
  });
});
