/** Markdown to tokens: CommonMark with tables, mathematics, highlighted code, and speaker's notes. */
import { createRequire } from 'node:module';
import hljs from 'highlight.js/lib/common';
import Markdown, { type MarkdownIt, type StateBlock, type Token } from 'markdown-it';

export type { Token } from 'markdown-it';

const { default: katex }: { default: (md: MarkdownIt, options: { throwOnError: boolean }) => MarkdownIt } =
  createRequire(import.meta.url)('@vscode/markdown-it-katex');

const markdown = new Markdown({ html: true, linkify: false, highlight })
  // `---` under a line of text separates slides, and never makes a heading of it.
  .disable('lheading')
  .use(katex, { throwOnError: false });
markdown.block.ruler.before('paragraph', 'speaker_notes', speakerNotes, {
  alt: ['paragraph', 'reference', 'blockquote', 'list'],
});

/** The tokens of the text; `map` of a block token counts lines from 0. */
export function tokensOf(text: string): Token[] {
  return markdown.parse(text, {});
}

/** HTML of the tokens; not sanitised yet. */
export function render(tokens: Token[]): string {
  return markdown.renderer.render(tokens, markdown.options, {});
}

/** The language of a fence such as ` ```js [1|2-4] `; the line numbers after it are reveal.js's own. */
function highlight(code: string, language: string): string {
  if (!hljs.getLanguage(language)) return '';
  return hljs.highlight(code, { language, ignoreIllegals: true }).value;
}

const notesStart = /^notes?:/i;

/** `Note:` at the start of a line outside lists and quotes: what follows on the slide is for the presenter. */
function speakerNotes(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
  const end = state.eMarks[startLine] ?? 0;
  const match = notesStart.exec(state.src.slice(start, end));
  if (!match || state.blkIndent > 0) return false;
  if (silent) return true;
  if (state.level > 0) return false;
  const token = state.push('speaker_notes', '', 0);
  token.map = [startLine, startLine + 1];
  // What stands behind the colon is read as Markdown like the lines below it.
  const rest = start + match[0].length;
  const blank = state.src.slice(rest, end).trim() === '';
  if (!blank) {
    state.bMarks[startLine] = rest;
    const text = state.src.slice(rest, end);
    state.tShift[startLine] = text.length - text.trimStart().length;
    state.sCount[startLine] = 0;
    state.md.block.tokenize(state, startLine, endLine);
    state.line = Math.max(state.line, startLine + 1);
  } else {
    state.line = startLine + 1;
  }
  return true;
}

/** The text a person reads in inline tokens: without marks, images by their alternative text. */
export function plainText(token: Token | undefined): string {
  const text = (token?.children ?? []).map((child) => {
    switch (child.type) {
      case 'text':
      case 'code_inline':
      case 'math_inline':
        return child.content;
      case 'softbreak':
      case 'hardbreak':
        return ' ';
      case 'image':
        return child.content;
      default:
        return '';
    }
  });
  return text.join('').replace(/\s+/g, ' ').trim();
}
