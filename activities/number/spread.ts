/** How numbers spread: bins of round width that stay calm as answers arrive, with what lies far out counted beside them. */
import { type Counted, quantile, timesIn, valueAt } from '../quantiles.ts';
import { clean, roundStep } from '../ticks.ts';

export interface Bin {
  /** Where it begins; numbers there are in it. */
  readonly from: number;
  /** Where it ends; numbers there are in the next one, except in the last. */
  readonly to: number;
  readonly count: number;
}

export interface Spread {
  /** Beside one another, lowest first. */
  readonly bins: readonly Bin[];
  /** The one number that each bin holds, where bins are that narrow. */
  readonly single: boolean;
  /** Numbers that lie under the first bin, and above the last. */
  readonly below: number;
  readonly above: number;
}

export interface Bounds {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly step?: number | undefined;
}

/** More bins than these are too thin to see. */
const mostBins = 25;
/** Where the range is not the author's, about so many. */
const usualBins = 20;
/** The range ends at a multiple of so many bins. */
const roundEnds = 5;
/** Rounding to whole multiples gives a few more; beyond that the numbers are no longer told apart by their digits. */
const mostEdges = 2 * mostBins;
/** Numbers of less are 0 to everybody. */
const smallest = 1e-290;
/** What binary fractions leave of a whole number of steps: far less than any number that somebody gives. */
const dust = 1e-12;
/** So many times the typical distance from the median is far out. */
const farOut = 12;

/**
 * `sorted` is by value and not empty; `also` is a number the axis should reach when it is not too far away; `former` are the
 * numbers of another round, by value, which has its place on the same axis.
 */
export function spreadOf(
  sorted: readonly Counted[],
  bounds: Bounds,
  also?: number,
  former: readonly Counted[] = [],
): Spread {
  const { min, max, step } = bounds;
  const grain = step ?? (sorted.every(([value]) => Number.isInteger(value)) ? 1 : 0);
  const base = step === undefined ? 0 : (min ?? 0);
  const rounds = former.length > 0 ? [sorted, former] : [sorted];
  const ranges = rounds.map((round) => rangeOf(round, bounds, grain, also));
  const low = Math.min(...ranges.map(([least]) => least));
  const high = Math.max(...ranges.map(([, most]) => most));
  const isFixed = min !== undefined && max !== undefined;
  if (grain > 0 && (high - low) / grain < mostBins) {
    const middles = cover(low, high, { step: grain, base });
    const edges = [...middles.map((each) => each - grain / 2), (middles.at(-1) ?? high) + grain / 2].map(
      clean,
    );
    if (areEdges(edges)) return { ...counted(sorted, edges), single: true };
  }
  const width = widthFor(high - low, grain, isFixed);
  if (isFixed) return { ...counted(sorted, between(low, high, { step: width, base })), single: false };
  // Round ends outlast a new lowest or highest number.
  const ends = between(low, high, { step: width * roundEnds, base });
  const [start = low, end = high] = [ends[0], ends.at(-1)];
  const within = [Math.max(start, min ?? start), Math.min(end, max ?? end)] as const;
  return { ...counted(sorted, between(...within, { step: width, base })), single: false };
}

/** The least and the largest number that its bins are about. */
export function endsOf({ bins, single }: Spread): readonly [low: number, high: number] {
  const [first, last] = [bins[0], bins.at(-1)];
  if (!first || !last) return [0, 0];
  return single ? [middleOf(first), middleOf(last)] : [first.from, last.to];
}

/** The same axis, and nobody on it. */
export function emptied(spread: Spread): Spread {
  const bins = spread.bins.map((bin) => ({ ...bin, count: 0 }));
  return { ...spread, bins, below: 0, above: 0 };
}

export function middleOf({ from, to }: Pick<Bin, 'from' | 'to'>): number {
  return clean((from + to) / 2);
}

/** A round multiple of the grain; one that parts an author's own range evenly is preferred. */
function widthFor(span: number, grain: number, isFixed: boolean): number {
  const unit = grain > 0 ? grain : 1;
  const least = span / (isFixed ? mostBins : usualBins) / unit;
  const width = roundStep(grain > 0 ? Math.max(1, least) : least);
  const even = [width, roundStep(width * 1.5), roundStep(width * 3)].find(
    (each) => Math.abs(span / (each * unit) - Math.round(span / (each * unit))) < 1e-9,
  );
  return clean((isFixed ? (even ?? width) : width) * unit);
}

interface Steps {
  readonly step: number;
  readonly base: number;
}

/**
 * Edges of bins from `low` to `high`, at multiples of `step`; a single bin where an author's bounds or steps are so near
 * to one another that numbers cannot tell them apart.
 */
function between(low: number, high: number, steps: Steps): readonly number[] {
  const edges = cover(low, high, steps);
  return areEdges(edges) ? edges : [low, high];
}

/** Whether each is more than the one before, and there is room for a bin. */
function areEdges(edges: readonly number[]): boolean {
  return edges.length > 1 && edges.every((edge, index) => index === 0 || edge > (edges[index - 1] ?? edge));
}

/**
 * Multiples of `step`, counted from `base`, from the last one before `low` to the first one behind `high`. None where
 * they would be more than anybody can see.
 */
function cover(low: number, high: number, { step, base }: Steps): number[] {
  const first = Math.floor((low - base) / step + dust);
  const last = Math.ceil((high - base) / step - dust);
  if (!(last - first < mostEdges)) return [];
  return Array.from({ length: last - first + 1 }, (_, index) => clean(base + (first + index) * step));
}

/** Where the axis begins and ends, before it is rounded. */
function rangeOf(
  sorted: readonly Counted[],
  { min, max }: Bounds,
  grain: number,
  also: number | undefined,
): [low: number, high: number] {
  if (min !== undefined && max !== undefined) return [min, max];
  const people = timesIn(sorted);
  const median = quantile(sorted, 0.5);
  // The median distance from the median: far numbers cannot stretch it, however far they are.
  const distances = sorted.map(([value, times]): Counted => [Math.abs(value - median), times]);
  distances.sort(([a], [b]) => a - b);
  const usual = Math.max(grain, Math.abs(median) * 0.05);
  const least = usual < smallest ? 1 : usual;
  const reach = farOut * Math.max(quantile(distances, 0.5), least);
  // Nineteen of twenty are shown whatever they are.
  const usualLow = valueAt(sorted, Math.ceil((people - 1) * 0.05));
  const usualHigh = valueAt(sorted, Math.floor((people - 1) * 0.95));
  const near = sorted.filter(
    ([value]) => Math.abs(value - median) <= reach || (value >= usualLow && value <= usualHigh),
  );
  let low = near[0]?.[0] ?? median;
  let high = near.at(-1)?.[0] ?? median;
  if (also !== undefined && Math.max(high, also) - Math.min(low, also) <= 3 * Math.max(high - low, least)) {
    [low, high] = [Math.min(low, also), Math.max(high, also)];
  }
  // One number alone stands in the middle, and so do several that differ by less than anybody means.
  const isFine = grain > Math.max(Math.abs(low), Math.abs(high)) * 1e-13;
  if (low === high || (high - low <= least * 1e-9 && !isFine))
    [low, high] = [low - 2 * least, high + 2 * least];
  const [from, to] = [Math.max(low, min ?? low), Math.min(high, max ?? high)];
  // Where an author's bound leaves nothing, there is room beside it.
  if (from < to) return [from, to];
  return max === undefined ? [from, from + 4 * least] : [to - 4 * least, to];
}

function counted(sorted: readonly Counted[], edges: readonly number[]): Omit<Spread, 'single'> {
  const bins = edges.slice(0, -1).map((from, index) => ({ from, to: edges[index + 1] ?? from, count: 0 }));
  let [below, above] = [0, 0];
  const [first, last] = [bins[0], bins.at(-1)];
  for (const [value, times] of sorted) {
    const bin = bins.find(
      ({ from, to }) => value >= from && (value < to || (value === to && to === last?.to)),
    );
    if (bin) bin.count += times;
    else if (first && value < first.from) below += times;
    else above += times;
  }
  return { bins, below, above };
}
