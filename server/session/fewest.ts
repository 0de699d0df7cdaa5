/** Small numbers: what is too small to be told apart from others, and what it is put together with. */

/** So many people every number of a comparison stands for at least. */
export const fewest = 8;

/**
 * Which groups to put together, so that each of the others and all of these together have at least `fewest` people in
 * every column. `groups` holds each group's people by column. None where none is too small, undefined where nothing
 * could be told even so. With the smallest goes the next smallest: what is left of a total once all that is shown was
 * taken away is a column or a row that is shown too, and never a single group.
 */
export function putTogether(groups: readonly (readonly number[])[]): readonly number[] | undefined {
  const bySize = groups
    .map((people, index) => ({ index, people, least: Math.min(...people) }))
    .sort((a, b) => a.least - b.least || sum(a.people) - sum(b.people));
  const small = bySize.filter(({ least }) => least < fewest).length;
  if (small === 0) return [];
  for (let taken = Math.max(2, small); taken < groups.length; taken++) {
    const chosen = bySize.slice(0, taken);
    const isEnough = (_: number, column: number) =>
      sum(chosen.map(({ people }) => people[column] ?? 0)) >= fewest;
    if ((groups[0] ?? []).every(isEnough)) return chosen.map(({ index }) => index).sort((a, b) => a - b);
  }
  return undefined;
}

/** The groups that stay, in order, then those that were put together as one. */
export function apart(
  groups: readonly (readonly number[])[],
  together: readonly number[],
): readonly (readonly number[])[] {
  const alone = groups.flatMap((_, index) => (together.includes(index) ? [] : [[index]]));
  return together.length === 0 ? alone : [...alone, together];
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
