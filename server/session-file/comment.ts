/** Comments that are directives: a kind's keyword, alone or with options in YAML. */
import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import { nearest, type Place } from '../../activities/directive.ts';
import { kindNames } from '../../activities/models.ts';
import { plainOf, sentence } from './front-matter.ts';
import type { Source } from './source.ts';

export interface DirectiveComment extends Place {
  readonly keyword: string;
  readonly options: Readonly<Record<string, unknown>>;
  placeOf(option: string): Place;
}

const keywords: readonly string[] = kindNames;
const comment = /^\s*<!--([\s\S]*?)-->/;
const word = /^\s*([\p{L}][\p{L}\d-]*)\s*(:|\{|$)/u;

/** The body of an HTML comment and where it begins, or undefined for other HTML. */
export function commentBody(html: string): { body: string; offset: number } | undefined {
  const match = comment.exec(html);
  const body = match?.[1];
  return match && body !== undefined ? { body, offset: match[0].indexOf('<!--') + 4 } : undefined;
}

/**
 * Reads a comment that stands at `place` as a directive. Undefined for an ordinary comment, and for one whose
 * fault was told to `source`.
 */
export function readDirectiveComment(
  html: string,
  place: Place,
  source: Source,
): DirectiveComment | undefined {
  const found = commentBody(html);
  if (!found) return undefined;
  const { body, offset } = found;
  const [whole = '', name = '', sign = ''] = word.exec(body) ?? [];
  if (whole === '') return undefined;
  const start = source.after(place, html, offset + whole.indexOf(name));
  if (!keywords.includes(name)) {
    const near = nearest(name, keywords);
    // An ordinary comment of several words is left alone, even if it begins like one of ours.
    if (near) source.fault(start, `no such activity "${name}", did you mean "${near}"?`);
    return undefined;
  }
  if (sign === '{') {
    source.fault(start, `${name}: a colon is missing, as in <!-- ${name}: {…} -->`);
    return undefined;
  }
  return readOptions(body, name, start, { html, place, offset }, source);
}

function readOptions(
  body: string,
  keyword: string,
  start: Place,
  at: { html: string; place: Place; offset: number },
  source: Source,
): DirectiveComment | undefined {
  const counter = new LineCounter();
  const document = parseDocument(body, { lineCounter: counter, version: '1.2' });
  const placeAt = (offset: number) => source.after(at.place, at.html, at.offset + offset);
  const [error] = document.errors;
  if (error) {
    source.fault(placeAt(error.pos[0]), `${keyword}: ${sentence(error.message)}`);
    return undefined;
  }
  const { contents } = document;
  if (!isMap(contents)) return { ...start, keyword, options: {}, placeOf: () => start };
  const [pair, extra] = contents.items;
  if (extra && isScalar(extra.key)) {
    source.fault(
      placeAt(extra.key.range?.[0] ?? 0),
      `${keyword}: options must be indented below "${keyword}:"`,
    );
    return undefined;
  }
  const value: unknown = pair?.value;
  if (value === null || value === undefined || (isScalar(value) && value.value === null)) {
    return { ...start, keyword, options: {}, placeOf: () => start };
  }
  if (!isMap(value)) {
    source.fault(start, `${keyword}: options must be of the form {name: value}`);
    return undefined;
  }
  const places = new Map(
    value.items.map(({ key }): [string, Place] => [
      String(isScalar(key) ? key.value : key),
      placeAt(isScalar(key) ? (key.range?.[0] ?? 0) : 0),
    ]),
  );
  const plain = plainOf(() => value.toJS(document));
  if (typeof plain !== 'object' || plain === null) {
    source.fault(start, `${keyword}: options repeat themselves too often`);
    return undefined;
  }
  const options = { ...plain };
  return { ...start, keyword, options, placeOf: (option) => places.get(option) ?? start };
}
