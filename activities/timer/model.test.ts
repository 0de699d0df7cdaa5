/**
 * The rules of a timer.
 *
 * [KI10] Commands do what they say, and what makes no sense now is refused.
 * [KI11] A replay is exact: the steps alone make the same state, whatever the clock says by then.
 * [KI12] Whatever is done, the state stays one that can be shown, and no time is made out of nothing.
 * [KI13] A phone is told its place in its group, and screens the sizes of the groups.
 * [KI15] A round can be added, and taken out again while it has not begun; whatever else is done keeps it.
 * [KI14] Authors write times at the end of items, and mistakes stand where they were made.
 */
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { directiveOf } from '../given.ts';
import { type KindCommand, type Linked, nothingAround } from '../steering.ts';
import { courseOf, positionAt, roundsFor, type TimerOptions, type TimerState } from './course.ts';
import { timer } from './model.ts';

const minute = 60_000;
const start = 1_700_000_000_000;
const ready: TimerState = { is: 'ready', stretch: 0 };

function read(options: Readonly<Record<string, unknown>> = {}, items: readonly string[] = []) {
  return timer.fromMarkdown(directiveOf('timer', 'Practice in trios', options, items));
}

function optionsOf(...given: Parameters<typeof read>): TimerOptions {
  const reading = read(...given);
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  return reading.options;
}

function faultsOf(...given: Parameters<typeof read>): readonly string[] {
  const reading = read(...given);
  return reading.ok ? [] : reading.faults.map((each) => `${each.line}:${each.column} ${each.message}`);
}

function decide(options: TimerOptions, state: TimerState, command: KindCommand, now: number): unknown {
  return timer.steering?.decide(options, state, command, {
    ...nothingAround,
    steered: state,
    now,
    random: () => 0,
  });
}

function evolve(options: TimerOptions, state: TimerState, step: unknown): TimerState {
  return timer.steering?.evolve(options, state, step, 0) ?? state;
}

/** Commands, each so many milliseconds after the start; throws where one is refused. */
function played(options: TimerOptions, ...commands: readonly (readonly [type: string, at: number])[]) {
  return commands.reduce((state, [type, at]) => {
    const step = decide(options, state, type === 'addTime' ? { type, by: minute } : { type }, start + at);
    if (step === undefined) throw new Error(`${type} was refused`);
    return evolve(options, state, step);
  }, ready);
}

const refuses = (options: TimerOptions, state: TimerState, type: string, at: number) =>
  decide(options, state, { type, by: minute }, start + at) === undefined;

const trio = optionsOf({ each: '15m', roles: ['Coach', 'Coachee', 'Observer'] });
const at = (options: TimerOptions, state: TimerState, ms: number) => positionAt(options, state, start + ms);

describe('commands', () => {
  it('[KI10] start, pause and go on', () => {
    const paused = played(trio, ['start', 0], ['pause', 4 * minute]);
    expect(at(trio, paused, 60 * minute)).toMatchObject({ phase: 'paused', left: 11 * minute });
    const on = played(trio, ['start', 0], ['pause', 4 * minute], ['start', 10 * minute]);
    expect(at(trio, on, 12 * minute)).toMatchObject({ phase: 'running', left: 9 * minute });
    expect(refuses(trio, on, 'start', 12 * minute)).toBe(true);
    expect(refuses(trio, paused, 'pause', 5 * minute)).toBe(true);
    expect(refuses(trio, ready, 'pause', 0)).toBe(true);
  });

  it('[KI10] add time, from now on when it is over', () => {
    expect(at(trio, played(trio, ['addTime', 0]), 0)).toMatchObject({ phase: 'ready', left: 16 * minute });
    expect(at(trio, played(trio, ['start', 0], ['addTime', minute]), minute)).toMatchObject({
      left: 15 * minute,
      total: 16 * minute,
    });
    const late = played(trio, ['start', 0], ['addTime', 20 * minute]);
    expect(at(trio, late, 20 * minute)).toMatchObject({ phase: 'running', left: minute });
    const stopped = played(trio, ['start', 0], ['pause', 20 * minute], ['addTime', 21 * minute]);
    expect(at(trio, stopped, 30 * minute)).toMatchObject({ phase: 'paused', left: minute });
    const schema = timer.steering?.commands.addTime;
    for (const by of [999, 3_600_001, -minute, 0.5, '60000', undefined])
      expect(schema && v.is(schema, { by })).toBe(false);
  });

  it('[KI10] go to the next round and back, running if the timer runs', () => {
    const next = played(trio, ['start', 0], ['next', 5 * minute]);
    expect(at(trio, next, 6 * minute)).toMatchObject({ phase: 'running', stretch: 1, left: 14 * minute });
    const still = played(trio, ['next', 0]);
    expect(at(trio, still, 9 * minute)).toMatchObject({ phase: 'ready', stretch: 1, left: 15 * minute });
    expect(at(trio, played(trio, ['next', 0], ['back', 1]), 2).stretch).toBe(0);
    expect(refuses(trio, ready, 'back', 0)).toBe(true);
    expect(refuses(trio, played(trio, ['next', 0], ['next', 0]), 'next', 0)).toBe(true);
    expect(refuses(optionsOf(), ready, 'next', 0)).toBe(true);
  });

  it('[KI10] stop the counting of what is over, and begin anew', () => {
    const stopped = played(trio, ['start', 0], ['pause', 17 * minute]);
    expect(at(trio, stopped, 60 * minute)).toMatchObject({ phase: 'ended', left: 0, over: 0 });
    expect(refuses(trio, stopped, 'start', 18 * minute)).toBe(true);
    expect(played(trio, ['start', 0], ['next', 1], ['reset', 2])).toEqual(ready);
    expect(refuses(trio, ready, 'reset', 0)).toBe(true);
    expect(refuses(trio, ready, 'dance', 0)).toBe(true);
  });

  it('[KI10] mean the round that has begun by itself', () => {
    const auto = { ...trio, auto: true };
    const paused = played(auto, ['start', 0], ['pause', 20 * minute]);
    expect(at(auto, paused, 99 * minute)).toMatchObject({ phase: 'paused', stretch: 1, left: 10 * minute });
    const more = played(auto, ['start', 0], ['addTime', 20 * minute]);
    expect(at(auto, more, 20 * minute)).toMatchObject({ stretch: 1, left: 11 * minute });
    expect(at(auto, played(auto, ['start', 0], ['next', 20 * minute]), 20 * minute).stretch).toBe(2);
  });
});

describe('a round more', () => {
  it('[KI15] is like the last, and is kept', () => {
    const named = optionsOf({}, ['First 3m', 'Second 2m']);
    const added = played(named, ['addRound', 0]);
    expect(added).toEqual({ ...ready, added: 1 });
    expect(courseOf(named, added).at(-1)).toEqual({ name: '', time: 2 * minute, round: 2 });
    for (const [type, more] of [
      ['start', 1],
      ['next', 1],
      ['addTime', 1],
      ['addRound', 2],
    ] as const)
      expect(played(named, ['addRound', 0], [type, 1])).toMatchObject({ added: more });
    expect(played(named, ['addRound', 0], ['start', 1], ['pause', 2], ['reset', 3])).toEqual(added);
    expect(at(trio, played(trio, ['addRound', 0], ['next', 0], ['next', 0], ['next', 0]), 0).stretch).toBe(3);
    const steps = optionsOf({ rounds: 2 }, ['Tell 3m', 'Ask 2m']);
    expect(courseOf(steps, played(steps, ['addRound', 0])).map(({ name }) => name)).toEqual([
      ...['Tell', 'Ask', 'Tell', 'Ask'],
      ...['Tell', 'Ask'],
    ]);
  });

  it('[KI15] goes again, unless it has begun', () => {
    expect(played(trio, ['addRound', 0], ['dropRound', 1])).toEqual(ready);
    expect(refuses(trio, ready, 'dropRound', 0)).toBe(true);
    const begun = played(trio, ['addRound', 0], ['next', 0], ['next', 0], ['next', 0]);
    expect(refuses(trio, begun, 'dropRound', 1)).toBe(true);
    expect(refuses(optionsOf({ rounds: 30 }, ['a', 'b']), ready, 'addRound', 0)).toBe(true);
  });

  it('[KI15] is wanted where a group has more people than there are rounds', () => {
    expect(roundsFor(trio, [3, 4])).toBe(4);
    expect(roundsFor(optionsOf(), [3, 4])).toBe(0);
    expect(roundsFor(trio, [])).toBe(0);
  });
});

describe('the state', () => {
  const types = ['start', 'pause', 'addTime', 'next', 'back', 'reset', 'addRound', 'dropRound'] as const;
  const commands = fc.array(
    fc.record({
      type: fc.constantFrom(...types),
      by: fc.integer({ min: 1000, max: 3_600_000 }),
      // Also a clock that jumps, forwards or back.
      after: fc.integer({ min: -2 * 3_600_000, max: 3_600_000 }),
    }),
    { maxLength: 40 },
  );

  it('[KI11] [KI12] follows from the steps alone, and can always be shown', () => {
    fc.assert(
      fc.property(fc.constantFrom(...timer.sample.options), commands, (options, given) => {
        let state: TimerState = ready;
        let now = start;
        const steps: unknown[] = [];
        for (const { type, by, after } of given) {
          now += after;
          const before = positionAt(options, state, now);
          const step = decide(options, state, { type, by }, now);
          if (step === undefined) continue;
          steps.push(JSON.parse(JSON.stringify(step)));
          state = evolve(options, state, step);
          const { left, total, stretch } = positionAt(options, state, now);
          expect(left).toBeGreaterThanOrEqual(0);
          expect(left).toBeLessThanOrEqual(total);
          expect(stretch).toBeLessThan(courseOf(options, state).length);
          if (type === 'start' || type === 'pause')
            expect([left, stretch]).toEqual([before.left, before.stretch]);
          if (type === 'addTime') expect(left).toBe(Math.min(24 * 3_600_000, before.left + by));
          if (type === 'next' || type === 'back') expect(left).toBe(courseOf(options, state)[stretch]?.time);
        }
        expect(steps.reduce<TimerState>((replayed, step) => evolve(options, replayed, step), ready)).toEqual(
          state,
        );
      }),
    );
  });

  it('[KI11] takes no step that does not fit the file any more', () => {
    const running = { is: 'running', stretch: 2, total: minute, endsAt: start };
    expect(evolve(trio, ready, running)).toEqual(running);
    expect(evolve(optionsOf(), ready, running)).toBe(ready);
    for (const step of [{ ...running, stretch: -1 }, { ...running, endsAt: Number.NaN }, { is: 'running' }])
      expect(evolve(trio, ready, step)).toBe(ready);
  });
});

describe('what is told', () => {
  const sets = [
    ['ann', 'bob', 'cem'],
    ['dee', 'eve', 'fay', 'gus'],
  ];
  const linked: Linked = { options: {}, tally: {}, answered: [], segmentOf: () => undefined, sets };
  const around = {
    ...nothingAround,
    steered: ready,
    linked: (id: string) => (id === 'trios' ? linked : undefined),
  };
  const options = { ...trio, groups: 'trios' };
  const tell = (participant: string, given = options) =>
    timer.personal?.(given, { ...around, participant, own: undefined, shown: false });

  it('[KI13] is a phone’s own place', () => {
    expect(tell('cem')).toEqual({ seat: 2, size: 3 });
    expect(tell('gus')).toEqual({ seat: 3, size: 4 });
    expect(tell('hal')).toBeUndefined();
    const called = { ...around, linked: () => ({ ...linked, setName: (set: number) => `Trio ${set + 1}` }) };
    expect(
      timer.personal?.(options, { ...called, participant: 'dee', own: undefined, shown: false }),
    ).toEqual({ seat: 0, size: 4, group: 'Trio 2' });
    expect(tell('ann', { ...trio, groups: 'gone' })).toBeUndefined();
    expect(
      timer.personal?.(trio, { ...around, participant: 'ann', own: undefined, shown: false }),
    ).toBeUndefined();
  });

  it('[KI13] is the same on all screens', () => {
    expect(timer.present?.(options, around)).toEqual({ state: ready, sizes: [3, 4] });
    const left = { ...around, linked: () => ({ ...linked, sets: [...sets, []] }) };
    expect(timer.present?.(options, left)).toEqual({ state: ready, sizes: [3, 4] });
    expect(timer.present?.(trio, around)).toEqual({ state: ready, sizes: [] });
    expect(timer.links?.(options)).toEqual([{ option: 'groups', activity: 'trios', needs: 'sets' }]);
    expect(timer.links?.(trio)).toEqual([]);
  });
});

describe('as authored', () => {
  it('[KI14] has times where they are written', () => {
    expect(optionsOf()).toEqual({ each: 5 * minute, list: [], roles: [], auto: false, sound: false });
    expect(optionsOf({ each: 90 }).each).toBe(90_000);
    expect(
      optionsOf({ each: '10m', rounds: 2 }, [
        'Coaching 15m',
        'Feedback: 1m30s',
        'A pause (90s)',
        'A walk (1 h)',
        'Thanks 2 min',
        'Person A speaks',
        '20s',
        'In 1984 we met',
      ]).list,
    ).toEqual([
      { name: 'Coaching', time: 15 * minute },
      { name: 'Feedback', time: 90_000 },
      { name: 'A pause', time: 90_000 },
      { name: 'A walk', time: 60 * minute },
      { name: 'Thanks', time: 2 * minute },
      { name: 'Person A speaks' },
      { name: '', time: 20_000 },
      { name: 'In 1984 we met' },
    ]);
  });

  it('[KI14] points at what is wrong', () => {
    expect(faultsOf({ each: '5 minutes', rounds: 0, auto: 'yes' })).toEqual([
      '7:9 timer: each must be like 20s, 2m, 1m30s or 1h',
      '7:9 timer: rounds must be a whole number from 1 to 30',
      '7:9 timer: auto must be true or false',
    ]);
    expect(faultsOf({}, ['Coaching 15 minutes', 'Talk', '', 'Walk 2 hours'])).toEqual([
      '10:3 timer: a time must be like 20s, 2m, 1m30s or 1h',
      '12:3 timer: has an empty item',
      '13:3 timer: a time must be like 20s, 2m, 1m30s or 1h',
    ]);
    expect(faultsOf({ roles: ['Coach'] })).toEqual([
      '7:9 timer: roles must be a list of two to eight names, as in [Coach, Coachee, Observer]',
    ]);
    expect(faultsOf({ roles: ['Coach', 'Coach'] })).toEqual(['7:9 timer: roles has the same role twice']);
    expect(faultsOf({ rounds: 30 }, ['a', 'b', 'c'])).toEqual([
      '7:9 timer: rounds would go through the list so often that there are more than 60 times',
    ]);
    expect(faultsOf({ eech: '5m' })).toEqual(['7:9 timer: unknown option "eech", did you mean "each"?']);
    expect(faultsOf({ list: [] })).toEqual(['7:9 timer: unknown option "list"']);
  });
});
