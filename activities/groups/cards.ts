/** How groups stand on a screen: as cards with names, or as a list where there are too many for that. */

/** With more groups than this there is no room for names. */
const mostCards = 24;
/** Lines of a list that are legible from the back row, and the width of a screen in the size of its letters. */
const linesOfList = 13;
const widthOfList = 49;
/** Beside the name: its mark, the size, and the gap to the next column. */
const besideName = 6;

/** Size of the names on cards, in the size of the chart's text; the style sheet says the same. */
const sizes = { large: 1.15, medium: 0.95, small: 0.8, smallest: 0.72 };
export type LetterSize = keyof typeof sizes;

export interface Grid {
  readonly cards: boolean;
  readonly columns: number;
  readonly rows: number;
  /** What a card has room for: lines of names, and letters on a line. A guess on the safe side. */
  readonly lines: number;
  readonly letters: number;
  readonly size: LetterSize;
}

/** Near the shape of a screen; `longest` is the length of the longest name of a group, in characters. */
export function gridFor(groups: number, longest: number): Grid {
  if (groups > mostCards) {
    const columns = Math.min(8, Math.max(2, Math.floor(widthOfList / (longest * 0.6 + besideName))));
    const rows = Math.min(linesOfList, Math.ceil(groups / columns));
    return { cards: false, columns, rows, lines: 0, letters: 0, size: 'smallest' };
  }
  const wider = [4, 9, 16].filter((most) => groups > most).length;
  const columns = groups <= 3 ? Math.max(1, groups) : 2 + wider;
  const rows = Math.ceil(groups / columns);
  const size = columns <= 2 ? 'large' : rows <= 2 ? 'medium' : rows === 3 ? 'small' : 'smallest';
  const letters = Math.floor((35 / columns - 1.6) / (0.58 * sizes[size]));
  return { cards: true, columns, rows, lines: [6, 4, 3, 3][rows - 1] ?? 2, letters, size };
}

/** The names there is room for, and how many people are left: those without a name, and those there is no room for. */
export function namesFor(
  { names, size }: { readonly names: readonly string[]; readonly size: number },
  { lines, letters }: Pick<Grid, 'lines' | 'letters'>,
): { readonly shown: readonly string[]; readonly others: number } {
  if (names.length === 0 || lines === 0) return { shown: [], others: 0 };
  const complete = names.length === size && linesFor(names, letters) <= lines;
  let count = names.length;
  // Room is kept for the number of the others.
  while (!complete && count > 1 && linesFor([...names.slice(0, count), '+100'], letters) > lines) count--;
  return { shown: names.slice(0, count), others: size - count };
}

/** How many lines the names take, set beside one another; a name that is too long for a line is cut. */
function linesFor(names: readonly string[], letters: number): number {
  let lines = 1;
  let filled = 0;
  for (const name of names) {
    const width = Math.min(letters, [...name].length);
    if (filled > 0 && filled + 2 + width > letters) {
      lines++;
      filled = width;
    } else filled += width + (filled > 0 ? 2 : 0);
  }
  return lines;
}
