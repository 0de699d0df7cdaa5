/** The front matter: settings of a whole session, in YAML between two lines of `---` at the top. */
import * as v from 'valibot';
import { type Document, isMap, isScalar, parseDocument, type YAMLMap } from 'yaml';
import { nearest, type Place } from '../../activities/directive.ts';
import { legible } from '../../activities/legible.ts';
import { type Code, codeAlphabet, codeLength, readCode } from '../../protocol/ids.ts';
import type { Definition } from '../session/definition.ts';
import { fixedLine, fixedStart, type Marks, usualMarks } from './parting.ts';
import { readPicture } from './pictures.ts';
import { placeIn, type Source } from './source.ts';
import { keyPlaces, plainOf, sentence } from './yaml.ts';

export type Settings = Pick<Definition, 'lang' | 'look' | 'join' | 'retain' | 'wifi' | 'reactions'> & {
  readonly title: string | undefined;
  readonly code: Code | undefined;
};

const schema = v.object({
  title: v.optional(
    v.pipe(v.string('title must be a text'), v.maxLength(200, 'title must be under 200 characters')),
  ),
  theme: v.optional(v.string('theme must be paper, night or harvest')),
  lang: v.optional(
    v.pipe(
      v.string('lang must be a language such as en'),
      v.regex(/^[a-z]{2,3}(-[\da-z]{2,8})*$/i, 'lang must be a language such as en'),
    ),
  ),
  code: v.optional(
    v.pipe(
      v.string(`code must be ${codeLength} letters or digits`),
      v.transform((code) => readCode(code)),
      v.check((code) => code !== undefined, `code must be ${codeLength} of the characters ${codeAlphabet}`),
    ),
  ),
  join: v.optional(v.picklist(['open', 'named'], 'join must be open or named')),
  retain: v.optional(
    v.nullable(
      v.pipe(
        v.number('retain must be a number of days'),
        v.integer('retain must be a whole number of days'),
        v.minValue(1, 'retain must be at least 1 day'),
        v.maxValue(3650, 'retain must be at most 3650 days'),
      ),
    ),
  ),
  wifi: v.optional(
    v.strictObject(
      {
        ssid: v.pipe(
          v.string('wifi needs an ssid'),
          v.minLength(1, 'wifi needs an ssid'),
          v.maxLength(32, 'the ssid of wifi has at most 32 characters'),
        ),
        password: v.optional(v.string('the password of wifi must be a text'), ''),
      },
      'wifi must be {ssid: …, password: …}',
    ),
  ),
  logo: v.optional(v.string('logo must be the name of a picture beside this file')),
  accent: v.optional(
    v.pipe(
      v.string('accent must be a colour such as "#0b6e4f"'),
      v.regex(/^#[\da-f]{6}$/i, 'accent must be a colour such as "#0b6e4f"'),
    ),
  ),
  reactions: v.optional(v.boolean('reactions must be true or false')),
});

const known = Object.keys(schema.entries);
/** Read as they are written, whatever YAML would make of them: `012345`, `23E456`, `1.10`. */
const texts = [['title'], ['code'], ['wifi', 'ssid'], ['wifi', 'password']];
/** What reveal-md makes of a deck's look and behaviour: Plenum has its own, and says so. */
const ofOthers = 'revealOptions css scripts template preprocessor mermaid'.split(' ');
/** What reveal-md reads there: accepted, since such a deck runs unchanged. */
const ofRevealMd = new Set(
  [
    ...ofOthers,
    'separator verticalSeparator notesSeparator highlightTheme absoluteUrl',
    'listingTemplate assetsDir static staticDirs featuredSlide puppeteerLaunchArgs description author date tags keywords',
    'layout subtitle',
  ].flatMap((line) => line.split(' ')),
);
const themes = ['paper', 'night', 'harvest'] as const;
const ofReveal = new Set(
  [
    'beige black black-contrast blood dracula league moon night serif simple sky solarized white white-contrast',
    'black_white_compact_verbatim_headers',
  ].flatMap((line) => line.split(' ')),
);
const dark = /black|night|moon|blood|dracula|league|dark/i;

export interface FrontMatter {
  readonly settings: Settings;
  readonly marks: Marks;
  /** How many lines it takes, its own two `---` included; 0 for none. */
  readonly lines: number;
}

export function readFrontMatter(source: Source): FrontMatter {
  const end = endOf(source.lines);
  const text = source.lines.slice(1, Math.max(1, end - 1)).join('\n');
  const document = parseDocument(text, { version: '1.2' });
  const map = isMap(document.contents) ? document.contents : undefined;
  const lines = isSlide(source.lines, document, map) ? 0 : end;
  if (lines === 0) return { settings: settingsFrom({}, source, () => top), marks: usualMarks, lines };
  const places = keyPlaces(map, (offset) => placeIn(top, text, offset));
  const placeOf = (key: string) => places.get(key) ?? top;
  for (const error of document.errors.slice(0, mostErrors)) {
    source.fault(placeIn(top, text, error.pos[0]), sentence(error.message));
  }
  if (document.contents && !map && document.errors.length === 0) {
    source.fault(top, 'front matter must be lines of the form "name: value"');
  }
  for (const [name, place] of places) {
    if (ofOthers.includes(name))
      source.warn(place, `front matter: ${name} is left out, Plenum has its own themes and settings`);
    else if (!known.includes(name) && !ofRevealMd.has(name)) tellUnknown(name, place, source);
  }
  const given = document.errors.length === 0 && map ? valuesOf(document, map) : {};
  if (given === undefined) source.fault(top, 'front matter repeats itself too often');
  const read = v.safeParse(schema, given ?? {});
  for (const issue of read.issues ?? []) source.fault(placeOf(String(issue.path?.[0]?.key)), issue.message);
  return {
    settings: settingsFrom(read.success ? read.output : {}, source, placeOf),
    marks: marksFrom(given ?? {}, source, placeOf),
    lines,
  };
}

/** Where front matter begins: below its first `---`. */
const top: Place = { line: 2, column: 1 };
const mostErrors = 5;

/** How many lines stand down to the second `---`, both included; 0 where the file does not begin with one. */
function endOf(lines: readonly string[]): number {
  if (lines[0]?.trimEnd() !== '---') return 0;
  const end = lines.findIndex((line, index) => index > 0 && /^(---|\.\.\.)\s*$/.test(line));
  return end < 0 ? 0 : end + 1;
}

/** Whether what stands between two separators at the top is no front matter but the first slide. */
function isSlide(
  lines: readonly string[],
  { contents, errors }: Document,
  map: YAMLMap | undefined,
): boolean {
  const hasKnown = map?.items.some(
    ({ key }) => isScalar(key) && [...known, ...ofRevealMd].includes(String(key.value)),
  );
  if (hasKnown) return false;
  // Headings are comments to YAML.
  return lines[1]?.trim() === '' || (contents === null && errors.length === 0);
}

function tellUnknown(name: string, place: Place, source: Source): void {
  const near = nearest(name, known);
  const hint = near ? `, did you mean "${near}"?` : '';
  source.warn(place, `front matter: unknown setting "${legible(name, 40)}"${hint}`);
}

/** Plain data, without the settings left empty. Undefined where aliases multiply it beyond all measure. */
function valuesOf(document: Document, map: YAMLMap): Record<string, unknown> | undefined {
  for (const path of texts) {
    const node = map.getIn(path, true);
    if (isScalar(node) && node.source !== undefined && node.value !== null) node.value = node.source;
  }
  const plain = plainOf(() => document.toJS());
  if (typeof plain !== 'object' || plain === null) return undefined;
  return Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== null));
}

/** The separators of a deck for reveal-md, where they are a fixed line. */
function marksFrom(
  given: Readonly<Record<string, unknown>>,
  source: Source,
  placeOf: (key: string) => Place,
): Marks {
  const read = <Mark>(key: string, usual: Mark, readMark: (expression: string) => Mark | undefined): Mark => {
    const expression = given[key];
    if (expression === undefined) return usual;
    const mark = typeof expression === 'string' ? readMark(expression) : undefined;
    if (mark === undefined)
      source.warn(placeOf(key), `front matter: ${key} must be a line of fixed text, the usual one is taken`);
    return mark ?? usual;
  };
  return {
    slide: read('separator', usualMarks.slide, fixedLine),
    vertical: read('verticalSeparator', usualMarks.vertical, fixedLine),
    notes: read('notesSeparator', usualMarks.notes, fixedStart),
  };
}

function settingsFrom(
  given: Partial<v.InferOutput<typeof schema>>,
  source: Source,
  placeOf: (key: string) => Place,
): Settings {
  const logo = given.logo === undefined ? undefined : readPicture(given.logo);
  if (logo?.where === 'beside') source.pictures.push({ path: logo.path, place: placeOf('logo') });
  else if (logo) source.fault(placeOf('logo'), 'logo must be a picture beside this file');
  return {
    title: given.title,
    lang: given.lang ?? 'en',
    look: {
      theme: themeOf(given.theme, source, placeOf),
      ...(given.accent === undefined ? {} : { accent: given.accent }),
      ...(logo?.where === 'beside' ? { logo: logo.address } : {}),
    },
    join: given.join ?? 'open',
    retain: given.retain ?? null,
    wifi: given.wifi ?? null,
    reactions: given.reactions ?? false,
    code: given.code,
  };
}

/** Our themes by name; the themes of reveal.js become the one of ours that is nearest. */
function themeOf(
  name: string | undefined,
  source: Source,
  placeOf: (key: string) => Place,
): Definition['look']['theme'] {
  const own = themes.find((theme) => theme === name);
  if (own || name === undefined) return own ?? 'paper';
  // A path leads to a theme of the author's own, made for reveal.js.
  if (!ofReveal.has(name) && !/[./]/.test(name)) {
    const near = nearest(name, themes);
    const hint = near ? `, did you mean "${near}"?` : `, there are ${themes.join(', ')}`;
    source.warn(placeOf('theme'), `front matter: unknown theme "${legible(name, 40)}"${hint}`);
  }
  return dark.test(name) ? 'night' : 'paper';
}
