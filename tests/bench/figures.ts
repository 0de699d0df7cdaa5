/** Figures of the bench: how they are summed up, judged and printed. */

/** One line of the bench. `target` is in the unit of `value`. */
export interface Figure {
  /** The line of the catalogue it belongs to: `L2`. */
  readonly line: string;
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly target?: { readonly atMost: number } | { readonly atLeast: number };
}

/** The value below which the share `p` of the sorted values lies; 0 for none. */
export function percentile(sorted: readonly number[], p: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p))] ?? 0;
}

/** The one in the middle; of an even number the upper of the two. */
export function median(values: readonly number[]): number {
  return percentile(
    values.toSorted((a, b) => a - b),
    0.5,
  );
}

export function isMet({ value, target }: Figure): boolean {
  if (!target) return true;
  return 'atMost' in target ? value <= target.atMost : value >= target.atLeast;
}

/** `L2  vote acknowledged, p99          11.2 ms   (≤ 40 ms)   met` */
export function printed(figure: Figure): string {
  const { line, name, value, unit, target } = figure;
  const goal = !target
    ? ''
    : 'atMost' in target
      ? `≤ ${target.atMost} ${unit}`
      : `≥ ${target.atLeast} ${unit}`;
  const verdict = !target ? '' : isMet(figure) ? 'met' : 'MISSED';
  return `${line.padEnd(4)}${name.padEnd(58)}${shown(value).padStart(10)} ${unit.padEnd(12)}${goal.padEnd(18)}${verdict}`.trimEnd();
}

function shown(value: number): string {
  if (Number.isInteger(value)) return String(value);
  return value >= 100 ? value.toFixed(0) : value.toFixed(value >= 10 ? 1 : 3);
}
