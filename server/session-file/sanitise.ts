/** HTML of a slide, made harmless: what an author writes may format, never run and never fetch from elsewhere. */
import sanitizeHtml from 'sanitize-html';
import { mathAttributes, mathTags, safePaint, svgAttributes, svgTags } from './drawing.ts';
import { safeStyle } from './style.ts';

const htmlTags = [
  ...sanitizeHtml.defaults.allowedTags.filter((tag) => tag !== 'iframe' && tag !== 'section'),
  ...['img', 'picture', 'video', 'audio', 'source', 'del', 'ins', 'details', 'summary'],
];
const allowedTags = [...htmlTags, ...mathTags, ...svgTags];
const isAllowed: ReadonlySet<string> = new Set(allowedTags);

/** Gone without a word: they say something about a document, and a slide is none. */
const unmentioned = new Set(['html', 'head', 'body', 'title', 'font', 'center', 'section', 'o:p']);

/** What the page itself gives these, or what reveal.js would fetch for them. */
const withheld =
  /^data-(slide|activity|length|src|srcset|poster|background|iframe|preview|markdown|template|separator|notes|state|visibility|lazy)/;

export interface Surroundings {
  /** Where the screens find a picture, or undefined to leave it out. */
  picture(src: string): string | undefined;
  /** The activities of the slide: each has its place once. */
  readonly activities: readonly string[];
  /** Told of each element that is left out. */
  dropped(tag: string): void;
}

export function sanitise(dirty: string, { picture, activities, dropped }: Surroundings): string {
  const places = new Set(activities);
  return sanitizeHtml(dirty, {
    allowedTags,
    allowedAttributes: {
      '*': ['class', 'id', 'style', 'title', 'dir', 'lang', 'role', 'aria-*', 'data-*'],
      a: ['href', 'rel', 'target'],
      img: ['src', 'alt', 'width', 'height'],
      video: ['src', 'controls', 'width', 'height', 'muted', 'loop', 'poster', 'playsinline'],
      audio: ['src', 'controls', 'muted', 'loop'],
      source: ['src', 'type'],
      ol: ['start', 'type', 'reversed'],
      details: ['open'],
      td: ['colspan', 'rowspan', 'align'],
      th: ['colspan', 'rowspan', 'scope', 'align'],
      col: ['span'],
      colgroup: ['span'],
      ...mathAttributes,
      ...svgAttributes,
    },
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    // Addresses elsewhere are for links alone.
    allowedSchemesByTag: { img: ['data'], video: [], audio: [], source: [] },
    allowProtocolRelative: false,
    // Browsers stop nesting there as well.
    nestingLimit: 400,
    // Read above, without a parser that could refuse them.
    parseStyleAttributes: false,
    transformTags: {
      '*': (tagName, attribs) => {
        if (!isAllowed.has(tagName) && !unmentioned.has(tagName)) dropped(tagName);
        return { tagName, attribs: safeAttributes(tagName, attribs, { picture, places }) };
      },
    },
    exclusiveFilter: ({ tag, attribs }) => (tag === 'img' || tag === 'source') && !attribs.src,
  })
    .replace(emptyMedia, '')
    .trim();
}

/** A video or sound of which nothing is left to play, with what it says to browsers of long ago. */
const emptyMedia = /<(video|audio)(?=[\s>])(?![^>]*\ssrc=")[^>]*>(?:(?!<source\b|<\/\1>).)*<\/\1>/gs;

function safeAttributes(
  tag: string,
  given: Readonly<Record<string, string>>,
  { picture, places }: { picture: Surroundings['picture']; places: Set<string> },
): Record<string, string> {
  const safe: Record<string, string> = {};
  for (const [name, value] of Object.entries(given)) {
    if (name === 'data-activity' && places.delete(value)) safe[name] = value;
    if (withheld.test(name) || name === 'src' || name === 'poster') continue;
    // Played once its slide is there, as reveal.js does with this one; and never in small on the console.
    if (name === 'autoplay') safe['data-autoplay'] = '';
    const kept = name === 'style' ? safeStyle(value) : svgTags.includes(tag) ? safePaint(name, value) : value;
    if (kept !== undefined && (kept !== '' || value === '')) safe[name] = kept;
  }
  // reveal.js loads these when their slide is near.
  const src = given.src ?? given['data-src'];
  for (const [name, address] of [
    ['src', src],
    ['poster', given.poster],
  ] as const) {
    const shown = address === undefined || !isAllowed.has(tag) ? undefined : picture(address);
    if (shown !== undefined) safe[name] = shown;
  }
  if (tag === 'a') {
    safe.rel = 'noopener noreferrer';
    // A link must not take the room screen away.
    if (safe.href !== undefined && !safe.href.startsWith('#')) safe.target = '_blank';
  }
  return safe;
}

/** What sanitised HTML looks like: `<` and `>` occur in tags alone. */
const notesElement = /<(\/?)aside(?:\s[^>]*)?>/g;

/** Takes `<aside class="notes">`, which reveal.js has for speaker's notes, out of sanitised HTML. */
export function partNotes(html: string): { readonly html: string; readonly notes: string } {
  if (!html.includes('<aside')) return { html, notes: '' };
  let [shown, notes, at, depth, start] = ['', '', 0, 0, 0];
  for (const { 0: tag, 1: slash, index } of html.matchAll(notesElement)) {
    if (slash) {
      if (depth > 0 && --depth === 0) {
        notes += `${html.slice(start, index)}\n`;
        at = index + tag.length;
      }
    } else if (depth > 0) {
      depth++;
    } else if (/\sclass="(?:[^"]*\s)?notes(?:\s[^"]*)?"/.test(tag)) {
      shown += html.slice(at, index);
      depth = 1;
      start = index + tag.length;
    }
  }
  return { html: (shown + (depth > 0 ? '' : html.slice(at))).trim(), notes: notes.trim() };
}

const fragment = /<[a-z][^>]*\sclass="(?:[^"]*\s)?fragment(?:\s[^"]*)?"[^>]*>/g;

/** Steps that reveal.js will count in sanitised HTML: fragments with the same index make one. */
export function fragmentsOf(html: string): number {
  const indices = new Set<number>();
  let single = 0;
  for (const [tag] of html.matchAll(fragment)) {
    const [, index] = /\sdata-fragment-index="([^"]*)"/.exec(tag) ?? [];
    if (index === undefined) single++;
    else indices.add(Number.parseInt(index, 10));
  }
  return single + indices.size;
}
