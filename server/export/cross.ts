/** Results by parts of the crowd in downloads: a tidy table of its own, and a table for the printable report. */
import type { Description } from '../../activities/kind.ts';
import type { Cut, CutRow } from '../../protocol/views.ts';
import { comparing, cutOf, type Parts } from '../session/cut.ts';
import type { ActivityState, State } from '../session/state.ts';
import { exportedActivities, type Only } from './answers.ts';

export const crossColumns = [
  'session',
  'round',
  'activity',
  'kind',
  'question',
  'by',
  'part',
  'people',
  'item',
  'unit',
  'value',
] as const;

/** Name of the column that holds everybody. */
const everybody = 'Everybody';

/**
 * One row for each item and part. No value, where one of the row would say too much; no row, where all parts are too
 * small, and before the session has ended.
 */
export function* crossRows(state: State, only: Only): Generator<readonly (string | number)[]> {
  const { parts } = comparing(state, only.by);
  if (!parts) return;
  for (const activity of exportedActivities(state, only)) {
    const { id, kind, question } = activity.definition;
    for (let round = 1; round <= activity.rounds.length; round++) {
      const cut = cutOf(activity, round, parts);
      if (!cut || cut.parts.length === 0) continue;
      const about = [state.code ?? '', round, id, kind, question, parts.activity.definition.id];
      for (const { label, unit, all, cells } of cut.rows) {
        yield [...about, everybody, cut.people, label, unit, all];
        for (const [index, part] of cut.parts.entries())
          yield [...about, nameOf(part), part.people, label, unit, cells?.[index] ?? ''];
      }
    }
  }
}

function nameOf({ name, of }: Cut['parts'][number]): string {
  return of.length === 0 ? name : `${name}: ${of.join(', ')}`;
}

/** A round's comparison in words and as a table; undefined where there is none. */
export function comparisonOf(
  activity: ActivityState,
  round: number,
  parts: Parts | undefined,
): Description | undefined {
  const cut = parts && cutOf(activity, round, parts);
  if (!cut) return undefined;
  const everyPart = [{ name: everybody, people: cut.people }, ...cut.parts];
  const told = cut.rows.flatMap((row) => {
    const { label, all, cells } = row;
    if (!cells) return [];
    return [[label, ...[all, ...cells].map((value, index) => written(row, value, everyPart[index]?.people))]];
  });
  const left = cut.rows.length - told.length;
  if (told.length === 0) return { sentence: tooFew, table: { head: [], rows: [] } };
  const together = cut.parts.flatMap(({ of }) => (of.length > 0 ? [`Put together: ${of.join(', ')}.`] : []));
  return {
    sentence: [...together, ...(left > 0 ? [leftOut(left)] : [])].join(' '),
    table: {
      head: ['Answer', ...everyPart.map(({ name, people }) => `${name} (${people})`)],
      rows: told,
    },
  };
}

const tooFew = 'Too few people for a comparison in which every number stands for at least 8.';

function leftOut(rows: number): string {
  return `${rows === 1 ? '1 row is' : `${rows} rows are`} left out, where numbers are too small somewhere.`;
}

/** "40% (12)" of people, or a mean. */
function written({ unit, digits }: CutRow, value: number, people = 1): string {
  return unit === 'mean' ? value.toFixed(digits) : `${Math.round((100 * value) / people)}% (${value})`;
}
