/** Where the parties of one person's map stand on a phone: round the person, nearer the more they talk. */
import { seenFrom } from './draft.ts';
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
