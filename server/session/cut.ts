/**
 * Results by parts of the crowd, such as organisations. Parts and answers that are too small are put together before
 * anything leaves the server, until every number stands for `fewest` people: so the table is whole, and whatever is
 * subtracted from whatever is in it already. Only a session that has ended is cut: two looks at one that goes on could
 * differ by one person.
 */
import { askedModelOf } from '../../activities/models.ts';
import type { Comparing, Cut, CutPart, CutRow } from '../../protocol/views.ts';
import { type Asked, askedIn, type Choice, type Figure } from './asked.ts';
import { apart, putTogether, sum } from './fewest.ts';
import { tellNoCounts } from './means.ts';
import { type ActivityState, currentRound, type State } from './state.ts';
import { fitting } from './tally.ts';

/** The crowd in parts, by the latest answers to one activity. */
export interface Parts {
  readonly activity: ActivityState;
  readonly names: readonly string[];
  partOf(participant: string): number;
}

/** What may be compared, and the parts to compare by; none before the session has ended, or where nothing parts people. */
export function comparing(
  state: State,
  by: string | undefined,
): { readonly compare: Comparing; readonly parts: Parts | undefined } {
  const possible = [...state.activities.values()].filter((activity) => idsOf(activity) !== undefined);
  const ready = state.endedAt !== null;
  const activity = possible.find(({ definition }) => ready && definition.id === by);
  return {
    compare: {
      by: possible.map(({ definition: { id, question } }) => ({ id, question })),
      chosen: activity?.definition.id ?? null,
      ready,
    },
    parts: activity && partsOf(activity),
  };
}

function idsOf({ definition: { kind, options } }: ActivityState): readonly string[] | undefined {
  return askedModelOf(kind)?.parts?.(options);
}

function partsOf(activity: ActivityState): Parts {
  const { kind, options } = activity.definition;
  const model = askedModelOf(kind);
  const ids = idsOf(activity) ?? [];
  const indexOf = new Map(ids.map((id, index) => [id, index]));
  // After the known parts: everybody of another, then everybody of whom it is not known.
  const [other, unknown] = [ids.length, ids.length + 1];
  const places = new Map<string, number>();
  for (const { participant, response } of fitting(activity, currentRound(activity).number)) {
    const segment = model?.segment?.(options, response);
    if (segment !== undefined) places.set(participant, indexOf.get(segment) ?? other);
  }
  const taken = new Set(places.values());
  const names = [...ids.map((id) => model?.segmentName?.(options, id) ?? id), 'Other', 'No answer'];
  // Where nobody belongs is no part; that everybody is known needs no column.
  const kept = names.flatMap((_, index) => (taken.has(index) || index === unknown ? [index] : []));
  const shifted = new Map(kept.map((index, place) => [index, place]));
  return {
    activity,
    names: kept.map((index) => names[index] ?? ''),
    partOf: (participant) => shifted.get(places.get(participant) ?? unknown) ?? 0,
  };
}

interface Known {
  readonly round: number;
  readonly by: ActivityState;
  readonly cut: Cut | undefined;
}

/** What was compared before: an activity never changes, it is replaced, and after the end hardly ever. */
const known = new WeakMap<ActivityState, readonly Known[]>();

/** A round (1 is the first) by parts; undefined where there is nothing that could be compared. */
export function cutOf(activity: ActivityState, round: number, parts: Parts): Cut | undefined {
  const before = known.get(activity) ?? [];
  const same = before.find((each) => each.round === round && each.by === parts.activity);
  if (same) return same.cut;
  const cut = compared(activity, round, parts);
  known.set(activity, [...before.slice(-20), { round, by: parts.activity, cut }]);
  return cut;
}

function compared(activity: ActivityState, round: number, parts: Parts): Cut | undefined {
  const model = askedModelOf(activity.definition.kind);
  if (!model || activity === parts.activity) return undefined;
  const questions = askedIn(model.columns(activity.definition.options));
  const answers = fitting(activity, round);
  if (questions.length === 0 || answers.length === 0) return undefined;
  const responses: unknown[][] = parts.names.map(() => []);
  for (const { participant, response } of answers) responses[parts.partOf(participant)]?.push(response);
  const last = parts.names.length - 1;
  const groups = responses.flatMap((people, index): readonly Group[] => {
    const name = parts.names[index] ?? '';
    return index === last && people.length === 0 ? [] : [{ name, people }];
  });
  const read = questions.map((question) => readerOf(question, groups));
  let best: readonly Column[] = [];
  let rows: readonly CutRow[] = [];
  for (const columns of columnsOf(groups)) {
    const told = read.flatMap((rowsOf) => rowsOf(columns));
    if (best.length > 0 && cellsIn(told, columns) <= cellsIn(rows, best)) continue;
    best = columns;
    rows = told;
  }
  return {
    people: answers.length,
    parts: best.map((column): CutPart => {
      const names = column.flatMap((index) => groups[index]?.name ?? []);
      const people = sum(column.map((index) => groups[index]?.people.length ?? 0));
      const [name = ''] = names;
      return names.length === 1 ? { name, people, of: [] } : { name: 'Others together', people, of: names };
    }),
    rows,
  };
}

interface Group {
  readonly name: string;
  /** Their responses. */
  readonly people: readonly unknown[];
}

/** Indices of the groups that it shows as one. */
type Column = readonly number[];

/** Each group that is large enough alone; then more and more of the smaller ones together, since a rare answer is rarest there. */
function* columnsOf(groups: readonly Group[]): Generator<readonly Column[]> {
  const sizes = groups.map(({ people }) => [people.length]);
  const least = putTogether(sizes);
  if (least === undefined) return;
  const bySize = groups
    .map(({ people }, index) => ({ index, size: people.length, isSmall: least.includes(index) }))
    .sort((a, b) => Number(b.isSmall) - Number(a.isSmall) || a.size - b.size)
    .map(({ index }) => index);
  const more = bySize.map((_, index) => index + 1).filter((taken) => taken > Math.max(1, least.length));
  for (const taken of [least.length, ...more]) {
    const together = bySize.slice(0, taken).sort((a, b) => a - b);
    const columns = apart(sizes, together);
    if (columns.length > 1) yield columns;
  }
}

/** How many numbers a table tells. */
function cellsIn(rows: readonly CutRow[], columns: readonly Column[]): number {
  return rows.filter(({ cells }) => cells !== null).length * columns.length;
}

/** Reads every response once; then tells the rows for whatever columns. */
function readerOf(
  question: Asked,
  groups: readonly Group[],
): (columns: readonly Column[]) => readonly CutRow[] {
  if (question.is === 'figure') {
    const numbers = groups.map(({ people }) => people.flatMap((response) => question.read(response) ?? []));
    return (columns) =>
      figureRows(
        question,
        columns.map((column) => column.flatMap((index) => numbers[index] ?? [])),
      );
  }
  const texts = [...question.answers, question.none ?? ''];
  const counts = groups.map(({ people }) => {
    const times = texts.map(() => 0);
    for (const response of people) {
      const index = question.read(response);
      const at = index < 0 ? question.answers.length : index;
      times[at] = (times[at] ?? 0) + 1;
    }
    return times;
  });
  return (columns) =>
    choiceRows(
      question,
      texts.map((_, answer) =>
        columns.map((column) => sum(column.map((index) => counts[index]?.[answer] ?? 0))),
      ),
    );
}

/** `counts` has, for each answer and for none of them, the people in every column. */
function choiceRows(
  { about, answers, none }: Choice,
  counts: readonly (readonly number[])[],
): readonly CutRow[] {
  const rows = counts
    .map((cells, index) => ({ text: answers[index] ?? none, cells }))
    // That nobody at all said so is known from everybody's result.
    .filter(({ cells }) => sum(cells) > 0);
  const cells = rows.map((row) => row.cells);
  const together = putTogether(cells);
  const row = (texts: readonly string[], people: readonly number[]) => {
    const label = `${about === '' ? '' : `${about}: `}${texts.join(' + ')}`;
    return { label, unit: 'people' as const, digits: 0, all: sum(people) };
  };
  if (together === undefined)
    return rows.flatMap(({ text, cells: people }) =>
      text === undefined ? [] : [{ ...row([text], people), cells: null }],
    );
  return apart(cells, together).flatMap((indices): readonly CutRow[] => {
    const members = indices.flatMap((index) => rows[index] ?? []);
    const people = (cells[0] ?? []).map((_, column) => sum(members.map((row) => row.cells[column] ?? 0)));
    const named = members.flatMap(({ text }) => text ?? []);
    return named.length < members.length ? [] : [{ ...row(named, people), cells: people }];
  });
}

function figureRows({ label }: Figure, numbers: readonly (readonly number[])[]): readonly CutRow[] {
  const all = numbers.flat();
  if (all.length === 0) return [];
  const mean = (of: readonly number[]) => sum(of) / of.length;
  // Of shares a second digit matters.
  const digits = Math.abs(mean(all)) < 1 ? 2 : 1;
  const shown = (of: readonly number[]) => Math.round(mean(of) * 10 ** digits) / 10 ** digits;
  const cells = tellNoCounts(numbers) ? numbers.map(shown) : null;
  return [{ label, unit: 'mean', digits, all: shown(all), cells }];
}
