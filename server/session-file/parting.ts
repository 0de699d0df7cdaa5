/** What parts a session file: lines between slides, and lines that begin the speaker's notes. */

/** The marks of one file: ours, or those that its front matter names for reveal-md. */
export interface Marks {
  /** A line that, but for spaces, is this text begins a slide. */
  readonly slide: string;
  /** The same for a slide below the one before. */
  readonly vertical: string;
  /** Begins the speaker's notes where a line begins with it. */
  readonly notes: RegExp;
}

export const usualMarks: Marks = { slide: '---', vertical: '----', notes: /^\s*notes?:/i };

/** What the raw line parts, if anything. An indent of four is code and not asked about here. */
export function partingOf(line: string, { slide, vertical }: Marks): 'slide' | 'vertical' | undefined {
  const text = line.trim();
  if (text === '') return undefined;
  if (text === vertical) return 'vertical';
  return text === slide ? 'slide' : undefined;
}

const lineBreak = String.raw`(?:\\r\??|\r\??|\\n|\n)`;
const leading = new RegExp(String.raw`^\^?(?:${lineBreak}|\\s\*\??)*\^?`);
const trailing = new RegExp(String.raw`(?:${lineBreak}|\\s\*\??|\$)*$`);

/**
 * The line that a separator of reveal-md means, which is a regular expression such as `\r?\n---\r?\n` or `<!--s-->`.
 * Undefined where it means anything but one line of fixed text.
 */
export function fixedLine(expression: string): string | undefined {
  const core = expression.slice(0, 200).replace(leading, '').replace(trailing, '');
  const text = core.replace(/\\([^\w\s])/g, '$1').trim();
  const isFixed = !/[\^$.*+?()[\]{}|]|\\\w/.test(core.replace(/\\[^\w\s]/g, '')) && !/[\r\n]/.test(core);
  return isFixed && text !== '' && expression.length <= 200 ? text : undefined;
}

/** The beginning of notes that reveal-md's `notesSeparator` means, or undefined where it is no fixed text. */
export function fixedStart(expression: string): RegExp | undefined {
  const text = fixedLine(expression);
  return text === undefined
    ? undefined
    : new RegExp(`^\\s*${text.replace(/[^\p{L}\p{N}\s]/gu, '\\$&')}`, 'i');
}
