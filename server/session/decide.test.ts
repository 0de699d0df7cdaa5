/**
 * The rules of a session.
 * [S1] Only the latest answer of a participant counts, whatever order answers arrive in.
 * [S2] A resend is recognised and stores nothing; an older answer never overwrites a newer one.
 * [S3] An answer is refused unless its activity is open, its round is the current one and it fits the options.
 * [S4] The author's `open` decides what takes answers, until the presenter says otherwise.
 * [S5] A new round begins empty, and keeps the earlier ones.
 * [S6] The position is always a slide of the deck, and follows its slide through an edit.
 * [S7] A time limit closes by an event, not before the grace has passed, and can be extended.
 * [S9] An edit of the file keeps responses; what no longer fits is left out of the tally, not deleted.
 * [S10] After the end nothing is taken any more.
 */
import { describe, expect, it } from 'vitest';
import { models } from '../../activities/models.ts';
import { activityId, participantId } from '../../protocol/ids.ts';
import { graceMs, type Order } from './decide.ts';
import { evolve } from './evolve.ts';
import { begin, given, someActivity, someDefinition, when } from './given.ts';
import { currentRound, isOpen, type State } from './state.ts';
import { foldTally } from './tally.ts';

const ann = participantId('ann');
const bob = participantId('bob');
const landed = activityId('landed');
const [first = '', second = ''] = models.poll.sample.options[0]?.answers.map((each) => each.id) ?? [];

function vote(choice: string, changes: Partial<Extract<Order, { type: 'respond' }>> = {}): Order {
  const response = { options: [choice] };
  return { type: 'respond', participant: ann, activity: landed, round: 1, n: 1, response, ...changes };
}

const session = begin(someDefinition(someActivity()));
const started = given(...session);

function activityOf(state: State, id = landed) {
  const activity = state.activities.get(id);
  if (!activity) throw new Error(`no activity ${id}`);
  return activity;
}

const answerOf = (state: State, participant = ann) =>
  currentRound(activityOf(state)).round.responses.get(participant)?.response;

describe('answers', () => {
  it('[S1] counts the latest answer of each participant', () => {
    const state = given(...session, vote(first), vote(second, { n: 2 }), vote(first, { participant: bob }));
    expect(answerOf(state)).toEqual({ options: [second] });
    expect(foldTally(activityOf(state), 1)).toMatchObject({ people: 2, counts: { [first]: 1, [second]: 1 } });
  });

  it('[S1] two servers may append one phone’s answers out of order', () => {
    const newer = when(started, vote(second, { n: 2 }));
    const older = when(started, vote(first, { n: 1 }));
    if (typeof newer === 'string' || typeof older === 'string') throw new Error('both must be taken');
    expect(answerOf([...newer, ...older].reduce(evolve, started))).toEqual({ options: [second] });
  });

  it('[S2] recognises a resend and answers with the revision that holds it', () => {
    const state = given(...session, vote(first, { n: 5 }));
    expect(when(state, vote(first, { n: 5 }))).toEqual([]);
    expect(
      when(
        given(...session, vote(first, { n: 5 }), { type: 'close', activity: landed }),
        vote(first, { n: 5 }),
      ),
    ).toEqual([]);
  });

  it('[S2] refuses an answer older than the one stored', () => {
    const state = given(...session, vote(first, { n: 5 }));
    expect(when(state, vote(second, { n: 4 }))).toBe('superseded');
  });

  it.each([
    ['an unknown activity', { activity: activityId('nothing') }, 'unknown-activity'],
    ['a round to come', { round: 2 }, 'other-round'],
    ['an option there is not', { response: { options: ['elsewhere'] } }, 'invalid'],
    ['two on a single choice', { response: { options: [first, second] } }, 'invalid'],
    ['no response at all', { response: undefined }, 'invalid'],
    ['a prototype', { response: JSON.parse('{"__proto__": {"options": []}}') }, 'invalid'],
  ])('[S3] refuses %s', (_name, changes, reason) => {
    expect(when(started, vote(first, changes))).toBe(reason);
  });

  it('[S3] refuses a change where the author allows one answer', () => {
    const once = begin(someDefinition(someActivity({ change: false })));
    expect(when(given(...once, vote(first)), vote(second, { n: 2 }))).toBe('no-change');
  });

  it('[S3] refuses everything before a session has started', () => {
    expect(when(given(), vote(first))).toBe('unknown-session');
  });
});

describe('what takes answers', () => {
  const elsewhere = { h: 1, v: 0, f: -1 };

  it.each([
    ['on-slide', true, false],
    ['manual', false, false],
    ['always', true, true],
  ] as const)('[S4] %s', (open, here, away) => {
    const orders = begin(someDefinition(someActivity({ open })));
    const state = given(...orders);
    expect(isOpen(state, activityOf(state))).toBe(here);
    const moved = given(...orders, { type: 'goTo', slide: elsewhere });
    expect(isOpen(moved, activityOf(moved))).toBe(away);
  });

  it('[S4] the presenter’s word outranks the author’s', () => {
    const closed = given(...session, { type: 'close', activity: landed });
    expect(when(closed, vote(first))).toBe('closed');
    const opened = given(...session, { type: 'goTo', slide: elsewhere }, { type: 'open', activity: landed });
    expect(when(opened, vote(first))).toHaveLength(1);
  });

  it('[S4] opening what is open changes nothing', () => {
    expect(when(started, { type: 'open', activity: landed })).toEqual([]);
  });
});

describe('rounds', () => {
  const again: Order = { type: 'askAgain', activity: landed };

  it('[S5] begin empty and keep the earlier ones', () => {
    const state = given(...session, vote(first), again, vote(second, { round: 2, n: 2 }));
    expect(activityOf(state).rounds).toHaveLength(2);
    expect(foldTally(activityOf(state), 1)).toMatchObject({ counts: { [first]: 1, [second]: 0 } });
    expect(foldTally(activityOf(state), 2)).toMatchObject({ counts: { [first]: 0, [second]: 1 } });
  });

  it('[S5] refuse an answer to the round before', () => {
    expect(when(given(...session, again), vote(first))).toBe('other-round');
  });

  it('[S5] open what was closed, and hide what was shown', () => {
    const state = given(
      ...session,
      { type: 'show', activity: landed },
      { type: 'close', activity: landed },
      again,
    );
    expect(isOpen(state, activityOf(state))).toBe(true);
    expect(activityOf(state).shown).toBe(null);
  });

  it('[S5] asking twice at the same moment makes one round on every server', () => {
    const events = when(started, again);
    if (typeof events === 'string') throw new Error('must be taken');
    expect(activityOf([...events, ...events].reduce(evolve, started)).rounds).toHaveLength(2);
  });
});

describe('the position', () => {
  it('[S6] refuses a slide there is not', () => {
    expect(when(started, { type: 'goTo', slide: { h: 9, v: 0, f: -1 } })).toBe('unknown-slide');
  });

  it('[S6] never counts more fragments than the slide has', () => {
    const state = given(...session, { type: 'goTo', slide: { h: 1, v: 0, f: 40 } });
    expect(state.slide).toEqual({ h: 1, v: 0, f: 1 });
  });

  it('[S6] stays on its slide when one is put before it', () => {
    const definition = someDefinition(someActivity());
    const [a, b, c] = definition.slides;
    if (!a || !b || !c) throw new Error('three slides');
    const longer = { ...definition, slides: [a, { ...a, id: 'new', h: 1 }, { ...b, h: 2 }, { ...c, h: 3 }] };
    const state = given(
      ...session,
      { type: 'goTo', slide: { h: 1, v: 0, f: -1 } },
      { type: 'define', definition: longer },
    );
    expect(state.slide).toEqual({ h: 2, v: 0, f: -1 });
  });

  it('[S6] goes to the last slide when its own and all after are gone', () => {
    const definition = someDefinition(someActivity());
    const shorter = { ...definition, slides: definition.slides.slice(0, 1) };
    const state = given(
      ...session,
      { type: 'goTo', slide: { h: 2, v: 0, f: 1 } },
      { type: 'define', definition: shorter },
    );
    expect(state.slide).toEqual({ h: 0, v: 0, f: 1 });
  });
});

describe('time limits', () => {
  const timed = begin(someDefinition(someActivity({ time: 20_000, slide: { h: 1, v: 0, f: -1 } })));
  const there: Order = { type: 'goTo', slide: { h: 1, v: 0, f: -1 } };
  const state = given(...timed, there);
  const until = activityOf(state).until ?? 0;

  it('[S7] begin with the slide', () => {
    expect(until).toBe(3000 + 20_000);
  });

  it('[S7] begin with the session on the slide it begins on, and with an edit that sets one', () => {
    expect(activityOf(given(...begin(someDefinition(someActivity({ time: 20_000 }))))).until).toBe(22_000);
    const limit: Order = { type: 'define', definition: someDefinition(someActivity({ time: 5000 })) };
    const limited = given(...session, limit);
    expect(activityOf(limited).until).toBe((session.length + 1) * 1000 + 5000);
    expect(when(limited, limit)).toMatchObject([{ type: 'defined' }]);
  });

  it('[S7] begin for nothing that the slide does not open', () => {
    const others = [{ open: 'manual' }, { open: 'always' }, { slide: { h: 1, v: 0, f: -1 } }] as const;
    for (const other of others)
      expect(activityOf(given(...begin(someDefinition(someActivity({ time: 5000, ...other }))))).until).toBe(
        null,
      );
    expect(when(given(...session, { type: 'end' }), timed[1] ?? { type: 'end' })).toHaveLength(1);
  });

  it('[S7] close after the grace, not before', () => {
    const timeUp: Order = { type: 'timeUp', activity: landed };
    expect(when(state, timeUp, until + graceMs - 1)).toEqual([]);
    expect(when(state, timeUp, until + graceMs)).toEqual([
      { type: 'closed', at: until + graceMs, activity: landed },
    ]);
  });

  it('[S7] take what left the phone in time, and nothing later, though no timer has closed them yet', () => {
    expect(when(state, vote(first), until + graceMs - 1)).toHaveLength(1);
    expect(when(state, vote(first), until + graceMs)).toBe('closed');
    const taken = given(...timed, there, vote(first));
    expect(when(taken, vote(first), until + graceMs)).toEqual([]);
    expect(when(state, { type: 'extend', activity: landed, by: 60_000 }, until + graceMs)).toHaveLength(1);
  });

  it('[S7] can be extended, from now when they have run out', () => {
    const extend: Order = { type: 'extend', activity: landed, by: 60_000 };
    expect(when(state, extend, 4000)).toMatchObject([{ until: until + 60_000 }]);
    expect(when(state, extend, until + 1000)).toMatchObject([{ until: until + 61_000 }]);
    expect(when(started, extend)).toBe('closed');
  });

  it('[S7] do not begin again when the presenter comes back', () => {
    const back = given(...timed, there, { type: 'goTo', slide: { h: 0, v: 0, f: -1 } }, there);
    expect(activityOf(back).until).toBe(until);
  });
});

describe('editing the file', () => {
  it('[S9] keeps the responses of an activity that was dropped and comes back', () => {
    const gone: Order = { type: 'define', definition: someDefinition() };
    const [, define] = session;
    if (!define) throw new Error('a definition');
    const without = given(...session, vote(first), gone);
    expect(when(without, vote(second, { n: 2 }))).toBe('closed');
    expect(answerOf(given(...session, vote(first), gone, define))).toEqual({ options: [first] });
  });

  it('[S9] leaves answers that no longer fit out of the tally', () => {
    const [options] = models.poll.sample.options;
    if (!options) throw new Error('a sample');
    const fewer = { ...options, answers: options.answers.slice(1) };
    const edited: Order = { type: 'define', definition: someDefinition(someActivity({ options: fewer })) };
    const state = given(...session, vote(first), vote(second, { participant: bob }), edited);
    expect(foldTally(activityOf(state), 1)).toMatchObject({ people: 1, counts: { [second]: 1 } });
    expect(currentRound(activityOf(state)).round.responses.size).toBe(2);
  });
});

describe('the end', () => {
  it('[S10] refuses answers and steering, and still shows results', () => {
    const ended = given(...session, { type: 'end' });
    expect(when(ended, vote(first))).toBe('ended');
    expect(when(ended, { type: 'open', activity: landed })).toBe('ended');
    expect(when(ended, { type: 'end' })).toEqual([]);
    expect(when(ended, { type: 'show', activity: landed })).toHaveLength(1);
  });
});
