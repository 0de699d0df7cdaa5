/** decide(state, order) → events, or why not. Every rule of a session is here; nothing in it throws for what users do. */
import * as v from 'valibot';
import { askedModelOf, modelOf } from '../../activities/models.ts';
import { once } from '../../activities/once.ts';
import { type Entry, verdictKey } from '../../activities/rulings.ts';
import { endOf } from '../../activities/wordings.ts';
import type {
  PresenterCommand,
  RespondMessage,
  SlidePosition,
  SteeringCommand,
} from '../../protocol/commands.ts';
import type { ActivityId, Code, ParticipantId, SessionId } from '../../protocol/ids.ts';
import type { Pace, Reaction } from '../../protocol/presence.ts';
import { type Refusal, unreachable } from '../../protocol/refusals.ts';
import type { KeyRole } from '../../protocol/rights.ts';
import { aroundOf } from './around.ts';
import type { ActivityDefinition, Definition } from './definition.ts';
import type { Event, EventOf } from './events.ts';
import { evolve } from './evolve.ts';
import { cameSince, isRemoved } from './removal.ts';
import {
  type ActivityState,
  aliasEntry,
  currentRound,
  hasSecret,
  initialState,
  isOpen,
  isOver,
  isShownOnPhones,
  type State,
} from './state.ts';

/** What may be asked of a session: by a phone, by a presenter, or by the server itself. */
export type Order =
  | ({ readonly type: 'respond'; readonly participant: ParticipantId } & RespondMessage)
  /** A command that the activity's kind defines. */
  | { readonly type: 'steer'; readonly command: SteeringCommand }
  | { readonly type: 'introduce'; readonly participant: ParticipantId; readonly alias: string | null }
  | { readonly type: 'react'; readonly counts: Readonly<Partial<Record<Reaction, number>>> }
  | { readonly type: 'pace'; readonly participant: ParticipantId; readonly pace: Pace | null }
  | { readonly type: 'handIn'; readonly participant: ParticipantId; readonly file: string }
  | PresenterCommand
  | { readonly type: 'start'; readonly session: SessionId; readonly code: Code; readonly secret: string }
  | { readonly type: 'define'; readonly definition: Definition }
  | { readonly type: 'addKey'; readonly role: KeyRole; readonly hash: string }
  | { readonly type: 'revokeKeys'; readonly role: KeyRole }
  /** The time limit of an activity has passed. */
  | { readonly type: 'timeUp'; readonly activity: ActivityId };

/** What a decision may use besides the state. */
export interface Circumstances {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Draws from 0 up to 1; what was drawn is in the event. */
  random(): number;
}

/** `stored` names the revision that already holds what was asked: a resend. */
export type Decision =
  | { readonly events: readonly Event[]; readonly stored?: number }
  | { readonly refused: Refusal };

/** An answer that left the phone before time was up may still be on its way: milliseconds. */
export const graceMs = 3000;

export function decide(state: State, order: Order, circumstances: Circumstances): Decision {
  const { now } = circumstances;
  if (order.type === 'start') {
    const { session, code, secret } = order;
    return state === initialState ? happened({ type: 'started', at: now, session, code, secret }) : nothing;
  }
  if (state.session === null) return { refused: 'unknown-session' };
  if ('participant' in order && isRemoved(state, order.participant)) return { refused: 'removed' };
  switch (order.type) {
    case 'respond':
      return respond(state, order, circumstances);
    case 'goTo':
      return goTo(state, order.slide, now);
    case 'open':
    case 'close':
    case 'show':
    case 'hide':
    case 'askAgain':
    case 'moderate':
    case 'merge':
    case 'extend':
    case 'timeUp':
      return manage(state, order, now);
    case 'steer':
      return steer(state, order.command, circumstances);
    case 'introduce':
    case 'react':
    case 'pace':
    case 'handIn':
      return takePart(state, order, now);
    case 'remove': {
      const participants = cameSince(state, order.since);
      return participants.length === 0 ? nothing : happened({ type: 'removed', at: now, participants });
    }
    case 'lock':
      return state.locked ? nothing : happened({ type: 'locked', at: now });
    case 'unlock':
      return state.locked ? happened({ type: 'unlocked', at: now }) : nothing;
    case 'blackOut':
      return state.black === order.on ? nothing : happened({ type: 'blackedOut', at: now, on: order.on });
    case 'end':
      return state.endedAt === null ? happened({ type: 'ended', at: now }) : nothing;
    case 'define':
      return comeTo(state, { type: 'defined', at: now, definition: order.definition });
    case 'addKey':
      return happened({ type: 'keyAdded', at: now, role: order.role, hash: order.hash });
    case 'revokeKeys':
      return happened({ type: 'keysRevoked', at: now, role: order.role });
    default:
      return unreachable(order);
  }
}

const nothing: Decision = { events: [] };

function happened(...events: readonly Event[]): Decision {
  return { events };
}

/** A timer may be late, or stand still while a laptop sleeps: what counts is the time, not whether it was said to be up. */
function isTimeUp({ until }: ActivityState, now: number): boolean {
  return until !== null && now >= until + graceMs;
}

/** What an activity takes: made once, since a hall answers all at once. */
const responseOf = once(({ kind, options }: ActivityDefinition) => askedModelOf(kind)?.response(options));

function respond(
  state: State,
  order: Extract<Order, { type: 'respond' }>,
  circumstances: Circumstances,
): Decision {
  const activity = state.activities.get(order.activity);
  if (!activity) return { refused: 'unknown-activity' };
  const { number } = currentRound(activity);
  const stored = activity.rounds[order.round - 1]?.responses.get(order.participant);
  // A resend is recognised whatever has happened since: it was acknowledged, or is about to be.
  if (stored && stored.n === order.n) return { events: [], stored: stored.revision };
  if (stored && stored.n > order.n) return { refused: 'superseded' };
  if (state.endedAt !== null) return { refused: 'ended' };
  if (order.round !== number) return { refused: 'other-round' };
  if (!isOpen(state, activity) || isTimeUp(activity, circumstances.now)) return { refused: 'closed' };
  if (stored && !activity.definition.change) return { refused: 'no-change' };
  const model = askedModelOf(activity.definition.kind);
  const schema = responseOf(activity.definition);
  if (!model || !schema) return { refused: 'unknown-activity' };
  const read = v.safeParse(schema, order.response);
  if (!read.success) return { refused: 'invalid' };
  const { participant, n } = order;
  const foreign = model.files?.(read.output).some((file) => state.files.get(file) !== participant);
  if (foreign) return { refused: 'invalid' };
  const about = { at: circumstances.now, activity: order.activity, round: number };
  const responded: Event = { type: 'responded', ...about, participant, n, response: read.output };
  if (!model.steering?.answered) return happened(responded);
  const around = { ...aroundOf(state, activity, number), ...circumstances };
  const step = model.steering.answered(
    activity.definition.options,
    around.steered,
    participant,
    around,
    read.output,
  );
  return step === undefined ? happened(responded) : happened(responded, { type: 'steered', ...about, step });
}

/** A command of a kind, which says itself what it means. */
function steer(
  state: State,
  { activity: id, ...command }: SteeringCommand,
  circumstances: Circumstances,
): Decision {
  const activity = state.activities.get(id);
  if (!activity?.current) return { refused: 'unknown-activity' };
  if (state.endedAt !== null) return { refused: 'ended' };
  const { kind, options } = activity.definition;
  const { steering } = modelOf(kind);
  const schema =
    steering && Object.hasOwn(steering.commands, command.type) && steering.commands[command.type];
  if (!schema) return { refused: 'not-allowed' };
  const { type, ...fields } = command;
  const read = v.safeParse(schema, fields);
  if (!read.success) return { refused: 'malformed' };
  const { number, round } = currentRound(activity);
  const around = { ...aroundOf(state, activity, number), ...circumstances };
  const step = steering.decide(options, round.steered, { ...read.output, type }, around);
  return step === undefined
    ? { refused: 'not-now' }
    : happened({ type: 'steered', at: circumstances.now, activity: id, round: number, step });
}

type TakingPart = Extract<Order, { type: 'introduce' | 'react' | 'pace' | 'handIn' }>;

/** What participants do beside answering. */
function takePart(state: State, order: TakingPart, now: number): Decision {
  if (state.endedAt !== null) return { refused: 'ended' };
  switch (order.type) {
    case 'introduce': {
      const { participant, alias } = order;
      return (state.aliases.get(participant)?.text ?? null) === alias
        ? nothing
        : happened({ type: 'introduced', at: now, participant, alias });
    }
    case 'react':
      return state.definition?.reactions
        ? happened({ type: 'reacted', at: now, counts: order.counts })
        : { refused: 'closed' };
    case 'pace': {
      if (!state.definition?.reactions) return { refused: 'closed' };
      const { participant, pace } = order;
      const known = state.paces.get(participant);
      // The same again is said anew, since what was said wears off.
      return pace === null && !known ? nothing : happened({ type: 'paced', at: now, participant, pace });
    }
    case 'handIn':
      return happened({ type: 'handedIn', at: now, participant: order.participant, file: order.file });
    default:
      return unreachable(order);
  }
}

function goTo(state: State, slide: SlidePosition, now: number): Decision {
  const target = state.definition?.slides.find((each) => each.h === slide.h && each.v === slide.v);
  if (!target) return { refused: 'unknown-slide' };
  const to = { h: slide.h, v: slide.v, f: Math.min(slide.f, target.fragments - 1) };
  const { h, v: row, f } = state.slide;
  if (to.h === h && to.v === row && to.f === f) return nothing;
  return comeTo(state, { type: 'wentTo', at: now, slide: to });
}

/** What brings the room to a slide: questions with a time limit that open there have it from then on. */
function comeTo(state: State, event: EventOf<'wentTo' | 'defined'>): Decision {
  const after = evolve(state, event);
  const limits = [...after.activities].flatMap(([id, activity]): Event[] => {
    const { time, open } = activity.definition;
    const starts = open === 'on-slide' && activity.gate === 'authored' && activity.until === null;
    return time !== null && starts && isOpen(after, activity)
      ? [{ type: 'timed', at: event.at, activity: id, until: event.at + time }]
      : [];
  });
  return happened(event, ...limits);
}

type Managing = Extract<
  Order,
  { type: 'open' | 'close' | 'show' | 'hide' | 'askAgain' | 'moderate' | 'merge' | 'extend' | 'timeUp' }
>;

function manage(state: State, order: Managing, now: number): Decision {
  const activity = state.activities.get(order.activity);
  if (!activity?.current || !askedModelOf(activity.definition.kind)) return { refused: 'unknown-activity' };
  if (state.endedAt !== null && order.type !== 'show' && order.type !== 'hide') return { refused: 'ended' };
  const about = { at: now, activity: order.activity };
  switch (order.type) {
    case 'open': {
      if (isOver(activity)) return { refused: 'not-now' };
      const { time } = activity.definition;
      return isOpen(state, activity)
        ? nothing
        : happened({ type: 'opened', ...about, until: time === null ? null : now + time });
    }
    case 'close':
      return activity.gate === 'closed' ? nothing : happened({ type: 'closed', ...about });
    case 'timeUp':
      // A timer that was extended, or fired early, has nothing to say.
      return isTimeUp(activity, now) ? happened({ type: 'closed', ...about }) : nothing;
    case 'extend':
      return activity.until === null
        ? { refused: 'closed' }
        : happened({ type: 'timed', ...about, until: Math.max(activity.until, now) + order.by });
    case 'show':
      if (activity.definition.results === 'presenter') return { refused: 'presenter-only' };
      return isShownOnPhones(activity) ? nothing : show(activity, about);
    case 'hide':
      return activity.shown === false ? nothing : happened({ type: 'hidden', ...about });
    case 'askAgain': {
      const again: Event = { type: 'askedAgain', ...about, round: currentRound(activity).number + 1 };
      const { time } = activity.definition;
      return time === null
        ? happened(again)
        : happened(again, { type: 'timed', ...about, until: now + time });
    }
    case 'moderate':
      return order.entry === aliasEntry ? moderateAlias(state, order, now) : moderate(activity, order, now);
    case 'merge':
      return merge(activity, order, now);
    default:
      return unreachable(order);
  }
}

/** Where showing gives the right answer away, nobody answers after it. */
function show(
  activity: ActivityState,
  about: { readonly at: number; readonly activity: ActivityId },
): Decision {
  const shown: Event = { type: 'shown', ...about };
  const closes = activity.gate !== 'closed' && hasSecret(activity.definition);
  return closes ? happened({ type: 'closed', ...about }, shown) : happened(shown);
}

function moderate(
  activity: ActivityState,
  order: Extract<Order, { type: 'moderate' }>,
  now: number,
): Decision {
  const entry = entryOf(activity, order);
  if (!entry) return { refused: 'unknown-entry' };
  const key = verdictKey(order.participant, entry);
  const verdict = order.verdict === 'hide' ? 'hidden' : 'approved';
  return happened({ type: 'ruled', at: now, activity: order.activity, key, verdict });
}

/** A name that somebody took is ruled on for the whole session, wherever it is seen. */
function moderateAlias(
  state: State,
  { participant, verdict }: Extract<Order, { type: 'moderate' }>,
  now: number,
): Decision {
  const alias = state.aliases.get(participant);
  if (!alias) return { refused: 'unknown-entry' };
  const hidden = verdict === 'hide';
  return alias.hidden === hidden ? nothing : happened({ type: 'aliasRuled', at: now, participant, hidden });
}

/** What is ruled on. `*` stands for whoever wrote it, where a verdict holds for all of them anyway. */
function entryOf(
  activity: ActivityState,
  { participant, entry }: Extract<Order, { type: 'moderate' }>,
): Entry | undefined {
  const model = askedModelOf(activity.definition.kind);
  const { responses } = currentRound(activity).round;
  const own = responses.get(participant);
  const answers = participant === '*' ? responses.values() : own ? [own] : [];
  for (const { response } of answers) {
    const found = model?.entries?.(response).find(({ id }) => id === entry);
    if (found && (found.common || own)) return found;
  }
  return undefined;
}

function merge(activity: ActivityState, order: Extract<Order, { type: 'merge' }>, now: number): Decision {
  if (!askedModelOf(activity.definition.kind)?.merges) return { refused: 'unknown-entry' };
  const { [order.from]: _before, ...others } = currentRound(activity).round.rulings.merges;
  // Merging into a word that is merged itself follows it to the end, so a chain never becomes a circle.
  const into = endOf(others, order.into);
  if (into === order.from && order.into !== order.from) return { refused: 'unknown-entry' };
  return happened({ type: 'merged', at: now, activity: order.activity, from: order.from, into });
}
