/** The tidy table: one row for each participant and item of every round, dropped activities included. */
import { askedModelOf } from '../../activities/models.ts';
import type { ActivityState, State } from '../session/state.ts';
import { pseudonymsOf } from './pseudonyms.ts';

export const columns = [
  'session',
  'round',
  'activity',
  'kind',
  'question',
  'participant',
  'item',
  'value',
  'at',
] as const;

export type Row = Readonly<Record<(typeof columns)[number], string | number>>;

/** What of a session is exported: everything, or one activity. */
export interface Only {
  readonly activity?: string;
}

/** Activities that take answers, in the order they first appeared. */
export function exportedActivities(state: State, { activity }: Only): readonly ActivityState[] {
  return [...state.activities.values()].filter(
    ({ definition }) =>
      askedModelOf(definition.kind) !== undefined && (activity === undefined || definition.id === activity),
  );
}

export function rowsOf(state: State, only: Only = {}): Row[] {
  const pseudonyms = pseudonymsOf(state);
  const rows: Row[] = [];
  for (const { definition, rounds } of exportedActivities(state, only)) {
    const { id, kind, question, options } = definition;
    const read = askedModelOf(kind)?.columns(options) ?? [];
    for (const [index, { responses }] of rounds.entries()) {
      for (const { participant, answer } of shuffled(responses.values(), pseudonyms)) {
        for (const column of read) {
          const value = column.read(answer.response);
          if (value === undefined) continue;
          rows.push({
            session: state.code ?? '',
            round: index + 1,
            activity: id,
            kind,
            question,
            participant,
            item: column.item,
            value,
            at: toTheMinute(answer.at),
          });
        }
      }
    }
  }
  return rows;
}

/** Answers in the order of their pseudonyms, which is no order of time. */
export function shuffled<Answer extends { readonly participant: string }>(
  answers: Iterable<Answer>,
  pseudonyms: ReadonlyMap<string, string>,
): { participant: string; answer: Answer }[] {
  return [...answers]
    .map((answer) => ({ participant: pseudonyms.get(answer.participant) ?? '', answer }))
    .sort((a, b) => (a.participant < b.participant ? -1 : 1));
}

/** ISO 8601, UTC, without seconds: enough to analyse by, too little to tell who was first. */
export function toTheMinute(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16)}Z`;
}
