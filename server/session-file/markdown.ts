/** Markdown to tokens and on to HTML: CommonMark with tables, mathematics, highlighted code, slides and notes. */
import Markdown, { type MarkdownIt, type Token } from 'markdown-it';
import { addBlocks } from './blocks.ts';
import { codeBlock } from './code.ts';
import { addMathematics, addMathematicsRenderer } from './mathematics.ts';
import { type Marks, partingOf } from './parting.ts';

export type { Token } from 'markdown-it';

const renderer = markdownIt();
addMathematicsRenderer(renderer);
renderer.renderer.rules.fence = (tokens, index) => {
  const token = tokens[index];
  if (!token) return '';
  return codeBlock(token.content, token.info, renderer.renderer.renderAttrs(token));
};

/** The tokens of a text whose lines end in `\n`; `map` of a block token counts lines from 0. */
export function tokensOf(text: string, marks: Marks): Token[] {
  const lines = text.split('\n');
  const markdown = markdownIt();
  addBlocks(markdown, lines, marks);
  addMathematics(markdown, (line) => {
    const raw = lines[line] ?? '';
    return partingOf(raw, marks) !== undefined || marks.notes.test(raw);
  });
  return markdown.parse(text, {});
}

/** HTML of the tokens; not sanitised yet. */
export function render(tokens: readonly Token[]): string {
  return renderer.renderer.render([...tokens], renderer.options, {});
}

/** A token of raw HTML that takes the place of another. */
export function htmlToken(content: string, { level, map }: Pick<Token, 'level' | 'map'>): Token {
  const token = new Markdown.Token('html_block', '', 0);
  return Object.assign(token, { content, level, map });
}

/** The first and the last line of the source that the tokens stand on, of which line 0 is `firstLine`. */
export function linesOf(tokens: readonly Token[], firstLine: number): { first: number; last: number } {
  const maps = tokens.flatMap(({ map }) => (map ? [map] : []));
  return {
    first: firstLine + (maps[0]?.[0] ?? 0),
    last: firstLine + maps.reduce((end, map) => Math.max(end, map[1]), 1) - 1,
  };
}

function markdownIt(): MarkdownIt {
  const markdown = new Markdown({ html: true, linkify: false });
  const isUsual = markdown.validateLink.bind(markdown);
  // A drawing within the file is a picture like others; as the target of a link it is sanitised away.
  markdown.validateLink = (address) => isUsual(address) || /^data:image\/svg\+xml[;,]/i.test(address.trim());
  return markdown;
}

/** The text a person reads in inline tokens: without marks, images by their alternative text. */
export function plainText(token: Token | undefined): string {
  const text = (token?.children ?? []).map((child) => {
    switch (child.type) {
      case 'text':
      case 'code_inline':
      case 'math_inline':
      case 'image':
        return child.content;
      case 'softbreak':
      case 'hardbreak':
        return ' ';
      case 'html_inline':
        return /^<br\b/i.test(child.content) ? ' ' : '';
      default:
        return '';
    }
  });
  return text.join('').replace(/\s+/g, ' ').trim();
}
