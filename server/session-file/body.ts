/** The content of a slide: directives, their lists and reveal.js's comments turned into what they mean. */
import { legible } from '../../activities/legible.ts';
import type { ActivityDefinition } from '../session/definition.ts';
import { misplaced, readActivity } from './activity.ts';
import { type Attributes, readAttributes } from './attributes.ts';
import { piecesOf, readDirective, recognise } from './comment.ts';
import { endOfBlock, isList, readList } from './list.ts';
import { escaped, htmlToken, plainText, type Token } from './markdown.ts';
import { applyToBlock, applyWithinLine, Nearby } from './nearby.ts';
import { placeIn, type Source } from './source.ts';
import { isTable, readTable } from './table.ts';

export interface Around {
  readonly h: number;
  readonly v: number;
  /** Line of the source (from 1) that the tokens' line 0 stands on. */
  readonly firstLine: number;
  readonly source: Source;
}

export interface Body {
  readonly tokens: readonly Token[];
  readonly activities: readonly ActivityDefinition[];
  /** Of the slide's section. */
  readonly attributes: Attributes;
}

export function readBody(tokens: readonly Token[], around: Around): Body {
  const reader = new BodyReader(tokens, around);
  for (let index = 0; index < tokens.length; ) index = reader.read(index);
  return reader.body();
}

class BodyReader {
  readonly #tokens: readonly Token[];
  readonly #around: Around;
  readonly #body: Token[] = [];
  readonly #activities: ActivityDefinition[] = [];
  readonly #attributes: Record<string, string> = {};
  readonly #nearby = new Nearby();
  readonly #columns = new Columns();
  #heading: string | undefined;

  constructor(tokens: readonly Token[], around: Around) {
    this.#tokens = tokens;
    this.#around = around;
  }

  body(): Body {
    const end = this.#columns.end();
    const last = this.#tokens.at(-1);
    if (end !== '' && last) this.#push(htmlToken(end, { level: 0, map: last.map }));
    return { tokens: this.#body, activities: this.#activities, attributes: this.#attributes };
  }

  /** Reads the token there and answers with the index of the next one. */
  read(index: number): number {
    const token = this.#tokens[index];
    if (!token) return index + 1;
    if (token.type === 'heading_open') this.#heading = plainText(this.#tokens[index + 1]);
    if (token.type === 'inline') this.#readLine(token);
    if (token.type === 'html_block') return this.#readHtml(token, index);
    this.#push(token);
    return index + 1;
  }

  #push(token: Token): void {
    this.#nearby.pass(token);
    this.#body.push(token);
  }

  #readLine(token: Token): void {
    const place = this.#startOf(token);
    applyWithinLine(token, this.#nearby.around(token.level), (body) =>
      tellMisplaced(body, place, this.#around.source),
    );
  }

  #readHtml(token: Token, index: number): number {
    const { source } = this.#around;
    const start = this.#startOf(token);
    const pieces = piecesOf(token.content).filter(
      ({ type, text }) => type === 'comment' || text.trim() !== '',
    );
    let next = index + 1;
    pieces.forEach((piece, at) => {
      if (piece.type === 'html') {
        this.#push(htmlToken(piece.text, token));
        return;
      }
      const place = placeIn(start, token.content, piece.offset);
      const below = at === pieces.length - 1 ? index + 1 : undefined;
      if (!this.#isClosed(piece.text, piece.isOpen === true, place)) return;
      if (this.#isLayout(piece.text, token)) return;
      if (token.level > 0) tellMisplaced(piece.text, place, source);
      else next = Math.max(next, this.#readActivity(piece.text, { place, token, below }));
    });
    return next;
  }

  /** What is not closed would hide the slides below it. */
  #isClosed(body: string, isOpen: boolean, place: { line: number; column: number }): boolean {
    const { source } = this.#around;
    const at = { line: place.line, column: Math.max(1, place.column - 4) };
    if (isOpen) {
      source.fault(at, 'this comment is not closed with -->');
      return false;
    }
    if (!body.includes('<!--')) return true;
    if (/^\s*\.?[\p{L}-]+/u.test(body) && body.includes('\n') && startsDirective(body)) {
      source.fault(at, 'this comment is not closed with -->, another one begins in it');
      return false;
    }
    source.warn(at, 'another comment begins in this one, which ends at the first -->');
    return true;
  }

  /** Comments of reveal.js, and our columns. */
  #isLayout(text: string, token: Token): boolean {
    const columns = token.level === 0 ? this.#columns.read(text.trim()) : undefined;
    if (columns !== undefined) this.#push(htmlToken(columns, token));
    const ofSlide = readAttributes(text, '.slide:');
    if (ofSlide) Object.assign(this.#attributes, ofSlide);
    return columns !== undefined || ofSlide !== undefined || applyToBlock(text, token.level, this.#nearby);
  }

  /** For a directive, the index behind what is its own: the list below it, and the table. Else 0. */
  #readActivity(
    text: string,
    {
      place,
      token,
      below,
    }: { place: { line: number; column: number }; token: Token; below: number | undefined },
  ): number {
    const { h, v, firstLine, source } = this.#around;
    const comment = readDirective(text, place, source);
    if (!comment) return 0;
    let end = below ?? 0;
    const tokens = this.#tokens;
    const hasList = end > 0 && isList(tokens[end]);
    const list = hasList ? readList(tokens, end, firstLine, source) : [];
    if (hasList) end = endOfBlock(tokens, end);
    const hasTable = end > 0 && isTable(tokens[end]);
    const start = end;
    if (hasTable) end = endOfBlock(tokens, end);
    const table = hasTable ? readTable(tokens.slice(start, end), firstLine, source) : undefined;
    const around = { heading: this.#heading, list, table, slide: { h, v } };
    const activity = readActivity(comment, around, source);
    if (activity) {
      this.#activities.push(activity);
      this.#push(htmlToken(`<div class="activity" data-activity="${escaped(activity.id)}"></div>\n`, token));
    }
    return end;
  }

  /** Where the token's content begins; in a list or quote only the line is certain. */
  #startOf({ map, level }: Token): { line: number; column: number } {
    const { firstLine, source } = this.#around;
    const line = firstLine + (map?.[0] ?? 0);
    return level === 0 ? { line, column: 1 } : source.startOf(line);
  }
}

function startsDirective(body: string): boolean {
  const [first = ''] = body.trimStart().split('\n', 1);
  return recognise(first) !== undefined;
}

/** A directive where none can be: in a line, a list, a quote or the notes. */
export function tellMisplaced(body: string, place: { line: number; column: number }, source: Source): void {
  const found = recognise(body);
  if (!found) return;
  const name = legible(body.trim().split(/[\s:{]/, 1)[0] ?? '', 40);
  const at = source.search(name, place, place.line + 20) ?? place;
  source.fault(at, found.type === 'slip' ? found.message : `${name}: ${misplaced}`);
}

/** `<!-- columns -->` … `<!-- column -->` … `<!-- /columns -->`: blocks side by side. */
class Columns {
  #open = false;

  read(text: string): string | undefined {
    if (text === 'columns') {
      const html = `${this.end()}<div class="columns"><div class="column">\n`;
      this.#open = true;
      return html;
    }
    if (text === 'column' && this.#open) return '</div><div class="column">\n';
    if (text === '/columns') return this.end();
    return undefined;
  }

  end(): string {
    if (!this.#open) return '';
    this.#open = false;
    return '</div></div>\n';
  }
}
