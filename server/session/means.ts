/** Means by parts of the crowd, where they tell nothing of a few people. */
import { fewest } from './fewest.ts';

/** Up to so many different numbers they are steps, of which everybody's result counts how often each was given. */
const mostSteps = 12;

/**
 * Whether the means of these columns may be shown. A mean and how many people it is of can tell how many gave each
 * number: of ones and fives, 1.4 is one five in ten. So each count under `fewest` must be in doubt: two people of the
 * column could have given other numbers of the same sum, and two of another column theirs, without anything shown
 * being different.
 */
export function tellNoCounts(columns: readonly (readonly number[])[]): boolean {
  if (columns.some((column) => column.length < fewest)) return false;
  const values = [...new Set(columns.flat())].sort((a, b) => a - b);
  if (values.length > mostSteps) return isVaried(columns.flat());
  const counts = columns.map((column) => {
    return values.map((value) => column.filter((number) => number === value).length);
  });
  const swaps = swapsOf(values);
  return counts.every((own) =>
    values.every((_, step) => {
      if ((own[step] ?? 0) >= fewest) return true;
      return swaps.some(
        ({ of, to }) =>
          (of.includes(step) || to.includes(step)) &&
          has(own, of) &&
          counts.some((other) => other !== own && has(other, to)),
      );
    }),
  );
}

type Pair = readonly [number, number];

/** Every two pairs of steps with one sum, which have no step in common: that alone would change nothing. */
function swapsOf(values: readonly number[]): readonly { readonly of: Pair; readonly to: Pair }[] {
  const pairs = values.flatMap((low, a) =>
    values.slice(a).map((high, b) => ({ sum: low + high, pair: [a, a + b] as const })),
  );
  return pairs.flatMap((one) =>
    pairs
      .filter((other) => other !== one && Math.abs(other.sum - one.sum) < 1e-9)
      .map((other) => ({ of: one.pair, to: other.pair })),
  );
}

/** Whether two people gave these. */
function has(counts: readonly number[], [a, b]: Pair): boolean {
  return (counts[a] ?? 0) > (a === b ? 1 : 0) && (counts[b] ?? 0) > 0;
}

/** Where all but a few people gave one of two numbers, a mean is the share of one of them. */
function isVaried(numbers: readonly number[]): boolean {
  const times = new Map<number, number>();
  for (const number of numbers) times.set(number, (times.get(number) ?? 0) + 1);
  const [first = 0, second = 0] = [...times.values()].sort((a, b) => b - a);
  return numbers.length - first - second >= fewest;
}
