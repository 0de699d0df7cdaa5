/**
 * CSV after RFC 4180, in which no spreadsheet finds a formula. It begins with a byte order mark: without one, who opens
 * it by a double click sees "déjà" as "dÃ©jÃ ". Programs that read tables skip the mark, or are told to (`utf-8-sig`).
 */

/** What a spreadsheet may take for a formula: signs that begin one, in any width, after what it would skip. */
const wouldRun = /^[\s\p{C}\p{Z}]*[=+\-@＝＋－＠﹦﹢﹣﹫−]|^[\t\r\n']/u;
/** UTF-8 has no bytes for half of a surrogate pair; and text that looks like the way such a half is written. */
const unwritable = /\p{Surrogate}|_(?=x(?:005F|D[89A-F][\dA-F]{2})_)/gu;

/**
 * A text as a cell that runs nowhere: one apostrophe goes before what could be a formula, and before a text that
 * begins with an apostrophe itself, so that `unescapeCell` always gives the exact text back.
 */
export function escapeCell(text: string): string {
  const writable = text.replace(unwritable, asCode);
  return wouldRun.test(writable) ? `'${writable}` : writable;
}

/** The text that `escapeCell` was given. */
export function unescapeCell(cell: string): string {
  return cell
    .replace(/^'/, '')
    .replace(/_x(005F|D[89A-F][\dA-F]{2})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

/** A UTF-16 unit as spreadsheets write what a file cannot hold: `_xD83D_`. */
export function asCode(unit: string): string {
  return `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}

/** Lines of the file, each with its CRLF. Numbers are written as they are. */
export function* csvLines(
  head: readonly string[],
  rows: Iterable<readonly (string | number)[]>,
): Generator<string> {
  yield `\uFEFF${head.join(',')}\r\n`;
  for (const cells of rows) yield `${cells.map(field).join(',')}\r\n`;
}

function field(cell: string | number): string {
  if (typeof cell === 'number') return String(cell);
  const text = escapeCell(cell);
  return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
