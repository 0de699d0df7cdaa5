/** Where lines, their ticks and the names at their ends stand. */
import { clean, multiples, roundStep } from '../ticks.ts';
import { readFigures } from './figures.ts';
import type { ChartOptions } from './model.ts';

export interface Axis {
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
}

/** From zero when the figures come near to it, else around them. */
export function axisOf(values: readonly number[]): Axis {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const fromZero = least >= 0 && least <= most * 0.45;
  const toZero = most <= 0 && most >= least * 0.45;
  const [start, end] = [fromZero ? 0 : least, toZero ? 0 : most];
  const step = roundStep((end - start || Math.abs(end) || 1) / 4);
  const low = clean(Math.floor(start / step + 1e-9) * step);
  const high = clean(Math.ceil(end / step - 1e-9) * step);
  const top = high === low ? low + step : high;
  return { low, high: top, ticks: multiples(low, top, step) };
}

/** Along the axis, 0..1: labels that are numbers in rising order keep their distances, others stand evenly. */
export function placesOf(rows: ChartOptions['rows']): readonly number[] {
  const numbers = readFigures(rows.map(({ label }) => label)).map((found) => found?.value ?? Number.NaN);
  const [first = 0, last = 1] = [numbers[0], numbers.at(-1)];
  const isRising = numbers.every((value, index) => index === 0 || value > (numbers[index - 1] ?? value));
  if (isRising && rows.length > 1) return numbers.map((value) => (value - first) / (last - first));
  return rows.map((_, index) => (rows.length === 1 ? 0.5 : index / (rows.length - 1)));
}

interface Wanted {
  /** Where its middle wants to be. */
  readonly at: number;
  readonly height: number;
}

/** Middles of things stacked between 0 and `height`, each as near as can be to where it wants to be, none over another. */
export function dodged(wanted: readonly Wanted[], height: number): number[] {
  const order = wanted
    .map((each, index) => ({ ...each, index }))
    .sort((a, b) => a.at - b.at || a.index - b.index);
  const middles: number[] = wanted.map(() => 0);
  let floor = 0;
  for (const each of order) {
    const middle = Math.max(each.at, floor + each.height / 2);
    middles[each.index] = middle;
    floor = middle + each.height / 2;
  }
  // What hangs over the end pushes the others back.
  let ceiling = height;
  for (const each of order.toReversed()) {
    const middle = Math.min(middles[each.index] ?? 0, ceiling - each.height / 2);
    middles[each.index] = middle;
    ceiling = middle - each.height / 2;
  }
  return middles;
}

/** Of labels along the axis those that have room: the last one, and before it as many as fit, evenly from the first. */
export function labelled(
  places: readonly number[],
  widths: readonly number[],
  width: number,
): readonly number[] {
  const last = places.length - 1;
  const overlap = (one: number, other: number) =>
    ((places[other] ?? 0) - (places[one] ?? 0)) * width < ((widths[one] ?? 0) + (widths[other] ?? 0)) / 2;
  for (let every = 1; every < places.length; every++) {
    const even = places.flatMap((_, index) =>
      index % every === 0 && index < last && !overlap(index, last) ? [index] : [],
    );
    if (even.every((index, at) => at === 0 || !overlap(even[at - 1] ?? 0, index))) return [...even, last];
  }
  return [last];
}
