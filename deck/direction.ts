/** Which way a language is written. */

const rightToLeft = new Set([
  'ar',
  'arc',
  'ckb',
  'dv',
  'fa',
  'he',
  'iw',
  'ku',
  'ps',
  'sd',
  'syr',
  'ug',
  'ur',
  'yi',
]);

/** `lang` is a BCP 47 tag. */
export function isRightToLeft(lang: string): boolean {
  return rightToLeft.has(lang.toLowerCase().split('-', 1)[0] ?? '');
}
