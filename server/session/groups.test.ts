/**
 * Activities that build on others: groups dealt by an earlier answer, and what then knows these groups.
 * [S20] Who answers after a deal is placed in the same breath: two events, and the second holds the place.
 * [S21] An activity is dealt by the latest answers of the one it names, and goes without it once the file has it no more.
 * [S22] A phone is told its group, its place in it, and names as they are taken, changed and taken off.
 * [S23] A replay of the events gives the same groups.
 * [S25] Once dealt, groups stay on phones whatever the slide, and who comes late has a place, until the presenter closes them.
 * [S24] What was steered means nothing to another kind, in whichever round.
 */
import { describe, expect, it, vi } from 'vitest';
import type { GroupsSteered } from '../../activities/groups/model.ts';
import { models } from '../../activities/models.ts';
import { activityId, participantId } from '../../protocol/ids.ts';
import { rowsOf } from '../export/rows.ts';
import { aroundOf } from './around.ts';
import type { Order } from './decide.ts';
import { evolve } from './evolve.ts';
import { begin, given, someActivity, someDefinition, when } from './given.ts';
import { personalOf, projectMine, projectPhone } from './project-phone.ts';
import { projectResults } from './project-results.ts';
import { projectRoom } from './project-screens.ts';
import { aliasEntry, currentRound, type State } from './state.ts';
import { foldTally } from './tally.ts';

const organisation = activityId('organisation');
const trios = activityId('trios');
const coaching = activityId('coaching');

const poll = someActivity({ id: organisation });
const [first = '', second = ''] = (models.poll.sample.options[0]?.answers ?? []).map(({ id }) => id);
const groups = someActivity({
  id: trios,
  kind: 'groups',
  options: { size: 3, apart: organisation, name: 'Trio', names: [] },
});
const timer = someActivity({
  id: coaching,
  kind: 'timer',
  options: {
    each: 60_000,
    list: [],
    roles: ['Coach', 'Coachee', 'Observer'],
    groups: trios,
    auto: false,
    sound: false,
  },
});
const session = begin(someDefinition(poll, groups, timer));

function answer(name: string, choice: string): Order {
  const response = { options: [choice] };
  return {
    type: 'respond',
    participant: participantId(name),
    activity: organisation,
    round: 1,
    n: 1,
    response,
  };
}

function join(name: string, n = 1, isIn = true): Order {
  return {
    type: 'respond',
    participant: participantId(name),
    activity: trios,
    round: 1,
    n,
    response: { in: isIn },
  };
}

const deal: Order = { type: 'steer', command: { type: 'deal', activity: trios } };
const crowd = ['ann', 'bob', 'cem', 'dee', 'eve', 'fay'].map((name, index) =>
  answer(name, index % 2 === 0 ? first : second),
);

function steeredOf(state: State): GroupsSteered {
  const activity = state.activities.get(trios);
  return Object(activity && currentRound(activity).round.steered);
}

const setsOf = (state: State) => steeredOf(state).sets;
const told = (state: State, name: string) => personalOf(state)(participantId(name))[trios];

describe('groups', () => {
  it('[S20] who answers after a deal is placed at once', () => {
    const state = given(...session, ...crowd, deal);
    const events = when(state, join('late'));
    expect(events).toMatchObject([
      { type: 'responded', activity: trios, participant: 'late' },
      { type: 'steered', activity: trios, round: 1, step: { participant: 'late', set: expect.any(Number) } },
    ]);
    const after = Array.isArray(events) ? events.reduce(evolve, state) : state;
    expect(told(after, 'late')).toMatchObject({ is: 'dealt', others: 3 });
    expect(when(after, join('late', 2))).toMatchObject([{ type: 'responded' }]);
  });

  it('[S20] before a deal an answer is an answer', () => {
    expect(when(given(...session), join('ann'))).toMatchObject([{ type: 'responded' }]);
  });

  it('[S21] are dealt from who answered before, and who tapped', () => {
    const state = given(...session, ...crowd, join('gus'), deal);
    expect(setsOf(state).flat().sort()).toEqual(['ann', 'bob', 'cem', 'dee', 'eve', 'fay', 'gus']);
    expect(told(given(...session, ...crowd), 'ann')).toEqual({ is: 'in' });
    expect(told(given(...session, ...crowd), 'gus')).toEqual({ is: 'out' });
    expect(when(given(...session, join('ann')), deal)).toBe('not-now');
  });

  it('[S21] keep apart who wrote the same answer of their own, and put in anywhere of whom nothing is known', () => {
    const ask = someActivity({ id: organisation, options: models.poll.sample.options[2] });
    const write = (name: string, other: string): Order => {
      const response = { options: [], other };
      return {
        type: 'respond',
        participant: participantId(name),
        activity: organisation,
        round: 1,
        n: 1,
        response,
      };
    };
    const written = [write('ann', 'The Bridge'), write('bob', 'the bridge!'), write('cem', 'The Mill')];
    const two = { ...groups, options: { groups: 2, apart: organisation, name: 'Trio', names: [] } };
    const state = given(...begin(someDefinition(ask, two)), ...written, join('dee'), deal);
    expect(setsOf(state).flat().sort()).toEqual(['ann', 'bob', 'cem', 'dee']);
    expect(setsOf(state).find((set) => set.includes('ann'))).not.toContain('bob');
  });

  it('[S21] know what people call the part they belong to', () => {
    const state = given(...session, ...crowd);
    const activity = state.activities.get(trios);
    const linked = activity && aroundOf(state, activity, 1).linked(organisation);
    expect(linked?.segmentOf('ann')).toBe(first);
    expect(linked?.segmentOf('nobody')).toBeUndefined();
    expect(linked?.nameOf?.(first)).toBe('It gave me energy');
    expect(linked?.nameOf?.('gone')).toBe('gone');
  });

  it('[S21] go on when the file no longer has what they build on', () => {
    const state = given(...session, ...crowd, deal, {
      type: 'define',
      definition: someDefinition(groups, timer),
    });
    expect(setsOf(state).flat()).toHaveLength(6);
    expect(told(state, 'ann')).toMatchObject({ is: 'dealt' });
    expect(when(state, deal)).toBe('not-now');
    expect(when(state, join('late'))).toHaveLength(2);
  });

  it('[S22] tell a phone who else is in its group, as they wish', () => {
    const introduce = (name: string, alias: string | null): Order => ({
      type: 'introduce',
      participant: participantId(name),
      alias,
    });
    const three = [answer('ann', first), answer('bob', second), join('cem')];
    const state = given(...session, ...three, deal, introduce('bob', 'Bobby'));
    expect(told(state, 'ann')).toEqual({ is: 'dealt', name: 'Trio 1', mates: ['Bobby'], others: 1 });
    expect(projectMine(state, participantId('bob')).personal[trios]).toMatchObject({ mates: [], others: 2 });
    const rule: Order = {
      type: 'moderate',
      activity: trios,
      participant: participantId('bob'),
      entry: aliasEntry,
      verdict: 'hide',
    };
    expect(told(given(...session, ...three, deal, introduce('bob', 'Rude'), rule), 'ann')).toMatchObject({
      mates: [],
      others: 2,
    });
  });

  it('[S22] tell what builds on them each phone’s place', () => {
    const state = given(...session, ...crowd, deal);
    const places = ['ann', 'bob', 'cem', 'dee', 'eve', 'fay'].map(
      (name) => personalOf(state)(participantId(name))[coaching],
    );
    expect(places).toHaveLength(6);
    for (const seat of [0, 1, 2])
      expect(places.filter((place) => Object(place).seat === seat)).toHaveLength(2);
    expect(personalOf(state)(participantId('late'))).not.toHaveProperty(coaching);
    const now = { now: 0, people: 6, warnings: [] };
    for (const view of [projectRoom(state, foldTally, now), projectPhone(state, foldTally, now)])
      expect(view.activities.find(({ id }) => id === coaching)).toMatchObject({ revealed: { sizes: [3] } });
  });

  it('[S22] walk no crowd for a phone that comes back', () => {
    const state = given(...session, ...crowd);
    const activity = state.activities.get(organisation);
    if (!activity) throw new Error('there is one');
    const walked = vi.spyOn(currentRound(activity).round.responses, 'keys');
    for (const name of ['ann', 'bob', 'cem', 'dee', 'eve', 'fay', 'late']) {
      expect(told(state, name)).toEqual({ is: name === 'late' ? 'out' : 'in' });
      expect(projectMine(state, participantId(name)).personal[trios]).toEqual(told(state, name));
    }
    expect(walked).not.toHaveBeenCalled();
    expect(told(given(...session, ...crowd, join('late')), 'late')).toEqual({ is: 'in' });
  });

  it('[S23] are the same in a replay', () => {
    const state = given(...session, ...crowd, deal, deal, join('late'));
    const again = given(...session, ...crowd, deal, deal, join('late'));
    expect(steeredOf(again)).toEqual(steeredOf(state));
    expect(steeredOf(state).earlier).toHaveLength(1);
  });

  it('[S23] are in the results and the downloads, though nobody tapped', () => {
    const state = given(...session, ...crowd, deal);
    const [, shown] = projectResults(state, foldTally, { now: 0 }).activities;
    expect(shown?.rounds).toMatchObject([{ answered: 6, hasResult: true }]);
    expect(shown?.rounds[0]?.description.sentence).toBe('6 people in 2 groups: 2 of 3.');
    const room = projectRoom(state, foldTally, { now: 0, people: 6, warnings: [] });
    expect(room.activities.find(({ id }) => id === trios)).toMatchObject({ answered: 6 });
    const rows = [...rowsOf(state, { activity: trios })];
    expect(rows).toHaveLength(6);
    expect(new Set(rows.map(({ item, value }) => `${item} ${value}`))).toEqual(
      new Set(['group Trio 1', 'group Trio 2']),
    );
    const [before] = projectResults(given(...session), foldTally, { now: 0 }).activities;
    expect(before?.rounds).toMatchObject([{ answered: 0, hasResult: false }]);
  });
});

describe('once dealt', () => {
  const away: Order = { type: 'goTo', slide: { h: 1, v: 0, f: -1 } };
  const onPhones = (state: State) =>
    projectPhone(state, foldTally, { now: 0 }).activities.map(({ id, live, isOpen }) => ({
      id,
      live,
      isOpen,
    }));

  it('[S25] groups stay on phones when the slide changes', () => {
    expect(onPhones(given(...session, ...crowd, away))).toEqual([]);
    const state = given(...session, ...crowd, deal, away);
    expect(onPhones(state)).toEqual([{ id: trios, live: false, isOpen: true }]);
    expect(told(state, 'ann')).toMatchObject({ is: 'dealt' });
    const events = when(state, join('late'));
    const after = Array.isArray(events) ? events.reduce(evolve, state) : state;
    expect(told(after, 'late')).toMatchObject({ is: 'dealt' });
  });

  it('[S25] until they are closed or taken apart, or the session ends', () => {
    const undeal: Order = { type: 'steer', command: { type: 'undeal', activity: trios } };
    const close: Order = { type: 'close', activity: trios };
    for (const [last, refusal] of [
      [undeal, 'closed'],
      [close, 'closed'],
      [{ type: 'end' }, 'ended'],
    ] as const) {
      const state = given(...session, ...crowd, deal, away, last);
      expect(onPhones(state)).toEqual([]);
      expect(when(state, join('late'))).toBe(refusal);
    }
    const manual = someDefinition(poll, { ...groups, open: 'manual' });
    expect(onPhones(given(...begin(manual), ...crowd, deal, away))).toEqual([]);
  });

  it('[S25] a round that takes answers from the deal on began with it', () => {
    const state = given(
      ...begin(someDefinition(poll, { ...groups, slide: { h: 2, v: 0, f: -1 } })),
      ...crowd,
    );
    const began = (now: State) => now.activities.get(trios)?.rounds[0]?.began;
    expect(began(state)).toBeNull();
    const events = when(state, deal);
    expect(began(Array.isArray(events) ? events.reduce(evolve, state) : state)).toBe(100_000);
  });

  it('[S25] who gives up a place is in no group, and what builds on it knows', () => {
    const leave = join('ann', 1, false);
    const state = given(...session, ...crowd, deal, leave);
    expect(setsOf(state).flat()).not.toContain('ann');
    expect(personalOf(state)(participantId('ann'))).not.toHaveProperty(coaching);
    expect(told(given(...session, ...crowd, deal, leave, join('ann', 2)), 'ann')).toMatchObject({
      is: 'dealt',
    });
  });
});

it('[S24] an activity of two rounds that became one of groups has none in either', () => {
  const was = someActivity({ id: trios });
  const state = given(
    ...begin(someDefinition(was)),
    { type: 'askAgain', activity: trios },
    { type: 'define', definition: someDefinition(groups) },
  );
  expect(state.activities.get(trios)?.rounds.map(({ steered }) => steered)).toEqual([
    { sets: [], earlier: [] },
    { sets: [], earlier: [] },
  ]);
  const [shown] = projectResults(state, foldTally, { now: 0 }).activities;
  expect(shown?.rounds.map(({ description }) => description.sentence)).toEqual([
    'Nobody is in yet.',
    'Nobody is in yet.',
  ]);
});
