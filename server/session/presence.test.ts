/**
 * What participants say of themselves and of the room.
 * [S11] A name is taken, changed and given up; the presenter can take it off every screen, and a new one is judged anew.
 * [S12] Reactions add up; what was said of the pace wears off, and is for the presenter alone.
 * [S13] All of it ends with the session, and reactions and pace are only where the author wants them.
 * [S14] A round begins when it first takes answers.
 */
import { describe, expect, it } from 'vitest';
import { activityId, participantId } from '../../protocol/ids.ts';
import { paceLasts } from '../../protocol/presence.ts';
import { aliasOf } from './around.ts';
import type { Order } from './decide.ts';
import { begin, given, someActivity, someDefinition, when } from './given.ts';
import { projectMine, projectPhone } from './project-phone.ts';
import { projectPresenter, projectRoom } from './project-screens.ts';
import { aliasEntry, currentRound } from './state.ts';
import { foldTally } from './tally.ts';

const ann = participantId('ann');
const session = begin(someDefinition(someActivity()));
const introduce = (alias: string | null): Order => ({ type: 'introduce', participant: ann, alias });
const rule = (verdict: 'hide' | 'restore'): Order => ({
  type: 'moderate',
  activity: activityId('landed'),
  participant: ann,
  entry: aliasEntry,
  verdict,
});
const around = (now: number) => ({ now, people: 1, warnings: [] });

describe('names', () => {
  it('[S11] are taken, changed and given up', () => {
    expect(projectMine(given(...session, introduce('Ann')), ann).alias).toBe('Ann');
    expect(aliasOf(given(...session, introduce('Ann'), introduce('A.')), ann)).toBe('A.');
    expect(projectMine(given(...session, introduce('Ann'), introduce(null)), ann).alias).toBe(null);
    expect(when(given(...session, introduce('Ann')), introduce('Ann'))).toEqual([]);
  });

  it('[S11] are taken off by the presenter, and a new one is judged anew', () => {
    const hidden = given(...session, introduce('Rude'), rule('hide'));
    expect(aliasOf(hidden, ann)).toBe(undefined);
    expect(aliasOf(given(...session, introduce('Rude'), rule('hide'), rule('restore')), ann)).toBe('Rude');
    expect(aliasOf(given(...session, introduce('Rude'), rule('hide'), introduce('Kind')), ann)).toBe('Kind');
    expect(when(given(...session), rule('hide'))).toBe('unknown-entry');
  });
});

describe('reactions and pace', () => {
  it('[S12] add up', () => {
    const cheer: Order = { type: 'react', counts: { '👏': 3, '🎉': 1 } };
    const state = given(...session, cheer, cheer);
    expect(projectRoom(state, foldTally, around(0)).reactions).toEqual({ '👏': 6, '🎉': 2 });
  });

  it('[S12] tell the presenter alone of the pace, and only for a while', () => {
    const lost: Order = { type: 'pace', participant: ann, pace: 'lost' };
    const state = given(...session, lost);
    const counts = (now: number) => projectPresenter(state, foldTally, around(now)).pace;
    expect(counts(4000)).toEqual({ faster: 0, slower: 0, lost: 1 });
    expect(counts(3000 + paceLasts)).toEqual({ faster: 0, slower: 0, lost: 0 });
    for (const view of [
      projectRoom(state, foldTally, around(4000)),
      projectPhone(state, foldTally, { now: 4000 }),
    ])
      expect(JSON.stringify(view)).not.toContain('lost');
    expect(when(state, { ...lost, pace: null })).toHaveLength(1);
    expect(when(given(...session), { ...lost, pace: null })).toEqual([]);
  });

  it('[S13] are only where the author wants them, and until the end', () => {
    const cheer: Order = { type: 'react', counts: { '👏': 1 } };
    const pace: Order = { type: 'pace', participant: ann, pace: 'faster' };
    const quiet = given(...begin({ ...someDefinition(), reactions: false }));
    expect([when(quiet, cheer), when(quiet, pace)]).toEqual(['closed', 'closed']);
    const ended = given(...session, { type: 'end' });
    expect([cheer, pace, introduce('Late')].map((order) => when(ended, order))).toEqual(
      Array.from({ length: 3 }, () => 'ended'),
    );
  });
});

describe('the beginning of a round', () => {
  const began = (...orders: Order[]) => {
    const activity = given(...orders).activities.get(activityId('landed'));
    return activity && currentRound(activity).round.began;
  };
  const later = begin(someDefinition(someActivity({ slide: { h: 1, v: 0, f: -1 } })));
  const goTo = (h: number): Order => ({ type: 'goTo', slide: { h, v: 0, f: -1 } });

  it('[S14] is when its slide is shown, and stays', () => {
    expect(began(...later)).toBe(null);
    expect(began(...later, goTo(1))).toBe(3000);
    expect(began(...later, goTo(1), goTo(0), goTo(1))).toBe(3000);
  });

  it('[S14] is when it is opened, and anew when it is asked again', () => {
    const open: Order = { type: 'open', activity: activityId('landed') };
    expect(began(...later, open)).toBe(3000);
    expect(began(...later, open, { type: 'askAgain', activity: activityId('landed') })).toBe(4000);
  });
});
