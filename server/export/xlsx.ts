/** The workbook: answers, summary and codebook. Every text is a string, so nothing in it is a formula. */
import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import { projectResults } from '../session/project.ts';
import type { State } from '../session/state.ts';
import { foldTally } from '../session/tally.ts';
import { codebookColumns, codebookRows } from './codebook.ts';
import { safeCell } from './csv.ts';
import { columns, type Only, rowsOf } from './rows.ts';

export async function xlsx(state: State, only: Only = {}): Promise<Uint8Array> {
  const answers = rowsOf(state, only).map((row) => columns.map((column) => row[column]));
  const file = writeXlsxFile([
    { sheet: 'Answers', data: sheet([columns, ...answers]), stickyRowsCount: 1 },
    { sheet: 'Summary', data: sheet(summary(state, only)) },
    { sheet: 'Codebook', data: sheet([codebookColumns, ...codebookRows(state, only)]), stickyRowsCount: 1 },
  ]);
  return await file.toBuffer();
}

function summary(state: State, only: Only): (readonly (string | number)[])[] {
  const { activities } = projectResults(state, foldTally, { now: 0 });
  return activities
    .filter(({ id }) => only.activity === undefined || id === only.activity)
    .flatMap(({ question, rounds }) =>
      rounds.flatMap(({ round, description: { sentence, table } }) => [
        [rounds.length > 1 ? `${question} (round ${round})` : question],
        [sentence],
        table.head,
        ...table.rows,
        [''],
      ]),
    );
}

/** Longest text that a cell of a workbook holds. */
const longest = 32_767;

function sheet(rows: readonly (readonly (string | number)[])[]): SheetData {
  return rows.map((row, index) =>
    row.map((cell) =>
      typeof cell === 'number'
        ? { type: Number, value: cell }
        : {
            type: String,
            value: forXml(safeCell(cell)).slice(0, longest),
            ...(index === 0 ? { fontWeight: 'bold' } : {}),
          },
    ),
  );
}

/** What XML cannot hold, and text that would read as the way it is written (`_x0007_`). Pairs of surrogates pass. */
const notInXml = /[\uD800-\uDBFF][\uDC00-\uDFFF]|_(?=x[\dA-Fa-f]{4}_)|[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD]/g;

/** Workbooks write such a character as `_xHHHH_`, and spreadsheets read it back. */
function forXml(text: string): string {
  return text.replace(notInXml, (found) =>
    found.length === 2 ? found : `_x${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
  );
}
