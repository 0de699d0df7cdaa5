/** The tidy table: one row for each participant and item of every round, dropped activities included. */
import { askedModelOf } from '../../activities/models.ts';
import type { State } from '../session/state.ts';
import { answersOf, derivedOf, exportedActivities, type Only } from './answers.ts';

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

export type Row = Readonly<Record<Exclude<(typeof columns)[number], 'round' | 'value'>, string>> & {
  readonly round: number;
  readonly value: string | number;
};

/** Item of an answer that no longer fits the question: its value is the whole response as JSON. No id has brackets. */
export const asSent = '(as sent)';

export function* rowsOf(state: State, only: Only = {}): Generator<Row> {
  const read = answersOf(state);
  const derive = derivedOf(state);
  for (const activity of exportedActivities(state, only)) {
    const { id, kind, question, options } = activity.definition;
    const readers = askedModelOf(kind)?.columns(options) ?? [];
    for (let round = 1; round <= activity.rounds.length; round++) {
      const about = { session: state.code ?? '', round, activity: id, kind, question };
      for (const { participant, response, at, fits } of read(activity, round)) {
        const cells = readers.flatMap((column) => {
          const value = fits ? column.read(response) : undefined;
          return value === undefined ? [] : [{ item: column.item, value }];
        });
        // Every answer has a row, whatever became of its question.
        if (cells.length === 0) cells.push({ item: asSent, value: JSON.stringify(response) });
        for (const { item, value } of cells) {
          yield { ...about, participant, item, value, at };
        }
      }
      for (const row of derive(activity, round)) yield { ...about, ...row, at: '' };
    }
  }
}

/** The row's cells in the order of `columns`. */
export function cellsOf(row: Row): readonly (string | number)[] {
  return columns.map((column) => row[column]);
}
