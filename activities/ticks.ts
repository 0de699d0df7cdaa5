/** Round numbers for axes. */

/** The smallest of 1, 2, 5, 10, 20, 50 … (and .5, .2 …) that is not under `step`. */
export function roundStep(step: number): number {
  const power = 10 ** Math.floor(Math.log10(step));
  const found = [1, 2, 5, 10].find((each) => each * power >= step * (1 - 1e-9)) ?? 10;
  return clean(found * power);
}

/** Multiples of `step` from `low` to `high`, both included where they are multiples. */
export function multiples(low: number, high: number, step: number): number[] {
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  const count = Math.max(0, last - first + 1);
  return Array.from({ length: count }, (_, index) => clean((first + index) * step));
}

/** Without the dust that binary fractions leave: 0.30000000000000004 is 0.3. */
export function clean(value: number): number {
  const cleaned = Number(value.toPrecision(14));
  return cleaned === 0 ? 0 : cleaned;
}
