/** Names as they stand under a party: measured with the page's typeface, in at most two lines. */

export type Measure = (text: string) => number;

const size = 100;

/** Widths in font sizes, for the typeface of `family` at `weight`. It remembers: names come back with every view. */
export function measureIn(family: string, weight: number): Measure {
  const context = document.createElement('canvas').getContext('2d');
  if (context) context.font = `${weight} ${size}px ${family}`;
  const known = new Map<string, number>();
  return (text) => {
    const width = known.get(text) ?? (context ? context.measureText(text).width / size : text.length * 0.55);
    known.set(text, width);
    return width;
  };
}

/** Lines of one name. */
const most = 2;

/** The name in lines no wider than `widest`, in font sizes; the last one ends in an ellipsis where it had to be cut. */
export function wrap(name: string, widest: number, measure: Measure): string[] {
  const lines: string[] = [''];
  for (const word of name.split(' ')) {
    const last = lines.at(-1) ?? '';
    const longer = last === '' ? word : `${last} ${word}`;
    if (measure(longer) <= widest || last === '') lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  const kept = lines.slice(0, most);
  if (lines.length > most) kept[most - 1] = lines.slice(most - 1).join(' ');
  return kept.map((line) => cut(line, widest, measure));
}

function cut(line: string, widest: number, measure: Measure): string {
  if (measure(line) <= widest) return line;
  const letters = [...line];
  while (letters.length > 1 && measure(`${letters.join('')}…`) > widest) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}
