/**
 * Where the parties of a map stand. The stronger a party's links, the nearer to the middle; linked ones stand near one
 * another; no box lies on another or outside the frame. Deterministic, and calm: what has a place keeps it as long as it
 * fits, new parties come in from the rim beside those they are linked with.
 */
import {
  type Force,
  forceLink,
  forceManyBody,
  forceSimulation,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from 'd3-force';

/** A party with its name, as a box in px. */
export interface Body {
  readonly key: string;
  readonly width: number;
  readonly height: number;
  /** How far from the middle it belongs: 0 is the middle, 1 touches the frame. */
  readonly reach: number;
}

export interface Bond {
  readonly a: string;
  readonly b: string;
  /** 0..1. */
  readonly strength: number;
}

/** The middle of a box, in px from the middle of the frame. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

export interface Frame {
  readonly width: number;
  readonly height: number;
}

export interface Arrangement {
  /** By key. */
  readonly spots: ReadonlyMap<string, Spot>;
  /** Keys of those for which there was no room; they are tried again when something else moves. */
  readonly left: ReadonlySet<string>;
  /** Mean distance of the boxes from where they belong, in reaches. */
  readonly strain: number;
}

export const nowhere: Arrangement = { spots: new Map(), left: new Set(), strain: 0 };

interface Moving extends SimulationNodeDatum {
  readonly body: Body;
  readonly home: Spot | undefined;
  x: number;
  y: number;
}

/** Air between boxes, px per px of the frame's height. */
const air = 0.018;
/** Ticks of a map that is drawn for the first time or anew, and of one that only makes room. */
const ticks = { anew: 240, room: 60 };
/** Rounds of moving apart what still overlaps then. */
const rounds = 60;
/** A strain that is no reason to move, and by how much it may grow after an arrangement. */
const loose = { always: 0.16, since: 0.06 };
/** So many are placed even in a small frame. */
const few = 8;
/** How square the rings are: 2 is an ellipse, more makes use of the frame's corners. */
export const power = 2.8;

/** As many of the bodies, most important first, as take up no more than `full` of the frame, 0..1; a few in any case. */
export function roomFor<Each extends Body>(
  bodies: readonly Each[],
  frame: Frame,
  full: number,
): readonly Each[] {
  let area = 0;
  const gap = air * frame.height;
  const end = bodies.findIndex(({ width, height }, index) => {
    area += (width + gap) * (height + gap);
    return index >= few && area > full * frame.width * frame.height;
  });
  return end === -1 ? bodies : bodies.slice(0, end);
}

/**
 * Places `bodies`, most important first, in a frame where some stood `before`. Nothing moves as long as all have a place,
 * none is in another's way, and most are about where they belong.
 */
export function arrange(
  bodies: readonly Body[],
  bonds: readonly Bond[],
  before: Arrangement,
  frame: Frame,
): Arrangement {
  const known = bodies.filter(({ key }) => before.spots.has(key) && !before.left.has(key));
  const isExpected = bodies.every(({ key }) => before.spots.has(key) || before.left.has(key));
  const isStrained =
    strainOf(known, before.spots, frame) > Math.max(loose.always, before.strain + loose.since);
  if (isExpected && !isStrained && areFree(known, before.spots, frame)) {
    return { ...before, spots: new Map(known.flatMap(({ key }) => entryOf(key, before.spots))) };
  }
  const makesRoom = !isStrained && known.length > bodies.length / 2;
  const moving = bodies.map((body, index): Moving => {
    const home = before.spots.get(body.key);
    return { body, home, ...(home ?? entrance(body, index, bodies.length, bonds, before.spots, frame)) };
  });
  settle(moving, bonds, frame, makesRoom);
  // What had a place takes it first; what is new takes what is free.
  const inTurn = [...moving.filter(({ home }) => home), ...moving.filter(({ home }) => !home)];
  const placed: (Body & Spot)[] = [];
  for (const { body, x, y } of inTurn) {
    const spot = nearestFree(body, { x, y }, placed, frame);
    if (spot) placed.push({ ...body, ...spot });
  }
  const spots = new Map(placed.map(({ key, x, y }) => [key, { x, y }]));
  const left = new Set(bodies.filter(({ key }) => !spots.has(key)).map(({ key }) => key));
  return { spots, left, strain: strainOf(placed, spots, frame) };
}

function entryOf(key: string, spots: ReadonlyMap<string, Spot>): (readonly [string, Spot])[] {
  const spot = spots.get(key);
  return spot ? [[key, spot]] : [];
}

function areFree(bodies: readonly Body[], spots: ReadonlyMap<string, Spot>, frame: Frame): boolean {
  const placed: (Body & Spot)[] = [];
  return bodies.every((body) => {
    const spot = spots.get(body.key);
    if (!spot || !isFree(body, spot, placed, frame)) return false;
    placed.push({ ...body, ...spot });
    return true;
  });
}

function strainOf(bodies: readonly Body[], spots: ReadonlyMap<string, Spot>, frame: Frame): number {
  const sum = bodies.reduce((total, body) => {
    const spot = spots.get(body.key);
    return spot ? total + Math.abs(reachOf(spot, body, frame) - body.reach) : total;
  }, 0);
  return sum / Math.max(1, bodies.length);
}

/** A new one comes from the rim, in the direction of those it is linked with; else each in a direction of its own. */
function entrance(
  body: Body,
  index: number,
  count: number,
  bonds: readonly Bond[],
  before: ReadonlyMap<string, Spot>,
  frame: Frame,
): Spot {
  let [x, y] = [0, 0];
  for (const { a, b, strength } of bonds) {
    const spot = before.get(a === body.key ? b : b === body.key ? a : '');
    if (!spot) continue;
    x += (spot.x / frame.width) * strength;
    y += (spot.y / frame.height) * strength;
  }
  // The golden angle keeps those that come one after the other apart; the first stands at the upper left.
  const angle = Math.hypot(x, y) > 1e-3 ? Math.atan2(y, x) : (index * 137.508 + 215) * (Math.PI / 180);
  const far = count === 1 ? body.reach : Math.max(body.reach, 0.85);
  return atReach({ x: Math.cos(angle), y: Math.sin(angle) }, far, body, frame);
}

function settle(moving: readonly Moving[], bonds: readonly Bond[], frame: Frame, makesRoom: boolean): void {
  const nodes = [...moving];
  const byKey = new Map(nodes.map((node) => [node.body.key, node]));
  const links = bonds.flatMap(
    ({ a, b, strength }): (SimulationLinkDatum<Moving> & Pick<Bond, 'strength'>)[] => {
      const [source, target] = [byKey.get(a), byKey.get(b)];
      return source && target && source.body.reach > 0 && target.body.reach > 0
        ? [{ source, target, strength }]
        : [];
    },
  );
  const spacing = Math.sqrt((frame.width * frame.height) / Math.max(1, nodes.length));
  const simulation = forceSimulation(nodes)
    .randomSource(steady())
    .alpha(makesRoom ? 0.35 : 1)
    .alphaMin(0)
    .alphaDecay(1 - 0.02 ** (1 / (makesRoom ? ticks.room : ticks.anew)))
    .force(
      'spread',
      forceManyBody<Moving>()
        .strength(-spacing * 1.6)
        .distanceMax(spacing * 3),
    )
    .force(
      'bonds',
      forceLink<Moving, (typeof links)[number]>(links)
        .distance(spacing * 0.8)
        .strength(({ strength }) => strength * 0.12),
    )
    .force('reach', towardReach(frame, makesRoom))
    .force('apart', () => apart(moving, frame))
    .stop();
  simulation.tick(makesRoom ? ticks.room : ticks.anew);
  for (let round = 0; round < rounds && apart(moving, frame); round++);
}

/** Pulls every box to its ring; and one that had a place, back to it. */
function towardReach(frame: Frame, makesRoom: boolean): Force<Moving, undefined> {
  let nodes: readonly Moving[] = [];
  const force = (alpha: number) => {
    for (const node of nodes) {
      const { body, home } = node;
      const ring = atReach(node, body.reach, body, frame);
      node.vx = (node.vx ?? 0) + (ring.x - node.x) * 0.5 * alpha;
      node.vy = (node.vy ?? 0) + (ring.y - node.y) * 0.5 * alpha;
      if (!home || !makesRoom) continue;
      node.vx += (home.x - node.x) * 0.15;
      node.vy += (home.y - node.y) * 0.15;
    }
  };
  force.initialize = (given: Moving[]) => {
    nodes = given;
  };
  return force;
}

/** Moves boxes that overlap apart, along the shorter way, and all into the frame; says whether any overlapped. */
function apart(nodes: readonly Moving[], frame: Frame): boolean {
  const gap = air * frame.height;
  let any = false;
  for (const [index, a] of nodes.entries()) {
    for (let other = index + 1; other < nodes.length; other++) {
      const b = nodes[other];
      if (!b) continue;
      const across = (a.body.width + b.body.width) / 2 + gap - Math.abs(a.x - b.x);
      const down = (a.body.height + b.body.height) / 2 + gap - Math.abs(a.y - b.y);
      if (across <= 0.5 || down <= 0.5) continue;
      any = true;
      // What belongs in the middle gives way least.
      const share = (a.body.reach + 0.02) / (a.body.reach + b.body.reach + 0.04);
      if (across < down) push(a, b, 'x', across * 0.6, share);
      else push(a, b, 'y', down * 0.6, share);
    }
  }
  for (const node of nodes) Object.assign(node, within(node, node.body, frame));
  return any;
}

function push(a: Moving, b: Moving, axis: 'x' | 'y', distance: number, share: number): void {
  const way = a[axis] < b[axis] ? -1 : 1;
  a[axis] += way * distance * share;
  b[axis] -= way * distance * (1 - share);
}

/** The free spot nearest to `from`, looked for along a spiral; undefined where the frame is full. */
function nearestFree(
  body: Body,
  from: Spot,
  taken: readonly (Body & Spot)[],
  frame: Frame,
): Spot | undefined {
  const step = frame.height / 80;
  const farthest = Math.hypot(frame.width, frame.height);
  let angle = 0;
  for (let radius = 0; radius < farthest; radius = (step * angle) / (2 * Math.PI)) {
    const at = { x: from.x + Math.cos(angle) * radius, y: from.y + Math.sin(angle) * radius };
    const spot = radius === 0 ? within(at, body, frame) : at;
    if (isFree(body, spot, taken, frame)) return spot;
    angle += radius < step ? 0.6 : step / radius;
  }
  return undefined;
}

function isFree(body: Body, spot: Spot, taken: readonly (Body & Spot)[], frame: Frame): boolean {
  const [overX, overY] = [Math.abs(spot.x) + body.width / 2, Math.abs(spot.y) + body.height / 2];
  if (overX > frame.width / 2 + 0.5 || overY > frame.height / 2 + 0.5) return false;
  return taken.every(
    (other) =>
      Math.abs(spot.x - other.x) >= (body.width + other.width) / 2 ||
      Math.abs(spot.y - other.y) >= (body.height + other.height) / 2,
  );
}

function within({ x, y }: Spot, { width, height }: Body, frame: Frame): Spot {
  const [right, bottom] = [(frame.width - width) / 2, (frame.height - height) / 2];
  return {
    x: right > 0 ? Math.min(right, Math.max(-right, x)) : 0,
    y: bottom > 0 ? Math.min(bottom, Math.max(-bottom, y)) : 0,
  };
}

/** How far from the middle a box stands, 0..1 of what the frame allows it. */
function reachOf({ x, y }: Spot, { width, height }: Body, frame: Frame): number {
  const across = Math.abs(x) / Math.max(1, (frame.width - width) / 2);
  const down = Math.abs(y) / Math.max(1, (frame.height - height) / 2);
  return (across ** power + down ** power) ** (1 / power);
}

/** The spot in the same direction, on the ring of that reach. */
function atReach(toward: Spot, reach: number, body: Body, frame: Frame): Spot {
  const now = reachOf(toward, body, frame);
  if (now < 1e-9) return { x: 0, y: 0 };
  return { x: (toward.x * reach) / now, y: (toward.y * reach) / now };
}

/** d3 draws a tiny random step where two stand on one spot; these are always the same. */
function steady(): () => number {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Where each of `count` parties belongs, the strongest first: spread evenly from near the middle to the rim. */
export function reaches(count: number): number[] {
  const [inner, outer] = [0.36, Math.min(1, 0.62 + count * 0.04)];
  return Array.from({ length: count }, (_, rank) => {
    const part = count === 1 ? 0.5 : rank / (count - 1);
    return Math.sqrt(inner ** 2 + (outer ** 2 - inner ** 2) * part);
  });
}
