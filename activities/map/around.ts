/** Where the parties of one person's map stand on a phone: round the person, nearer the more they talk. */
import { isOn, seenFrom } from './draft.ts';
import type { MapResponse } from './response.ts';

export interface Place {
  /** 0..1 of the width and of the height. */
  readonly x: number;
  readonly y: number;
}

/** From so many on every third stands in an inner ring, so that names have room. */
const oneRing = 7;

/**
 * By id, with the participant in the middle; `moved` are those that were dragged elsewhere. `spread` is how far from the
 * middle the outermost may stand.
 */
export function placesOf(
  map: MapResponse,
  moved: ReadonlyMap<string, Place>,
  spread: Place,
): ReadonlyMap<string, Place> {
  const { parties, me } = map;
  const others = parties.filter(({ id }) => id !== me);
  const isInner = (index: number) => others.length >= oneRing && index % 3 === 1;
  const places = new Map<string, Place>([[me, { x: 0.5, y: 0.5 }]]);
  const place = (ring: typeof others, near: (id: string) => number, start: number) => {
    for (const [index, { id }] of ring.entries()) {
      const turn = ((index + start) / ring.length - 0.25) * 2 * Math.PI;
      const [across, down] = [Math.cos(turn) * near(id), Math.sin(turn) * near(id)];
      places.set(id, { x: 0.5 + spread.x * across, y: 0.5 + spread.y * down });
    }
  };
  // Those who talk daily stand a little nearer than those who never do.
  const nearness = (id: string) => 1 - (seenFrom(map, me, id)?.weight ?? 0) * 0.03;
  place(
    others.filter((_, index) => !isInner(index)),
    others.length < oneRing ? nearness : () => 1,
    0.5,
  );
  place(
    others.filter((_, index) => isInner(index)),
    () => 0.56,
    0.25,
  );
  for (const [id, spot] of moved) if (places.has(id)) places.set(id, spot);
  return places;
}

/** Where people and parties were put by hand, as the phone kept it for its person's eyes; it may have kept anything. */
export function readPlaces(kept: unknown, map: MapResponse): ReadonlyMap<string, Place> {
  const entries = typeof kept === 'object' && kept !== null ? Object.entries(kept) : [];
  const places = new Map<string, Place>();
  for (const [id, place] of entries) if (isPlace(place) && isOn(map, id)) places.set(id, place);
  return places;
}

/** As the phone keeps it; undefined where everything stands where it does by itself. */
export function writtenPlaces(places: ReadonlyMap<string, Place>): unknown {
  return places.size === 0 ? undefined : Object.fromEntries(places);
}

function isPlace(value: unknown): value is Place {
  if (typeof value !== 'object' || value === null) return false;
  const { x, y }: Partial<Record<keyof Place, unknown>> = value;
  return isPart(x) && isPart(y);
}

function isPart(value: unknown): boolean {
  return typeof value === 'number' && value >= 0 && value <= 1;
}
