/**
 * Who takes part in groups, and who does not any more.
 *
 * [KG17] With `here` only those are in who tap; and whoever gives up their place is in no group, until they come back.
 * [KG18] Once dealt, groups stay with people; they are taken to be as many as are in.
 */
import { describe, expect, it } from 'vitest';
import { seeded } from '../given.ts';
import { aroundOf, decided, linkedTo, optionsOf, people, personal, revealed, steeredBy } from './given.ts';
import { type GroupsSteered, groups } from './model.ts';
import type { GroupsOptions } from './options.ts';

const mixed = optionsOf({ mix: 'organisation' });
const apart = optionsOf({ apart: 'organisation' });

describe('who is here', () => {
  const linked = linkedTo({ ann: 'a', bob: 'b', cem: 'a', dee: 'b' });
  const here = optionsOf({ apart: 'organisation', here: true });

  it('[KG17] is who tapped, and what they answered before says where they belong', () => {
    const given = { linked, answered: ['ann', 'cem', 'dee', 'eve'] };
    const { sets } = steeredBy({ ...here, groups: 2 }, given, 'deal');
    expect(sets.flat().sort()).toEqual(['ann', 'cem', 'dee', 'eve']);
    expect(sets.find((set) => set.includes('ann'))).not.toContain('cem');
    expect(revealed(here, given, 'presenter')).toMatchObject({ people: 4, unknown: 1 });
    expect(personal(here, { linked }, 'ann')).toEqual({ is: 'out' });
    expect(personal(here, { linked }, 'ann', true)).toEqual({ is: 'in' });
    expect(decided(here, { linked, answered: ['ann'] }, 'deal')).toBeUndefined();
  });

  const responds = (options: GroupsOptions, steered: GroupsSteered, participant: string, isIn: boolean) => {
    const around = { ...aroundOf({ linked, steered }), now: 0, random: seeded(1) };
    const step = groups.steering?.answered?.(options, steered, participant, around, { in: isIn });
    return groups.steering?.evolve(options, steered, step, 0) ?? steered;
  };

  it('[KG17] is not who left, before a deal and after it', () => {
    const gone = responds(mixed, { sets: [], earlier: [] }, 'ann', false);
    expect(steeredBy(mixed, { linked, steered: gone }, 'deal').sets.flat().sort()).toEqual([
      'bob',
      'cem',
      'dee',
    ]);
    expect(revealed(mixed, { linked, steered: gone, answered: ['ann'] }).people).toBe(4 - 1);
    expect(personal(mixed, { linked, steered: gone }, 'ann', true)).toEqual({ is: 'out' });
    const back = responds(mixed, gone, 'ann', true);
    expect(back).toEqual({ sets: [], earlier: [] });
    expect(responds(mixed, back, 'ann', true)).toBe(back);
    expect(responds(mixed, gone, 'ann', false)).toBe(gone);
  });

  it('[KG17] comes back into a group with people in it', () => {
    const dealt = {
      sets: [
        ['ann', 'bob'],
        ['cem', 'dee'],
      ],
      earlier: [],
    };
    const without = responds(apart, responds(apart, dealt, 'cem', false), 'dee', false);
    expect(without.sets).toEqual([['ann', 'bob'], []]);
    expect(personal(apart, { linked, steered: without }, 'dee', true)).toEqual({ is: 'late' });
    expect(revealed(apart, { linked, steered: without })).toMatchObject({
      people: 2,
      dealt: 2,
      more: 0,
      sets: [{ name: 'Set 1', size: 2 }],
    });
    expect(responds(apart, without, 'dee', true)).toEqual({
      sets: [['ann', 'bob', 'dee'], []],
      earlier: [],
      left: ['cem'],
    });
  });
});

describe('once dealt', () => {
  it('[KG18] groups stand, until they are taken apart', () => {
    const given = { answered: people(6) };
    const stands = (steered: GroupsSteered) => groups.steering?.stands?.(optionsOf(), steered);
    expect(stands(steeredBy(optionsOf(), given))).toBe(false);
    expect(stands(steeredBy(optionsOf(), given, 'deal'))).toBe(true);
    expect(stands(steeredBy(optionsOf(), given, 'deal', 'undeal'))).toBe(false);
  });

  it('[KG18] as many take part as are in', () => {
    const linked = linkedTo({ ann: 'a', bob: 'b' });
    const result = revealed(mixed, { linked, answered: ['cem'] }, 'screen', 'hidden');
    expect(groups.turnout?.(result)).toBe(3);
    expect(groups.setName?.(optionsOf({ name: 'Trio' }, ['River']), 1)).toBe('Trio 2');
  });
});
