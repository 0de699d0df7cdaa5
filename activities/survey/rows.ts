/** Which questions of a survey are rows on its own scale, and which stand beside one another below them. */
import type { OwnScale } from '../part.ts';
import type { ScaleRevealed } from '../scale/model.ts';
import type { Statement } from '../scale/statements.tsx';
import type { SurveyRevealed } from './model.ts';
import type { SurveyOptions } from './options.ts';
import { partOf } from './parts.ts';
import { itemOf, type Question } from './questions.ts';

export interface Layout {
  readonly rows: readonly Row[];
  readonly cells: readonly Question[];
  /** Questions there is no room for. */
  readonly left: number;
  /** Cells beside one another, and lines in each. */
  readonly columns: number;
  readonly lines: number;
}

/** A statement on the survey's own scale. */
export interface Row {
  readonly question: Question;
  /** Of the statement in its question. */
  readonly id: string;
  readonly item: string;
  readonly text: string;
}

/** So many rows a screen has room for; fewer when something stands below them. */
const mostRows = { alone: 14, withCells: 10 };
/** With so many rows what stands below them has one line of cells. */
const manyRows = 5;

export function layoutOf({ questions, ...own }: SurveyOptions): Layout {
  const all = questions.flatMap((asked) => rowsOf(asked, own));
  const beside = questions.filter((asked) => all.every(({ question }) => question !== asked));
  const rows = all.slice(0, beside.length > 0 ? mostRows.withCells : mostRows.alone);
  const isLow = rows.length >= manyRows;
  const cells = beside.slice(0, isLow ? 4 : 6);
  const columns = cells.length === 4 && !isLow ? 2 : Math.min(isLow ? 4 : 3, cells.length);
  const lines = isLow ? 3 : linesIn(rows.length, Math.ceil(cells.length / columns));
  const shown = new Set([...rows.map(({ question }) => question), ...cells]);
  return { rows, cells, columns, lines, left: questions.length - shown.size };
}

/** What fits below so many rows into each cell under its question; heights are em of the chart's text, as in the styles. */
function linesIn(rows: number, stories: number): number {
  const height = 18 - (rows === 0 ? 0 : rows * 2.7 + 2.7);
  return Math.max(2, Math.floor((height / stories - 2.4) / 1.15));
}

function rowsOf(question: Question, own: OwnScale): Row[] {
  const statements = partOf(question.kind).statements(question.options, own);
  return statements.map(({ id, item, text }) => {
    return { question, id, item: itemOf(question, item), text: text === '' ? question.text : text };
  });
}

/** The row with its ratings of this round and of the first. */
export function statementOf(row: Row, now: SurveyRevealed, first: SurveyRevealed | undefined): Statement {
  return { id: row.item, text: row.text, now: ratingsOf(row, now), before: first && ratingsOf(row, first) };
}

function ratingsOf({ question, id }: Row, { parts = {} }: SurveyRevealed): Statement['now'] {
  const result = parts[question.id];
  return isScaleResult(result) ? result.items?.find((each) => each.id === id) : undefined;
}

/** Of a question that is a scale, as these are. */
function isScaleResult(value: unknown): value is ScaleRevealed {
  return typeof value === 'object' && value !== null && 'items' in value && Array.isArray(value.items);
}
