/** Code on slides: highlighted here, with numbers and steps of lines as reveal.js has them (` ```js [1|2-4] `). */
import { createRequire } from 'node:module';
import type { HLJSApi } from 'highlight.js';
import { escaped } from './html.ts';

const load = createRequire(import.meta.url);
let common: HLJSApi | undefined;
let all: HLJSApi | undefined;

/** Longer code is shown without colours and steps, which nobody could read it by. */
const longestCode = 20_000;
const mostSteps = 40;

/** The HTML of a block of code; `info` is what stands behind its opening fence, `attributes` are those of its `pre`. */
export function codeBlock(content: string, info: string, attributes: string): string {
  const language = /^[\w+#.-]+/.exec(info.trim())?.[0] ?? '';
  const named = language === '' ? [] : [`language-${language}`];
  const html = highlighted(content, language);
  const steps = content.length > longestCode ? undefined : stepsIn(info);
  const blocks = steps
    ? steps.lit.map((lit, step) => numbered(html, named, { lit, step, from: steps.from }))
    : [`<code${classes(named)}>${html}</code>`];
  return `<pre${attributes}>${blocks.join('')}</pre>\n`;
}

interface Steps {
  /** Number of the first line. */
  readonly from: number;
  /** For each step the lines that are lit, or undefined for all. */
  readonly lit: readonly (ReadonlySet<number> | undefined)[];
}

/** `[3,5-7|9]`, or with the number of the first line `[10: 3|5]`; the lines are counted from 1 all the same. */
function stepsIn(info: string): Steps | undefined {
  const [, from = '', written] = /\[\s*(?:(\d{1,6})\s*:)?([\s\d,|-]*)\]/.exec(info) ?? [];
  if (written === undefined) return undefined;
  return {
    from: from === '' ? 1 : Number(from),
    lit: written.split('|').slice(0, mostSteps).map(linesIn),
  };
}

function linesIn(step: string): ReadonlySet<number> | undefined {
  const lines = new Set<number>();
  for (const [, first, last] of step.matchAll(/(\d{1,4})(?:\s*-\s*(\d{1,4}))?/g))
    for (let line = Number(first); line <= Number(last ?? first); line++) lines.add(line);
  return lines.size === 0 ? undefined : lines;
}

/** One step. The later ones lie on top of the first as fragments, so that they count as steps of the slide. */
function numbered(
  html: string,
  named: readonly string[],
  { lit, step, from }: { readonly lit: Steps['lit'][number]; readonly step: number; readonly from: number },
): string {
  const lines = linesOf(html).map((line, index) => {
    const isLit = lit?.has(index + 1) ? ' is-lit' : '';
    return `<span class="line${isLit}" data-line="${from + index}">${line}\n</span>`;
  });
  const own = [...named, 'numbered', ...(lit ? ['has-lit'] : []), ...(step > 0 ? ['fragment'] : [])];
  return `<code${classes(own)}${step > 0 ? ' aria-hidden="true"' : ''}>${lines.join('')}</code>`;
}

function classes(names: readonly string[]): string {
  return names.length === 0 ? '' : ` class="${names.join(' ')}"`;
}

/** Lines of highlighted code, each with its elements closed. */
function linesOf(html: string): string[] {
  const open: string[] = [];
  return html
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => {
      const before = open.join('');
      for (const [tag] of line.matchAll(/<span[^>]*>|<\/span>/g)) {
        if (tag === '</span>') open.pop();
        else open.push(tag);
      }
      return `${before}${line}${'</span>'.repeat(open.length)}`;
    });
}

function highlighted(code: string, language: string): string {
  if (language === '' || code.length > longestCode) return escaped(code);
  // Most decks have no code, and those that have some seldom need one of two hundred languages: both take 10 MB or more.
  common ??= loaded('highlight.js/lib/common');
  if (!common.getLanguage(language)) all ??= loaded('highlight.js');
  const highlighter = common.getLanguage(language) ? common : all;
  if (!highlighter?.getLanguage(language)) return escaped(code);
  return highlighter.highlight(code, { language, ignoreIllegals: true }).value;
}

function loaded(name: string): HLJSApi {
  return load(name);
}
