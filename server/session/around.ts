/** What a kind may know of the session around one round of it: the names people chose, and the activities it builds on. */

import { askedModelOf } from '../../activities/models.ts';
import type { Around, Linked, Standing } from '../../activities/steering.ts';
import { activityId, type ParticipantId, participantId } from '../../protocol/ids.ts';
import { type ActivityState, currentRound, isOpen, newRound, type Round, type State } from './state.ts';
import { fitting, foldTally } from './tally.ts';

/** The tally of a round (1 is the first); folded at the latest when asked for. */
export type TallyOf = (activity: ActivityState, round: number) => unknown;

export function aroundOf(
  state: State,
  activity: ActivityState,
  number: number,
  tallyOf: TallyOf = foldTally,
): Around<unknown> {
  const round = activity.rounds[number - 1] ?? newRound(activity.definition);
  return {
    began: round.began,
    time: activity.definition.time,
    steered: round.steered,
    earlier: () => activity.rounds.slice(0, number - 1).map((_, index) => tallyOf(activity, index + 1)),
    answered: round.responses.keys(),
    aliasOf: (participant) => aliasOf(state, participantId(participant)),
    linked: (id) => linked(state, id, tallyOf),
    standings: () => standingsOf(state),
  };
}

/** The name others see, unless the presenter took it off. */
export function aliasOf(state: State, participant: ParticipantId): string | undefined {
  const alias = state.aliases.get(participant);
  return alias && !alias.hidden ? alias.text : undefined;
}

function linked(state: State, id: string, tallyOf: TallyOf): Linked | undefined {
  const activity = state.activities.get(activityId(id));
  const model = activity?.current ? askedModelOf(activity.definition.kind) : undefined;
  if (!activity || !model) return undefined;
  const { number, round } = currentRound(activity);
  const { options } = activity.definition;
  // Who was asked again and has not answered belongs where the earlier answer says.
  const rounds = activity.rounds.toReversed();
  const latest = (participant: string) =>
    rounds.find(({ responses }) => responses.has(participantId(participant)));
  return {
    options,
    isOpen: isOpen(state, activity),
    get tally() {
      return tallyOf(activity, number);
    },
    get answered() {
      if (rounds.length === 1) return round.responses.keys();
      return new Set(rounds.flatMap(({ responses }) => [...responses.keys()])).keys();
    },
    hasAnswered: (participant) => latest(participant) !== undefined,
    segmentOf(participant) {
      const answer = latest(participant)?.responses.get(participantId(participant));
      return answer && model.segment?.(options, answer.response);
    },
    nameOf: (segment) => model.segmentName?.(options, segment) ?? segment,
    get sets() {
      return model.sets?.(options, round.steered) ?? [];
    },
    setName: (index) => model.setName?.(options, index),
  };
}

/** By participant. */
type Points = ReadonlyMap<string, number>;

/** Points of a round, worked out once: a round never changes, it is replaced. */
const pointsOf = new WeakMap<Round, Points>();

/** What was added up last, by the first of its rounds: most views are made without any of them having changed. */
const sumsOf = new WeakMap<
  Points,
  { readonly rounds: readonly Points[]; readonly sums: readonly Standing[] }
>();

/**
 * Everybody's points over all activities that give some, most first. A round counts from when its answer is out, so
 * that nobody learns from a sum whether an answer is right that can still be changed.
 */
function standingsOf(state: State): readonly Standing[] {
  const rounds: Points[] = [];
  for (const activity of state.activities.values()) {
    const points = activity.current && currentRound(activity).round.told && roundPoints(activity);
    if (points) rounds.push(points);
  }
  const [first] = rounds;
  if (!first) return [];
  const known = sumsOf.get(first);
  if (known?.rounds.length === rounds.length && known.rounds.every((each, index) => each === rounds[index]))
    return known.sums;
  const sums = added(rounds);
  sumsOf.set(first, { rounds, sums });
  return sums;
}

function added(rounds: readonly Points[]): readonly Standing[] {
  const sums = new Map<string, number>();
  for (const round of rounds) {
    for (const [participant, points] of round) sums.set(participant, (sums.get(participant) ?? 0) + points);
  }
  return [...sums]
    .map(([participant, points]) => ({ participant, points }))
    .sort((a, b) => b.points - a.points || (a.participant < b.participant ? -1 : 1));
}

/** Only the latest round counts: asked again, everybody has another chance. */
function roundPoints(activity: ActivityState): Points | undefined {
  const { kind, options, time } = activity.definition;
  const score = askedModelOf(kind)?.score;
  const { number, round } = currentRound(activity);
  if (!score) return undefined;
  const known = pointsOf.get(round);
  if (known) return known;
  const { began } = round;
  const points = new Map(
    fitting(activity, number).map((answer) => [answer.participant, score(options, answer, { began, time })]),
  );
  pointsOf.set(round, points);
  return points;
}
