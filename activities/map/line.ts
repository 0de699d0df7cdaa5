/** Geometry of the lines of a map: from circle to circle, round the middle, with places for an arrow and a sign. */

import { power } from './layout.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Circle extends Point {
  readonly radius: number;
}

export interface Rect extends Point {
  readonly width: number;
  readonly height: number;
}

export interface Line {
  /** For an SVG path. */
  readonly path: string;
  /** The triangle of an arrow on the line, as points of an SVG polygon. */
  readonly arrow: string | undefined;
  /** Where a sign may stand, best first. */
  readonly stops: readonly Point[];
}

/** How far a line between two parties bows outward, as a part of its length: the middle is full of lines already. */
const bow = 0.14;
/** Along a line, where a sign is looked for a place. */
const places = [0.6, 0.4, 0.68, 0.5, 0.32, 0.74, 0.25];

interface Drawing {
  readonly width: number;
  readonly straight: boolean;
  /** Which end an arrow points to. */
  readonly arrow: 'a' | 'b' | undefined;
  /** Between a line's end and the circle, px. */
  readonly gap: number;
  /** Length of an arrow, px. */
  readonly tip: number;
}

/** The line of two circles; undefined where they touch. */
export function lineOf(
  a: Circle,
  b: Circle,
  { width, straight, arrow, gap, tip }: Drawing,
): Line | undefined {
  const length = Math.hypot(b.x - a.x, b.y - a.y);
  if (length <= a.radius + b.radius + gap * 2) return undefined;
  const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
  const normal = { x: (a.y - b.y) / length, y: (b.x - a.x) / length };
  const outward = normal.x * middle.x + normal.y * middle.y < 0 ? -1 : 1;
  const bend = straight ? 0 : bow * length * outward;
  const control = { x: middle.x + normal.x * bend, y: middle.y + normal.y * bend };
  const from = toward(a, control, a.radius + gap);
  const to = toward(b, control, b.radius + gap);
  const curve = (part: number) => along(from, control, to, part);
  return {
    path: `M${at(from)}Q${at(control)} ${at(to)}`,
    arrow: arrow && arrowOn(curve, arrow, straight, tip + width, Math.hypot(to.x - from.x, to.y - from.y)),
    stops: places.map(curve),
  };
}

/** On a spoke it stands toward the rim, where there is more room. */
function arrowOn(
  curve: (part: number) => Point,
  points: 'a' | 'b',
  isSpoke: boolean,
  size: number,
  length: number,
): string {
  const at = isSpoke ? 0.8 : 0.5;
  const half = Math.min(0.15, size / Math.max(1, length) / 2);
  const [tip, base] = points === 'b' ? [at + half, at - half] : [at - half, at + half];
  return triangle(curve(tip), curve(base), size * 0.52);
}

/** The first stop that hides nothing, else the one that hides least. */
export function freeStop(stops: readonly Point[], size: number, taken: readonly Rect[]): Point | undefined {
  let best: { readonly stop: Point; readonly hidden: number } | undefined;
  for (const stop of stops) {
    const hidden = taken.reduce((sum, rect) => sum + overlap(stop, size, rect), 0);
    if (hidden === 0) return stop;
    if (!best || hidden < best.hidden) best = { stop, hidden };
  }
  return best?.stop;
}

/** In square px. */
function overlap(stop: Point, size: number, rect: Rect): number {
  const across = (size + rect.width) / 2 - Math.abs(stop.x - rect.x);
  const down = (size + rect.height) / 2 - Math.abs(stop.y - rect.y);
  return Math.max(0, Math.min(across, size)) * Math.max(0, Math.min(down, size));
}

function toward(from: Point, to: Point, distance: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  return {
    x: from.x + ((to.x - from.x) * distance) / length,
    y: from.y + ((to.y - from.y) * distance) / length,
  };
}

/** A point of the quadratic curve. */
function along(from: Point, control: Point, to: Point, part: number): Point {
  const rest = 1 - part;
  const mix = (p: number, c: number, q: number) => rest * rest * p + 2 * rest * part * c + part * part * q;
  return { x: mix(from.x, control.x, to.x), y: mix(from.y, control.y, to.y) };
}

function triangle(tip: Point, base: Point, half: number): string {
  const length = Math.hypot(tip.x - base.x, tip.y - base.y) || 1;
  const [x, y] = [((base.y - tip.y) / length) * half, ((tip.x - base.x) / length) * half];
  return [tip, { x: base.x + x, y: base.y + y }, { x: base.x - x, y: base.y - y }].map(at).join(' ');
}

/** A ring as square as those that the layout goes by, as an SVG path. */
export function ringOf(across: number, down: number): string {
  const points = Array.from({ length: 72 }, (_, index) => {
    const angle = (index / 36) * Math.PI;
    const bent = (part: number) => Math.sign(part) * Math.abs(part) ** (2 / power);
    return at({ x: across * bent(Math.cos(angle)), y: down * bent(Math.sin(angle)) });
  });
  return `M${points.join('L')}Z`;
}

function at({ x, y }: Point): string {
  return `${Math.round(x * 10) / 10},${Math.round(y * 10) / 10}`;
}
