/**
 * Removing a flood.
 * [S40] `remove` takes everybody whose first answer came since then, wherever they gave it, and nobody else.
 * [S41] All that anybody sees or downloads is as if they had never taken part, with every kind.
 * [S42] What they send afterwards is refused; an event of theirs that another server had on its way changes nothing.
 * [S43] A replay of the events gives the same session, and nobody else's pseudonym changes.
 * [S44] The console is told how many came of late, and how many answers they gave.
 */
import { describe, expect, it } from 'vitest';
import { slug } from '../../activities/directive.ts';
import { seeded } from '../../activities/given.ts';
import { askedModelOf, kindNames, liveModelOf, modelOf, models } from '../../activities/models.ts';
import { activityId, type ParticipantId, participantId } from '../../protocol/ids.ts';
import { type ExportFormat, exportFormats } from '../export/formats.ts';
import { numbersOf } from '../export/pseudonyms.ts';
import { rowsOf } from '../export/rows.ts';
import { decide, type Order } from './decide.ts';
import type { Event } from './events.ts';
import { evolve } from './evolve.ts';
import { answering, begin, given, someActivity, someDefinition, when } from './given.ts';
import { personalOf, projectMine, projectPhone } from './project-phone.ts';
import { projectResults } from './project-results.ts';
import { projectPresenter, projectRoom } from './project-screens.ts';
import { newcomersOf, peopleIn } from './removal.ts';
import { initialState, type State } from './state.ts';
import { foldTally, Tallies } from './tally.ts';

const landed = activityId('landed');
const [first = '', second = ''] = models.poll.sample.options[0]?.answers.map(({ id }) => id) ?? [];
const session = begin(someDefinition(someActivity()));
const people = (name: string, size: number) =>
  Array.from({ length: size }, (_, index) => participantId(`${name}-${index}`));

function vote(name: string, choice = first, n = 1, round = 1): Extract<Order, { type: 'respond' }> {
  const response = { options: [choice] };
  return { type: 'respond', participant: participantId(name), activity: landed, round, n, response };
}

const countsIn = (state: State, round = 1) => {
  const activity = state.activities.get(landed);
  return activity && foldTally(activity, round);
};

describe('removing', () => {
  // Orders come one a second from second 1, and two begin the session.
  const crowd = [vote('ann'), vote('bob', second), vote('flood-1'), vote('flood-2')];
  const remove: Order = { type: 'remove', since: 5000 };

  it('[S40] takes who first answered since then, and nobody who answered again', () => {
    const state = given(...session, ...crowd, vote('ann', second, 2), remove);
    expect([...state.removed].sort()).toEqual(['flood-1', 'flood-2']);
    expect(countsIn(state)).toMatchObject({ people: 2, counts: { [first]: 0, [second]: 2 } });
    expect(peopleIn(state)).toBe(2);
  });

  it('[S40] takes their answers of all rounds and activities', () => {
    const other = activityId('other');
    const both = begin(someDefinition(someActivity(), someActivity({ id: other, open: 'always' })));
    const elsewhere: Order = { ...vote('flood-1', second), activity: other };
    const again: Order = { type: 'askAgain', activity: landed };
    const state = given(...both, ...crowd, elsewhere, again, vote('flood-2', second, 2, 2), remove);
    expect(countsIn(state, 1)).toMatchObject({ people: 2 });
    expect(countsIn(state, 2)).toMatchObject({ people: 0 });
    expect(state.activities.get(other)?.rounds[0]?.responses.size).toBe(0);
  });

  it('[S40] is one event, and none where nobody came', () => {
    const state = given(...session, ...crowd);
    expect(when(state, remove)).toEqual([
      { type: 'removed', at: 100_000, participants: expect.arrayContaining(['flood-1', 'flood-2']) },
    ]);
    expect(when(state, { type: 'remove', since: 7000 })).toEqual([]);
    expect(when(given(...session, ...crowd, remove), remove)).toEqual([]);
  });

  it('[S40] is still of use after the end', () => {
    expect(when(given(...session, ...crowd, { type: 'end' }), remove)).toHaveLength(1);
  });

  it('[S42] refuses what they send afterwards, a resend as well', () => {
    const state = given(...session, ...crowd, remove);
    const participant = participantId('flood-1');
    const orders: readonly Order[] = [
      vote('flood-1'),
      vote('flood-1', second, 2),
      { type: 'introduce', participant, alias: 'Flo' },
      { type: 'pace', participant, pace: 'lost' },
      { type: 'handIn', participant, file: 'some-file' },
    ];
    expect(orders.map((order) => when(state, order))).toEqual(orders.map(() => 'removed'));
    expect(when(state, vote('new'))).toHaveLength(1);
  });

  it('[S42] takes no notice of what another server had on its way', () => {
    const before = given(...session, ...crowd);
    const events = [vote('flood-1', second, 2), vote('ann', second, 2)].flatMap((order) => {
      const taken = when(before, order);
      return typeof taken === 'string' ? [] : taken;
    });
    expect(events).toHaveLength(2);
    const state = events.reduce(evolve, given(...session, ...crowd, remove));
    expect(countsIn(state)).toMatchObject({ people: 2, counts: { [first]: 0, [second]: 2 } });
  });

  it('[S43] changes nobody else’s pseudonym', () => {
    const names = ['ann', 'bob', 'flood-1', 'zoe'];
    const with_ = numbersOf(given(...session, ...crowd, vote('zoe')));
    const without = numbersOf(given(...session, ...crowd, remove, vote('zoe')));
    expect(names.map(without)).toEqual(names.map(with_));
  });

  it('[S41] a tally that was stepped is folded anew', () => {
    const tallies = new Tallies();
    let state = initialState;
    const look = () => {
      const activity = state.activities.get(landed);
      return activity && tallies.of(activity, 1);
    };
    for (const order of [...session, ...crowd, remove, vote('zoe', second)]) {
      const decision = decide(state, order, { now: state.revision * 1000, random: seeded(1) });
      if ('refused' in decision) throw new Error(decision.refused);
      for (const event of decision.events) {
        const before = state;
        state = evolve(before, event);
        tallies.note(before, state, event);
        look();
      }
    }
    expect(look()).toEqual(countsIn(state));
  });

  it('[S44] is told before whom it takes', () => {
    const minute = 60_000;
    const orders = [
      ...session,
      vote('ann'),
      { type: 'goTo', slide: { h: 0, v: 0, f: 0 } } as const,
      vote('bob'),
      vote('bob', second, 2),
      { type: 'askAgain', activity: landed } as const,
      vote('bob', first, 3, 2),
      vote('cem', first, 1, 2),
    ];
    const state = given(...orders);
    const figures = (now: number, of = state) =>
      newcomersOf(of, now).map(({ minutes, people, answers }) => [minutes, people, answers]);
    expect(figures(5000 + minute)).toEqual([
      [1, 2, 3],
      [5, 3, 4],
      [15, 3, 4],
    ]);
    expect(figures(10_000 + 15 * minute)).toEqual([
      [1, 0, 0],
      [5, 0, 0],
      [15, 0, 0],
    ]);
    const removed = given(...orders, { type: 'remove', since: 5000 });
    expect(figures(5000 + minute, removed)).toEqual([
      [1, 0, 0],
      [5, 1, 1],
      [15, 1, 1],
    ]);
    const { newcomers } = projectPresenter(state, foldTally, { now: 5000 + minute, people: 0, warnings: [] });
    expect(newcomers[0]).toEqual({ minutes: 1, since: 5000, people: 2, answers: 3 });
  });
});

/** One activity for each variety of every live kind, all open. */
const everything = someDefinition(
  ...kindNames
    .filter((kind) => liveModelOf(kind))
    .flatMap((kind) =>
      modelOf(kind).sample.options.map((options, index) =>
        someActivity({
          id: activityId(slug(`about ${kind}${index === 0 ? '' : ` ${index}`}`)),
          kind,
          question: `About ${kind}`,
          options,
          open: 'always',
          // Showing a right answer closes its question.
          results: 'live',
        }),
      ),
    ),
);

/** Everybody answers everything under a name. */
function answers(crowd: readonly ParticipantId[], seed: number): readonly Order[] {
  const random = seeded(seed);
  return crowd.flatMap((participant): readonly Order[] => [
    ...everything.activities.flatMap((activity) => {
      const model = askedModelOf(activity.kind);
      const response = model?.sample.honest(activity.options, random);
      const order = {
        type: 'respond',
        participant,
        activity: activity.id,
        round: 1,
        n: 1,
        response,
      } as const;
      return model ? answering(model, order) : [];
    }),
    { type: 'introduce', participant, alias: `I am ${participant}` },
    { type: 'pace', participant, pace: 'lost' },
  ]);
}

/** What the presenter does, with what the first few have written: deals, groups, pins. */
function steering(state: State): readonly Order[] {
  return everything.activities.flatMap(({ id, kind, options }) => {
    const given = [...(state.activities.get(id)?.rounds[0]?.responses.values() ?? [])];
    const commands = modelOf(kind).sample.commands?.(options, seeded(3), given) ?? [];
    return commands.map((command): Order => ({ type: 'steer', command: { ...command, activity: id } }));
  });
}

describe('a session of every kind', () => {
  const honest = people('honest', 7);
  const flood = people('flood', 9);
  let now = 0;
  let state = initialState;
  const log: Event[] = [];
  function play(orders: readonly Order[]): void {
    for (const order of orders) {
      now += 1000;
      const decision = decide(state, order, { now, random: seeded(now) });
      // A command of a sample may make no sense when others came before it.
      if ('refused' in decision && decision.refused !== 'not-now')
        throw new Error(`${order.type}: ${decision.refused}`);
      if ('refused' in decision) continue;
      log.push(...decision.events);
      state = decision.events.reduce(evolve, state);
    }
  }
  play([...begin(everything), ...answers(honest, 1)]);
  play(steering(state));
  const before = state;
  const since = now + 1;
  play(answers(flood, 2));
  const flooded = state;
  play([{ type: 'remove', since }]);
  // Shown at last, so that points count.
  const shows = everything.activities
    .filter(({ kind }) => askedModelOf(kind))
    .map(({ id }): Order => ({ type: 'show', activity: id }));
  play(shows);
  const after = state;
  state = before;
  play(shows);
  const never = state;

  const around = { now: 1_700_000_000_000, people: 3, warnings: [] };
  const seen = (of: State) => ({
    phones: { ...projectPhone(of, foldTally, around), revision: 0 },
    room: { ...projectRoom(of, foldTally, around), revision: 0 },
    console: { ...projectPresenter(of, foldTally, around), revision: 0 },
    results: projectResults(of, foldTally, around),
    personal: honest.map(personalOf(of)),
    rows: [...rowsOf(of)],
  });

  it('[S41] is as if they had never taken part', () => {
    expect(JSON.stringify(seen(flooded))).not.toBe(JSON.stringify(seen(never)));
    const [is, was] = [seen(after), seen(never)];
    for (const part of ['phones', 'room', 'console', 'results', 'personal', 'rows'] as const)
      expect(is[part], part).toEqual(was[part]);
  });

  it('[S41] is downloaded without them', async () => {
    const file = async (of: State, format: ExportFormat) => {
      const pieces: Uint8Array[] = [];
      for await (const piece of format.render(of, {}, async (id) => Buffer.from(id))) pieces.push(piece);
      return Buffer.concat(pieces).toString('latin1');
    };
    for (const [name, format] of Object.entries(exportFormats)) {
      const [is, was] = await Promise.all([file(after, format), file(never, format)]);
      expect(is.length, name).toBeGreaterThan(0);
      expect(is, name).toBe(was);
    }
  });

  it('[S41] names them nowhere but among those who were removed', () => {
    const { removed, participants, ...others } = after;
    expect(removed.size).toBe(flood.length);
    expect(participants.size).toBe(honest.length + flood.length);
    expect(JSON.stringify(flooded)).toContain('flood-');
    expect(JSON.stringify(others)).not.toContain('flood-');
    for (const participant of flood)
      expect(projectMine(after, participant)).toMatchObject({ responses: {}, alias: null });
  });

  it('[S43] is folded again to the same', () => {
    const replayed = log.slice(0, after.revision).reduce(evolve, initialState);
    expect(JSON.stringify(seen(replayed))).toBe(JSON.stringify(seen(after)));
  });
});
