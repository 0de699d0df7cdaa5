/** Where the parties of one person's map stand on a phone: round the person, nearer the more they talk. */
import { seenFrom } from './draft.ts';
import type { MapResponse } from './response.ts';

export interface Place {
  /** 0..1 of the width and of the height. */
  readonly x: number;
  readonly y: number;
}

/** From so many on they stand in two rings, so that names have room. */
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
  const places = new Map<string, Place>([[me, { x: 0.5, y: 0.5 }]]);
  for (const [index, { id }] of others.entries()) {
    const turn = ((index + 0.5) / others.length - 0.25) * 2 * Math.PI;
    const weight = seenFrom(map, me, id)?.weight ?? 0;
    // Those who talk daily stand a little nearer than those who never do.
    const near = others.length < oneRing ? 1 - weight * 0.03 : index % 2 === 0 ? 1 : 0.6;
    const [across, down] = [Math.cos(turn) * near, Math.sin(turn) * near];
    places.set(id, { x: 0.5 + spread.x * across, y: 0.5 + spread.y * down });
  }
  for (const [id, place] of moved) if (places.has(id)) places.set(id, place);
  return places;
}
