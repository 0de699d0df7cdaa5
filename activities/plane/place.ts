/** A place on a plane. Phones load this and not what reads answers. */

/** Each 0..1. A kind says where x and y begin. */
export type Place = readonly [x: number, y: number];

export interface Thing {
  readonly id: string;
  readonly text: string;
}

/**
 * Which area of a plane of `parts` by `parts` areas a place is in, row by row from the lowest y. A place on a border
 * belongs to the higher one.
 */
export function areaOf([x, y]: Place, parts: number): number {
  const part = (value: number) => Math.min(parts - 1, Math.floor(value * parts));
  return part(y) * parts + part(x);
}
