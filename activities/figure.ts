/** Numbers as people read them. */

/** `1,234.5 km`, `$5`, `45%`; years and other numbers of four digits stay as they are. At most three digits behind the point. */
export function written(value: number, unit = '', language = 'en'): string {
  const digits = Math.abs(value) < 10 ? 3 : Math.abs(value) < 1000 ? 2 : 1;
  return withUnit(plain(value, digits, language), unit);
}

/** As short as an axis needs it: `2M`, `150K`. */
export function short(value: number, unit = ''): string {
  if (Math.abs(value) < 100_000) return withUnit(plain(value, 6), unit);
  const compact = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 2 });
  return withUnit(compact.format(value), unit);
}

/** With a sign, as changes and balances are read: "+0.4", "−12", "0". */
export function signed(value: number): string {
  const size = String(Math.abs(Math.round(value * 10) / 10));
  return size === '0' ? size : `${value > 0 ? '+' : '−'}${size}`;
}

function plain(value: number, digits: number, language = 'en'): string {
  const format = new Intl.NumberFormat(language, {
    maximumFractionDigits: digits,
    useGrouping: 'min2',
    // A little below zero is no minus zero.
    signDisplay: 'negative',
  });
  return format.format(value).replace(/^-/, '−');
}

/** A sign of money stands before the number, per cent and degrees directly behind it. */
function withUnit(number: string, unit: string): string {
  if (unit === '') return number;
  if (/^\p{Sc}$/u.test(unit))
    return number.startsWith('−') ? `−${unit}${number.slice(1)}` : `${unit}${number}`;
  return /^[%‰°′″]/.test(unit) ? `${number}${unit}` : `${number}\u00A0${unit}`;
}

/** A share of 0..1 in whole per cent. */
export function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

/** At most one digit behind the point; never -0, which JSON does not have. */
export function oneDigit(value: number): number {
  return Math.round(value * 10) / 10 + 0;
}

/** `1 card`, `2 cards`. */
export function counted(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
