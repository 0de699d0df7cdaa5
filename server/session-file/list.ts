/** Lists under a directive: from tokens to items with their text, task box, picture and place. */
import type { ListItem } from '../../activities/directive.ts';
import { plainText, type Token } from './markdown.ts';
import { readPicture } from './pictures.ts';
import type { Source } from './source.ts';

const box = /^\[([ xX])\]\s+/;

/** The index behind the block that opens at `start`. */
export function endOfBlock(tokens: readonly Token[], start: number): number {
  const open = tokens[start];
  if (open?.nesting !== 1) return start + 1;
  for (let index = start + 1; index < tokens.length; index++) {
    const token = tokens[index];
    if (token && token.nesting === -1 && token.level === open.level) return index + 1;
  }
  return tokens.length;
}

export function isList(token: Token | undefined): boolean {
  return token?.type === 'bullet_list_open' || token?.type === 'ordered_list_open';
}

/** `firstLine` is the line of the source (from 1) that the tokens' line 0 stands on. */
export function readList(
  tokens: readonly Token[],
  start: number,
  firstLine: number,
  source: Source,
): ListItem[] {
  const items: ListItem[] = [];
  const end = endOfBlock(tokens, start) - 1;
  for (let index = start + 1; index < end; index = endOfBlock(tokens, index)) {
    items.push(readItem(tokens.slice(index, endOfBlock(tokens, index)), firstLine, source));
  }
  return items;
}

function readItem(tokens: readonly Token[], firstLine: number, source: Source): ListItem {
  const place = source.startOf(firstLine + (tokens[0]?.map?.[0] ?? 0));
  const inline = tokens.find((token) => token.type === 'inline');
  const text = plainText(inline);
  const task = box.exec(text)?.[1];
  const image = inline?.children?.find((child) => child.type === 'image');
  const src = image && readPicture(String(image.attrGet('src') ?? ''));
  if (src?.kind === 'outside' || src?.kind === 'elsewhere') {
    source.fault(place, 'pictures of answers must stand beside this file');
  }
  const nested = tokens.findIndex((token, index) => index > 0 && isList(token));
  return {
    ...place,
    text: text.replace(box, ''),
    checked: task === undefined ? undefined : task !== ' ',
    image: src && 'address' in src ? { src: src.address, alt: image?.content ?? '' } : undefined,
    items: nested < 0 ? [] : readList(tokens, nested, firstLine, source),
  };
}
