/**
 * What a presenter rules of what people wrote.
 * [S8] A verdict belongs to an entry that somebody wrote; a chain of merges never becomes a circle. What is ruled of a word
 *      holds in every round, what is ruled of one participant's entry in its own.
 */
import { describe, expect, it } from 'vitest';
import { models } from '../../activities/models.ts';
import { activityId, participantId } from '../../protocol/ids.ts';
import type { Order } from './decide.ts';
import { evolve } from './evolve.ts';
import { begin, given, someActivity, someDefinition, when } from './given.ts';
import { currentRound, type State } from './state.ts';

const ann = participantId('ann');
const landed = activityId('landed');

const session = begin(someDefinition(someActivity()));
const started = given(...session);

const sent = (response: unknown, round = 1, n = 1): Order => ({
  ...{ type: 'respond', participant: ann, activity: landed, round, n, response },
});

function activityOf(state: State, id = landed) {
  const activity = state.activities.get(id);
  if (!activity) throw new Error(`no activity ${id}`);
  return activity;
}

describe('moderation and merging', () => {
  const words = someActivity({ kind: 'cloud', options: models.cloud.sample.options[0] });
  const cloud = begin(someDefinition(words));
  const say = (...words: string[]) => sent({ words });

  it('[S8] refuses a verdict on what nobody wrote', () => {
    const order: Order = {
      type: 'moderate',
      activity: landed,
      participant: ann,
      entry: 'ghost',
      verdict: 'hide',
    };
    expect(when(given(...cloud, say('calm')), order)).toBe('unknown-entry');
  });

  it('[S8] rules on what somebody wrote', () => {
    const order: Order = {
      type: 'moderate',
      activity: landed,
      participant: ann,
      entry: 'calm',
      verdict: 'hide',
    };
    const state = given(...cloud, say('Calm'), order);
    expect(Object.values(currentRound(activityOf(state)).round.rulings.verdicts)).toEqual(['hidden']);
  });

  it('[S8] rules on a word whoever wrote it, and on a text by its writer alone', () => {
    const everyone = (entry: string): Order => ({
      type: 'moderate',
      activity: landed,
      participant: participantId('*'),
      entry,
      verdict: 'hide',
    });
    const state = given(...cloud, say('Calm'), everyone('calm'));
    expect(Object.values(currentRound(activityOf(state)).round.rulings.verdicts)).toEqual(['hidden']);
    expect(when(state, everyone('ghost'))).toBe('unknown-entry');
    const wall = someActivity({ kind: 'text', options: models.text.sample.options[0] });
    const told = given(...begin(someDefinition(wall)), sent({ text: 'Hello' }));
    const [entry = ''] = models.text.entries?.({ text: 'Hello' }).map(({ id }) => id) ?? [];
    expect(when(told, everyone(entry))).toBe('unknown-entry');
  });

  it.each(['constructor', '__proto__', 'toString'])('[S8] merges into and from the word "%s"', (word) => {
    const merge = (from: string, into: string): Order => ({ type: 'merge', activity: landed, from, into });
    const mergesOf = (state: State) =>
      Object.entries(currentRound(activityOf(state)).round.rulings.merges).sort();
    expect(mergesOf(given(...cloud, merge('a', word)))).toEqual([['a', word]]);
    expect(mergesOf(given(...cloud, merge(word, 'a'), merge('b', word)))).toEqual(
      [
        ['b', 'a'],
        [word, 'a'],
      ].sort(),
    );
    expect(mergesOf(given(...cloud, merge('a', word), merge('a', 'a')))).toEqual([]);
    expect(when(given(...cloud, merge('a', word)), merge(word, 'a'))).toBe('unknown-entry');
  });

  it('[S8] follows a chain of merges to its end and refuses a circle', () => {
    const merge = (from: string, into: string): Order => ({ type: 'merge', activity: landed, from, into });
    const state = given(...cloud, merge('b', 'a'), merge('c', 'b'));
    expect(currentRound(activityOf(state)).round.rulings.merges).toEqual({ b: 'a', c: 'a' });
    expect(when(state, merge('a', 'b'))).toBe('unknown-entry');
    expect(
      currentRound(activityOf(given(...cloud, merge('b', 'a'), merge('b', 'b')))).round.rulings.merges,
    ).toEqual({});
    expect(when(started, merge('a', 'b'))).toBe('unknown-entry');
  });
});

describe('rulings when asked again', () => {
  const again: Order = { type: 'askAgain', activity: landed };
  const hide = (participant: string, entry: string): Order => ({
    type: 'moderate',
    activity: landed,
    participant: participantId(participant),
    entry,
    verdict: 'hide',
  });
  const merge = (from: string, into: string): Order => ({ type: 'merge', activity: landed, from, into });
  const words = someActivity({ kind: 'cloud', options: models.cloud.sample.options[0], moderate: true });
  const cloud = begin(someDefinition(words));
  const say = (texts: string[], round = 1): Order => sent({ words: texts }, round, round);
  const rulingsOf = (state: State) => activityOf(state).rounds.map(({ rulings }) => rulings);

  it('[S8] what was merged and hidden stays so in the next round', () => {
    const state = given(...cloud, say(['rude', 'glad']), hide('*', 'rude'), merge('glad', 'happy'), again);
    const [before, after] = rulingsOf(state);
    expect(after).toEqual({ moderate: true, verdicts: { '* rude': 'hidden' }, merges: { glad: 'happy' } });
    expect(after).toEqual(before);
  });

  it('[S8] what is ruled of a word later holds in the earlier rounds too', () => {
    const state = given(
      ...cloud,
      say(['glad']),
      again,
      say(['rude', 'glad'], 2),
      hide('*', 'rude'),
      merge('glad', 'happy'),
    );
    const [before, after] = rulingsOf(state);
    expect(before).toEqual({ moderate: true, verdicts: { '* rude': 'hidden' }, merges: { glad: 'happy' } });
    expect(after).toEqual(before);
    const undone = when(state, merge('glad', 'glad'));
    if (typeof undone === 'string') throw new Error('must be taken');
    expect(rulingsOf(undone.reduce(evolve, state)).map(({ merges }) => merges)).toEqual([{}, {}]);
  });

  it('[S8] a verdict on what one participant wrote is of its round', () => {
    const wall = someActivity({ kind: 'text', options: models.text.sample.options[0] });
    const [entry = ''] = models.text.entries?.({ text: 'Hello' }).map(({ id }) => id) ?? [];
    const state = given(...begin(someDefinition(wall)), sent({ text: 'Hello' }), hide('ann', entry), again);
    const [before, after] = rulingsOf(state);
    expect(Object.values(before?.verdicts ?? {})).toEqual(['hidden']);
    expect(after?.verdicts).toEqual({});
  });
});
