/**
 * The views: the only way out.
 * [V1] A phone sees what is live now, then the standing activities, and nothing of other slides.
 * [V2] A hidden tally never leaves the server: not to phones, not to the room.
 * [V3] No view of a phone or of the room holds somebody's response or a participant's id.
 * [V4] Speaker's notes go to presenters alone.
 * [V5] Phones see results only when the presenter shows them.
 * [V6] Results for the presenter alone stay there, whatever is shown.
 * [V7] Earlier rounds stand beside the new one.
 * [V8] After the end phones have no question left.
 * [V9] Stepping a tally by what is new gives what folding it anew gives.
 * [V10] Entries that wait for approval come first, the longest waiting ahead; the others newest first. No flood of them
 *       keeps a name from being taken off.
 */
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { askedModelOf, kindNames, models } from '../../activities/models.ts';
import { activityId, participantId } from '../../protocol/ids.ts';
import type { Order } from './decide.ts';
import { decide } from './decide.ts';
import { evolve } from './evolve.ts';
import { answering, begin, given, someActivity, someDefinition, when } from './given.ts';
import { projectMine, projectPhone } from './project-phone.ts';
import { projectDeck, projectPresenter, projectRoom } from './project-screens.ts';
import { aliasEntry } from './state.ts';
import { foldTally, Tallies } from './tally.ts';

const around = { now: 5000, people: 3, warnings: [] };
const landed = activityId('landed');
const [options] = models.poll.sample.options;
const [first = '', second = ''] = options?.answers.map((each) => each.id) ?? [];

const spread = v.object({
  spread: v.object({
    bins: v.array(v.object({ from: v.number(), to: v.number(), count: v.number() })),
  }),
});

function vote(participant: string, choice: string, round = 1): Order {
  const response = { options: [choice] };
  return {
    type: 'respond',
    participant: participantId(participant),
    activity: landed,
    round,
    n: round,
    response,
  };
}

describe('views', () => {
  const standing = someActivity({ id: activityId('box'), open: 'always', slide: { h: 2, v: 0, f: -1 } });
  const later = someActivity({ id: activityId('later'), slide: { h: 1, v: 0, f: -1 } });
  const session = begin(someDefinition(standing, someActivity(), later));

  it('[V1] a phone sees the live question, then the standing ones', () => {
    const view = projectPhone(given(...session), foldTally, around);
    expect(view.activities.map((each) => [each.id, each.live])).toEqual([
      ['landed', true],
      ['box', false],
    ]);
  });

  it('[V2] a hidden tally never leaves the server', () => {
    const hidden = begin(someDefinition(someActivity({ results: 'hidden' })));
    const state = given(...hidden, vote('ann', first), vote('bob', second));
    const [shown] = projectRoom(state, foldTally, around).activities;
    expect(shown?.revealed).toEqual({ people: 2 });
    expect(shown?.answered).toBe(2);
    expect(projectPhone(state, foldTally, around).activities[0]).not.toHaveProperty('revealed');
    expect(projectPresenter(state, foldTally, around).activities[0]?.own).toHaveProperty('bars');
  });

  it.each(kindNames.filter((kind) => askedModelOf(kind)))('[V3] nobody’s id is in a view: %s', (kind) => {
    const model = askedModelOf(kind);
    if (!model) throw new Error('an asked kind');
    for (const each of model.sample.options) {
      const about = someActivity({ kind, options: each });
      let state = given(...begin(someDefinition(about)));
      for (let index = 0; index < 20; index++) {
        const response = model.sample.honest(each, seeded(index));
        const participant = participantId(`participant-${index}-id`);
        const answer = { type: 'respond', participant, activity: landed, round: 1, n: 1, response } as const;
        for (const order of answering(model, answer)) {
          const decision = decide(state, order, { now: 9000 + index, random: Math.random });
          if ('refused' in decision) throw new Error(`${kind}: ${decision.refused}`);
          state = decision.events.reduce(evolve, state);
        }
      }
      const shown = decide(state, { type: 'show', activity: landed }, { now: 9500, random: Math.random });
      if ('events' in shown) state = shown.events.reduce(evolve, state);
      expect(JSON.stringify(projectPhone(state, foldTally, around))).not.toContain('participant-');
      expect(JSON.stringify(projectRoom(state, foldTally, around))).not.toContain('participant-');
    }
  });

  it('[V3] a phone is given its own answers and nobody else’s', () => {
    const state = given(...session, vote('ann', first), vote('bob', second));
    expect(projectMine(state, participantId('ann')).responses).toEqual({
      landed: { round: 1, n: 1, response: { options: [first] } },
    });
    expect(projectMine(state, participantId('eve')).responses).toEqual({});
  });

  it('[V4] notes go to presenters alone', () => {
    const state = given(...session);
    expect(JSON.stringify(projectDeck(state, false))).not.toContain('secret note');
    expect(JSON.stringify(projectRoom(state, foldTally, around))).not.toContain('secret note');
    expect(projectDeck(state, true).slides[0]?.notes).toBe('secret note on Welcome');
  });

  it('[V5] phones see results once they are shown, and no longer once hidden', () => {
    const shown = given(...session, vote('ann', first), { type: 'show', activity: landed });
    expect(projectPhone(shown, foldTally, around).activities[0]?.revealed).toMatchObject({ people: 1 });
    const hidden = given(
      ...session,
      vote('ann', first),
      { type: 'show', activity: landed },
      { type: 'hide', activity: landed },
    );
    expect(projectPhone(hidden, foldTally, around).activities[0]).not.toHaveProperty('revealed');
    expect(projectRoom(hidden, foldTally, around).activities[0]?.revealed).toEqual({ people: 1 });
  });

  it('[V6] what is for the presenter stays with the presenter', () => {
    const secret = given(
      ...begin(someDefinition(someActivity({ results: 'presenter' }))),
      vote('ann', first),
    );
    expect(decide(secret, { type: 'show', activity: landed }, { now: 1, random: Math.random })).toEqual({
      refused: 'presenter-only',
    });
    expect(projectRoom(secret, foldTally, around).activities[0]?.revealed).toEqual({ people: 1 });
    expect(projectPresenter(secret, foldTally, around).activities[0]?.own).toMatchObject({
      people: 1,
      bars: expect.anything(),
    });
  });

  it('[V7] earlier rounds stand beside the new one', () => {
    const state = given(
      ...session,
      vote('ann', first),
      { type: 'askAgain', activity: landed },
      vote('ann', second, 2),
    );
    const [shown] = projectRoom(state, foldTally, around).activities;
    expect(shown?.round).toBe(2);
    expect(shown?.earlier).toHaveLength(1);
    expect(shown?.earlier[0]).toMatchObject({ people: 1 });
  });

  it('[V7] a kind may fit its result on one axis with earlier rounds', () => {
    const guess = someActivity({ kind: 'number', options: models.number.sample.options[0] });
    const say = (value: number, round: number): Order => ({
      type: 'respond',
      participant: participantId('ann'),
      activity: landed,
      round,
      n: round,
      response: { value },
    });
    const state = given(
      ...begin(someDefinition(guess)),
      say(1000, 1),
      { type: 'askAgain', activity: landed },
      say(300, 2),
    );
    const [shown] = projectRoom(state, foldTally, around).activities;
    const { bins } = v.parse(spread, shown?.revealed).spread;
    expect(bins.some(({ from, to }) => from <= 1000 && 1000 <= to)).toBe(true);
    expect(bins.find(({ count }) => count === 1)?.from).toBeLessThanOrEqual(300);
  });

  it('[V10] what waits comes first, in the order it came', () => {
    const wall = someActivity({ kind: 'text', options: models.text.sample.options[0], moderate: true });
    const wrote = (participant: string): Order => ({
      type: 'respond',
      participant: participantId(participant),
      activity: landed,
      round: 1,
      n: 1,
      response: { text: `by ${participant}` },
    });
    const ruled = (participant: string, verdict: 'approve' | 'hide'): Order => ({
      type: 'moderate',
      activity: landed,
      participant: participantId(participant),
      entry: models.text.entries?.({ text: `by ${participant}` })[0]?.id ?? '',
      verdict,
    });
    const state = given(
      ...begin(someDefinition(wall)),
      ...['ann', 'bob', 'cleo', 'dan', 'eve'].map(wrote),
      ruled('bob', 'approve'),
      ruled('dan', 'hide'),
    );
    const [seen] = projectPresenter(state, foldTally, around).activities;
    expect(seen?.entries.map(({ participant, verdict }) => [participant, verdict])).toEqual([
      ['ann', 'pending'],
      ['cleo', 'pending'],
      ['eve', 'pending'],
      ['dan', 'hidden'],
      ['bob', 'approved'],
    ]);
    expect(seen?.waiting).toBe(3);
  });

  it('[V10] names are there under a flood of cards', () => {
    const [board] = models.board.sample.options.filter(({ join }) => join);
    if (!board) throw new Error('there is a board on which people say what they would join');
    const wall = someActivity({ kind: 'board', options: board, moderate: true });
    const flooding = (index: number): Order => ({
      type: 'respond',
      participant: participantId(`flood-${index}`),
      activity: landed,
      round: 1,
      n: 1,
      response: { cards: [{ id: 'one', text: `Flood ${index}` }], votes: [], joins: [] },
    });
    const named = (name: string): Order => ({
      type: 'introduce',
      participant: participantId(name),
      alias: name,
    });
    const takeOff = (name: string): Order => ({
      type: 'moderate',
      activity: landed,
      participant: participantId(name),
      entry: aliasEntry,
      verdict: 'hide',
    });
    const state = given(
      ...begin(someDefinition(wall)),
      named('Kind'),
      named('Rude'),
      ...Array.from({ length: 300 }, (_, index) => flooding(index)),
    );
    const seen = projectPresenter(state, foldTally, around).activities[0];
    expect(seen?.waiting).toBe(300);
    expect(seen?.entries).toHaveLength(202);
    const names = (all = seen?.entries) =>
      all?.filter(({ entry }) => entry === aliasEntry).map(({ text }) => text);
    expect(names()?.toSorted()).toEqual(['Kind', 'Rude']);
    const events = when(state, takeOff('Kind'));
    const after = Array.isArray(events) ? events.reduce(evolve, state) : state;
    expect(names(projectPresenter(after, foldTally, around).activities[0]?.entries)).toEqual([
      'Rude',
      'Kind',
    ]);
  });

  it('[V8] after the end phones have no question left', () => {
    const view = projectPhone(given(...session, { type: 'end' }), foldTally, around);
    expect(view).toMatchObject({ ended: true, activities: [] });
  });
});

describe('tallies', () => {
  it('[V9] stepping gives what folding anew gives', () => {
    const order = fc.record({
      participant: fc.integer({ min: 0, max: 6 }),
      choice: fc.constantFrom(first, second),
      ask: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(order, { maxLength: 40 }), (orders) => {
        const tallies = new Tallies();
        let state = given(...begin(someDefinition(someActivity())));
        orders.forEach(({ participant, choice, ask }, index) => {
          const round = state.activities.get(landed)?.rounds.length ?? 1;
          const response = { options: [choice] };
          const id = participantId(`p${participant}`);
          const respond: Order = {
            type: 'respond',
            participant: id,
            activity: landed,
            round,
            n: index + 1,
            response,
          };
          const decision = decide(
            state,
            ask && index % 7 === 0 ? { type: 'askAgain', activity: landed } : respond,
            { now: index, random: Math.random },
          );
          for (const event of 'refused' in decision ? [] : decision.events) {
            const before = state;
            state = evolve(before, event);
            tallies.note(before, state, event);
          }
          const activity = state.activities.get(landed);
          if (!activity) throw new Error('the activity');
          expect(tallies.of(activity, activity.rounds.length)).toEqual(
            foldTally(activity, activity.rounds.length),
          );
        });
      }),
      { numRuns: 50 },
    );
  });
});

/** A small generator of our own numbers (mulberry32), so that a run can be repeated. */
function seeded(seed: number): () => number {
  let state = seed + 0x6d2b79f5;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
