/** Where the dots of a strip stand: each at its number, on top of those it would cover. */

export interface Dot {
  readonly key: string;
  /** Of the left edge and of the lower edge, CSS px. */
  readonly left: number;
  readonly bottom: number;
}

export interface Strip {
  readonly dots: readonly Dot[];
  /** Diameter of a dot, CSS px. */
  readonly size: number;
}

/** `values` are 0..1 along the axis, lowest first. Dots are as large as fits into the box. */
export function stripOf(
  values: readonly number[],
  { width, height }: { readonly width: number; readonly height: number },
): Strip {
  for (let size = Math.min(width / 26, height / 7); ; size *= 0.9) {
    const dots = stacked(values, width, size);
    const top = Math.max(0, ...dots.map((dot) => dot.bottom)) + size;
    if (top <= height || size < 4) return { dots, size };
  }
}

function stacked(values: readonly number[], width: number, size: number): Dot[] {
  /** By level, where its last dot ends. */
  const ends: number[] = [];
  return values.map((value, index) => {
    // Whole dots stay within the box.
    const left = Math.min(Math.max(0, value * width - size / 2), width - size);
    const free = ends.findIndex((end) => end <= left);
    const level = free === -1 ? ends.length : free;
    ends[level] = left + size;
    const same = values.slice(0, index).filter((each) => each === value).length;
    return { key: `${value} ${same}`, left, bottom: level * size };
  });
}
