/** [S45] What one activity knows of another's answers is each participant's latest, of whichever round. */
import { expect, it } from 'vitest';
import { models } from '../../activities/models.ts';
import { activityId, participantId } from '../../protocol/ids.ts';
import { aroundOf } from './around.ts';
import type { Order } from './decide.ts';
import { begin, given, someActivity, someDefinition } from './given.ts';
import { Tallies } from './tally.ts';

const landed = activityId('landed');
const [first = '', second = ''] = models.poll.sample.options[0]?.answers.map(({ id }) => id) ?? [];
const [ann, bob] = [participantId('ann'), participantId('bob')];
const say = (participant: typeof ann, choice: string, round: number): Order => {
  const response = { options: [choice] };
  return { type: 'respond', participant, activity: landed, round, n: round, response };
};

it('[S45] who was asked again and has not answered belongs where the earlier answer says', () => {
  const state = given(
    ...begin(someDefinition(someActivity())),
    ...[say(ann, first, 1), say(bob, first, 1)],
    { type: 'askAgain', activity: landed },
    say(bob, second, 2),
  );
  const activity = state.activities.get(landed);
  if (!activity) throw new Error('the activity is there');
  const linked = aroundOf(state, activity, 1, new Tallies().of).linked(landed);
  expect([...(linked?.answered ?? [])].sort()).toEqual([ann, bob]);
  expect([linked?.segmentOf(ann), linked?.segmentOf(bob)]).toEqual([first, second]);
  expect(linked?.hasAnswered?.(ann)).toBe(true);
});
