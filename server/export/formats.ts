/** The formats of a download. */
import { slug } from '../../activities/directive.ts';
import type { State } from '../session/state.ts';
import { codebookColumns, codebookRows } from './codebook.ts';
import { csv } from './csv.ts';
import { pseudonymsOf } from './pseudonyms.ts';
import { report } from './report.ts';
import { columns, exportedActivities, type Only, rowsOf, shuffled, toTheMinute } from './rows.ts';
import { xlsx } from './xlsx.ts';

export interface ExportFormat {
  readonly extension: string;
  readonly contentType: string;
  /** Name to save it under: the session's title and code. */
  fileName(state: State): string;
  render(state: State, only: Only): Promise<string | Uint8Array>;
}

export const exportFormats: Readonly<Record<string, ExportFormat>> = {
  csv: format('csv', 'text/csv; charset=utf-8', 'results', async (state, only) =>
    csv(
      columns,
      rowsOf(state, only).map((row) => columns.map((column) => row[column])),
    ),
  ),
  xlsx: format('xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'results', xlsx),
  json: format(
    'json',
    'application/json; charset=utf-8',
    'results',
    async (state, only) => `${JSON.stringify(wholeSession(state, only), null, 2)}\n`,
  ),
  html: format('html', 'text/html; charset=utf-8', 'report', async (state, only) => report(state, only)),
  codebook: format('csv', 'text/csv; charset=utf-8', 'codebook', async (state, only) =>
    csv(codebookColumns, codebookRows(state, only)),
  ),
};

function format(
  extension: string,
  contentType: string,
  what: string,
  render: ExportFormat['render'],
): ExportFormat {
  return {
    extension,
    contentType,
    fileName: (state) => `${slug(state.definition?.title ?? 'session')}-${state.code}-${what}.${extension}`,
    render,
  };
}

/** Definition, rounds and responses, every text exact. */
function wholeSession(state: State, only: Only) {
  const pseudonyms = pseudonymsOf(state);
  return {
    session: state.code,
    deck: state.definition?.title ?? '',
    activities: exportedActivities(state, only).map(
      ({ definition: { id, kind, question, options }, rounds }) => ({
        id,
        kind,
        question,
        options,
        rounds: rounds.map(({ responses }, index) => ({
          round: index + 1,
          responses: shuffled(responses.values(), pseudonyms).map(({ participant, answer }) => ({
            participant,
            response: answer.response,
            at: toTheMinute(answer.at),
          })),
        })),
      }),
    ),
  };
}
