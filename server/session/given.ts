/** For tests: a small session, and "given these orders, when one more, then this". */
import { slug } from '../../activities/directive.ts';
import { seeded } from '../../activities/given.ts';
import type { AnyAskedKind } from '../../activities/kind.ts';
import { models } from '../../activities/models.ts';
import { activityId, readCode, sessionId } from '../../protocol/ids.ts';
import { decide, type Order } from './decide.ts';
import type { ActivityDefinition, Definition } from './definition.ts';
import type { Event } from './events.ts';
import { evolve } from './evolve.ts';
import { initialState, type State } from './state.ts';

/** An activity of the first slide with the poll's first sample, unless said otherwise. */
export function someActivity(changes: Partial<ActivityDefinition> = {}): ActivityDefinition {
  return {
    id: activityId('landed'),
    kind: 'poll',
    question: 'How did it land?',
    options: models.poll.sample.options[0],
    open: 'on-slide',
    results: 'live',
    change: true,
    slide: { h: 0, v: 0, f: -1 },
    time: null,
    moderate: false,
    line: 1,
    ...changes,
  };
}

/** Three slides with two fragments each; activities stand where their `slide` says. */
export function someDefinition(...activities: readonly ActivityDefinition[]): Definition {
  const slides = ['Welcome', 'Middle', 'End'].map((title, h) => ({
    id: slug(title),
    h,
    v: 0,
    title,
    fragments: 2,
    html: `<h2>${title}</h2>`,
    attributes: {},
    activities: activities.filter((each) => each.slide.h === h).map((each) => each.id),
    notes: `secret note on ${title}`,
  }));
  return {
    title: 'A talk',
    lang: 'en',
    look: { theme: 'paper' },
    join: 'open',
    retain: 30,
    wifi: null,
    reactions: true,
    slides,
    activities,
  };
}

const code = readCode('PLENUM'.replace(/[LO01I]/g, 'X'));

/** Orders that start a session of this definition. */
export function begin(definition: Definition): readonly Order[] {
  if (!code) throw new Error('the code must be readable');
  return [
    { type: 'start', session: sessionId('session-1'), code, secret: 'a secret only the server has' },
    { type: 'define', definition },
  ];
}

/** What it takes to answer so: the files that the response names are handed in first. */
export function answering(
  model: AnyAskedKind | undefined,
  order: Extract<Order, { type: 'respond' }>,
): readonly Order[] {
  const { participant } = order;
  const files = model?.files?.(order.response) ?? [];
  return [...files.map((file): Order => ({ type: 'handIn', participant, file })), order];
}

/** Folds orders, one a second from second 1; throws when one is refused. */
export function given(...orders: readonly Order[]): State {
  return orders.reduce((state, order, index) => {
    const decision = decide(state, order, { now: (index + 1) * 1000, random: seeded(index) });
    if ('refused' in decision) throw new Error(`${order.type} was refused: ${decision.refused}`);
    return decision.events.reduce(evolve, state);
  }, initialState);
}

/** The events of one more order at `now` milliseconds, or why it was refused. */
export function when(state: State, order: Order, now = 100_000): readonly Event[] | string {
  const decision = decide(state, order, { now, random: seeded(1) });
  return 'refused' in decision ? decision.refused : decision.events;
}
