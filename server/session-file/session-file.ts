/** Reads a session file: Markdown in, a definition out, or every fault with its line and column. */
import type { Fault } from '../../activities/directive.ts';
import type { Code } from '../../protocol/ids.ts';
import type { ActivityDefinition, Definition } from '../session/definition.ts';
import { readFrontMatter } from './front-matter.ts';
import { type Token, tokensOf } from './markdown.ts';
import { type ReadSlide, readSlide } from './slide.ts';
import { Source } from './source.ts';

export type SessionFile =
  | {
      readonly ok: true;
      readonly definition: Definition;
      readonly code: Code | undefined;
      readonly warnings: readonly Fault[];
    }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** Whatever the text, this answers: it never throws for what an author writes. `file` names a deck without a title. */
export function readSessionFile(text: string, { file }: { readonly file: string }): SessionFile {
  const source = new Source(text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'));
  const { settings, lines } = readFrontMatter(source);
  const tokens = tokensOf(source.lines.slice(lines).join('\n'));
  const taken = new Set<string>();
  const slides = slidesOf(tokens).map(({ h, v, tokens: own }) =>
    readSlide(own, { h, v, firstLine: lines + 1, source, taken }),
  );
  checkIds(slides, source);
  if (slides.length === 0) source.fault({ line: lines + 1, column: 1 }, 'there is no slide in this file');
  if (source.faults.length > 0) return { ok: false, faults: inOrder(source.faults) };
  const { code, title, ...others } = settings;
  return {
    ok: true,
    code,
    warnings: inOrder(source.warnings),
    definition: {
      ...others,
      title:
        title ?? slides.find(({ slide }) => slide.title !== '')?.slide.title ?? file.replace(/\.[^.]*$/, ''),
      slides: slides.map(({ slide }) => slide),
      activities: slides.flatMap(({ activities }) => activities),
    },
  };
}

interface SlideTokens {
  readonly h: number;
  readonly v: number;
  readonly tokens: readonly Token[];
}

/** Slides are parted by `---`, vertical ones by `----`; a first slide without content is none. */
function slidesOf(tokens: readonly Token[]): SlideTokens[] {
  const slides: { h: number; v: number; tokens: Token[] }[] = [{ h: 0, v: 0, tokens: [] }];
  for (const token of tokens) {
    const last = slides.at(-1);
    const separator = token.type === 'hr' && token.level === 0 ? token.markup : '';
    if (separator === '---') slides.push({ h: (last?.h ?? -1) + 1, v: 0, tokens: [] });
    else if (separator === '----') slides.push({ h: last?.h ?? 0, v: (last?.v ?? -1) + 1, tokens: [] });
    else last?.tokens.push(token);
  }
  const filled = slides.filter(({ tokens: own }) => own.length > 0);
  return renumbered(filled);
}

/** Positions without gaps, after empty slides were left out. */
function renumbered(slides: readonly SlideTokens[]): SlideTokens[] {
  let h = -1;
  let column = -1;
  let row = 0;
  return slides.map((slide) => {
    if (slide.h === column) {
      row++;
    } else {
      column = slide.h;
      h++;
      row = 0;
    }
    return { h, v: row, tokens: slide.tokens };
  });
}

function checkIds(slides: readonly ReadSlide[], source: Source): void {
  const seen = new Map<string, ActivityDefinition>();
  for (const activity of slides.flatMap(({ activities }) => activities)) {
    const other = seen.get(activity.id);
    if (other) {
      const place = source.find(activity.kind, activity.line);
      source.fault(
        place,
        `${activity.kind}: the same id "${activity.id}" as in line ${other.line}, give one of them an id`,
      );
    }
    seen.set(activity.id, activity);
  }
}

function inOrder(faults: readonly Fault[]): Fault[] {
  const seen = new Set<string>();
  return [...faults]
    .sort((a, b) => a.line - b.line || a.column - b.column)
    .filter((fault) => {
      const key = JSON.stringify(fault);
      return !seen.has(key) && seen.add(key);
    });
}

/** `talk.md:42:6 poll: needs at least two answers` */
export function formatFault(file: string, { line, column, message }: Fault): string {
  return `${file}:${line}:${column} ${message}`;
}

/** What `plenum check` prints: every activity with its line, then what is wrong. */
export function checkReport(file: string, read: SessionFile): string {
  const lines: string[] = [];
  if (read.ok) {
    const { slides, activities } = read.definition;
    lines.push(`${file}: ${slides.length} slides, ${activities.length} activities`);
    for (const { line, kind, question, id } of activities)
      lines.push(`${file}:${line} ${kind} "${question}" (${id})`);
    for (const warning of read.warnings) lines.push(`${formatFault(file, warning)} (warning)`);
  } else {
    for (const fault of read.faults) lines.push(formatFault(file, fault));
  }
  return `${lines.join('\n')}\n`;
}
