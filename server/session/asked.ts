/** What of an activity can be compared between parts of the crowd: its choices and its numbers, never what people wrote. */
import type { Column } from '../../activities/kind.ts';

/** A question of which every participant gave one answer, or none. */
export interface Choice {
  readonly is: 'choice';
  /** What it is about, where the activity asks more than this; else empty. */
  readonly about: string;
  /** What the rows say, in order. */
  readonly answers: readonly string[];
  /** What a row says of those who gave none of these; undefined where the answers tell it. */
  readonly none: string | undefined;
  /** Index of the answer, or -1. */
  read(response: unknown): number;
}

export interface Figure {
  readonly is: 'figure';
  readonly label: string;
  read(response: unknown): number | undefined;
}

export type Asked = Choice | Figure;

export function askedIn(columns: readonly Column<unknown>[]): readonly Asked[] {
  const questions: Asked[] = [];
  const known = new Set<string>();
  for (const column of columns) {
    const { oneOf, values } = column;
    if (values === 'text' || column.nth === true) continue;
    if (oneOf === undefined) {
      questions.push(...questionOf(column));
    } else if (!known.has(oneOf)) {
      known.add(oneOf);
      questions.push(oneQuestion(columns.filter((each) => each.oneOf === oneOf && each.values !== 'text')));
    }
  }
  return questions;
}

function questionOf(column: Column<unknown>): readonly Asked[] {
  const { label, values, allowed = [] } = column;
  // The mean of two steps says how many chose either.
  if (values === 'number' && (column.allowed === undefined || allowed.length > 2)) return [figureOf(column)];
  if (allowed.length === 0) return [];
  const [only] = allowed;
  // A box that can be ticked: who did not is told by the row of who did.
  if (allowed.length === 1)
    return [
      {
        is: 'choice',
        about: '',
        answers: [label],
        none: undefined,
        read: (response) => (column.read(response) === only ? 0 : -1),
      },
    ];
  const indexOf = new Map(allowed.map((value, index) => [value, index]));
  return [
    {
      is: 'choice',
      about: label,
      answers: allowed.map(String),
      none: 'no answer',
      read(response) {
        const value = column.read(response);
        return value === undefined ? -1 : (indexOf.get(value) ?? -1);
      },
    },
  ];
}

/** One question that has a column for each of its answers. */
function oneQuestion(columns: readonly Column<unknown>[]): Choice {
  return {
    is: 'choice',
    about: '',
    answers: columns.map(({ label }) => label),
    none: 'None of these',
    read: (response) => columns.findIndex((column) => column.read(response) !== undefined),
  };
}

function figureOf(column: Column<unknown>): Figure {
  return {
    is: 'figure',
    label: column.label,
    read(response) {
      const value = column.read(response);
      return typeof value === 'number' ? value : undefined;
    },
  };
}
