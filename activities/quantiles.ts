/** Medians and quartiles of values that are known by how often each was given. */

export type Counted = readonly [value: number, times: number];

/**
 * The value below which the share `q` (0..1) of all lies; between two values in proportion (Hyndman and Fan 1996,
 * type 7), so that of an even number of values the median is the mean of the two in the middle.
 * `sorted` is by value and not empty.
 */
export function quantile(sorted: readonly Counted[], q: number): number {
  const all = timesIn(sorted);
  const rank = (all - 1) * q;
  const low = valueAt(sorted, Math.floor(rank));
  return low + (valueAt(sorted, Math.ceil(rank)) - low) * (rank - Math.floor(rank));
}

/** The value at this place of the sorted row, 0 is the first. */
export function valueAt(sorted: readonly Counted[], rank: number): number {
  let seen = 0;
  for (const [value, times] of sorted) {
    seen += times;
    if (seen > rank) return value;
  }
  return sorted.at(-1)?.[0] ?? 0;
}

export function timesIn(counted: readonly Counted[]): number {
  return counted.reduce((sum, [, times]) => sum + times, 0);
}
