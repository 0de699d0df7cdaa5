/**
 * The workbook: answers, summary and codebook. Written by hand, for two reasons: writers at hand keep the whole sheet
 * in objects, which holds up the room for seconds in a large session; and they lose or break texts (`constructor`,
 * controls). Every text is an inline string, never a formula.
 */
import type { State } from '../session/state.ts';
import type { Only } from './answers.ts';
import { codebookColumns, codebookRows } from './codebook.ts';
import { asCode } from './csv.ts';
import { cellsOf, columns, rowsOf } from './rows.ts';
import { type Summary, summariesOf } from './summary.ts';
import { type ZipEntry, zip } from './zip.ts';

interface Line {
  readonly cells: readonly (string | number)[];
  readonly bold?: boolean;
}

interface Sheet {
  readonly name: string;
  /** Of the columns, in characters. */
  readonly widths: readonly number[];
  /** Whether the first line stays in view. */
  readonly headed: boolean;
  readonly lines: Iterable<Line>;
}

/** Lines of a sheet under its head; what Excel can open is 1,048,576. */
const mostLines = 1_000_000;
/** Longest text of a cell that Excel opens, in UTF-16 units. */
const longest = 32_767;

export async function* xlsx(state: State, only: Only): AsyncGenerator<Uint8Array> {
  yield* zip(parts(state, only, await summariesOf(state, only)));
}

function* parts(state: State, only: Only, summaries: readonly Summary[]): Generator<ZipEntry> {
  const names: string[] = [];
  for (const sheet of sheets(state, only, summaries)) {
    names.push(sheet.name);
    yield { name: `xl/worksheets/sheet${names.length}.xml`, pieces: sheetXml(sheet) };
  }
  const numbered = names.map((name, index) => ({ name, number: index + 1 }));
  yield file('xl/workbook.xml', [
    `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>`,
    ...numbered.map(({ name, number }) => `<sheet name="${name}" sheetId="${number}" r:id="rId${number}"/>`),
    '</sheets></workbook>',
  ]);
  yield file('xl/_rels/workbook.xml.rels', [
    `<Relationships xmlns="${packages}/relationships">`,
    ...numbered.map(({ number }) => relation(number, 'worksheet', `worksheets/sheet${number}.xml`)),
    relation(names.length + 1, 'styles', 'styles.xml'),
    '</Relationships>',
  ]);
  yield file('xl/styles.xml', [styles]);
  yield file('_rels/.rels', [
    `<Relationships xmlns="${packages}/relationships">`,
    relation(1, 'officeDocument', 'xl/workbook.xml'),
    '</Relationships>',
  ]);
  yield file('[Content_Types].xml', [
    `<Types xmlns="${packages}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    override('/xl/workbook.xml', 'sheet.main'),
    override('/xl/styles.xml', 'styles'),
    ...numbered.map(({ number }) => override(`/xl/worksheets/sheet${number}.xml`, 'worksheet')),
    '</Types>',
  ]);
}

function* sheets(state: State, only: Only, summaries: readonly Summary[]): Generator<Sheet> {
  const rows = rowsOf(state, only);
  const widths = [10, 7, 24, 10, 40, 12, 24, 40, 22];
  for (let part = 1, next = rows.next(); part === 1 || !next.done; part++, next = rows.next()) {
    const lines = function* (): Generator<Line> {
      yield { cells: columns, bold: true };
      for (let count = 1; !next.done; count++) {
        yield { cells: cellsOf(next.value) };
        if (count === mostLines) return;
        next = rows.next();
      }
    };
    yield { name: part === 1 ? 'Answers' : `Answers ${part}`, widths, headed: true, lines: lines() };
  }
  yield { name: 'Summary', widths: [48, 12, 12, 12], headed: false, lines: summary(summaries) };
  yield {
    name: 'Codebook',
    widths: [10, 24, 10, 24, 60, 14, 40, 10],
    headed: true,
    lines: codebook(state, only),
  };
}

function* summary(summaries: readonly Summary[]): Generator<Line> {
  for (const { activity, rounds } of summaries) {
    const { question } = activity.definition;
    for (const { round, description } of rounds) {
      const { sentence, table } = description;
      yield { cells: [activity.rounds.length > 1 ? `${question} (round ${round})` : question], bold: true };
      yield { cells: [sentence] };
      if (table.rows.length > 0) yield { cells: table.head, bold: true };
      for (const cells of table.rows) yield { cells };
      yield { cells: [] };
    }
  }
}

function* codebook(state: State, only: Only): Generator<Line> {
  yield { cells: codebookColumns, bold: true };
  for (const cells of codebookRows(state, only)) yield { cells };
}

function* sheetXml({ widths, headed, lines }: Sheet): Generator<string> {
  const frozen = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  const cols = widths.map((width, index) => {
    return `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`;
  });
  yield `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">${headed ? frozen : ''}</sheetView></sheetViews><cols>${cols.join('')}</cols><sheetData>`;
  let row = 0;
  for (const { cells, bold = false } of lines) {
    row++;
    yield `<row r="${row}">${cells.map((cell, index) => cellXml(cell, `${letters(index)}${row}`, bold)).join('')}</row>`;
  }
  yield '</sheetData></worksheet>';
}

function cellXml(cell: string | number, place: string, bold: boolean): string {
  if (typeof cell === 'number' && Number.isFinite(cell)) return `<c r="${place}"><v>${cell}</v></c>`;
  const text = String(cell);
  if (text === '') return '';
  const shown = text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
  return `<c r="${place}" s="${bold ? 2 : 1}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(shown)}</t></is></c>`;
}

/** A column's letters: A to Z, then AA. */
function letters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last;
}

/**
 * What XML cannot hold or would change (a carriage return), and text that looks like the way these are written:
 * ECMA-376 part 1, 22.9.2.19 ST_Xstring. Spreadsheets read it back.
 */
const unwritable = /(?![\t\n])\p{Cc}|[\uFFFE\uFFFF]|\p{Surrogate}|_(?=x[\dA-Fa-f]{4}_)/gu;
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

function escapeXml(text: string): string {
  return text.replace(unwritable, asCode).replace(/[&<>]/g, (sign) => entities[sign] ?? sign);
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';

function file(name: string, xml: readonly string[]): ZipEntry {
  return { name, pieces: [declaration, ...xml] };
}

function relation(number: number, type: string, target: string): string {
  return `<Relationship Id="rId${number}" Type="${relations}/${type}" Target="${target}"/>`;
}

function override(part: string, type: string): string {
  return `<Override PartName="${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`;
}

/** Cell styles: 0 number, 1 text (format `@`: a text that is edited stays a text), 2 bold text. */
const styles = `<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
