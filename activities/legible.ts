/** What people wrote, made fit to be shown: bounded, and unable to disturb the text around it. Exports stay exact. */

/** Controls (tab and line feed aside) and marks that change the order of the letters around them. */
const disturbing = /(?![\t\n])\p{Cc}|\p{Bidi_Control}|\uFEFF/gu;
/** More than three combining marks on one letter would climb over the lines around it. */
const stackedMarks = /(\p{M}{3})\p{M}+/gu;

/** The text as screens show it: at most `limit` characters, with an ellipsis where it was cut. */
export function legible(text: string, limit: number): string {
  const clean = text.toWellFormed().replace(disturbing, '').replace(stackedMarks, '$1').trim();
  const letters = [...clean];
  return letters.length <= limit ? clean : `${letters.slice(0, limit - 1).join('')}…`;
}

/** How many characters a person would count, near enough: code points, not UTF-16 units. */
export function lengthOf(text: string): number {
  return [...text].length;
}

/**
 * The key under which spellings count as the same: case, accents, punctuation and spaces at the ends are ignored.
 * A text of nothing but signs (an emoji) is its own key.
 */
export function sameAs(text: string): string {
  const plain = text
    .toWellFormed()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return plain === '' ? text.toWellFormed().replace(disturbing, '').trim() : plain;
}

/** FNV-1a, 32 bits, as 8 hexadecimal digits: a name for a text, no secret. */
export function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
