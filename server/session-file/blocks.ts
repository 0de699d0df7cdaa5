/** Blocks of a session file that Markdown does not know: parted slides and notes, and what they end. */
import Markdown, { type MarkdownIt, type StateBlock } from 'markdown-it';
import { type Marks, partingOf } from './parting.ts';

type BlockRule = (state: StateBlock, startLine: number, endLine: number, silent: boolean) => boolean;

/** Ends every other block, so that neither a slide nor the notes are ever taken for something else. */
const ending = { alt: ['paragraph', 'reference', 'blockquote', 'list'] };

/** Adds the rules to a parser of the text with these raw lines. */
export function addBlocks(markdown: MarkdownIt, lines: readonly string[], marks: Marks): void {
  const { ruler } = markdown.block;
  const parts = (line: number) => partingOf(lines[line] ?? '', marks);
  const beginsNotes = (line: number) => marks.notes.test(lines[line] ?? '');

  const table = ruleOf('table');
  ruler.at(
    'table',
    // `---` below a line with a bar would make the head of a table of it.
    (state, start, end, silent) => parts(start + 1) === undefined && table(state, start, end, silent),
    { alt: ['paragraph', 'reference'] },
  );
  const html = ruleOf('html_block');
  ruler.at(
    'html_block',
    (state, start, end, silent) =>
      html(state, start, silent ? end : endOfHtml(state, start, end, { parts, beginsNotes }), silent),
    { alt: ['paragraph', 'reference', 'blockquote'] },
  );
  const heading = ruleOf('lheading');
  // `---` below a line of text would make a heading of it.
  ruler.at('lheading', (state, start, end, silent) =>
    heading(state, start, endOfText(state, start, end, parts), silent),
  );
  ruler.before('table', 'parting', partingRule(parts), ending);
  ruler.before('parting', 'speaker_notes', notesRule(beginsNotes, lines, marks), ending);
}

/** A rule of markdown-it's own. */
function ruleOf(name: string): BlockRule {
  const { ruler } = new Markdown({ html: true }).block;
  ruler.enableOnly([name]);
  return ruler.getRules('')[0] ?? (() => false);
}

/** Where a parting or an empty line ends the lines that could be a heading with a line of `===` below it. */
function endOfText(state: StateBlock, start: number, end: number, parts: Parts): number {
  let line = start + 1;
  while (line < end && !state.isEmpty(line) && parts(line) === undefined) line++;
  return line;
}

type Parts = (line: number) => 'slide' | 'vertical' | undefined;

/** A token `parting` whose markup says which. In a list or quote the line must stand outside of it. */
function partingRule(parts: Parts): BlockRule {
  return (state, line, _end, silent) => {
    const part = parts(line);
    const isOutside = state.level === 0 || (state.sCount[line] ?? 0) < state.blkIndent;
    if (!part || !isOutside || isCode(state, line)) return false;
    if (silent) return true;
    if (state.level > 0) return false;
    const token = state.push('parting', '', 0);
    token.markup = part;
    token.map = [line, line + 1];
    state.line = line + 1;
    return true;
  };
}

/**
 * A token `speaker_notes`, then what stands behind the colon, read like the lines below it. In a list it counts as well,
 * since what is meant for the speaker must never be shown.
 */
function notesRule(
  beginsNotes: (line: number) => boolean,
  lines: readonly string[],
  { notes }: Marks,
): BlockRule {
  const begun = new Set<number>();
  return (state, line, end, silent) => {
    if (begun.has(line) || !beginsNotes(line) || isCode(state, line)) return false;
    if (silent) return true;
    begun.add(line);
    state.push('speaker_notes', '', 0).map = [line, line + 1];
    const raw = lines[line] ?? '';
    const mark = notes.exec(raw)?.[0].length ?? 0;
    const rest = raw.slice(mark);
    state.line = line + 1;
    if (rest.trim() === '') return true;
    const lineStart = (state.eMarks[line] ?? 0) - raw.length;
    state.bMarks[line] = lineStart + mark;
    state.tShift[line] = rest.length - rest.trimStart().length;
    return state.md.block.ruler.getRules('').some((rule) => rule(state, line, end, false));
  };
}

function isCode(state: StateBlock, line: number): boolean {
  return (state.sCount[line] ?? 0) - state.blkIndent >= 4;
}

const wholeBlock = /^<(?:!|\?|(?:script|pre|style|textarea)(?:[\s>]|$))/i;
const tag = /<(\/?)([a-z][\w-]*)(?:"[^"]*"|'[^']*'|[^'"<>])*>/gi;
/** Elements without an end of their own. */
export const voidTags = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);

/**
 * Where an HTML block ends that by Markdown's rule goes on to the next blank line: also at a parting once its elements
 * are closed (`<img …>` above `---`), or at a comment then (`<h2>…</h2>` above a directive), and at speaker's notes in
 * any case.
 */
function endOfHtml(
  state: StateBlock,
  start: number,
  end: number,
  { parts, beginsNotes }: { parts: Parts; beginsNotes(line: number): boolean },
): number {
  const textOf = (line: number) =>
    state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]);
  if (wholeBlock.test(textOf(start))) return end;
  let open = 0;
  let isComment = false;
  for (let line = start; line < end; line++) {
    const text = textOf(line);
    if (text === '') return end;
    const isEnd = beginsNotes(line) || (open <= 0 && (parts(line) || text.startsWith('<!--')));
    if (line > start && !isComment && isEnd) return line;
    const [opened, closed] = [text.lastIndexOf('<!--'), text.lastIndexOf('-->')];
    if (opened !== closed) isComment = opened > closed;
    for (const [, slash, name = ''] of text.matchAll(tag)) {
      if (!voidTags.has(name.toLowerCase())) open = Math.max(0, open + (slash ? -1 : 1));
    }
  }
  return end;
}
