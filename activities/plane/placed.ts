/** Things that people place on a plane: what a phone sends, its tally, and what may be seen of it. */
import * as v from 'valibot';
import type { Answer, Visibility } from '../kind.ts';
import { someOf } from '../some-of.ts';
import { cellsOf, changed, emptyTable, type Table } from '../table.ts';
import { areaOf, type Place, type Thing } from './place.ts';

export interface PlacedResponse {
  /** By the thing's id; things may be left out. */
  places: Record<string, [x: number, y: number]>;
}

export interface PlacedTally {
  readonly people: number;
  /** Areas in a row, and rows of areas. */
  readonly parts: number;
  readonly things: Readonly<Record<string, ThingTally>>;
}

interface ThingTally {
  readonly people: number;
  /** Of x and of y, in thousandths: whole numbers, so that the order of answers makes no difference. */
  readonly sums: readonly [number, number];
  /** Answers in each area of the plane, row by row from the lowest y. */
  readonly areas: readonly number[];
  /** How many placed it at `x y`, in steps of the finest lattice. */
  readonly dots: Table<number>;
}

export interface PlacedThing extends Thing {
  /** How often it was placed. */
  readonly people: number;
  /** Null while nobody has placed it. */
  readonly mean: Place | null;
  /** How often in each area of the plane, row by row from the lowest y. */
  readonly areas: readonly number[];
  /** Absent on phones. */
  readonly dots?: Dots;
}

/** Where it was placed, and how often there: x and y in steps of 1 / `fineness`, then the number, one after another. */
export interface Dots {
  readonly fineness: number;
  readonly flat: readonly number[];
}

/** Finer than can be seen in a large room; coarser ones keep what 10,000 people sent small. */
const lattices = [200, 100, 50, 20] as const;
const [finest] = lattices;
/** Dots of all things together that a screen is sent. */
const mostDots = 4000;

/** What one phone may send: at least one of these things, each on the plane. */
export function placedSchema(ids: readonly string[]): v.GenericSchema<unknown, PlacedResponse> {
  const coordinate = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
  const place = v.strictTuple([coordinate, coordinate]);
  return v.strictObject({ places: someOf(Object.fromEntries(ids.map((id) => [id, place]))) });
}

/** `parts` areas in a row, and as many rows. */
export function noPlaces(ids: readonly string[], parts: number): PlacedTally {
  const areas = Array.from({ length: parts * parts }, () => 0);
  const none: ThingTally = { people: 0, sums: [0, 0], areas, dots: emptyTable };
  return { people: 0, parts, things: Object.fromEntries(ids.map((id) => [id, none])) };
}

export function withPlaces(tally: PlacedTally, { response }: Answer<PlacedResponse>): PlacedTally {
  const things = { ...tally.things };
  for (const [id, place] of Object.entries(response.places)) {
    const before = things[id];
    if (before) things[id] = placed(before, place, tally.parts);
  }
  return { ...tally, people: tally.people + 1, things };
}

function placed({ people, sums, areas, dots }: ThingTally, [x, y]: Place, parts: number): ThingTally {
  const area = areaOf([x, y], parts);
  const key = `${Math.round(x * finest)} ${Math.round(y * finest)}`;
  return {
    people: people + 1,
    sums: [sums[0] + Math.round(x * 1000), sums[1] + Math.round(y * 1000)],
    areas: areas.with(area, (areas[area] ?? 0) + 1),
    dots: changed(dots, key, (before = 0) => before + 1),
  };
}

/** What may be seen of each thing; `together` has all of them counted as one, under its id and text. */
export function revealedThings(
  things: readonly Thing[],
  tally: PlacedTally,
  { to }: Pick<Visibility, 'to'>,
  together?: Thing,
): readonly PlacedThing[] {
  const tallies = things.flatMap((thing) => {
    const found = tally.things[thing.id];
    return found ? [{ thing, tallies: [found] }] : [];
  });
  const groups = together ? [{ thing: together, tallies: tallies.flatMap((each) => each.tallies) }] : tallies;
  const dots = to === 'phone' ? [] : dotsOf(groups.map((group) => group.tallies));
  return groups.map(({ thing: { id, text }, tallies: counted }, index) => {
    const found = dots[index];
    return { id, text, ...sumOf(counted, tally.parts), ...(found ? { dots: found } : {}) };
  });
}

function sumOf(
  tallies: readonly ThingTally[],
  parts: number,
): Pick<PlacedThing, 'people' | 'mean' | 'areas'> {
  const people = tallies.reduce((sum, each) => sum + each.people, 0);
  const mean = (axis: 0 | 1) =>
    Math.round(tallies.reduce((sum, each) => sum + each.sums[axis], 0) / people) / 1000;
  return {
    people,
    mean: people === 0 ? null : [mean(0), mean(1)],
    areas: Array.from({ length: parts * parts }, (_, area) =>
      tallies.reduce((sum, each) => sum + (each.areas[area] ?? 0), 0),
    ),
  };
}

/** On the finest lattice on which there are few enough of them. */
function dotsOf(groups: readonly (readonly ThingTally[])[]): readonly Dots[] {
  let found: readonly Dots[] = [];
  for (const fineness of lattices) {
    found = groups.map((tallies) => ({ fineness, flat: flatDots(tallies, fineness) }));
    if (found.reduce((sum, { flat }) => sum + flat.length / 3, 0) <= mostDots) return found;
  }
  return found;
}

function flatDots(tallies: readonly ThingTally[], fineness: number): number[] {
  const counts = new Map<number, number>();
  for (const [key, count] of tallies.flatMap(({ dots }) => cellsOf(dots))) {
    const [x = 0, y = 0] = key.split(' ').map((step) => Math.round((Number(step) * fineness) / finest));
    const cell = y * (fineness + 1) + x;
    counts.set(cell, (counts.get(cell) ?? 0) + count);
  }
  // In the order of places, which says nothing about who came when, or what belongs together.
  return [...counts]
    .sort(([a], [b]) => a - b)
    .flatMap(([cell, count]) => [cell % (fineness + 1), Math.floor(cell / (fineness + 1)), count]);
}
