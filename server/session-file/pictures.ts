/** Pictures and other media: beside the session file, never elsewhere. */
import type { Place } from '../../activities/directive.ts';
import { legible } from '../../activities/legible.ts';
import { linesOf, type Token } from './markdown.ts';
import { placeIn, type Source } from './source.ts';

export type Picture =
  | { readonly where: 'beside'; readonly path: string; readonly address: string }
  | { readonly where: 'inline'; readonly address: string }
  | { readonly where: LeftOut }
  | { readonly where: 'none' };
type LeftOut = 'elsewhere' | 'outside' | 'unknown';

const videoFile = /\.(mp4|m4v|webm|ogv)$/i;
const soundFile = /\.(mp3|m4a|ogg|wav)$/i;

export function isPictureFile(path: string): boolean {
  return /\.(png|jpe?g|gif|webp|avif|svg)$/i.test(path);
}

/** Whether screens may load the file; there may be anything else beside a session file. */
export function isShownFile(path: string): boolean {
  return isPictureFile(path) || videoFile.test(path) || soundFile.test(path);
}

/**
 * What an author's `src` means. `address` is where the screens find it, below the session's own address. As with
 * reveal-md, a slash at its beginning stands for the file's folder.
 */
export function readPicture(src: string): Picture {
  // Browsers take no notice of these within an address, and read a backslash as a slash.
  const plain = src
    .replace(/[\t\n\r]/g, '')
    .trim()
    .replaceAll('\\', '/');
  if (plain === '') return { where: 'none' };
  if (/^data:image\/(png|jpeg|gif|webp|avif|svg\+xml)[;,]/i.test(plain)) {
    return { where: 'inline', address: plain };
  }
  if (/^[a-z][a-z\d+.-]*:|^\/\//i.test(plain)) return { where: 'elsewhere' };
  const [written = ''] = plain.split(/[?#]/, 1);
  const path = decoded(written).replaceAll('\\', '/');
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  if (parts.length === 0 || parts.includes('..')) return { where: 'outside' };
  if (!isShownFile(parts.join('/'))) return { where: 'unknown' };
  return { where: 'beside', path: parts.join('/'), address: `files/${parts.map(encoded).join('/')}` };
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    // A percent sign that belongs to the name.
    return path;
  }
}

/** A part of a path as it stands in an address. */
export function encoded(part: string): string {
  return encodeURIComponent(part.toWellFormed()).replace(/'/g, '%27');
}

const reasons: Readonly<Record<LeftOut, string>> = {
  elsewhere: 'nothing is fetched from elsewhere',
  outside: 'it must stand beside this file',
  unknown: 'no browser shows such a file',
};

/** Why a picture, a video or a sound is not shown. */
export function leftOut(src: string, where: LeftOut): string {
  const [path = ''] = src.split(/[?#]/, 1);
  const noun = videoFile.test(path) ? 'video' : soundFile.test(path) ? 'sound' : 'picture';
  return `${noun} "${legible(src, 100)}" is left out, ${reasons[where]}`;
}

/**
 * Finds where pictures stand in the file. Those in Markdown are searched in the lines of their paragraph, those in
 * HTML in all lines of the slide; the same address again is found further down.
 */
export class PictureFinder {
  readonly #source: Source;
  readonly #lines: ReturnType<typeof linesOf>;
  readonly #starts = new Map<string, Place>();

  constructor(tokens: readonly Token[], firstLine: number, source: Source) {
    this.#source = source;
    this.#lines = linesOf(tokens, firstLine);
  }

  /** Where a screen finds the picture, or undefined after telling what is wrong with it. */
  address(src: string): string | undefined {
    const picture = readPicture(src);
    if (picture.where === 'none' || picture.where === 'inline')
      return 'address' in picture ? picture.address : undefined;
    const place = this.#place(src);
    switch (picture.where) {
      case 'beside':
        this.#source.pictures.push({ path: picture.path, place });
        return picture.address;
      default:
        this.#source.warn(place, leftOut(src, picture.where));
        return undefined;
    }
  }

  #place(src: string): Place {
    const { first, last } = this.#lines;
    const found = placeOfPicture(
      src,
      this.#starts.get(src) ?? { line: first, column: 1 },
      last,
      this.#source,
    );
    if (!found) return this.#source.startOf(first);
    this.#starts.set(src, { line: found.line, column: found.column + 1 });
    return found;
  }
}

/** Where a picture's address first stands in the file from `start` to the end of `lastLine`. */
export function placeOfPicture(
  src: string,
  start: Place,
  lastLine: number,
  source: Source,
): Place | undefined {
  // Markdown has encoded what it took from the file. The same text in a sentence is no picture.
  for (const text of new Set([src, decoded(src)])) {
    for (const before of ['(', '(<', '"', "'", '=', '']) {
      const found = text === '' ? undefined : source.search(before + text, start, lastLine);
      if (found) return placeIn(found, before, before.length);
    }
  }
  return undefined;
}
