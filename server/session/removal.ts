/**
 * Removing people who came in a flood, and with them all they gave. The log keeps it, and they keep their numbers, since
 * nobody else's pseudonym may change.
 */
import { modelOf } from '../../activities/models.ts';
import { type ParticipantId, participantId } from '../../protocol/ids.ts';
import type { Newcomers } from '../../protocol/views.ts';
import type { ActivityDefinition } from './definition.ts';
import type { EventOf } from './events.ts';
import type { ActivityState, Arrivals, Round, State } from './state.ts';

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

/** Counts people and their answers in the state `next` that an answer made; one that is changed counts once. */
export function meet(
  next: State,
  { participant, at, activity, round }: EventOf<'responded'>,
  before: State,
): State {
  if (before.activities.get(activity)?.rounds[round - 1]?.responses.has(participant)) return next;
  const { participants } = next;
  const known = participants.get(participant);
  const { number, came, answers } = known ?? { number: participants.size, came: at, answers: 0 };
  return {
    ...next,
    participants: participants.set(participant, { number, came, answers: answers + 1 }),
    arrivals: next.arrivals.update(secondOf(came), nobody, (those) => ({
      people: those.people + (known ? 0 : 1),
      answers: those.answers + 1,
    })),
  };
}

const nobody: Arrivals = { people: 0, answers: 0 };

function secondOf(at: number): number {
  return Math.floor(at / 1000);
}

/** How many came of late, and how many answers they gave; asked for at every push, so it counts no heads. */
export function newcomersOf({ arrivals }: State, now: number): readonly Newcomers[] {
  return spans.map((minutes) => {
    const second = Math.max(0, secondOf(now) - minutes * 60);
    let [people, answers] = [0, 0];
    for (const [came, those] of arrivals) {
      if (came < second) continue;
      people += those.people;
      answers += those.answers;
    }
    return { minutes, since: second * 1000, people, answers };
  });
}

/** The session as if they had never taken part; signs they sent up have no name and stay counted. */
export function removeFrom(state: State, gone: readonly ParticipantId[]): State {
  const known = gone.filter((each) => state.participants.has(each) && !state.removed.has(each));
  const removed = state.removed.union(known);
  const activities = state.activities.map((activity) => ({
    ...activity,
    rounds: activity.rounds.map((round) => withoutThem(activity, round, known, removed)),
  }));
  const files = state.files.filterNot((owner) => removed.has(owner));
  const [aliases, paces] = [state.aliases.deleteAll(known), state.paces.deleteAll(known)];
  const arrivals = state.arrivals.withMutations((table) => {
    for (const participant of known) {
      const { came, answers } = state.participants.get(participant) ?? { came: 0, answers: 0 };
      table.update(secondOf(came), nobody, (those) => ({
        people: those.people - 1,
        answers: those.answers - answers,
      }));
    }
  });
  return { ...state, removed, activities, aliases, paces, files, arrivals };
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
