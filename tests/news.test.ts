/**
 * What a phone says of a new view to somebody who cannot see it change.
 * [V73] A new live question, one that is asked again, its closing and the end are said, each once, and nothing else is.
 */
import { expect, it } from 'vitest';
import { newsOf } from '../audience/news.ts';
import { activityId, participantId } from '../protocol/ids.ts';
import type { Order } from '../server/session/decide.ts';
import { begin, given, someActivity, someDefinition } from '../server/session/given.ts';
import { projectPhone } from '../server/session/project-phone.ts';
import { foldTally } from '../server/session/tally.ts';

const ideas = activityId('ideas');
const session = begin(
  someDefinition(
    someActivity(),
    someActivity({ id: ideas, question: 'Any ideas?', slide: { h: 2, v: 0, f: -1 }, open: 'always' }),
    someActivity({ id: activityId('next'), question: 'What next?', slide: { h: 1, v: 0, f: -1 } }),
  ),
);
const viewAfter = (...orders: readonly Order[]) =>
  projectPhone(given(...session, ...orders), foldTally, { now: 0 });
const landed = activityId('landed');
const again = (activity: typeof landed): Order => ({ type: 'askAgain', activity });
const goTo = (h: number): Order => ({ type: 'goTo', slide: { h, v: 0, f: -1 } });

/** What is said at each view, from a phone that has just come in. */
function said(...orders: readonly Order[]): (string | undefined)[] {
  const views = Array.from({ length: orders.length + 1 }, (_, number) =>
    viewAfter(...orders.slice(0, number)),
  );
  return views.map((view, index) => newsOf(views[index - 1], view));
}

it('[V73] says each change once', () => {
  expect(
    said(
      goTo(1),
      { type: 'react', counts: { '👏': 1 } },
      goTo(0),
      { type: 'close', activity: landed },
      again(landed),
      again(ideas),
      { type: 'end' },
    ),
  ).toEqual([
    'New question: How did it land?',
    'New question: What next?',
    undefined,
    'New question: How did it land?',
    'This question is closed.',
    'Asked again: How did it land?',
    'Asked again: Any ideas?',
    'This session has ended. Your answers are with the people who ran it.',
  ]);
});

it('[V73] says nothing of an answer', () => {
  const answer: Order = {
    type: 'respond',
    participant: participantId('ann'),
    activity: landed,
    round: 1,
    n: 1,
    response: { options: ['it-gave-me-energy'] },
  };
  const [before, after] = [viewAfter(), viewAfter(answer)];
  expect(newsOf(before, after)).toBe(undefined);
});
