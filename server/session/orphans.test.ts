/**
 * [S22] An edit says which answers it leaves without a place, and looks only at activities that may have some.
 */
import { afterEach, expect, it, vi } from 'vitest';
import { models } from '../../activities/models.ts';
import { activityId, participantId } from '../../protocol/ids.ts';
import type { Order } from './decide.ts';
import { begin, given, someActivity, someDefinition } from './given.ts';
import { orphanedBy } from './orphans.ts';

const [options] = models.poll.sample.options;
if (!options) throw new Error('a sample');
const [first, ...others] = options.answers;
const fewer = { ...options, answers: others };
const landed = someActivity();
const other = someActivity({ id: activityId('other'), question: 'And now?' });
const vote = (activity = landed.id): Order => ({
  type: 'respond',
  participant: participantId('ann'),
  activity,
  round: 1,
  n: 1,
  response: { options: [first?.id] },
});
const state = given(...begin(someDefinition(landed, other)), vote(), vote(other.id));
const without = someDefinition({ ...landed, options: fewer }, other);

afterEach(() => vi.restoreAllMocks());

it('[S22] names the question and counts its answers', () => {
  expect(orphanedBy(state, without)).toEqual([
    { activity: landed.id, question: landed.question, answers: 1 },
  ]);
  expect(orphanedBy(state, someDefinition(other))).toEqual([
    { activity: landed.id, question: landed.question, answers: 1 },
  ]);
  expect(orphanedBy(state, someDefinition(landed, { ...other, options: fewer }))).toHaveLength(1);
});

it('[S22] reads no answers to what was never edited', () => {
  const read = vi.spyOn(models.poll, 'response');
  const reworded = { ...other, question: 'And then?', slide: { h: 2, v: 0, f: -1 } };
  expect(orphanedBy(state, someDefinition(landed, reworded))).toEqual([]);
  expect(read).not.toHaveBeenCalled();
});

it('[S22] still says so at the next save, until they have a place again', () => {
  const edited = given(...begin(someDefinition(landed)), vote(), {
    type: 'define',
    definition: someDefinition({ ...landed, options: fewer }),
  });
  expect(orphanedBy(edited, someDefinition({ ...landed, options: fewer }, other))).toHaveLength(1);
  expect(orphanedBy(edited, someDefinition(landed))).toEqual([]);
});
