/** How densely a plane is covered with dots, and the outlines of the areas that hold most of them. Pure; all in px. */

export interface Dot {
  readonly x: number;
  readonly y: number;
  /** Answers that stand there. */
  readonly count: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A density at each node of a lattice over the plane, row by row from above. */
export interface Field {
  readonly columns: number;
  readonly rows: number;
  /** From one node to the next. */
  readonly step: number;
  readonly values: readonly number[];
}

/** An area as paths of SVG: what is in it, and the line around it. */
export interface Outline {
  readonly area: string;
  readonly line: string;
}

/** Nodes along the longer side. */
const nodes = 72;
/** How far one answer reaches (one standard deviation) where there is but one, as a share of the plane. */
const reach = 0.19;

/**
 * A kernel density estimate with normal kernels. They narrow with the sixth root of the number of answers, as Scott's
 * rule has it in two dimensions (D. W. Scott, Multivariate Density Estimation, 1992), and are reflected at the edges,
 * so that what stands at an edge counts in full.
 */
export function fieldOf(dots: readonly Dot[], { width, height }: Size): Field {
  const step = Math.max(width, height) / nodes;
  const [columns, rows] = [Math.ceil(width / step) + 1, Math.ceil(height / step) + 1];
  const people = dots.reduce((sum, { count }) => sum + count, 0);
  const spread = (reach * Math.sqrt(width * height)) / Math.max(1, people) ** (1 / 6);
  const values = Array.from({ length: columns * rows }, () => 0);
  for (const { x, y, count } of dots) {
    const node = Math.round(y / step) * columns + Math.round(x / step);
    values[node] = (values[node] ?? 0) + count;
  }
  const kernel = kernelOf(spread / step);
  const across = blurred(values, kernel, { lines: rows, length: columns, next: 1, nextLine: columns });
  return {
    columns,
    rows,
    step,
    values: blurred(across, kernel, { lines: columns, length: rows, next: columns, nextLine: 1 }),
  };
}

/**
 * The density at the border of the smallest area that holds this share (0..1) of the answers: between the last node
 * inside and the first one outside, so that the border runs through no node.
 */
export function levelHolding({ values }: Field, share: number): number {
  const sorted = values.toSorted((a, b) => b - a);
  const wanted = sorted.reduce((sum, value) => sum + value, 0) * share;
  let held = 0;
  const inside = sorted.find((value) => {
    held += value;
    return held >= wanted;
  });
  const outside = sorted.find((value) => value < (inside ?? 0));
  return ((inside ?? 0) + (outside ?? 0)) / 2;
}

/** Where it is densest. */
export function peakOf({ values, columns, step }: Field): { readonly x: number; readonly y: number } {
  const node = values.reduce((best, value, index) => (value > (values[best] ?? 0) ? index : best), 0);
  return { x: (node % columns) * step, y: Math.floor(node / columns) * step };
}

/** The area above a level, by marching squares: each cell of the lattice gives the part of it that is above. */
export function outlineOf(field: Field, level: number): Outline {
  const { columns, rows, step } = field;
  const [area, line]: [string[], string[]] = [[], []];
  for (let row = 0; row + 1 < rows; row++) {
    /** Where a run of cells began that are wholly above. */
    let run: number | undefined;
    for (let column = 0; column < columns; column++) {
      const cell = column + 1 < columns ? cellOf(field, row, column, level) : [];
      const isWhole = cell.length === 4 && cell.every(({ above }) => above);
      if (isWhole) {
        run ??= column;
        continue;
      }
      if (run !== undefined) area.push(rectangle(run * step, row * step, (column - run) * step, step));
      run = undefined;
      if (cell.length === 0) continue;
      area.push(`M${cell.map(at).join('L')}Z`);
      line.push(...bordersOf(cell));
    }
  }
  return { area: area.join(''), line: line.join('') };
}

interface Corner {
  readonly x: number;
  readonly y: number;
  /** A node above the level, or a place on an edge where the level is crossed. */
  readonly above: boolean;
}

const around = [
  [0, 0],
  [0, 1],
  [1, 1],
  [1, 0],
] as const;

/** The polygon of a cell's part above the level, clockwise. */
function cellOf({ columns, step, values }: Field, row: number, column: number, level: number): Corner[] {
  const nodes = around.map(([down, right]) => ({
    x: (column + right) * step,
    y: (row + down) * step,
    value: values[(row + down) * columns + column + right] ?? 0,
  }));
  return nodes.flatMap((node, index): Corner[] => {
    const next = nodes[(index + 1) % 4] ?? node;
    const isAbove = node.value >= level;
    const corner = isAbove ? [{ x: node.x, y: node.y, above: true }] : [];
    if (isAbove === next.value >= level) return corner;
    const part = (level - node.value) / (next.value - node.value);
    const x = node.x + (next.x - node.x) * part;
    const y = node.y + (next.y - node.y) * part;
    return [...corner, { x, y, above: false }];
  });
}

/** The sides of the polygon that are no sides of the cell: straight from one crossing to the next. */
function bordersOf(cell: readonly Corner[]): string[] {
  return cell.flatMap((from, index) => {
    const to = cell[(index + 1) % cell.length];
    return !to || from.above || to.above ? [] : [`M${at(from)}L${at(to)}`];
  });
}

/** Half of a normal kernel, from its middle outwards; the whole adds up to 1. */
function kernelOf(deviation: number): number[] {
  const half = Array.from({ length: Math.ceil(deviation * 3) + 1 }, (_, distance) =>
    Math.exp(-(distance ** 2) / (2 * deviation ** 2)),
  );
  const whole = half.reduce((sum, weight) => sum + 2 * weight, -1);
  return half.map((weight) => weight / whole);
}

interface Lines {
  readonly lines: number;
  /** Nodes of a line. */
  readonly length: number;
  /** From a node to the next of its line, and from a line to the next, in places of the list. */
  readonly next: number;
  readonly nextLine: number;
}

/** Every line of nodes blurred along itself; what would fall over an end is reflected there. */
function blurred(values: readonly number[], kernel: readonly number[], lines: Lines): number[] {
  const { length, next, nextLine } = lines;
  const result = values.map(() => 0);
  for (let line = 0; line < lines.lines; line++) {
    for (let node = 0; node < length; node++) {
      const value = values[line * nextLine + node * next] ?? 0;
      if (value === 0) continue;
      for (let distance = 1 - kernel.length; distance < kernel.length; distance++) {
        const place = line * nextLine + reflected(node + distance, length) * next;
        result[place] = (result[place] ?? 0) + value * (kernel[Math.abs(distance)] ?? 0);
      }
    }
  }
  return result;
}

function reflected(node: number, length: number): number {
  const last = length - 1;
  const within = node < 0 ? -node : node > last ? 2 * last - node : node;
  return Math.min(last, Math.max(0, within));
}

function rectangle(x: number, y: number, width: number, height: number): string {
  return `M${round(x)} ${round(y)}h${round(width)}v${round(height)}h${round(-width)}Z`;
}

function at({ x, y }: Corner): string {
  return `${round(x)} ${round(y)}`;
}

function round(px: number): number {
  return Math.round(px * 10) / 10;
}
