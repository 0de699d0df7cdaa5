/** One slide of a session file: from its tokens to HTML, notes, attributes and activities. */
import { slug } from '../../activities/directive.ts';
import type { ActivityDefinition, Definition } from '../session/definition.ts';
import { sectionAttributes } from './attributes.ts';
import { type Around, readBody, tellMisplaced } from './body.ts';
import { piecesOf } from './comment.ts';
import { escaped } from './html.ts';
import { linesOf, render, type Token } from './markdown.ts';
import { applyWithinLine } from './nearby.ts';
import { PictureFinder } from './pictures.ts';
import { fragmentsOf, partNotes, sanitise } from './sanitise.ts';

type Slide = Definition['slides'][number];

export interface ReadSlide {
  readonly slide: Slide;
  readonly activities: readonly ActivityDefinition[];
  /** The last heading down to the end of the slide, which a directive on the next one may ask. */
  readonly heading: string | undefined;
}

/** `freeId` makes the wanted id of a slide one that no other has. */
export function readSlide(
  tokens: readonly Token[],
  around: Around,
  freeId: (wanted: string) => string,
): ReadSlide {
  const { h, v, source, firstLine } = around;
  const notesAt = tokens.findIndex((token) => token.type === 'speaker_notes');
  const content = notesAt < 0 ? tokens : tokens.slice(0, notesAt);
  const { tokens: body, activities, attributes, headings } = readBody(content, around);
  const finder = new PictureFinder(tokens, firstLine, source);
  const dropped = new Set<string>();
  const picture = (src: string) => finder.address(src);
  const clean = (html: string, ids: readonly string[]) =>
    sanitise(html, { picture, activities: ids, dropped: (tag) => dropped.add(tag) });
  const ids = activities.map(({ id }) => id);
  const shown = sectionAttributes(attributes, picture, (name) => dropped.add(name));
  const { html, notes: aside } = partNotes(clean(render(body), ids));
  const notes = notesAt < 0 ? '' : clean(render(readNotes(tokens.slice(notesAt), around)), []);
  const ofSection = attributes['data-notes'] ?? '';
  tellDropped(dropped, tokens, around);
  const [title = ''] = headings;
  return {
    activities,
    heading: headings.at(-1) ?? around.heading,
    slide: {
      id: freeId(title === '' ? `slide-${h + 1}${v === 0 ? '' : `-${v + 1}`}` : slug(title)),
      h,
      v,
      title,
      fragments: fragmentsOf(html),
      html,
      attributes: shown,
      activities: ids,
      notes: [ofSection === '' ? '' : `<p>${escaped(ofSection)}</p>`, aside, notes]
        .filter((part) => part !== '')
        .join('\n'),
    },
  };
}

/** Notes format like a slide, and ask nothing. */
function readNotes(tokens: readonly Token[], { firstLine, source }: Around): Token[] {
  const notes = tokens.filter((token) => token.type !== 'speaker_notes');
  for (const token of notes) {
    const place = { line: firstLine + (token.map?.[0] ?? 0), column: 1 };
    if (token.type === 'inline')
      applyWithinLine(token, undefined, (text) => tellMisplaced(text, place, source));
    if (token.type !== 'html_block') continue;
    for (const { type, text } of piecesOf(token.content)) {
      if (type === 'comment') tellMisplaced(text, place, source);
    }
  }
  return notes;
}

/** Elements and attributes that a deck elsewhere may use, and a room screen never runs. */
function tellDropped(
  dropped: ReadonlySet<string>,
  tokens: readonly Token[],
  { firstLine, source }: Around,
): void {
  const { first, last } = linesOf(tokens, firstLine);
  for (const tag of dropped) {
    const start = { line: first, column: 1 };
    const isAttribute = tag.startsWith('data-');
    const place = source.search(isAttribute ? tag : `<${tag}`, start, last) ?? source.startOf(first);
    source.warn(place, `${isAttribute ? tag : `<${tag}>`} is left out`);
  }
}
