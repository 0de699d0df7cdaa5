/** Tables under a directive: from tokens to cells of plain text. */
import type { DirectiveTable } from '../../activities/directive.ts';
import { plainText, type Token } from './markdown.ts';
import type { Source } from './source.ts';

export function isTable(token: Token | undefined): boolean {
  return token?.type === 'table_open';
}

/** The table whose tokens these are. `firstLine` is the line of the source (from 1) that the tokens' line 0 stands on. */
export function readTable(tokens: readonly Token[], firstLine: number, source: Source): DirectiveTable {
  const rows: string[][] = [];
  for (const [index, token] of tokens.entries()) {
    if (token.type === 'tr_open') rows.push([]);
    if (token.type === 'th_open' || token.type === 'td_open') rows.at(-1)?.push(plainText(tokens[index + 1]));
  }
  const [head = [], ...body] = rows;
  return { ...source.startOf(firstLine + (tokens[0]?.map?.[0] ?? 0)), head, rows: body };
}
