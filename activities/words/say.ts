/** The interface's words: one catalogue, in two parts so that phones do not load what only screens say. */

/** Fills `{name}` places of a text. A missing value leaves the place as it is, so a fault is seen. */
export function fill(text: string, values: Readonly<Record<string, string | number>> = {}): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}

/** "1 answer", "2 answers": the text for one and the text for any other number, split by `|`. */
export function count(
  text: string,
  number: number,
  values: Readonly<Record<string, string | number>> = {},
): string {
  const [one = text, many = one] = text.split('|');
  return fill(number === 1 ? one : many, { number, ...values });
}

/** Thousands set apart by a space, which every language reads. */
export function grouped(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, '\u00A0');
}
