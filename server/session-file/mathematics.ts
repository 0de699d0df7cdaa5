/** Mathematics: `$…$` in a line, `$$…$$` on its own, rendered here so that screens need nothing from elsewhere. */
import { createRequire } from 'node:module';
import type Katex from 'katex';
import type { MarkdownIt, StateBlock, StateInline, Token } from 'markdown-it';
import { escaped } from './html.ts';

const load = createRequire(import.meta.url);
/** Loaded with the first formula: most decks have none, and it takes 7 MB. */
let katex: typeof Katex | undefined;

/** Longer formulas are shown as they are written: nobody reads them, and they would hold up the session. */
const longest = 4000;

/** `endsBlock` tells whether the raw line ends a formula of several lines that was never closed. */
export function addMathematics(markdown: MarkdownIt, endsBlock: (line: number) => boolean): void {
  markdown.inline.ruler.after('escape', 'math_inline', mathInline);
  markdown.block.ruler.after('blockquote', 'math_block', mathBlock(endsBlock), {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  });
}

export function addMathematicsRenderer(markdown: MarkdownIt): void {
  markdown.renderer.rules.math_inline = (tokens, index) => {
    const token = tokens[index];
    return token ? wrapped(token, 'span', rendered(token.content, token.markup === '$$')) : '';
  };
  markdown.renderer.rules.math_block = (tokens, index) => {
    const token = tokens[index];
    return token ? `${wrapped(token, 'div', rendered(token.content, true))}\n` : '';
  };

  /** Attributes of a comment below a formula need an element of its own. */
  function wrapped(token: Token, tag: string, html: string): string {
    const attributes = markdown.renderer.renderAttrs(token);
    return attributes === '' && tag === 'span' ? html : `<${tag}${attributes}>${html}</${tag}>`;
  }
}

function loadKatex(): typeof Katex {
  return load('katex');
}

function rendered(formula: string, displayMode: boolean): string {
  if (formula.length > longest) return asWritten(formula);
  try {
    katex ??= loadKatex();
    return katex.renderToString(formula, {
      displayMode,
      output: 'htmlAndMathml',
      throwOnError: false,
      strict: 'ignore',
      trust: false,
      maxSize: 50,
      maxExpand: 500,
    });
  } catch {
    // A formula nested too deeply for it.
    return asWritten(formula);
  }
}

function asWritten(formula: string): string {
  return `<code class="katex-error">${escaped(formula)}</code>`;
}

/**
 * As in Pandoc: the opening sign has no space behind it, the closing one none before it and no digit behind it, so that
 * "$5 and $10" are prices.
 */
function mathInline(state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax } = state;
  if (src[pos] !== '$') return false;
  const markup = src[pos + 1] === '$' ? '$$' : '$';
  const start = pos + markup.length;
  if (markup === '$' && /\s/.test(src[start] ?? ' ')) return false;
  const close = closing(src, markup, start, posMax);
  if (close < 0) {
    // All of a run at once: "$$$$" holds nothing, and is not to be tried again from each of its signs.
    if (!silent) state.pending += markup;
    state.pos = start;
    return true;
  }
  if (!silent) {
    const token = state.push('math_inline', 'math', 0);
    token.markup = markup;
    token.content = src.slice(start, close).trim();
  }
  state.pos = close + markup.length;
  return true;
}

/** Where the sign that closes a formula stands, or -1. */
function closing(src: string, markup: string, start: number, end: number): number {
  for (let at = src.indexOf('$', start); at >= 0 && at < end; at = src.indexOf('$', at + 1)) {
    let escapes = 0;
    while (src[at - 1 - escapes] === '\\') escapes++;
    if (escapes % 2 === 1) continue;
    if (at === start) return -1;
    if (markup === '$$') {
      if (src[at + 1] === '$') return at;
    } else {
      return /\s/.test(src[at - 1] ?? ' ') || /\d/.test(src[at + 1] ?? '') ? -1 : at;
    }
  }
  return -1;
}

function mathBlock(endsBlock: (line: number) => boolean) {
  return (state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean => {
    const textOf = (line: number) =>
      state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]).trimEnd();
    if ((state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false;
    const first = textOf(startLine);
    if (!first.startsWith('$$')) return false;
    const parts: string[] = [];
    let line = startLine;
    let text = first.slice(2);
    while (!text.endsWith('$$')) {
      // Signs within the line: text that happens to begin with them.
      if (text.includes('$$')) return false;
      parts.push(text);
      line++;
      const isOutside = (state.sCount[line] ?? 0) < state.blkIndent && !state.isEmpty(line);
      if (line >= endLine || isOutside || endsBlock(line)) return false;
      text = textOf(line);
    }
    const last = text.slice(0, -2);
    if (last.includes('$$')) return false;
    if (silent) return true;
    const token = state.push('math_block', 'math', 0);
    token.block = true;
    token.markup = '$$';
    token.content = [...parts, last].join('\n').trim();
    token.map = [startLine, line + 1];
    state.line = line + 1;
    return true;
  };
}
