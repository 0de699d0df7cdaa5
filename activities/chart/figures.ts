/** Figures as authors write them in a table: `1,234.5`, `1.234,5`, `12 000`, `45 %`, `€3.2m`, `–` for none. */
import { clean } from '../ticks.ts';

export interface ReadFigure {
  readonly value: number;
  /** What stands around the number, such as `%` or `€ m`. */
  readonly unit: string;
}

/** One cell: a figure, null where there is none, undefined where something else stands. */
export type ReadCell = ReadFigure | null | undefined;

const blank = /^(?:[-–—.…]*|n\/?a)$/i;
/** A sign of money or the like, the number, and a unit: no digits in it but behind a letter, as in CO2. */
const shape =
  /^([^\p{L}\d.,+−-]{0,3})\s*([+−-]?)\s*([^\p{L}\d.,+−-]{0,3})\s*(\d(?:[\d.,'’\s]*\d)?)\s*((?:[\p{L}\p{Sc}\p{So}%‰°′″×+*†‡](?:[^\d]|(?<=\p{L})\d)*)?)$/u;

/** Reads all cells of a table together: what one says of the decimal sign holds for those that leave it open. */
export function readFigures(cells: readonly string[]): ReadCell[] {
  const parts = cells.map((cell) => shape.exec(cell.normalize('NFKC').trim()));
  const numerals = parts.map((part) => (part?.[4] ?? '').replace(/['’\s]/g, ''));
  const common = numerals.map(decimalSignIn).find((sign) => sign !== undefined) ?? '.';
  return cells.map((cell, index) => {
    if (blank.test(cell.trim())) return null;
    const [, before = '', sign = '', within = '', written = '', unit = ''] = parts[index] ?? [];
    const number = numberOf(written, decimalSignIn(numerals[index] ?? '') ?? common);
    if (number === undefined) return undefined;
    const value = clean(sign === '-' || sign === '−' ? -number : number);
    return { value, unit: `${before.trim()}${within.trim()} ${unit.trim()}`.trim() };
  });
}

/** The decimal sign that this number alone gives away, if any: `1.234,5` and `0,5` do, `1,234` does not. */
function decimalSignIn(numeral: string): string | undefined {
  const last = Math.max(numeral.lastIndexOf('.'), numeral.lastIndexOf(','));
  if (last === -1) return undefined;
  const sign = numeral[last] ?? '';
  const other = sign === '.' ? ',' : '.';
  if (numeral.includes(other)) return sign;
  if (numeral.indexOf(sign) !== last) return other;
  const partsThousands = /^[1-9]\d{0,2}$/.test(numeral.slice(0, last)) && numeral.length - last === 4;
  return partsThousands ? undefined : sign;
}

/** Undefined where thousands are not parted in threes. */
function numberOf(written: string, decimalSign: string): number | undefined {
  const [whole = '', fraction = '0', ...more] = written.split(decimalSign);
  if (more.length > 0 || !/^\d+$/.test(fraction)) return undefined;
  return /^(?:\d+|\d{1,3}(?:[.,'’\s]\d{3})+)$/.test(whole)
    ? Number(`${whole.replace(/\D/g, '')}.${fraction}`)
    : undefined;
}
