/** What people wrote, made fit to be shown and to be compared: bounded, and unable to disturb the text around it. Exports stay exact. */
import { plainSealOf } from './digest.ts';

/** Controls (tab and line feed aside), half characters of UTF-16, and what changes the order of the letters around it. */
const disturbing = /(?![\t\n])\p{Cc}|\p{Surrogate}|\p{Bidi_Control}|\uFEFF/gu;
/** More than three combining marks on one letter would climb over the lines around it, joiners between them or not. */
const stackedMarks = /((?:\p{M}[\u200B-\u200D\u2060]*){3})(?:\p{M}[\u200B-\u200D\u2060]*)+/gu;
const invisible = /[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}\u2800]/gu;
/** Most text needs none of the above. */
const harmless = /^[\x20-\x7E\u00A1-\u00AC\u00AE-\u02FF]*$/;
/** Lines of one text on a screen; further ones run on. */
const linesLimit = 12;
/** Of a key, in UTF-16 units; a longer one ends with a seal of all of it. */
const longestKey = 80;

/** The text as screens show it: one line, at most `limit` characters, with an ellipsis where it was cut. */
export function legible(text: string, limit: number): string {
  return cut(tidy(text).replace(/\s+/g, ' '), limit);
}

/** As `legible`, keeping what the writer set on lines of its own. */
export function legibleLines(text: string, limit: number): string {
  if (!text.includes('\n')) return legible(text, limit);
  const lines = tidy(text)
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line, index, all) => line !== '' || all[index - 1] !== '');
  const kept = [...lines.slice(0, linesLimit - 1), lines.slice(linesLimit - 1).join(' ')];
  return cut(kept.join('\n').trim(), limit);
}

/** True for a text that would show nothing at all, though it may have characters. */
export function isBlank(text: string): boolean {
  return text.replace(invisible, '') === '' && !/\p{Surrogate}/u.test(text);
}

/** How many characters a person would count, near enough: code points, not UTF-16 units. */
export function lengthOf(text: string): number {
  return [...text].length;
}

/**
 * The key under which spellings count as the same: case, accents, punctuation and spaces at the ends are ignored.
 * A text of nothing but signs (an emoji) is its own key. At most 80 UTF-16 units.
 */
export function sameAs(text: string): string {
  const key = folded(text) || tidy(text).replace(/\uFE0F/g, '');
  if (key.length <= longestKey) return key;
  const seal = plainSealOf(key);
  const beginning = key.slice(0, longestKey - 1 - seal.length).replace(/[\uD800-\uDBFF]$/, '');
  return `${beginning.trimEnd()} ${seal}`;
}

/**
 * Letters and digits alone, in small letters without accents, parted by single spaces. Marks that make another
 * letter of a letter stay: vowel signs of Indic scripts, the voicing marks of kana, the breve of й.
 */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[иИ]\u0306/g, 'й')
    .replace(/(?=\p{M})(?![\u3099\u309A])[\p{Script=Inherited}\p{Script=Hebrew}]/gu, '')
    .toUpperCase()
    .toLowerCase()
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim();
}

/** FNV-1a, 32 bits (http://www.isthe.com/chongo/tech/comp/fnv/), over UTF-16 units. */
export function hashOf(text: string, seed = 0x811c9dc5): number {
  let hash = seed;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}

/** 16 hexadecimal digits: a short name for a text of an author's. Whoever means to finds two texts with one. */
export function fingerprint(text: string): string {
  const first = hashOf(text);
  return hexOf(first) + hexOf(hashOf(text, first ^ text.length));
}

function hexOf(hash: number): string {
  return hash.toString(16).padStart(8, '0');
}

function tidy(text: string): string {
  if (harmless.test(text)) return text.trim();
  const spaced = text.replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n');
  return spaced
    .replace(disturbing, (found) => (/\p{Surrogate}/u.test(found) ? '\uFFFD' : ''))
    .replace(stackedMarks, '$1')
    .trim();
}

function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const letters = [...text];
  return letters.length <= limit ? text : `${letters.slice(0, limit - 1).join('')}…`;
}
