/**
 * Right answers and points.
 * [S15] Points count from when results are shown, of the latest round alone, and stay when results are hidden again.
 * [S16] Showing what was secret closes the round for good: only another one can be asked.
 * [S17] Nothing is lost: the log folded again gives the same points and places.
 * [S18] An answer in the grace after the time limit counts, and a changed answer counts with its new time.
 * [V11] Until the answer is shown, no view of a phone or of the room depends on what is right.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { activityId, participantId } from '../../protocol/ids.ts';
import { read } from '../session-file/given.ts';
import { aroundOf } from './around.ts';
import { decide, graceMs, type Order } from './decide.ts';
import type { Event } from './events.ts';
import { evolve } from './evolve.ts';
import { begin, given, when } from './given.ts';
import { projectMine, projectPhone } from './project-phone.ts';
import { projectDeck, projectEmbed, projectPresenter, projectRoom } from './project-screens.ts';
import { type ActivityState, initialState, isOpen, type State } from './state.ts';
import { foldTally } from './tally.ts';

const [first, second] = [activityId('first'), activityId('second')];
const [ann, bob] = [participantId('ann'), participantId('bob')];

/** Two questions; of the second, `right` says which answers are right. */
function quizzes(right = 'a', options = '') {
  const box = (id: string) => (right.includes(id) ? 'x' : ' ');
  return read(`## First?
<!-- quiz: {id: first, time: 20s} -->
- [x] Yes
  - Reason of yes
- [ ] No

---
## Second?
<!-- quiz: {id: second, time: 10s${options}} -->
- [${box('a')}] A
  - Reason of ${right}
- [${box('b')}] B
- [${box('c')}] C
`);
}

const session = begin(quizzes());
const goTo = (h: number): Order => ({ type: 'goTo', slide: { h, v: 0, f: -1 } });
const show = (activity = first): Order => ({ type: 'show', activity });
const hide = (activity = first): Order => ({ type: 'hide', activity });
const answer = (
  participant: typeof ann,
  option: string,
  changes: { n?: number; round?: number } = {},
): Order => ({
  type: 'respond',
  participant,
  activity: option.length > 1 ? first : second,
  round: 1,
  n: 1,
  response: { options: [option] },
  ...changes,
});

function activityOf(state: State, id = first): ActivityState {
  const activity = state.activities.get(id);
  if (!activity) throw new Error(`no activity ${id}`);
  return activity;
}

const standings = (state: State) =>
  aroundOf(state, activityOf(state), 1)
    .standings()
    .map(({ participant, points }) => [participant, points]);

describe('points', () => {
  // The round begins in second 2; orders come one a second.
  const answered = [...session, answer(ann, 'yes'), answer(bob, 'no')];

  it('[S15] count from when results are shown, and stay when they are hidden', () => {
    expect(standings(given(...answered))).toEqual([]);
    const points = [
      ['ann', 975],
      ['bob', 0],
    ];
    expect(standings(given(...answered, show()))).toEqual(points);
    expect(standings(given(...answered, show(), hide()))).toEqual(points);
    expect(standings(given(...answered, { type: 'hide', activity: first }))).toEqual([]);
  });

  it('[S15] add up over all questions that were shown', () => {
    const state = given(...answered, show(), goTo(1), answer(bob, 'a'), show(second));
    expect(standings(state)).toEqual([
      ['ann', 975],
      ['bob', 950],
    ]);
  });

  it('[S15] are those of the latest round', () => {
    const again = [...answered, show(), { type: 'askAgain', activity: first } as const];
    expect(standings(given(...again))).toEqual([]);
    const state = given(...again, answer(bob, 'yes', { round: 2, n: 2 }), show());
    expect(standings(state)).toEqual([['bob', 975]]);
  });

  it('[S15] are worked out once, however often they are asked for', () => {
    const state = given(...answered, show());
    const again = given(...answered, show(), goTo(1), answer(ann, 'b'));
    const of = (each: State) => aroundOf(each, activityOf(each), 1).standings();
    expect(of(state)).toBe(of(state));
    const later = when(state, goTo(1));
    if (typeof later === 'string') throw new Error(later);
    expect(of(later.reduce(evolve, state))).toBe(of(state));
    expect(of(again)).toEqual(of(state));
  });

  it('[S17] are the same when the log is folded again', () => {
    const orders = [
      ...answered,
      { type: 'introduce', participant: ann, alias: 'Ann' } as const,
      show(),
      goTo(1),
      answer(bob, 'a'),
      answer(ann, 'b'),
      show(second),
    ];
    const log: Event[] = [];
    let state = initialState;
    orders.forEach((order, index) => {
      const decision = decide(state, order, { now: (index + 1) * 1000, random: () => 0 });
      if ('refused' in decision) throw new Error(decision.refused);
      log.push(...decision.events);
      state = decision.events.reduce(evolve, state);
    });
    const stored: Event[] = JSON.parse(JSON.stringify(log));
    const again = stored.reduce(evolve, initialState);
    for (const participant of [ann, bob])
      expect(projectMine(again, participant)).toEqual(projectMine(state, participant));
    expect(projectMine(again, bob).personal).toEqual({
      second: { outcome: 'right', points: 950, total: 950, rank: 2, of: 2 },
    });
    const room = projectRoom(again, foldTally, { now: 0, people: 2, warnings: [] });
    expect(JSON.stringify(room)).toContain('"names":["Ann"]');
  });

  it('[S18] are given for an answer in the grace, and for a changed one by its new time', () => {
    const state = given(...session, goTo(1), goTo(0), goTo(1));
    const until = activityOf(state, second).until ?? 0;
    const late = when(state, answer(ann, 'a'), until + graceMs - 1);
    if (typeof late === 'string') throw new Error(late);
    const closed = late.reduce(evolve, state);
    const shown = when(closed, show(second), until + graceMs);
    if (typeof shown === 'string') throw new Error(shown);
    expect(standings(shown.reduce(evolve, closed))).toEqual([['ann', 500]]);
    const changed = given(...session, answer(ann, 'no'), goTo(0), answer(ann, 'yes', { n: 2 }), show());
    expect(standings(changed)).toEqual([['ann', 925]]);
  });
});

describe('after the answer was shown', () => {
  const shown = given(...session, answer(ann, 'yes'), show());

  it('[S16] nobody can answer any more, whoever opens or hides', () => {
    expect(isOpen(shown, activityOf(shown))).toBe(false);
    expect(when(shown, answer(bob, 'yes'))).toBe('closed');
    expect(when(shown, { type: 'open', activity: first })).toBe('not-now');
    const hidden = given(...session, show(), hide(), goTo(1), goTo(0));
    expect(when(hidden, answer(bob, 'yes'))).toBe('closed');
    expect(when(hidden, { type: 'open', activity: first })).toBe('not-now');
    expect(activityOf(hidden).until).toBe(null);
  });

  it('[S16] it can be asked again', () => {
    const again = given(...session, show(), { type: 'askAgain', activity: first });
    expect(when(again, answer(bob, 'yes', { round: 2 }), 10_000)).toHaveLength(1);
    expect(when(again, { type: 'open', activity: first })).toEqual([]);
  });

  it('[S16] the console knows that it is over', () => {
    const over = (state: State) =>
      projectPresenter(state, foldTally, { now: 0, people: 0, warnings: [] }).activities.map(
        (each) => each.over,
      );
    expect(over(given(...session))).toEqual([false, false]);
    expect(over(shown)).toEqual([true, false]);
  });
});

describe('secrets', () => {
  const around = { now: 5000, people: 3, warnings: [] };
  /** All that leaves for phones and for holders of the room's key. */
  const seen = (state: State) =>
    JSON.stringify([
      projectPhone(state, foldTally, around),
      projectRoom(state, foldTally, around),
      projectEmbed(state, foldTally, second, around),
      projectDeck(state, false),
      [ann, bob].map((each) => projectMine(state, each)),
    ]);
  const order = fc.oneof(
    fc
      .tuple(fc.constantFrom(ann, bob), fc.constantFrom('yes', 'no', 'a', 'b', 'c'))
      .map(([participant, option]) => answer(participant, option)),
    fc.constantFrom<Order>(
      goTo(0),
      goTo(1),
      show(first),
      hide(first),
      hide(second),
      { type: 'open', activity: first },
      { type: 'open', activity: second },
      { type: 'close', activity: second },
      { type: 'askAgain', activity: first },
      { type: 'askAgain', activity: second },
      { type: 'introduce', participant: ann, alias: 'Ann' },
      { type: 'end' },
    ),
  );

  /** Plays orders that the two sessions must take or refuse alike. */
  function play(definition: ReturnType<typeof quizzes>, orders: readonly Order[]): State {
    let state = given(...begin(definition));
    orders.forEach((each, index) => {
      const numbered =
        each.type === 'respond' ? { ...each, n: index + 1, round: roundOf(state, each) } : each;
      const decision = decide(state, numbered, { now: 5000 + index * 700, random: () => 0 });
      if ('events' in decision) state = decision.events.reduce(evolve, state);
    });
    return state;
  }

  const roundOf = (state: State, { activity }: { activity: typeof first }) =>
    activityOf(state, activity).rounds.length;

  it.each([
    ['one right answer', 'a', 'b', ''],
    ['several right answers', 'ab', 'bc', ''],
    ['results that are live', 'a', 'c', ', results: live'],
    ['results for the presenter alone', 'a', 'c', ', results: presenter'],
  ])('[V11] are kept: %s', (_name, one, other, options) => {
    fc.assert(
      fc.property(fc.array(order, { maxLength: 30 }), (orders) => {
        const [left, right] = [quizzes(one, options), quizzes(other, options)];
        const before = seen(play(left, orders));
        expect(before).toBe(seen(play(right, orders)));
        expect(before).not.toContain('Reason of a');
      }),
      { numRuns: 150 },
    );
  });

  it('[V11] are out once they are shown, and not for results of the presenter alone', () => {
    const state = given(...session, goTo(1), answer(ann, 'a'), show(second));
    expect(seen(state)).toContain('Reason of a');
    const kept = given(...begin(quizzes('a', ', results: presenter')), goTo(1), answer(ann, 'a'));
    expect(when(kept, show(second))).toBe('presenter-only');
  });
});
