/** What may be seen of one activity: the ways in which a result leaves the server, for every projection. */
import type { AnyKind, Visibility } from '../../activities/kind.ts';
import { liveModelOf, modelOf } from '../../activities/models.ts';
import type { ActivityCard } from '../../protocol/deck.ts';
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

interface Seen {
  readonly to: Visibility['to'];
  /** Whether results may be seen at all. */
  readonly shown: boolean;
  /** As things stand, unless said otherwise. */
  readonly results?: Visibility['results'];
}

/** A round's result for one role. A kind that takes no answers has the same for all. */
export function revealed(
  state: State,
  activity: ActivityState,
  model: AnyKind,
  tallyOf: TallyOf,
  { round, to, shown, results = resultsOf(state, activity, round, shown) }: Seen & { readonly round: number },
): unknown {
  const { options } = activity.definition;
  const around = aroundOf(state, activity, round, tallyOf);
  if (!model.asks) return model.present?.(options, around);
  const visibility: Visibility = {
    to,
    results,
    answer: to === 'presenter' || activity.shown === true,
    rulings: (activity.rounds[round - 1] ?? currentRound(activity).round).rulings,
  };
  return model.reveal(options, tallyOf(activity, round), visibility, around);
}
