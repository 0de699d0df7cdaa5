/**
 * Removing people who came in a flood, and with them all they gave. The log keeps it, and they keep their numbers, since
 * nobody else's pseudonym may change.
 */
import { modelOf } from '../../activities/models.ts';
import { type ParticipantId, participantId } from '../../protocol/ids.ts';
import type { Newcomers } from '../../protocol/views.ts';
import type { ActivityDefinition } from './definition.ts';
import type { ActivityState, Round, State } from './state.ts';

export function isRemoved({ removed }: State, participant: ParticipantId): boolean {
  return removed.has(participant);
}

/** Participants who answered anything and were not removed. */
export function peopleIn({ participants, removed }: State): number {
  return participants.size - removed.size;
}

/** Everybody whose first answer came at `since` or later, in milliseconds since 1970. */
export function cameSince({ participants, removed }: State, since: number): readonly ParticipantId[] {
  const found: ParticipantId[] = [];
  for (const [participant, { came }] of participants) {
    if (came >= since && !removed.has(participant)) found.push(participant);
  }
  return found;
}

/** The spans, in minutes, that a presenter is offered. */
const spans = [1, 5, 15] as const;

/** How many came of late, and how many answers they gave. */
export function newcomersOf({ participants, removed }: State, now: number): readonly Newcomers[] {
  const found = spans.map((minutes) => ({ minutes, since: now - minutes * 60_000, people: 0, answers: 0 }));
  for (const [participant, { came, answers }] of participants) {
    if (came < (found.at(-1)?.since ?? 0) || removed.has(participant)) continue;
    for (const span of found) {
      if (came < span.since) continue;
      span.people++;
      span.answers += answers;
    }
  }
  return found;
}

/** The session as if they had never taken part; signs they sent up have no name and stay counted. */
export function removeFrom(state: State, gone: readonly ParticipantId[]): State {
  const known = gone.filter((participant) => state.participants.has(participant));
  const removed = state.removed.union(known);
  const activities = state.activities.map((activity) => ({
    ...activity,
    rounds: activity.rounds.map((round) => withoutThem(activity, round, known, removed)),
  }));
  const files = state.files.filterNot((owner) => removed.has(owner));
  const [aliases, paces] = [state.aliases.deleteAll(known), state.paces.deleteAll(known)];
  return { ...state, removed, activities, aliases, paces, files };
}

function withoutThem(
  { definition }: ActivityState,
  round: Round,
  gone: readonly ParticipantId[],
  removed: State['removed'],
): Round {
  const responses = round.responses.deleteAll(gone);
  const steered = steeredWithout(definition, round.steered, removed);
  return responses === round.responses && steered === round.steered
    ? round
    : { ...round, responses, steered };
}

/** What the presenter's commands have made of an activity, without those who were removed. */
export function steeredWithout(
  { kind, options }: ActivityDefinition,
  steered: unknown,
  removed: State['removed'],
): unknown {
  const without = removed.isEmpty() ? undefined : modelOf(kind).steering?.without;
  return without
    ? without(options, steered, (participant) => removed.has(participantId(participant)))
    : steered;
}
