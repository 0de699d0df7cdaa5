/** One slide of a session file: from its tokens to HTML, notes, attributes and activities. */
import { slug } from '../../activities/directive.ts';
import type { ActivityDefinition, Definition } from '../session/definition.ts';
import { readActivity } from './activity.ts';
import { commentBody, readDirectiveComment } from './comment.ts';
import { endOfBlock, isList, readList } from './list.ts';
import { plainText, render, type Token } from './markdown.ts';
import { readPicture } from './pictures.ts';
import { sanitise } from './sanitise.ts';
import type { Source } from './source.ts';

type Slide = Definition['slides'][number];

interface Around {
  readonly h: number;
  readonly v: number;
  /** Line of the source (from 1) that the tokens' line 0 stands on. */
  readonly firstLine: number;
  readonly source: Source;
  /** Ids of the slides before it. */
  readonly taken: Set<string>;
}

export interface ReadSlide {
  readonly slide: Slide;
  readonly activities: readonly ActivityDefinition[];
}

export function readSlide(tokens: readonly Token[], around: Around): ReadSlide {
  const notesAt = tokens.findIndex((token) => token.type === 'speaker_notes');
  const content = notesAt < 0 ? tokens : tokens.slice(0, notesAt);
  const notes =
    notesAt < 0 ? [] : tokens.slice(notesAt + 1).filter((token) => token.type !== 'speaker_notes');
  const activities: ActivityDefinition[] = [];
  const attributes: Record<string, string> = {};
  const body = readBody(content, around, activities, attributes);
  const title = plainText(tokens[tokens.findIndex((token) => token.type === 'heading_open') + 1]);
  const heading = content.some((token) => token.type === 'heading_open') ? title : '';
  const { html, fragments } = sanitise(render(body), (src) => pictureFor(src, tokens, around));
  const { h, v } = around;
  return {
    activities,
    slide: {
      id: freeId(
        heading === '' ? `slide-${h + 1}${v === 0 ? '' : `-${v + 1}`}` : slug(heading),
        around.taken,
      ),
      h,
      v,
      title: heading,
      fragments,
      html,
      attributes: safeAttributes(attributes, tokens, around),
      activities: activities.map(({ id }) => id),
      notes: sanitise(render([...notes]), (src) => pictureFor(src, tokens, around)).html,
    },
  };
}

/** Content tokens with directives, their lists, and reveal.js's comments turned into what they mean. */
function readBody(
  tokens: readonly Token[],
  around: Around,
  activities: ActivityDefinition[],
  attributes: Record<string, string>,
): Token[] {
  const { firstLine, source, h, v } = around;
  const body: Token[] = [];
  const columns = new Columns();
  let heading: string | undefined;
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (!token) continue;
    if (token.type === 'heading_open') heading = plainText(tokens[index + 1]);
    if (token.type === 'inline') applyElementComments(token, body);
    const html = token.type === 'html_block' && token.level === 0 ? token.content : '';
    const text = commentBody(html)?.body.trim();
    if (text === undefined) {
      body.push(token);
      continue;
    }
    const place = source.startOf(firstLine + (token.map?.[0] ?? 0));
    const layout = columns.read(text);
    if (layout !== undefined) {
      body.push(htmlToken(token, layout));
    } else if (text.startsWith('.slide:')) {
      Object.assign(attributes, readAttributes(text));
    } else if (text.startsWith('.element:')) {
      setAttributes(lastBlock(body), readAttributes(text));
    } else {
      const comment = readDirectiveComment(html.trimStart(), place, source);
      if (!comment) continue;
      const listed = isList(tokens[index + 1]);
      const list = listed ? readList(tokens, index + 1, firstLine, source) : [];
      const activity = readActivity(comment, { heading, list, slide: { h, v } }, source);
      if (listed) index = endOfBlock(tokens, index + 1) - 1;
      if (!activity) continue;
      activities.push(activity);
      body.push(
        htmlToken(token, `<div class="activity" data-activity="${escapeAttribute(activity.id)}"></div>`),
      );
    }
  }
  const end = columns.end();
  const last = tokens.at(-1);
  if (end !== '' && last) body.push(htmlToken(last, end));
  return body;
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

function htmlToken(like: Token, content: string): Token {
  return Object.assign(Object.create(Object.getPrototypeOf(like)), like, {
    type: 'html_block',
    tag: '',
    nesting: 0,
    level: 0,
    children: null,
    content,
  });
}

const attribute = /([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

function readAttributes(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(attribute)].map(([, name = '', double, single]) => [name, double ?? single ?? '']),
  );
}

function setAttributes(token: Token | undefined, attributes: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (name === 'class') token?.attrJoin('class', value);
    else token?.attrSet(name, value);
  }
}

/** The opening token of the block that was closed last. */
function lastBlock(body: readonly Token[]): Token | undefined {
  return body.findLast((token) => token.level === 0 && token.nesting >= 0 && token.type !== 'html_block');
}

/** `<!-- .element: … -->` in a line: about the marked words just before it, else about the paragraph or list item. */
function applyElementComments(inline: Token, before: readonly Token[]): void {
  const children = inline.children ?? [];
  children.forEach((child, index) => {
    const text = child.type === 'html_inline' ? commentBody(child.content)?.body.trim() : undefined;
    if (!text?.startsWith('.element:')) return;
    const previous = children
      .slice(0, index)
      .findLast((other) => other.type !== 'text' || other.content.trim() !== '');
    const marked =
      previous && previous.type !== 'text' && previous.type !== 'softbreak'
        ? opening(children, previous)
        : undefined;
    setAttributes(marked ?? container(before), readAttributes(text));
  });
  inline.children = children.filter((child) => child.type !== 'html_inline' || !commentBody(child.content));
}

/** The token that opens what `closing` closes; a token that stands alone opens itself. */
function opening(children: readonly Token[], closing: Token): Token | undefined {
  if (closing.nesting === 0) return closing.type === 'html_inline' ? undefined : closing;
  const before = children.slice(0, children.indexOf(closing));
  return before.findLast(
    (child) => child.nesting === 1 && child.level === closing.level && child.tag === closing.tag,
  );
}

/** The block that the line stands in: in a tight list the item, since its paragraph is not shown. */
function container(before: readonly Token[]): Token | undefined {
  const block = before.at(-1);
  return block?.hidden ? before.at(-2) : block;
}

const slideAttribute = /^(class|id|data-[\w-]+|style|lang|dir)$/;

function safeAttributes(
  given: Readonly<Record<string, string>>,
  tokens: readonly Token[],
  around: Around,
): Record<string, string> {
  const safe: Record<string, string> = {};
  for (const [name, value] of Object.entries(given)) {
    if (!slideAttribute.test(name) || /-(iframe|video)$/.test(name)) continue;
    // What a background shows comes from beside the file, too.
    const picture = name === 'data-background-image' || (name === 'data-background' && /[./]/.test(value));
    const shown = picture ? pictureFor(value, tokens, around) : value;
    if (shown !== undefined && !/url\(|expression/i.test(shown)) safe[name] = shown;
  }
  return safe;
}

/** Where a screen finds the picture; tells what is wrong with it, once, at its place. */
function pictureFor(
  src: string,
  tokens: readonly Token[],
  { source, firstLine }: Around,
): string | undefined {
  const picture = readPicture(src);
  if ('address' in picture) return picture.address;
  const place = source.find(src, firstLine + (tokens[0]?.map?.[0] ?? 0));
  if (picture.kind === 'outside') source.fault(place, `picture "${src}" must stand beside this file`);
  else source.warn(place, `picture "${src}" is left out, nothing is fetched from elsewhere`);
  return undefined;
}

function freeId(wanted: string, taken: Set<string>): string {
  let id = wanted;
  for (let number = 2; taken.has(id); number++) id = `${wanted}-${number}`;
  taken.add(id);
  return id;
}

function escapeAttribute(text: string): string {
  return text.replace(/[&"<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
