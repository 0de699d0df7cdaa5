/** Reads a session file: Markdown in, a definition out, or every fault with its line and column. */
import type { Fault, Place } from '../../activities/directive.ts';
import type { Code } from '../../protocol/ids.ts';
import type { ActivityDefinition, Definition } from '../session/definition.ts';
import { readAttributes } from './attributes.ts';
import { piecesOf } from './comment.ts';
import { readFrontMatter } from './front-matter.ts';
import { checkLinks } from './links.ts';
import { type Token, tokensOf } from './markdown.ts';
import { type ReadSlide, readSlide } from './slide.ts';
import { Source } from './source.ts';

export { checkReport, formatFault, formatWarning } from './report.ts';

export type SessionFile =
  | {
      readonly ok: true;
      readonly definition: Definition;
      readonly code: Code | undefined;
      readonly warnings: readonly Fault[];
      readonly pictures: Pictures;
    }
  | {
      readonly ok: false;
      readonly faults: readonly Fault[];
      readonly warnings: readonly Fault[];
      readonly pictures: Pictures;
      /** Those that could be read. */
      readonly activities: readonly ActivityDefinition[];
    };

/** Pictures beside the file that it shows, and where. */
type Pictures = readonly { readonly path: string; readonly place: Place }[];

/** In UTF-16 units. A longer text is no talk: pictures belong beside the file. */
const longestFile = 5_000_000;
const mostSlides = 2000;

/** Whatever the text, this answers: it never throws for what an author writes. `file` names a deck without a title. */
export function readSessionFile(text: string, { file }: { readonly file: string }): SessionFile {
  const isTooLong = text.length > longestFile;
  const source = new Source(isTooLong ? '' : text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'));
  const { settings, marks, lines } = readFrontMatter(source);
  const tokens = tokensOf(source.lines.slice(lines).join('\n'), marks);
  const parted = slidesOf(tokens);
  const freeId = ids();
  let heading: string | undefined;
  const slides = parted.slice(0, mostSlides).map(({ h, v, tokens: own }) => {
    const slide = readSlide(own, { h, v, firstLine: lines + 1, source, heading }, freeId);
    heading = slide.heading;
    return slide;
  });
  const activities = slides.flatMap((slide) => slide.activities);
  checkIds(slides, source);
  checkLinks(activities, source);
  tellUnclosedFences(tokens, lines + 1, source);
  const start = { line: lines + 1, column: 1 };
  if (isTooLong) source.fault(start, 'this file is longer than 5 MB, pictures belong beside it');
  else if (slides.length === 0) source.fault(start, 'there is no slide in this file');
  if (parted.length > mostSlides) {
    const beyond = parted[mostSlides]?.tokens.find(({ map }) => map)?.map?.[0] ?? 0;
    source.fault({ line: lines + 1 + beyond, column: 1 }, `there are more than ${mostSlides} slides`);
  }
  const warnings = inOrder(source.warnings);
  const { pictures } = source;
  if (source.faults.length > 0)
    return { ok: false, faults: inOrder(source.faults), warnings, pictures, activities };
  const { code, title, ...others } = settings;
  const firstTitle = slides.find(({ slide }) => slide.title !== '')?.slide.title;
  return {
    ok: true,
    code,
    warnings,
    pictures,
    definition: {
      ...others,
      title: title ?? firstTitle ?? file.replace(/\.[^.]*$/, ''),
      slides: slides.map(({ slide }) => slide),
      activities,
    },
  };
}

interface SlideTokens {
  readonly h: number;
  readonly v: number;
  readonly tokens: readonly Token[];
}

/** The tokens of each slide. Slides without anything, and those that reveal.js would not show, are left out. */
function slidesOf(tokens: readonly Token[]): SlideTokens[] {
  const columns: Token[][][] = [[[]]];
  for (const token of tokens) {
    const column = columns.at(-1);
    if (token.type !== 'parting') column?.at(-1)?.push(token);
    else if (token.markup === 'slide') columns.push([[]]);
    else column?.push([]);
  }
  return columns
    .map((column) => column.filter((own) => own.length > 0 && !isHidden(own)))
    .filter((column) => column.length > 0)
    .flatMap((column, h) => column.map((own, v) => ({ h, v, tokens: own })));
}

/** Whether the slide has `<!-- .slide: data-visibility="hidden" -->`. */
function isHidden(tokens: readonly Token[]): boolean {
  return tokens.some(
    ({ type, level, content }) =>
      type === 'html_block' &&
      level === 0 &&
      content.includes('data-visibility') &&
      piecesOf(content).some(
        (piece) =>
          piece.type === 'comment' && readAttributes(piece.text, '.slide:')?.['data-visibility'] === 'hidden',
      ),
  );
}

/** Gives each slide an id of its own: the wanted one, or that with a number. */
function ids(): (wanted: string) => string {
  const taken = new Set<string>();
  const counts = new Map<string, number>();
  return (wanted) => {
    let id = wanted;
    let number = counts.get(wanted) ?? 1;
    while (taken.has(id)) id = `${wanted}-${++number}`;
    counts.set(wanted, number);
    taken.add(id);
    return id;
  };
}

function checkIds(slides: readonly ReadSlide[], source: Source): void {
  const seen = new Map<string, ActivityDefinition>();
  for (const activity of slides.flatMap(({ activities }) => activities)) {
    const { id, kind, line } = activity;
    const other = seen.get(id);
    if (!other) {
      seen.set(id, activity);
      continue;
    }
    const start = source.startOf(line);
    const place = source.search(kind, start, line + 20) ?? start;
    source.fault(place, `${kind}: the same id "${id}" as in line ${other.line}, give one of them an id`);
  }
}

/** Code that is never closed hides the slides below it. */
function tellUnclosedFences(tokens: readonly Token[], firstLine: number, source: Source): void {
  const last = tokens.at(-1);
  if (last?.type !== 'fence' || !last.map) return;
  const [start, end] = last.map;
  const closing = source.lines
    .slice(firstLine + start, firstLine + end - 1)
    .findLast((line) => line.trim() !== '');
  if (closing?.trim().startsWith(last.markup)) return;
  source.warn(source.startOf(firstLine + start), `this code is not closed with ${last.markup}`);
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
