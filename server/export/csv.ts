/** CSV after RFC 4180, in which no spreadsheet finds a formula. */

/**
 * Text that a spreadsheet would take for a formula gets an apostrophe in front; so does text that begins with an
 * apostrophe, so that taking away one leading apostrophe always gives back the exact text (`plainCell`).
 */
const wouldRun = /^[\s\p{Cc}]*[=+\-@＋－＝＠]|^[\t\r\n]|^'/u;

export function safeCell(text: string): string {
  return wouldRun.test(text) ? `'${text}` : text;
}

/** What `safeCell` was given. */
export function plainCell(cell: string): string {
  return cell.startsWith("'") ? cell.slice(1) : cell;
}

/** Lines end in CRLF; numbers are written as they are, texts made safe. A byte order mark tells Excel that it is UTF-8. */
export function csv(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const lines = [head, ...rows].map((cells) => cells.map(written).join(','));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

function written(cell: string | number): string {
  if (typeof cell === 'number') return String(cell);
  const text = safeCell(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
