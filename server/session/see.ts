/** What may be seen of one activity: the ways in which a result leaves the server, for every projection. */
import type { AnyKind, Visibility } from '../../activities/kind.ts';
import { liveModelOf, modelOf } from '../../activities/models.ts';
import type { ActivityCard } from '../../protocol/deck.ts';
import type { ActivityId } from '../../protocol/ids.ts';
import { aroundOf, type TallyOf } from './around.ts';
import type { ActivityDefinition } from './definition.ts';
import { type ActivityState, currentRound, isOpen, type State } from './state.ts';

export type Live = readonly [ActivityState, AnyKind];

/** The activities of the session file whose state changes as the session goes on. */
export function liveActivities(state: State): readonly Live[] {
  const found: Live[] = [];
  for (const activity of state.activities.values()) {
    const model = liveModelOf(activity.definition.kind);
    if (activity.current && model) found.push([activity, model]);
  }
  return found;
}

/** The activity without anything secret, until the presenter shows it. */
export function card(activity: ActivityState, model: AnyKind): ActivityCard {
  const { options } = activity.definition;
  const conceal = model.asks && activity.shown !== true ? model.conceal : undefined;
  return plainCard(activity.definition, conceal ? conceal(options) : options);
}

/** Field by field, so that nothing else of the definition can slip out. */
export function plainCard(definition: ActivityDefinition, options: unknown): ActivityCard {
  const { id, kind, question, open, results, change, slide } = definition;
  return { id, kind, asks: modelOf(kind).asks, question, options, open, results, change, slide };
}

export function resultsOf(
  state: State,
  activity: ActivityState,
  round: number,
  shown: boolean,
): Visibility['results'] {
  if (!shown) return 'hidden';
  return isOpen(state, activity) && round === activity.rounds.length ? 'live' : 'final';
}

/** Is told what a kind's model threw, which is a bug of ours. Without anybody to tell, it is thrown on. */
export type Fault = (activity: ActivityId, error: unknown) => void;

/** Work of a kind's model; where it throws, this activity alone goes without. */
export function guarded<Result>(
  activity: ActivityState,
  fault: Fault | undefined,
  work: () => Result,
  otherwise: Result,
): Result {
  try {
    return work();
  } catch (error) {
    if (!fault) throw error;
    fault(activity.definition.id, error);
    return otherwise;
  }
}

interface Seen {
  readonly to: Visibility['to'];
  /** Whether results may be seen at all. */
  readonly shown: boolean;
  /** As things stand, unless said otherwise. */
  readonly results?: Visibility['results'];
  readonly fault?: Fault | undefined;
}

/**
 * A round's result for one role. A kind that takes no answers has the same for all. Where its model throws, it is as if
 * the results were hidden; or undefined, for a kind that takes no answers.
 */
export function revealed(
  state: State,
  activity: ActivityState,
  model: AnyKind,
  tallyOf: TallyOf,
  seen: Seen & { readonly round: number },
): unknown {
  const { round, to, shown, results = resultsOf(state, activity, round, shown), fault } = seen;
  const { options } = activity.definition;
  const asked = activity.rounds[round - 1] ?? currentRound(activity).round;
  const work = () => {
    const around = aroundOf(state, activity, round, tallyOf);
    if (!model.asks) return model.present?.(options, around);
    const answer = to === 'presenter' || activity.shown === true;
    const visibility: Visibility = { to, results, answer, rulings: asked.rulings };
    return model.reveal(options, tallyOf(activity, round), visibility, around);
  };
  return guarded(activity, fault, work, model.asks ? { people: asked.responses.size } : undefined);
}
