/**
 * Kinds whose answers build on one another, over those there are.
 * [V60] Phones see what others gave while they answer, unless the author or the presenter keeps it.
 * [V61] Whoever wrote something is told what became of it, and nobody else is.
 * [S20] After an answer a kind that is steered may note what came in, and is shown the answer.
 */
import { describe, expect, it } from 'vitest';
import { models } from '../../activities/models.ts';
import { activityId, participantId } from '../../protocol/ids.ts';
import type { Order } from './decide.ts';
import { begin, given, someActivity, someDefinition, when } from './given.ts';
import { personalOf, projectPhone } from './project-phone.ts';
import { projectPresenter } from './project-screens.ts';
import { currentRound } from './state.ts';
import { foldTally } from './tally.ts';

const around = { now: 5000, people: 3, warnings: [] };
const ask = activityId('ask');
const [options = { questions: 3, limit: 240 }] = models.qa.sample.options;
const asking = someActivity({ id: ask, kind: 'qa', options });

function asks(name: string, text: string, n = 1): Order {
  const response = { cards: [{ id: 'question-one', text }], votes: [], joins: [] };
  return { type: 'respond', participant: participantId(name), activity: ask, round: 1, n, response };
}

function onPhones(...orders: readonly Order[]) {
  const [activity] = projectPhone(given(...orders), foldTally, around).activities;
  return { together: activity?.together, seen: JSON.stringify(activity?.revealed ?? null) };
}

describe('together', () => {
  it('[V60] phones see what others gave', () => {
    const { together, seen } = onPhones(...begin(someDefinition(asking)), asks('ann', 'Why now?'));
    expect(together).toBe(true);
    expect(seen).toContain('Why now?');
  });

  it.each(['hidden', 'presenter'] as const)('[V60] unless results are %s', (results) => {
    const session = begin(someDefinition({ ...asking, results }));
    expect(onPhones(...session, asks('ann', 'Why now?'))).toEqual({ together: false, seen: 'null' });
  });

  it('[V60] or the presenter hides them', () => {
    const session = begin(someDefinition(asking));
    const hide: Order = { type: 'hide', activity: ask };
    expect(onPhones(...session, asks('ann', 'Why now?'), hide).seen).toBe('null');
  });
});

describe('what waits for approval', () => {
  const session = begin(someDefinition({ ...asking, moderate: true }));
  const state = given(...session, asks('ann', 'Why now?'), asks('bob', 'Who pays?'));
  const entries = projectPresenter(state, foldTally, around).activities[0]?.entries ?? [];
  const moderate = (name: string, verdict: 'approve' | 'hide'): Order => {
    const entry = entries.find(({ participant }) => participant === name);
    if (!entry) throw new Error(`${name} wrote nothing`);
    return { type: 'moderate', activity: ask, participant: entry.participant, entry: entry.entry, verdict };
  };
  const told = (name: string, ...orders: readonly Order[]) =>
    JSON.stringify(
      personalOf(given(...session, asks('ann', 'Why now?'), asks('bob', 'Who pays?'), ...orders))(
        participantId(name),
      ),
    );

  it('[V61] is told to its writer', () => {
    expect(told('ann')).toContain('"verdict":"pending"');
    expect(told('ann', moderate('ann', 'approve'))).toContain('"verdict":"approved"');
    expect(told('ann', moderate('bob', 'approve'))).toContain('"verdict":"pending"');
    expect(told('ann', moderate('ann', 'hide'))).toContain('"verdict":"hidden"');
    expect(told('somebody else')).toBe('{}');
  });

  it('[V61] is seen by others once it is approved', () => {
    const asked = [asks('ann', 'Why now?'), asks('bob', 'Who pays?')];
    expect(onPhones(...session, ...asked).seen).not.toContain('Why now?');
    const { seen } = onPhones(...session, ...asked, moderate('ann', 'approve'));
    expect(seen).toContain('Why now?');
    expect(seen).not.toContain('Who pays?');
  });
});

describe('arrivals', () => {
  const session = begin(someDefinition(asking));

  it('[S20] are noted with the answer that brought them, once', () => {
    const first = when(given(...session), asks('ann', 'Why now?'));
    expect(first).toMatchObject([
      { type: 'responded' },
      { type: 'steered', activity: ask, step: { type: 'arrived' } },
    ]);
    const again = when(given(...session, asks('ann', 'Why now?')), asks('ann', 'Why only now?', 2));
    expect(again).toMatchObject([{ type: 'responded' }]);
  });

  it('[S20] belong to the round', () => {
    const state = given(...session, asks('ann', 'Why now?'), { type: 'askAgain', activity: ask });
    const activity = state.activities.get(ask);
    expect(activity && currentRound(activity).round.steered).toEqual(models.qa.steering?.start(options));
  });
});
