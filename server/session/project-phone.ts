/** project(state, …) → what phones are shown: what is common to all, and what is one phone's own. */
import type { AnyKind } from '../../activities/kind.ts';
import { liveModelOf } from '../../activities/models.ts';
import { once } from '../../activities/once.ts';
import type { ParticipantId } from '../../protocol/ids.ts';
import { reactions } from '../../protocol/presence.ts';
import type { Mine, PhoneActivity, PhoneView } from '../../protocol/views.ts';
import { aroundOf, type TallyOf } from './around.ts';
import { card, type Fault, liveActivities, revealed } from './see.ts';
import {
  type ActivityState,
  currentRound,
  isOnStage,
  isOpen,
  isShownOnPhones,
  isTogether,
  type State,
} from './state.ts';

export function projectPhone(
  state: State,
  tallyOf: TallyOf,
  { now, fault }: { readonly now: number; readonly fault?: Fault | undefined },
): PhoneView {
  const { definition } = state;
  const activities = liveActivities(state)
    .filter(([activity]) => isOnPhones(state, activity))
    .map(([activity, model]) => phoneActivity(state, activity, model, tallyOf, fault))
    .sort((a, b) => Number(b.live) - Number(a.live));
  return {
    revision: state.revision,
    title: definition?.title ?? '',
    lang: definition?.lang ?? 'en',
    look: { theme: definition?.look.theme ?? 'paper', accent: definition?.look.accent },
    retain: definition?.retain ?? null,
    ended: state.endedAt !== null,
    reactions: definition?.reactions ? reactions : [],
    named: definition?.join === 'named',
    activities: state.endedAt === null ? activities : [],
    now,
  };
}

function isOnPhones(state: State, activity: ActivityState): boolean {
  return isOnStage(state, activity) || isOpen(state, activity);
}

function phoneActivity(
  state: State,
  activity: ActivityState,
  model: AnyKind,
  tallyOf: TallyOf,
  fault: Fault | undefined,
): PhoneActivity {
  const { number } = currentRound(activity);
  const shared = {
    ...card(activity, model),
    round: number,
    isOpen: isOpen(state, activity),
    live: isOnStage(state, activity),
    until: activity.until,
    names: model.names?.(activity.definition.options) ?? false,
    together: isTogether(activity),
  };
  if (model.asks && !isShownOnPhones(activity) && !shared.together) return shared;
  return {
    ...shared,
    revealed: revealed(state, activity, model, tallyOf, { round: number, to: 'phone', shown: true, fault }),
  };
}

/** What one participant has answered in the rounds asked now, and what is for this participant alone. */
export function projectMine(state: State, participant: ParticipantId): Mine {
  const responses: Record<string, { round: number; n: number; response: unknown }> = {};
  for (const [id, activity] of state.activities) {
    const { number, round } = currentRound(activity);
    const answer = round.responses.get(participant);
    if (answer && activity.current) responses[id] = { round: number, n: answer.n, response: answer.response };
  }
  const alias = state.aliases.get(participant)?.text ?? null;
  return { responses, personal: personalOf(state)(participant), alias };
}

/** Whether phones now differ in what they are told. */
export function hasPersonal(state: State): boolean {
  return speaking(state).length > 0;
}

/**
 * What the activities on phones say to a participant alone. Made once for each state, since a hall that comes back asks for
 * it phone by phone, and what it is worked out from (who answered, who is in which group) is the same for all.
 */
export const personalOf = once((state: State): ((participant: ParticipantId) => Mine['personal']) => {
  const speakers = speaking(state).map((activity) => {
    const { number, round } = currentRound(activity);
    return { activity, round, around: aroundOf(state, activity, number), shown: isShownOnPhones(activity) };
  });
  return (participant) => {
    const personal: Record<string, unknown> = {};
    for (const { activity, round, around, shown } of speakers) {
      const { id, kind, options } = activity.definition;
      const own = round.responses.get(participant);
      const { rulings } = round;
      const said = liveModelOf(kind)?.personal?.(options, { ...around, participant, own, shown, rulings });
      if (said !== undefined) personal[id] = said;
    }
    return personal;
  };
});

function speaking(state: State): readonly ActivityState[] {
  if (state.endedAt !== null) return [];
  return liveActivities(state)
    .filter(([activity, model]) => model.personal && isOnPhones(state, activity))
    .map(([activity]) => activity);
}
