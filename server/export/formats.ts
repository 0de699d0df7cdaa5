/** The formats of a download: what each is called, and how it is made while the room goes on. */
import { slug } from '../../activities/directive.ts';
import type { State } from '../session/state.ts';
import type { Only } from './answers.ts';
import { codebookColumns, codebookRows } from './codebook.ts';
import { crossColumns, crossRows } from './cross.ts';
import { csvLines } from './csv.ts';
import { jsonPieces } from './json.ts';
import { type FileOf, picturesZip } from './pictures.ts';
import { bytesOf } from './pieces.ts';
import { report } from './report.ts';
import { cellsOf, columns, rowsOf } from './rows.ts';
import { xlsx } from './xlsx.ts';

export interface ExportFormat {
  /** Its address below the session's own. */
  readonly path: string;
  readonly contentType: string;
  /** Name to save it under: the session's title and code. */
  fileName(state: State): string;
  /** Piece by piece, all of the session as it stood, or one activity; an activity there never was gives an empty file of its format. */
  render(state: State, only: Only, fileOf: FileOf): AsyncIterable<Uint8Array>;
}

export const exportFormats: Readonly<Record<string, ExportFormat>> = {
  csv: {
    path: 'results.csv',
    contentType: 'text/csv; charset=utf-8',
    fileName: (state) => `${nameOf(state)}.csv`,
    render: (state, only) => bytesOf(csvLines(columns, cells(state, only))),
  },
  xlsx: {
    path: 'results.xlsx',
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    fileName: (state) => `${nameOf(state)}.xlsx`,
    render: xlsx,
  },
  json: {
    path: 'results.json',
    contentType: 'application/json; charset=utf-8',
    fileName: (state) => `${nameOf(state)}.json`,
    render: (state, only) => bytesOf(jsonPieces(state, only)),
  },
  html: {
    path: 'results.html',
    contentType: 'text/html; charset=utf-8',
    fileName: (state) => `${nameOf(state)}.html`,
    render: report,
  },
  codebook: {
    path: 'codebook.csv',
    contentType: 'text/csv; charset=utf-8',
    fileName: (state) => `${nameOf(state)}-codebook.csv`,
    render: (state, only) => bytesOf(csvLines(codebookColumns, codebookRows(state, only))),
  },
  pictures: {
    path: 'pictures.zip',
    contentType: 'application/zip',
    fileName: (state) => `${nameOf(state)}-pictures.zip`,
    render: picturesZip,
  },
  cross: {
    path: 'cross.csv',
    contentType: 'text/csv; charset=utf-8',
    fileName: (state) => `${nameOf(state)}-cross.csv`,
    render: (state, only) => bytesOf(csvLines(crossColumns, crossRows(state, only))),
  },
};

function* cells(state: State, only: Only): Generator<readonly (string | number)[]> {
  for (const row of rowsOf(state, only)) yield cellsOf(row);
}

function nameOf({ definition, code }: State): string {
  return `${slug(definition?.title || 'session')}-${code}`;
}
