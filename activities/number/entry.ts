/** Reads a number as people write it: with a comma or a point, with signs between thousands, in digits of any script. */

/** Where digits of other scripts begin: Arabic, Persian, Devanagari, Bengali, Thai. */
const zeros = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50];

/** No signs between the digits, or threes behind them; in India twos before the last three. */
const grouped = /^(?:\d*|\d{1,3}(?:[.,]\d{2,3})*[.,]\d{3})$/;

/** The decimal sign of a language, `.` or `,`. */
export function decimalSignOf(language: string | undefined): string {
  const parts = new Intl.NumberFormat(language).formatToParts(1.5);
  const sign = parts.find((part) => part.type === 'decimal')?.value;
  return sign === ',' || sign === '٫' ? ',' : '.';
}

/**
 * The number, or undefined for what is none. Of comma and point the last one begins the fraction. One alone does so too,
 * unless it stands where the language parts thousands (`1,000` in English, `1.000` in German).
 */
export function numberIn(text: string, decimalSign: string): number | undefined {
  const plain = plainDigits(text).replace(/[\s'’_]/g, '');
  const [, sign = '', digits = ''] = /^([-+]?)([\d.,]*)$/.exec(plain) ?? [];
  if (!/\d/.test(digits)) return undefined;
  const fraction = fractionAt(digits, decimalSign);
  const whole = fraction === -1 ? digits : digits.slice(0, fraction);
  const rest = fraction === -1 ? '' : digits.slice(fraction + 1);
  if (!grouped.test(whole) || whole.includes(digits[fraction] ?? ' ')) return undefined;
  const value = Number(`${sign}${whole.replace(/[.,]/g, '') || '0'}.${rest || '0'}`);
  return value === 0 ? 0 : value;
}

/** Index of the sign before the fraction, or -1. */
function fractionAt(digits: string, decimalSign: string): number {
  const last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
  if (last === -1) return -1;
  const sign = digits[last] ?? '';
  const other = sign === '.' ? ',' : '.';
  if (digits.includes(other)) return last;
  const isRepeated = digits.indexOf(sign) !== last;
  if (isRepeated) return -1;
  const partsThousands = sign !== decimalSign && /^[1-9]\d{0,2}$/.test(digits.slice(0, last));
  return partsThousands && digits.length - last === 4 ? -1 : last;
}

function plainDigits(text: string): string {
  return [...text.normalize('NFKC')]
    .map((sign) => {
      const code = sign.codePointAt(0) ?? 0;
      const zero = zeros.find((each) => code >= each && code < each + 10);
      return zero === undefined ? sign : String(code - zero);
    })
    .join('')
    .replaceAll('٫', ',')
    .replace(/[٬\u00A0\u202F]/g, '')
    .replace(/[−–]/g, '-');
}
