/** The front matter: settings of a whole session, in YAML between two lines of `---` at the top. */
import * as v from 'valibot';
import { isMap, LineCounter, parseDocument, type YAMLMap } from 'yaml';
import { nearest } from '../../activities/directive.ts';
import { type Code, codeAlphabet, codeLength, readCode } from '../../protocol/ids.ts';
import type { Definition } from '../session/definition.ts';
import { readPicture } from './pictures.ts';
import type { Source } from './source.ts';

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
      v.union([v.string(), v.number()], `code must be ${codeLength} letters or digits`),
      v.transform((code) => readCode(String(code))),
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
        ssid: v.pipe(v.string('wifi needs an ssid'), v.minLength(1, 'wifi needs an ssid'), v.maxLength(64)),
        password: v.optional(v.pipe(v.union([v.string(), v.number()]), v.transform(String)), ''),
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
/** What reveal-md reads there: accepted, since such a deck runs unchanged. */
const ofRevealMd = new Set([
  'separator',
  'verticalSeparator',
  'notesSeparator',
  'highlightTheme',
  'revealOptions',
  'css',
  'scripts',
  'template',
  'preprocessor',
  'absoluteUrl',
  'listingTemplate',
  'assetsDir',
  'static',
  'staticDirs',
  'featuredSlide',
  'puppeteerLaunchArgs',
  'description',
  'author',
  'date',
  'tags',
  'keywords',
  'layout',
]);
const dark = /black|night|moon|blood|dracula|league|dark/i;

/** How many lines the front matter takes, its own two `---` included; 0 for none. */
export function frontMatterLines(lines: readonly string[]): number {
  if (lines[0]?.trimEnd() !== '---') return 0;
  const end = lines.findIndex((line, index) => index > 0 && /^(---|\.\.\.)\s*$/.test(line));
  return end < 0 ? 0 : end + 1;
}

export function readFrontMatter(source: Source): { settings: Settings; lines: number } {
  const lines = frontMatterLines(source.lines);
  const counter = new LineCounter();
  const text = source.lines.slice(1, Math.max(1, lines - 1)).join('\n');
  const document = parseDocument(text, { lineCounter: counter, version: '1.2' });
  const placeAt = (offset: number) => {
    const { line, col } = counter.linePos(offset);
    return { line: line + 1, column: col };
  };
  for (const error of document.errors) source.fault(placeAt(error.pos[0]), sentence(error.message));
  const { contents } = document;
  const map: YAMLMap | undefined = isMap(contents) ? contents : undefined;
  if (contents && !map && document.errors.length === 0) {
    source.fault({ line: 2, column: 1 }, 'front matter must be lines of the form "name: value"');
  }
  const places = new Map<string, number>();
  for (const pair of map?.items ?? []) {
    const key: unknown = pair.key;
    const offset =
      typeof key === 'object' && key !== null && 'range' in key && Array.isArray(key.range)
        ? Number(key.range[0])
        : 0;
    const name = typeof key === 'object' && key !== null && 'value' in key ? String(key.value) : String(key);
    places.set(name, offset);
    if (!known.includes(name) && !ofRevealMd.has(name)) {
      const near = nearest(name, known);
      source.warn(
        placeAt(offset),
        `front matter: unknown setting "${name}"${near ? `, did you mean "${near}"?` : ''}`,
      );
    }
  }
  const raw = document.errors.length === 0 && map ? plainOf(() => document.toJS()) : {};
  if (raw === undefined) source.fault({ line: 2, column: 1 }, 'front matter repeats itself too often');
  const read = v.safeParse(schema, raw ?? {});
  if (!read.success) {
    for (const issue of read.issues) {
      const key = issue.path?.[0]?.key;
      source.fault(placeAt(places.get(String(key)) ?? 0), issue.message);
    }
  }
  return {
    settings: settingsFrom(read.success ? read.output : {}, source, (key) => placeAt(places.get(key) ?? 0)),
    lines,
  };
}

function settingsFrom(
  given: Partial<v.InferOutput<typeof schema>>,
  source: Source,
  placeOf: (key: string) => { line: number; column: number },
): Settings {
  const logo = given.logo === undefined ? undefined : readPicture(given.logo);
  if (logo && logo.kind !== 'beside')
    source.fault(placeOf('logo'), 'logo must be a picture beside this file');
  return {
    title: given.title,
    lang: given.lang ?? 'en',
    look: {
      theme: themeOf(given.theme),
      ...(given.accent === undefined ? {} : { accent: given.accent }),
      ...(logo?.kind === 'beside' ? { logo: logo.address } : {}),
    },
    join: given.join ?? 'open',
    retain: given.retain ?? null,
    wifi: given.wifi ?? null,
    reactions: given.reactions ?? false,
    code: given.code,
  };
}

/** Our themes by name; the themes of reveal.js become the one of ours that is nearest. */
function themeOf(name: string | undefined): 'paper' | 'night' | 'harvest' {
  if (name === 'harvest' || name === 'night' || name === 'paper') return name;
  return dark.test(name ?? '') ? 'night' : 'paper';
}

/** Plain data of a YAML value, or undefined where aliases would multiply it beyond all measure. */
export function plainOf(read: () => unknown): unknown {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** YAML's own words end in a picture of the line, which our place says already. */
export function sentence(message: string): string {
  const first = message.split('\n', 1)[0] ?? '';
  return first.replace(/ at line \d+, column \d+:?$/, '').replace(/[.:]$/, '');
}
