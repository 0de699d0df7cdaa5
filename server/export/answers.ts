/** What people answered, as it may leave the server: under pseudonyms, to the minute, and in no order of time. */
import { askedModelOf } from '../../activities/models.ts';
import { participantId } from '../../protocol/ids.ts';
import { aroundOf } from '../session/around.ts';
import type { ActivityState, State } from '../session/state.ts';
import { fitting } from '../session/tally.ts';
import { numbersOf, pseudonym } from './pseudonyms.ts';

/** What of a session is exported: everything, or one activity; and what a comparison is made by. */
export interface Only {
  readonly activity?: string;
  readonly by?: string;
}

export interface GivenAnswer {
  readonly participant: string;
  readonly response: unknown;
  readonly at: string;
  /** False when the question was edited since, so that the answer means nothing to it any more. */
  readonly fits: boolean;
}

/** Every activity that takes answers or ever took one, in the order of the file, dropped ones last. */
export function exportedActivities(state: State, { activity }: Only): readonly ActivityState[] {
  return [...state.activities.values()].filter(
    ({ definition, rounds }) =>
      (activity === undefined || definition.id === activity) &&
      (askedModelOf(definition.kind) !== undefined || rounds.some(({ responses }) => responses.size > 0)),
  );
}

/** Reads the answers of a round (1 is the first), in the order of the pseudonyms. */
export function answersOf(state: State): (activity: ActivityState, round: number) => Generator<GivenAnswer> {
  const numberOf = numbersOf(state);
  return function* (activity, round) {
    const isAsked = askedModelOf(activity.definition.kind) !== undefined;
    const fit = activity.edited ? new Set(fitting(activity, round)) : undefined;
    const answers = [...(activity.rounds[round - 1]?.responses.values() ?? [])]
      .map((answer) => ({ answer, number: numberOf(answer.participant) }))
      .sort((a, b) => a.number - b.number);
    for (const { answer, number } of answers) {
      const { response, at } = answer;
      const fits = isAsked && (fit?.has(answer) ?? true);
      yield { participant: pseudonym(number), response, at: written(at), fits };
    }
  };
}

/** What follows from the answers of a round, or from what the presenter did with them: groups, points. */
export function derivedOf(
  state: State,
): (
  activity: ActivityState,
  round: number,
) => readonly { participant: string; item: string; value: string | number }[] {
  const numberOf = numbersOf(state);
  return (activity, round) => {
    const { kind, options } = activity.definition;
    const derived = askedModelOf(kind)?.derived;
    if (!derived) return [];
    const rows = derived.rows(options, fitting(activity, round), aroundOf(state, activity, round));
    return [...rows]
      .map((row) => ({ ...row, number: numberOf(participantId(row.participant)) }))
      .sort((a, b) => a.number - b.number)
      .map(({ number, item, value }) => ({ participant: pseudonym(number), item, value }));
  };
}

/** ISO 8601, UTC: good enough to analyse by, and too coarse to tell who was first. */
export function written(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16)}Z`;
}

/** Milliseconds since 1970 of the minute's beginning. */
export function toTheMinute(at: number): number {
  return Math.floor(at / 60_000) * 60_000;
}
