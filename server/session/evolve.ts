/** evolve(state, event) → state: what each event means. It never refuses; a late or doubled event changes nothing. */
import { OrderedMap } from 'immutable';
import { modelOf } from '../../activities/models.ts';
import { carried, isCommon, type Rulings } from '../../activities/rulings.ts';
import type { SlidePosition } from '../../protocol/commands.ts';
import type { ActivityId } from '../../protocol/ids.ts';
import { reactions } from '../../protocol/presence.ts';
import { unreachable } from '../../protocol/refusals.ts';
import { type ActivityDefinition, type Definition, isEdited } from './definition.ts';
import type { Event, EventOf } from './events.ts';
import { isRemoved, meet, removeFrom, steeredWithout } from './removal.ts';
import {
  type ActivityState,
  currentRound,
  isOpen,
  newActivity,
  newRound,
  type Round,
  type State,
} from './state.ts';

export function evolve(state: State, event: Event): State {
  return { ...apply(state, event), revision: state.revision + 1 };
}

function apply(state: State, event: Event): State {
  // Another server may not have known yet when it took this.
  if ('participant' in event && isRemoved(state, event.participant)) return state;
  switch (event.type) {
    case 'started':
      return {
        ...state,
        session: event.session,
        code: event.code,
        secret: event.secret,
        startedAt: event.at,
      };
    case 'keyAdded':
      return { ...state, keys: [...state.keys, { role: event.role, hash: event.hash }] };
    case 'keysRevoked':
      return { ...state, keys: state.keys.filter((key) => key.role !== event.role) };
    case 'defined':
      return begin(define(state, event.definition), event.at);
    case 'wentTo':
      return begin({ ...state, slide: event.slide }, event.at);
    case 'opened':
      return begin(
        change(state, event.activity, (activity) => ({ ...activity, gate: 'open', until: event.until })),
        event.at,
      );
    case 'closed':
      return change(state, event.activity, (activity) => ({ ...activity, gate: 'closed', until: null }));
    case 'timed':
      return change(state, event.activity, (activity) => ({ ...activity, until: event.until }));
    case 'shown':
      return change(state, event.activity, (activity) => ({
        ...activity,
        shown: true,
        rounds: activity.rounds.with(-1, { ...currentRound(activity).round, told: true }),
      }));
    case 'hidden':
      return change(state, event.activity, (activity) => ({ ...activity, shown: false }));
    case 'askedAgain':
      return begin(
        change(state, event.activity, (activity) => askAgain(state, activity, event.round)),
        event.at,
      );
    case 'responded': {
      const next = change(state, event.activity, (activity) => respond(activity, event, state.revision + 1));
      return next === state ? state : meet(next, event, state);
    }
    case 'ruled':
      return change(state, event.activity, (activity) => ruled(activity, event));
    case 'merged':
      return change(state, event.activity, (activity) => merged(activity, event));
    case 'steered':
      return steered(state, event);
    case 'introduced':
      return { ...state, aliases: introduce(state.aliases, event) };
    case 'aliasRuled': {
      const alias = state.aliases.get(event.participant);
      if (!alias) return state;
      return { ...state, aliases: state.aliases.set(event.participant, { ...alias, hidden: event.hidden }) };
    }
    case 'reacted':
      return { ...state, reactions: added(state.reactions, event.counts) };
    case 'paced': {
      const { participant, pace, at } = event;
      const paces =
        pace === null ? state.paces.delete(participant) : state.paces.set(participant, { pace, at });
      return { ...state, paces };
    }
    case 'handedIn':
      return { ...state, files: state.files.set(event.file, event.participant) };
    case 'removed':
      return removeFrom(state, event.participants);
    case 'locked':
      return { ...state, locked: true };
    case 'unlocked':
      return { ...state, locked: false };
    case 'blackedOut':
      return { ...state, black: event.on };
    case 'ended':
      return { ...state, endedAt: event.at };
    default:
      return unreachable(event);
  }
}

function change(state: State, id: ActivityId, step: (activity: ActivityState) => ActivityState): State {
  const activity = state.activities.get(id);
  if (!activity) return state;
  const next = step(activity);
  return next === activity ? state : { ...state, activities: state.activities.set(id, next) };
}

function changeRound(state: State, id: ActivityId, step: (round: Round) => Round): State {
  return change(state, id, (activity) => ({
    ...activity,
    rounds: activity.rounds.with(-1, step(currentRound(activity).round)),
  }));
}

function respond(activity: ActivityState, event: EventOf<'responded'>, revision: number): ActivityState {
  const round = activity.rounds[event.round - 1];
  if (!round) return activity;
  const stored = round.responses.get(event.participant);
  // Two servers may append answers of one phone out of order: the newer one stays.
  if (stored && stored.n >= event.n) return activity;
  const { participant, response, at, n } = event;
  const responses = round.responses.set(participant, { participant, response, at, n, revision });
  return { ...activity, rounds: activity.rounds.with(event.round - 1, { ...round, responses }) };
}

/** Notes when a round first takes answers: points for speed count from there. */
function begin(state: State, at: number): State {
  const begun = [...state.activities].filter(
    ([, activity]) => currentRound(activity).round.began === null && isOpen(state, activity),
  );
  return begun.reduce((next, [id]) => changeRound(next, id, (round) => ({ ...round, began: at })), state);
}

/** What is steered may from then on take answers beyond its slide. */
function steered(state: State, event: EventOf<'steered'>): State {
  const next = change(state, event.activity, (activity) => steer(activity, event, state.removed));
  const activity = next.activities.get(event.activity);
  return activity && currentRound(activity).round.began === null ? begin(next, event.at) : next;
}

function steer(
  activity: ActivityState,
  { round: number, step, at }: EventOf<'steered'>,
  removed: State['removed'],
): ActivityState {
  const round = activity.rounds[number - 1];
  const { kind, options } = activity.definition;
  const steering = modelOf(kind).steering;
  if (!round || !steering) return activity;
  const next = steering.evolve(options, round.steered, step, at);
  const steered = steeredWithout(activity.definition, next, removed);
  return { ...activity, rounds: activity.rounds.with(number - 1, { ...round, steered }) };
}

/** A new name is judged anew; the same one again stays as it was ruled. */
function introduce(
  aliases: State['aliases'],
  { participant, alias }: EventOf<'introduced'>,
): State['aliases'] {
  if (alias === null) return aliases.delete(participant);
  return aliases.get(participant)?.text === alias
    ? aliases
    : aliases.set(participant, { text: alias, hidden: false });
}

function added(before: State['reactions'], counts: State['reactions']): State['reactions'] {
  const sum = { ...before };
  for (const reaction of reactions) {
    const more = counts[reaction] ?? 0;
    if (more > 0) sum[reaction] = (sum[reaction] ?? 0) + more;
  }
  return sum;
}

function askAgain(state: State, activity: ActivityState, number: number): ActivityState {
  if (number !== activity.rounds.length + 1) return activity;
  const round = newRound(activity.definition);
  const { moderate } = round.rulings;
  const rulings = { ...carried(currentRound(activity).round.rulings), moderate };
  const rounds = [...activity.rounds, { ...round, rulings }];
  const again: ActivityState = { ...activity, rounds, gate: 'authored', until: null, shown: null };
  return isOpen(state, again) ? again : { ...again, gate: 'open' };
}

/** A word has one verdict in all rounds, since screens show them beside one another. */
function ruled(activity: ActivityState, { key, verdict }: EventOf<'ruled'>): ActivityState {
  const rule = (rulings: Rulings) => ({ ...rulings, verdicts: { ...rulings.verdicts, [key]: verdict } });
  if (isCommon(key)) return inAllRounds(activity, rule);
  const { round } = currentRound(activity);
  return {
    ...activity,
    rounds: activity.rounds.with(-1, { ...round, rulings: rule(round.rulings) }),
  };
}

function merged(activity: ActivityState, { from, into }: EventOf<'merged'>): ActivityState {
  return inAllRounds(activity, (rulings) => {
    const { [from]: _, ...others } = rulings.merges;
    return { ...rulings, merges: from === into ? others : { ...others, [from]: into } };
  });
}

function inAllRounds(activity: ActivityState, rule: (rulings: Rulings) => Rulings): ActivityState {
  const rounds = activity.rounds.map((round) => ({ ...round, rulings: rule(round.rulings) }));
  return { ...activity, rounds };
}

function define(state: State, definition: Definition): State {
  const authored = OrderedMap(
    definition.activities.map((found) => {
      const known = state.activities.get(found.id);
      return [found.id, known ? redefine(known, found) : newActivity(found)] as const;
    }),
  );
  const dropped = state.activities.filterNot((_, id) => authored.has(id));
  const activities = authored.concat(dropped.map((activity) => ({ ...activity, current: false })));
  const slide = followSlide(state, definition);
  return { ...state, definition, deck: state.deck + 1, activities, slide };
}

function redefine(activity: ActivityState, found: ActivityDefinition): ActivityState {
  const rounds = redefined(activity, found);
  const edited = activity.edited || isEdited(activity.definition, found);
  return { ...activity, definition: found, current: true, edited, rounds };
}

/** The rounds of an edited activity. What was steered means nothing to another kind, in whichever round. */
function redefined(activity: ActivityState, found: ActivityDefinition): readonly Round[] {
  const { steered } = newRound(found);
  const isSame = activity.definition.kind === found.kind;
  const rounds = isSame ? activity.rounds : activity.rounds.map((round) => ({ ...round, steered }));
  const round = rounds.at(-1) ?? newRound(found);
  return rounds.with(-1, { ...round, rulings: { ...round.rulings, moderate: found.moderate } });
}

/** After an edit the room stays on the slide it was on, wherever that stands now. */
function followSlide(state: State, definition: Definition): SlidePosition {
  const { slide } = state;
  const before = state.definition?.slides.find((each) => each.h === slide.h && each.v === slide.v);
  const same = before && definition.slides.find((each) => each.id === before.id);
  const there = definition.slides.find((each) => each.h === slide.h && each.v === slide.v);
  const target = same ?? there ?? definition.slides.at(-1);
  if (!target) return { h: 0, v: 0, f: -1 };
  return { h: target.h, v: target.v, f: Math.min(slide.f, target.fragments - 1) };
}
