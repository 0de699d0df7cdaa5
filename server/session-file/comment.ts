/** HTML comments: those in a piece of HTML, and those among them that are directives, with options in YAML. */
import { isMap, isScalar, parseDocument } from 'yaml';
import { nearest, type Place } from '../../activities/directive.ts';
import { legible } from '../../activities/legible.ts';
import { type KindName, kindNames, modelOf } from '../../activities/models.ts';
import { ownNames, sharedNames } from './activity.ts';
import { placeIn, type Source } from './source.ts';
import { keyPlaces, plainOf, sentence } from './yaml.ts';

export interface DirectiveComment extends Place {
  readonly keyword: KindName;
  readonly options: Readonly<Record<string, unknown>>;
  placeOf(option: string): Place;
}

/** A comment's body or other HTML, and where in the whole it begins; `isOpen` where the `-->` is missing. */
export interface Piece {
  readonly type: 'comment' | 'html';
  readonly text: string;
  readonly offset: number;
  readonly isOpen?: boolean;
}

const textOnly = /^\s*<(pre|script|style|textarea)[\s>]/i;

/** Parts HTML into comments and what stands between them. */
export function piecesOf(html: string): Piece[] {
  if (textOnly.test(html)) return [{ type: 'html', text: html, offset: 0 }];
  const pieces: Piece[] = [];
  let at = 0;
  while (at < html.length) {
    const opening = html.indexOf('<!--', at);
    const end = opening < 0 ? html.length : opening;
    if (end > at) pieces.push({ type: 'html', text: html.slice(at, end), offset: at });
    if (opening < 0) break;
    const offset = opening + 4;
    // `<!-->` is a whole comment, too.
    const closing = html.indexOf('-->', opening + 2);
    const text = html.slice(offset, closing < 0 ? html.length : Math.max(offset, closing));
    pieces.push({ type: 'comment', text, offset, ...(closing < 0 ? { isOpen: true } : {}) });
    at = closing < 0 ? html.length : closing + 3;
  }
  return pieces;
}

const known: Readonly<Record<string, KindName>> = Object.fromEntries(kindNames.map((name) => [name, name]));

const whole = /^\s*(\p{L}[\p{L}\d-]*)\s*(:|\{|$)/u;
const firstWord = /^\s*(\p{L}[\p{L}\d-]*)\s+(.*)/su;

type Recognised =
  | { readonly type: 'directive'; readonly keyword: KindName; readonly offset: number }
  /** Meant as a directive, and none: the message says why. A `word` without options may be a remark, too. */
  | { readonly type: 'slip' | 'word'; readonly message: string; readonly offset: number };

/** Everyday words that are one letter away from a keyword, and stand in comments of many a deck. */
const everyday: ReadonlySet<string> = new Set('chat max next port rant short test time'.split(' '));
const withOptions = /^\s*[\p{L}\d-]+\s*(?::?\s*\{|:[^\S\n]*\n\s*[\p{L}-]+\s*:)/u;

/** Whether the body of a comment is a directive, or meant to be one. Undefined for an ordinary comment. */
export function recognise(body: string): Recognised | undefined {
  const [begin = '', name = '', sign = ''] = whole.exec(body) ?? [];
  if (begin === '') return recogniseWord(body);
  const offset = body.indexOf(name);
  const keyword = Object.hasOwn(known, name) ? known[name] : undefined;
  if (!keyword) {
    const near = nearest(name, kindNames);
    const type = withOptions.test(body) ? 'slip' : 'word';
    // A comment of several words is left alone even if it begins like one of ours.
    if (!near || (type === 'word' && everyday.has(name.toLowerCase()))) return undefined;
    return {
      type,
      offset,
      message: `no such activity "${legible(name, 40)}", did you mean "${near}"?`,
    };
  }
  if (sign === '{') {
    return { type: 'slip', offset, message: `${name}: a colon is missing, as in <!-- ${name}: {…} -->` };
  }
  return { type: 'directive', keyword, offset };
}

/** A keyword with other words behind it: an ordinary comment, unless these are its options or its list. */
function recogniseWord(body: string): Recognised | undefined {
  const [, name = '', rest = ''] = firstWord.exec(body) ?? [];
  const keyword = Object.hasOwn(known, name) ? known[name] : undefined;
  if (!keyword) return undefined;
  const offset = body.indexOf(name);
  if (/^[-*+]\s|^\d+[.)]\s/.test(rest)) {
    return {
      type: 'slip',
      offset,
      message: `${name}: the list must stand below the comment, is --> missing?`,
    };
  }
  const [, option = ''] = /^([\p{L}-]+)\s*:/u.exec(rest) ?? [];
  if (option === '' || !optionNames(keyword).includes(option)) return undefined;
  return {
    type: 'slip',
    offset,
    message: `${name}: a colon is missing, as in <!-- ${name}: {${option}: …} -->`,
  };
}

function optionNames(kind: KindName): readonly string[] {
  return [...sharedNames, ...ownNames(modelOf(kind))];
}

/** A directive that no kind answers to, with options: `<!-- sorting: {into: [a, b]} -->`. */
const unknownDirective = /^\s*([\p{L}-]+)\s*:\s*\{/u;

/**
 * Reads the body of a comment, which stands at `place`, as a directive. Undefined for an ordinary comment, and for one
 * whose fault was told to `source`. Where a directive would stand (`isPlaced`), one word is hardly a remark.
 */
export function readDirective(
  body: string,
  place: Place,
  source: Source,
  { isPlaced }: { readonly isPlaced: boolean },
): DirectiveComment | undefined {
  const found = recognise(body);
  if (!found) {
    const [begin = '', name = ''] = unknownDirective.exec(body) ?? [];
    if (begin !== '') {
      const there = kindNames.join(', ');
      source.warn(placeIn(place, body, body.indexOf(name)), `no such activity "${name}", there are ${there}`);
    }
    return undefined;
  }
  const start = placeIn(place, body, found.offset);
  if (found.type === 'directive') return readOptions(body, found.keyword, { place, start }, source);
  if (found.type === 'word' && !isPlaced) source.warn(start, found.message);
  else source.fault(start, found.message);
  return undefined;
}

/** Most errors of one comment that are told; the first is the cause of most others. */
const mostErrors = 3;

function readOptions(
  body: string,
  keyword: KindName,
  { place, start }: { readonly place: Place; readonly start: Place },
  source: Source,
): DirectiveComment | undefined {
  const placeAt = (offset: number) => placeIn(place, body, offset);
  const document = parseDocument(body, { version: '1.2' });
  for (const error of document.errors.slice(0, mostErrors)) {
    source.fault(placeAt(error.pos[0]), `${keyword}: ${sentence(error.message)}`);
  }
  if (document.errors.length > 0) return undefined;
  const none = { ...start, keyword, options: {}, placeOf: () => start };
  const { contents } = document;
  if (isScalar(contents) && contents.value === keyword) return none;
  const [pair, extra] = isMap(contents) ? contents.items : [];
  if (extra) {
    const offset = isScalar(extra.key) ? (extra.key.range?.[0] ?? 0) : 0;
    source.fault(placeAt(offset), `${keyword}: options must be indented below "${keyword}:"`);
    return undefined;
  }
  if (!pair || !isScalar(pair.key) || pair.key.value !== keyword) {
    source.fault(start, `${keyword}: a space is missing behind the colon, as in <!-- ${keyword}: {…} -->`);
    return undefined;
  }
  const { value } = pair;
  if (value === null || (isScalar(value) && value.value === null)) return none;
  if (!isMap(value)) {
    source.fault(start, `${keyword}: options must be of the form {name: value}`);
    return undefined;
  }
  const plain = plainOf(() => value.toJS(document));
  if (typeof plain !== 'object' || plain === null) {
    source.fault(start, `${keyword}: options repeat themselves too often`);
    return undefined;
  }
  const places = keyPlaces(value, placeAt);
  return { ...start, keyword, options: { ...plain }, placeOf: (option) => places.get(option) ?? start };
}
