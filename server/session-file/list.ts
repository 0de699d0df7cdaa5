/** Lists under a directive: from tokens to items with their text, task box, picture and place. */
import type { ListItem, Place } from '../../activities/directive.ts';
import { readDirective } from './comment.ts';
import { plainText, type Token } from './markdown.ts';
import { isPictureFile, leftOut, placeOfPicture, readPicture } from './pictures.ts';
import { placeIn, type Source } from './source.ts';

const box = /^\[([ xX])\](?:\s+|$)/;

/** The index behind the block that opens at `start`; where notes cut it short, the end of the tokens. */
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
  const level = tokens[start]?.level ?? 0;
  for (let index = start + 1; index < tokens.length; ) {
    const token = tokens[index];
    // The list's own end.
    if (!token || token.level <= level) break;
    const end = endOfBlock(tokens, index);
    items.push(readItem(tokens.slice(index, end), firstLine, source));
    index = end;
  }
  return items;
}

function readItem(tokens: readonly Token[], firstLine: number, source: Source): ListItem {
  const [open] = tokens;
  const place = source.startOf(firstLine + (open?.map?.[0] ?? 0));
  const inline = tokens.find((token) => token.type === 'inline' && token.level === (open?.level ?? 0) + 2);
  const text = plainText(inline);
  const task = box.exec(text)?.[1];
  const nested = tokens.flatMap((token, index) =>
    isList(token) && token.level === (open?.level ?? 0) + 1 ? readList(tokens, index, firstLine, source) : [],
  );
  return {
    ...place,
    text: text.replace(box, ''),
    checked: task === undefined ? undefined : task !== ' ',
    image: readImage(inline, place, source),
    items: nested,
    directive: readItemDirective(inline, place, source),
  };
}

/** The directive in the line of an item, for kinds that are made of others. */
function readItemDirective(inline: Token | undefined, place: Place, source: Source): ListItem['directive'] {
  for (const { type, content } of inline?.children ?? []) {
    if (type !== 'html_inline' || !content.startsWith('<!--')) continue;
    const body = content.slice(4, -3);
    const start = source.search(content, place, place.line + 20) ?? place;
    const directive = readDirective(body, placeIn(start, content, 4), source, { isPlaced: true });
    if (directive) return directive;
  }
  return undefined;
}

function readImage(inline: Token | undefined, place: Place, source: Source): ListItem['image'] {
  const image = inline?.children?.find((child) => child.type === 'image');
  const src = String(image?.attrGet('src') ?? '');
  if (!image || src === '') return undefined;
  const picture = readPicture(src);
  const there = placeOfPicture(src, place, place.line + 5, source) ?? place;
  switch (picture.where) {
    case 'none':
      return undefined;
    case 'inline':
      break;
    case 'beside':
      // Phones show what is an answer, and load no video.
      if (!isPictureFile(picture.path)) {
        source.warn(there, leftOut(src, 'unknown'));
        return undefined;
      }
      source.pictures.push({ path: picture.path, place: there });
      break;
    default:
      source.warn(there, leftOut(src, picture.where));
      return undefined;
  }
  return { src: picture.address, alt: image.content };
}
