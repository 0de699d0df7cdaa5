/** What stands below a directive and is its own: its list and its table, which leave the slide. */
import type { DirectiveTable, ListItem } from '../../activities/directive.ts';
import { piecesOf, recognise } from './comment.ts';
import { endOfBlock, isList, readList } from './list.ts';
import type { Token } from './markdown.ts';
import type { Source } from './source.ts';
import { isTable, readTable } from './table.ts';

/** A list, a table, or a table right under a list: the tokens from `start` up to `end`. */
export interface Own {
  readonly start: number;
  readonly end: number;
}

/** What touches the directive whose tokens end at `from`: nothing but other comments stands between. */
export function touching(tokens: readonly Token[], from: number): Own | undefined {
  let at = from;
  while (isPassed(tokens[at])) at++;
  return ownAt(tokens, at);
}

/** The first list and the first table further down, before the next heading or directive. */
export function further(tokens: readonly Token[], from: number): Own[] {
  const found: Own[] = [];
  for (let at = from; at < tokens.length && !isEnd(tokens[at]); at = endOfBlock(tokens, at)) {
    const own = ownAt(tokens, at);
    if (own) found.push(own);
  }
  return [isList, isTable].flatMap((is) => found.find(({ start }) => is(tokens[start])) ?? []);
}

/** `firstLine` is the line of the source (from 1) that the tokens' line 0 stands on. */
export function readOwn(
  tokens: readonly Token[],
  own: Own | undefined,
  firstLine: number,
  source: Source,
): { readonly list: readonly ListItem[]; readonly table: DirectiveTable | undefined } {
  if (!own) return { list: [], table: undefined };
  const hasList = isList(tokens[own.start]);
  const table = tokens.slice(hasList ? endOfBlock(tokens, own.start) : own.start, own.end);
  return {
    list: hasList ? readList(tokens, own.start, firstLine, source) : [],
    table: table.length > 0 ? readTable(table, firstLine, source) : undefined,
  };
}

function ownAt(tokens: readonly Token[], start: number): Own | undefined {
  let end = start;
  if (isList(tokens[end])) end = endOfBlock(tokens, end);
  if (isTable(tokens[end])) end = endOfBlock(tokens, end);
  return end > start ? { start, end } : undefined;
}

const columns = /^\s*(?:columns|column|\/columns)\s*$/;

/** Comments for the author or for reveal.js, which nobody sees. */
function isPassed(token: Token | undefined): boolean {
  if (token?.type !== 'html_block') return false;
  return piecesOf(token.content).every(({ type, text }) =>
    type === 'comment' ? !recognise(text) && !columns.test(text) : text.trim() === '',
  );
}

function isEnd(token: Token | undefined): boolean {
  if (token?.type === 'heading_open') return true;
  if (token?.type !== 'html_block') return false;
  return piecesOf(token.content).some(({ type, text }) =>
    type === 'comment' ? recognise(text)?.type === 'directive' : /<h[1-6]\b/i.test(text),
  );
}
