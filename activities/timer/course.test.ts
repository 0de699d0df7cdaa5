/**
 * Where a timer stands.
 *
 * [KI1] Rounds are named by the list, or counted; with both, the list is gone through in each round.
 * [KI2] What is left follows from the state and the server's clock alone, whenever it is looked at, also after sleep.
 * [KI3] With `auto` what should have begun has begun; else the clock stops at zero and counts how long it is over.
 * [KI4] A clock that was set back never shows more than was given.
 * [KI5] Each role is held once by everybody in as many rounds as their group has people; the last is doubled, or left out.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  courseOf,
  letterOf,
  positionAt,
  rolesIn,
  roundsIn,
  type TimerOptions,
  type TimerState,
  wholeSeconds,
} from './course.ts';

const minute = 60_000;

function optionsOf(changes: Partial<TimerOptions> = {}): TimerOptions {
  return { each: 5 * minute, list: [], roles: [], auto: false, sound: false, ...changes };
}

const list = [{ name: 'Tell', time: 3 * minute }, { name: 'Ask' }];
const roles = ['Coach', 'Coachee', 'Observer'];

describe('the course', () => {
  it('[KI1] is one time, unless rounds or roles say more', () => {
    expect(courseOf(optionsOf())).toEqual([{ name: '', time: 5 * minute, round: 0 }]);
    expect(courseOf(optionsOf({ rounds: 4 })).map(({ round }) => round)).toEqual([0, 1, 2, 3]);
    expect(courseOf(optionsOf({ roles }))).toHaveLength(3);
    expect(courseOf(optionsOf({ roles, rounds: 2 }))).toHaveLength(2);
  });

  it('[KI1] has a round for each item, or all items in each round', () => {
    expect(courseOf(optionsOf({ list }))).toEqual([
      { name: 'Tell', time: 3 * minute, round: 0 },
      { name: 'Ask', time: 5 * minute, round: 1 },
    ]);
    const repeated = courseOf(optionsOf({ list, rounds: 3 }));
    expect(repeated.map(({ name, round }) => `${round} ${name}`)).toEqual([
      '0 Tell',
      '0 Ask',
      '1 Tell',
      '1 Ask',
      '2 Tell',
      '2 Ask',
    ]);
    expect(roundsIn(repeated)).toBe(3);
  });
});

describe('the position', () => {
  const began = 1_700_000_000_000;
  const running: TimerState = { is: 'running', stretch: 0, total: 5 * minute, endsAt: began + 5 * minute };

  it('[KI2] does not depend on when it was looked at before', () => {
    const looks = fc.array(fc.integer({ min: 0, max: 20 * minute }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(looks, fc.boolean(), (times, auto) => {
        const options = optionsOf({ list, auto });
        for (const time of times) {
          const at = positionAt(options, running, began + time);
          expect(at).toEqual(positionAt(options, running, began + time));
          expect(at.left).toBeGreaterThanOrEqual(0);
          expect(at.left).toBeLessThanOrEqual(at.total);
          // What has passed and what is left make up what was given, or it is over.
          const before = at.stretch === 0 ? 0 : 5 * minute;
          if (at.phase === 'running') expect(before + at.total - at.left).toBe(time);
          else expect(before + at.total + at.over).toBe(time);
        }
      }),
    );
  });

  it('[KI3] counts how long it is over, or goes on', () => {
    const late = began + 11 * minute;
    expect(positionAt(optionsOf({ list }), running, late)).toEqual({
      phase: 'over',
      stretch: 0,
      total: 5 * minute,
      left: 0,
      over: 6 * minute,
    });
    expect(positionAt(optionsOf({ list, auto: true }), running, began + 6 * minute)).toMatchObject({
      phase: 'running',
      stretch: 1,
      left: 4 * minute,
    });
    expect(positionAt(optionsOf({ list, auto: true }), running, late)).toMatchObject({
      phase: 'over',
      stretch: 1,
      over: minute,
    });
    expect(positionAt(optionsOf(), running, began + 5 * minute).phase).toBe('over');
  });

  it('[KI4] is bounded when the clock was set back', () => {
    expect(positionAt(optionsOf(), running, began - 3_600_000)).toMatchObject({
      phase: 'running',
      left: 5 * minute,
    });
  });

  it('[KI2] is at rest where it was stopped', () => {
    const paused: TimerState = { is: 'paused', stretch: 0, total: minute, left: 20_000 };
    expect(positionAt(optionsOf(), paused, began)).toMatchObject({ phase: 'paused', left: 20_000 });
    expect(positionAt(optionsOf(), { ...paused, left: minute }, began).phase).toBe('ready');
    expect(positionAt(optionsOf(), { ...paused, left: 0 }, began)).toMatchObject({ phase: 'ended', over: 0 });
    expect(positionAt(optionsOf(), { is: 'ready', stretch: 0 }, began)).toMatchObject({
      phase: 'ready',
      left: 5 * minute,
    });
  });

  it('[KI2] stands in the last round when the file has fewer now', () => {
    expect(positionAt(optionsOf(), { ...running, stretch: 7 }, began).stretch).toBe(0);
  });

  it('[KI2] shows a second until it has passed', () => {
    expect([60_000, 59_001, 59_000, 1, 0].map(wholeSeconds)).toEqual([60_000, 60_000, 59_000, 1000, 0]);
  });
});

describe('roles', () => {
  it('[KI5] go round', () => {
    expect([0, 1, 2, 3].map((round) => rolesIn(roles, 3, round))).toEqual([
      ['Coach', 'Coachee', 'Observer'],
      ['Observer', 'Coach', 'Coachee'],
      ['Coachee', 'Observer', 'Coach'],
      ['Coach', 'Coachee', 'Observer'],
    ]);
  });

  it('[KI5] are doubled or left out in groups of other sizes', () => {
    expect(rolesIn(roles, 4, 0)).toEqual(['Coach', 'Coachee', 'Observer', 'Observer']);
    expect(rolesIn(roles, 4, 1)).toEqual(['Observer', 'Coach', 'Coachee', 'Observer']);
    expect(rolesIn(roles, 2, 1)).toEqual(['Coachee', 'Coach']);
    expect(rolesIn(roles, 1, 5)).toEqual(['Coach']);
    expect(rolesIn(roles, 0, 0)).toEqual([]);
    expect(rolesIn([], 3, 0)).toEqual([]);
  });

  it('[KI5] are shared fairly', () => {
    const counts = fc.integer({ min: 1, max: 8 });
    fc.assert(
      fc.property(counts, counts, fc.nat(20), (count, size, rounds) => {
        const names = Array.from({ length: count }, (_, index) => `role ${index}`);
        const held = (seat: number, role: string, of: number) =>
          Array.from({ length: of }, (_, round) => rolesIn(names, size, round)[seat]).filter(
            (each) => each === role,
          ).length;
        for (let seat = 0; seat < size; seat++) {
          // The last role is the one that is doubled; the others are had once each.
          for (const role of names.slice(0, Math.min(size, count - 1))) {
            expect(held(seat, role, size)).toBe(1);
            const [least, most] = [Math.floor(rounds / size), Math.ceil(rounds / size)];
            expect(held(seat, role, rounds)).toBeGreaterThanOrEqual(least);
            expect(held(seat, role, rounds)).toBeLessThanOrEqual(most);
          }
        }
        // In every round each role is held, as far as there are people for it.
        for (let round = 0; round < 4; round++)
          expect(new Set(rolesIn(names, size, round))).toEqual(new Set(names.slice(0, size)));
      }),
    );
  });

  it('[KI5] belong to places with letters', () => {
    expect([0, 2, 25, 26].map(letterOf)).toEqual(['A', 'C', 'Z', '27']);
  });
});
