/** Where the names of marks stand: beside them, never on one another, nor on what else must be seen. Pure; all in px. */

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A mark with its name. */
export interface Marked {
  readonly key: string;
  /** Middle of the mark. */
  readonly x: number;
  readonly y: number;
  /** How far the mark reaches from its middle. */
  readonly reach: number;
  /** Of the name as it will be drawn. */
  readonly width: number;
  readonly height: number;
}

/** The sides of a mark, the first ones preferred: in halves of the name's width and height. */
const sides = [
  [1, 0],
  [-1, 0],
  [0, -1],
  [0, 1],
  [1, -1],
  [1, 1],
  [-1, -1],
  [-1, 1],
] as const;

/**
 * A place for each name within `box`, by key. A name keeps the side it had in `before` as long as there is room; where
 * no side has room it takes the nearest free place. A name for which there is no room at all is left out.
 */
export function placeLabels(
  marks: readonly Marked[],
  box: { readonly width: number; readonly height: number },
  taken: readonly Rectangle[],
  before: ReadonlyMap<string, number> = new Map(),
): Map<string, Rectangle & { readonly side: number }> {
  const occupied = [...taken, ...marks.map(inkOf)];
  const places = new Map<string, Rectangle & { readonly side: number }>();
  // The largest first: small ones find gaps.
  for (const mark of marks.toSorted((a, b) => b.width * b.height - a.width * a.height)) {
    // Its own ink stands in the way of its name as well: there is a gap between the two.
    const isFree = (place: Rectangle) =>
      place.x >= 0 &&
      place.y >= 0 &&
      place.x + place.width <= box.width &&
      place.y + place.height <= box.height &&
      occupied.every((other) => !overlap(place, other));
    const found = nearby(mark, before.get(mark.key)).find(isFree) ?? farther(mark, box, isFree);
    if (!found) continue;
    places.set(mark.key, found);
    occupied.push(found);
  }
  return places;
}

export function overlap(a: Rectangle, b: Rectangle): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** From the mark to the name, when the two do not touch. */
export function distanceTo({ x, y, reach }: Marked, place: Rectangle): number {
  const away = (at: number, from: number, length: number) => Math.max(from - at, 0, at - from - length);
  return Math.hypot(away(x, place.x, place.width), away(y, place.y, place.height)) - reach;
}

function inkOf({ x, y, reach }: Marked): Rectangle {
  return { x: x - reach, y: y - reach, width: reach * 2, height: reach * 2 };
}

function nearby(mark: Marked, preferred: number | undefined) {
  const { x, y, reach, width, height } = mark;
  const places = sides.map(([right, down], side) => {
    // On a slant the corner of the name comes nearer to the round mark.
    const gap = right !== 0 && down !== 0 ? reach * 0.75 + 1 : reach * 1.3;
    return {
      x: x + right * (gap + width / 2) - width / 2,
      y: y + down * (gap + height / 2) - height / 2,
      width,
      height,
      side,
    };
  });
  return preferred === undefined
    ? places
    : places.toSorted((a, b) => Number(b.side === preferred) - Number(a.side === preferred));
}

/** All over the box, in steps of half a line, the nearest one first. */
function farther(
  mark: Marked,
  box: { readonly width: number; readonly height: number },
  isFree: (place: Rectangle) => boolean,
): (Rectangle & { readonly side: number }) | undefined {
  const { width, height, reach } = mark;
  const step = Math.max(6, reach);
  let best: (Rectangle & { readonly side: number }) | undefined;
  let nearest = Number.POSITIVE_INFINITY;
  for (let y = 0; y + height <= box.height; y += step) {
    for (let x = 0; x + width <= box.width; x += step) {
      const place = { x, y, width, height, side: -1 };
      const distance = distanceTo(mark, place);
      if (distance >= nearest || !isFree(place)) continue;
      best = place;
      nearest = distance;
    }
  }
  return best;
}
