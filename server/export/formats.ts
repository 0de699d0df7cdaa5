/** The formats of a download: what each is called, and how it is made while the room goes on. */
import { slug } from '../../activities/directive.ts';
import type { State } from '../session/state.ts';
import type { Only } from './answers.ts';
import { codebookColumns, codebookRows } from './codebook.ts';
import { crossColumns, crossRows } from './cross.ts';
import { csvLines } from './csv.ts';
import { jsonPieces } from './json.ts';
import { joined } from './pieces.ts';
import { report } from './report.ts';
import { cellsOf, columns, rowsOf } from './rows.ts';
import { xlsx } from './xlsx.ts';

export interface ExportFormat {
  readonly extension: string;
  readonly contentType: string;
  /** Name to save it under: the session's title and code. */
  fileName(state: State): string;
  /** All of the session as it stood, or one activity; an activity there never was gives an empty file of its format. */
  render(state: State, only: Only): Promise<string | Uint8Array>;
}

export const exportFormats: Readonly<Record<string, ExportFormat>> = {
  csv: {
    extension: 'csv',
    contentType: 'text/csv; charset=utf-8',
    fileName: (state) => `${nameOf(state)}.csv`,
    render: (state, only) => joined(csvLines(columns, cells(state, only))),
  },
  xlsx: {
    extension: 'xlsx',
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    fileName: (state) => `${nameOf(state)}.xlsx`,
    render: xlsx,
  },
  json: {
    extension: 'json',
    contentType: 'application/json; charset=utf-8',
    fileName: (state) => `${nameOf(state)}.json`,
    render: (state, only) => joined(jsonPieces(state, only)),
  },
  html: {
    extension: 'html',
    contentType: 'text/html; charset=utf-8',
    fileName: (state) => `${nameOf(state)}.html`,
    render: report,
  },
  codebook: {
    extension: 'csv',
    contentType: 'text/csv; charset=utf-8',
    fileName: (state) => `${nameOf(state)}-codebook.csv`,
    render: (state, only) => joined(csvLines(codebookColumns, codebookRows(state, only))),
  },
  cross: {
    extension: 'csv',
    contentType: 'text/csv; charset=utf-8',
    fileName: (state) => `${nameOf(state)}-cross.csv`,
    render: (state, only) => joined(csvLines(crossColumns, crossRows(state, only))),
  },
};

function* cells(state: State, only: Only): Generator<readonly (string | number)[]> {
  for (const row of rowsOf(state, only)) yield cellsOf(row);
}

function nameOf({ definition, code }: State): string {
  return `${slug(definition?.title || 'session')}-${code}`;
}
