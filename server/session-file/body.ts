/** The content of a slide: directives, their lists and reveal.js's comments turned into what they mean. */
import type { Place } from '../../activities/directive.ts';
import { legible } from '../../activities/legible.ts';
import type { ActivityDefinition } from '../session/definition.ts';
import { misplaced, readActivity } from './activity.ts';
import { type Attributes, readAttributes } from './attributes.ts';
import { further, type Own, readOwn, touching } from './below.ts';
import { type DirectiveComment, piecesOf, readDirective, recognise } from './comment.ts';
import { escaped, textOf } from './html.ts';
import { htmlToken, plainText, type Token } from './markdown.ts';
import { applyToBlock, applyWithinLine, Nearby } from './nearby.ts';
import { placeIn, type Source } from './source.ts';

export interface Around {
  readonly h: number;
  readonly v: number;
  /** Line of the source (from 1) that the tokens' line 0 stands on. */
  readonly firstLine: number;
  readonly source: Source;
  /** The last heading of the slides before. */
  readonly heading: string | undefined;
}

export interface Body {
  readonly tokens: readonly Token[];
  readonly activities: readonly ActivityDefinition[];
  /** Of the slide's section. */
  readonly attributes: Attributes;
  /** Texts of the slide's headings, those in raw HTML too. */
  readonly headings: readonly string[];
}

export function readBody(tokens: readonly Token[], around: Around): Body {
  const reader = new BodyReader(tokens, around);
  for (let index = 0; index < tokens.length; ) index = reader.read(index);
  return reader.body();
}

/** A comment that may be a directive, and where what is its own would begin; undefined where it can have nothing. */
interface Found {
  readonly text: string;
  readonly place: Place;
  readonly token: Pick<Token, 'level' | 'map'>;
  readonly below: number | undefined;
}

class BodyReader {
  readonly #tokens: readonly Token[];
  readonly #around: Around;
  readonly #body: Token[] = [];
  readonly #activities: ActivityDefinition[] = [];
  readonly #attributes: Record<string, string> = {};
  readonly #headings: string[] = [];
  readonly #nearby = new Nearby();
  readonly #columns = new Columns();
  /** Directives in the line of the heading that is being read. */
  #inHeading: Omit<Found, 'below'>[] = [];
  /** What was taken off the slide: from where to where. */
  readonly #taken = new Map<number, number>();

  constructor(tokens: readonly Token[], around: Around) {
    this.#tokens = tokens;
    this.#around = around;
  }

  body(): Body {
    const end = this.#columns.end();
    const last = this.#tokens.at(-1);
    if (end !== '' && last) this.#push(htmlToken(end, { level: 0, map: last.map }));
    return {
      tokens: this.#body,
      activities: this.#activities,
      attributes: this.#attributes,
      headings: this.#headings,
    };
  }

  /** Reads the token there and answers with the index of the next one. */
  read(index: number): number {
    const token = this.#tokens[index];
    const behind = this.#taken.get(index);
    if (!token || behind !== undefined) return behind ?? index + 1;
    if (token.type === 'html_block') {
      this.#readHtml(token, index);
      return index + 1;
    }
    if (token.type === 'heading_open') this.#addHeading(plainText(this.#tokens[index + 1]));
    if (token.type === 'inline') this.#readLine(token, this.#tokens[index - 1]?.type === 'heading_open');
    this.#push(token);
    if (token.type === 'heading_close') this.#endHeading(index + 1);
    return index + 1;
  }

  #push(token: Token): void {
    this.#nearby.pass(token);
    this.#body.push(token);
  }

  #addHeading(text: string): void {
    if (text !== '') this.#headings.push(text);
  }

  #readLine(token: Token, isHeading: boolean): void {
    const { source } = this.#around;
    const start = this.#startOf(token);
    applyWithinLine(token, this.#nearby.around(token.level), (text) => {
      // What stands in a heading's line is read as if it stood below it; in a list or quote it cannot.
      if (!isHeading || token.level > 1 || !recognise(text)) return tellMisplaced(text, start, source);
      const [line = ''] = text.split('\n', 1);
      const place = source.search(`<!--${line}`, start, start.line + 20) ?? start;
      this.#inHeading.push({
        text,
        place: { line: place.line, column: place.column + 4 },
        token: { level: 0, map: token.map },
      });
    });
  }

  #endHeading(below: number): void {
    const found = this.#inHeading;
    this.#inHeading = [];
    found.forEach((each, at) => {
      this.#readActivity({ ...each, below: at === found.length - 1 ? below : undefined });
    });
  }

  #readHtml(token: Token, index: number): void {
    const { source } = this.#around;
    const start = this.#startOf(token);
    const pieces = piecesOf(token.content).filter(
      ({ type, text }) => type === 'comment' || text.trim() !== '',
    );
    const isLast = (at: number) =>
      pieces.slice(at + 1).every(({ type, text }) => type === 'comment' && !recognise(text));
    pieces.forEach((piece, at) => {
      if (piece.type === 'html') {
        for (const [, , text = ''] of piece.text.matchAll(rawHeading)) this.#addHeading(textOf(text));
        this.#push(htmlToken(piece.text, token));
        return;
      }
      const place = placeIn(start, token.content, piece.offset);
      if (!this.#isClosed(piece.text, piece.isOpen === true, place)) return;
      if (this.#isLayout(piece.text, token)) return;
      if (token.level > 0) tellMisplaced(piece.text, place, source);
      else {
        const below = isLast(at) ? index + 1 : undefined;
        this.#readActivity({ text: piece.text, place, token, below });
      }
    });
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

  #readActivity({ text, place, token, below }: Found): void {
    const { source } = this.#around;
    const near = below === undefined ? undefined : touching(this.#tokens, below);
    // Below a heading or above a list stands a directive; a lone word elsewhere may be a remark.
    const isPlaced = near !== undefined || this.#body.at(-1)?.type === 'heading_close';
    const comment = readDirective(text, place, source, { isPlaced });
    if (!comment) return;
    const own = near ?? (below === undefined ? undefined : this.#ownFurther(comment, below));
    const activity = this.#activityOf(comment, own, source);
    if (own) this.#taken.set(own.start, own.end);
    if (!activity) return;
    this.#activities.push(activity);
    this.#push(htmlToken(`<div class="activity" data-activity="${escaped(activity.id)}"></div>\n`, token));
  }

  #activityOf(
    comment: DirectiveComment,
    own: Own | undefined,
    source: Source,
  ): ActivityDefinition | undefined {
    const { h, v, firstLine, heading } = this.#around;
    const { list, table } = readOwn(this.#tokens, own, firstLine, source);
    const around = { heading: this.#headings.at(-1) ?? heading, list, table, slide: { h, v } };
    return readActivity(comment, around, source);
  }

  /** What a kind takes that cannot do without: where less is wrong with it than without it. */
  #ownFurther(comment: DirectiveComment, below: number): Own | undefined {
    const faultsWith = (own: Own | undefined) => {
      const trial = this.#around.source.apart();
      this.#activityOf(comment, own, trial);
      return trial.faults.length;
    };
    let best: Own | undefined;
    let least = faultsWith(undefined);
    if (least === 0) return undefined;
    for (const own of further(this.#tokens, below)) {
      const faults = faultsWith(own);
      // As many faults with it as without: these are its own, and not that it is missing.
      if (faults > least || (best && faults === least)) continue;
      best = own;
      least = faults;
    }
    return best;
  }

  /** Where the token's content begins; in a list or quote only the line is certain. */
  #startOf({ map, level }: Token): { line: number; column: number } {
    const { firstLine, source } = this.#around;
    const line = firstLine + (map?.[0] ?? 0);
    return level === 0 ? { line, column: 1 } : source.startOf(line);
  }
}

const rawHeading = /<h([1-6])(?:\s[^>]*)?>(.*?)<\/h\1\s*>/gis;

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
  if (found.type === 'word') source.warn(at, found.message);
  else source.fault(at, found.type === 'slip' ? found.message : `${name}: ${misplaced}`);
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
