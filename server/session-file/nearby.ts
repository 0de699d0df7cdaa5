/** Which element a comment `.element:` is about, as reveal.js has it: the one before it among its siblings, else its parent. */
import { type Attributes, decorate, readAttributes } from './attributes.ts';
import type { Token } from './markdown.ts';

/** As in reveal.js, the colon may be missing. */
const marker = '.element';

/** Follows tokens in their order and knows, for each level, what a comment there would be about. */
export class Nearby {
  /** By level: the element before, and the one around. */
  readonly #last: (Token | undefined)[] = [];
  readonly #parent: (Token | undefined)[] = [];

  /** `around` is what the tokens of the first level stand in. */
  constructor(around?: Token) {
    this.#parent[0] = around;
  }

  pass(token: Token): void {
    const { level } = token;
    if (token.nesting === 1) {
      // The paragraph of a tight list has no element of its own.
      if (!token.hidden) this.#last[level] = token;
      this.#parent[level + 1] = token.hidden ? this.around(level) : token;
      this.#last[level + 1] = undefined;
    } else if (token.nesting === 0 && isElement(token)) {
      this.#last[level] = token;
    }
  }

  around(level: number): Token | undefined {
    return this.#parent[level];
  }

  at(level: number): Token | undefined {
    return this.#last[level] ?? this.#parent[level];
  }
}

function isElement({ type, content }: Token): boolean {
  if (type === 'html_inline') return /^<[a-z]/i.test(content) && !/^<br\b/i.test(content);
  if (type === 'html_block') return /<[a-z]/i.test(content);
  return !['text', 'softbreak', 'hardbreak', 'inline', 'speaker_notes', 'parting'].includes(type);
}

/** A comment among blocks: whether it was about an element, which then has its attributes. */
export function applyToBlock(body: string, level: number, nearby: Nearby): boolean {
  const attributes = readAttributes(body, marker);
  const target = attributes && nearby.at(level);
  if (target) decorate(target, attributes);
  return attributes !== undefined;
}

/** Comments within a line of text, which all are taken out of it; the others are told to `tell`. */
export function applyWithinLine(
  inline: Token,
  around: Token | undefined,
  tell: (body: string) => void,
): void {
  const children = inline.children ?? [];
  if (!children.some(isComment)) return;
  const nearby = new Nearby(around);
  const open: Token[] = [];
  let lastRaw: Token | undefined;
  for (const child of children) {
    if (isComment(child)) {
      const body = child.content.slice(4, -3);
      const attributes: Attributes | undefined = readAttributes(body, marker);
      // Raw elements know no levels: what was closed last counts, else what is open still.
      const target = lastRaw ?? open.at(-1) ?? nearby.at(child.level);
      if (attributes && target) decorate(target, attributes);
      if (!attributes) tell(body);
      continue;
    }
    if (child.type === 'html_inline') {
      if (child.content.startsWith('</')) lastRaw = open.pop() ?? lastRaw;
      else if (/\/>$|^<(?:img|input|wbr|hr|source)\b/i.test(child.content)) lastRaw = child;
      else if (!/^<br\b/i.test(child.content)) {
        open.push(child);
        lastRaw = undefined;
      }
    } else {
      nearby.pass(child);
      if (child.nesting !== 0 || isElement(child)) lastRaw = undefined;
    }
  }
  inline.children = children.filter((child) => !isComment(child));
}

function isComment({ type, content }: Token): boolean {
  return type === 'html_inline' && content.startsWith('<!--');
}
