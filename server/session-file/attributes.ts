/** Attributes from reveal.js's comments: `.slide:` for the section, `.element:` for what stands before it. */
import { voidTags } from './blocks.ts';
import { escaped } from './html.ts';
import type { Token } from './markdown.ts';
import { readPicture } from './pictures.ts';
import { isHarmlessCss, safeStyle } from './style.ts';

export type Attributes = Readonly<Record<string, string>>;

// As in reveal.js, a `data-` attribute may stand without a value.
const attribute = /([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')|(?<=\s)(data-[\w-]+)(?=\s|$)/g;

/** The attributes of a comment's body that begins with `marker` (`.slide:`), or undefined for another comment. */
export function readAttributes(body: string, marker: string): Attributes | undefined {
  const text = body.trim();
  if (!text.startsWith(marker)) return undefined;
  return Object.fromEntries(
    [...text.slice(marker.length).matchAll(attribute)].map(
      ([, name, double, single, bare = '']): [string, string] => [
        (name ?? bare).toLowerCase(),
        double ?? single ?? '',
      ],
    ),
  );
}

/** Gives an element further attributes; classes are added to those it has. */
export function decorate(token: Token, attributes: Attributes): void {
  if (token.type === 'html_block' || token.type === 'html_inline') {
    token.content = decorateLast(token.content, attributes);
    return;
  }
  for (const [name, value] of Object.entries(attributes)) {
    if (name === 'class') token.attrJoin('class', value);
    else token.attrSet(name, value);
  }
}

const tag = /<(\/?)([a-z][\w-]*)((?:"[^"]*"|'[^']*'|[^'"<>])*)>/gi;

/** The HTML with further attributes on its last element, or on the one left open that the end stands in. */
function decorateLast(html: string, attributes: Attributes): string {
  interface Opened {
    readonly match: RegExpExecArray;
    /** The last element within it. */
    last?: RegExpExecArray | undefined;
  }
  const open: Opened[] = [];
  let last: RegExpExecArray | undefined;
  const closed = (match: RegExpExecArray) => {
    const parent = open.at(-1);
    if (parent) parent.last = match;
    else last = match;
  };
  for (const match of html.matchAll(tag)) {
    const [, slash, name = ''] = match;
    if (slash) {
      const element = open.pop();
      if (element) closed(element.match);
    } else if (voidTags.has(name.toLowerCase())) {
      if (name.toLowerCase() !== 'br') closed(match);
    } else {
      open.push({ match });
    }
  }
  const parent = open.at(-1);
  const match = parent ? (parent.last ?? parent.match) : last;
  if (!match) return html;
  const [written, , name = '', given = ''] = match;
  const end = match.index + written.length;
  return `${html.slice(0, match.index)}<${name}${merged(given, attributes)}>${html.slice(end)}`;
}

const classAttribute = /\sclass\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i;

function merged(given: string, attributes: Attributes): string {
  const [, double, single, bare] = classAttribute.exec(given) ?? [];
  const classes = [double ?? single ?? bare ?? '', attributes.class ?? ''].filter((each) => each !== '');
  const others = Object.entries(attributes).filter(([name]) => name !== 'class');
  // Of two attributes with one name the first counts.
  const first = [...(classes.length > 0 ? [['class', classes.join(' ')]] : []), ...others];
  const written = first.map(([name = '', value = '']) => ` ${name}="${escaped(value)}"`).join('');
  return `${written}${given.replace(classAttribute, '')}`;
}

const allowed = /^(class|id|lang|dir|style|data-[a-z][a-z\d-]*)$/;
/** What the page itself uses, and what would bring in another document. */
const withheld =
  /^data-(slide|activity|notes|src|srcset|background-iframe|markdown|separator|visibility|template)/;
/** As reveal.js tells a picture from a colour. */
const pictureAddress = /^(https?:|file:|\/\/|data:)|\.(svg|png|jpe?g|gif|bmp|webp|avif)([?#\s]|$)/i;

/**
 * The attributes that a section may carry. `picture` gives the address to show a picture or a video from, or undefined
 * to leave it out; `dropped` is told of what would bring in another document.
 */
export function sectionAttributes(
  given: Attributes,
  picture: (src: string) => string | undefined,
  dropped: (name: string) => void,
): Record<string, string> {
  const safe: Record<string, string> = {};
  for (const [name, value] of Object.entries(given)) {
    if (name === 'data-background-iframe') dropped(name);
    if (!allowed.test(name) || withheld.test(name)) continue;
    const isPicture =
      /^data-background-(image|video)$/.test(name) ||
      (name === 'data-background' && pictureAddress.test(value));
    const shown = isPicture ? pictures(value, picture) : name === 'style' ? safeStyle(value) : value;
    if (shown === undefined || shown === '') {
      if (value !== '') continue;
    }
    // reveal.js makes styles of these.
    if (!isPicture && name.startsWith('data-background') && !isHarmlessCss(value)) continue;
    safe[name] = shown ?? '';
  }
  return safe;
}

/** reveal.js shows several background pictures, or the first video that it can, parted by commas. */
function pictures(value: string, picture: (src: string) => string | undefined): string | undefined {
  if (/^\s*data:/i.test(value)) return readPicture(value).where === 'inline' ? picture(value) : undefined;
  const shown = value.split(',').flatMap((each) => picture(each.trim()) ?? []);
  return shown.length === 0 ? undefined : shown.join(',');
}
