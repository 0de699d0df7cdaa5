/** What a map's parties and links look like before they have a place: circles with names under them, and lines. */
import { type Measure, wrap } from './label.ts';
import { type Body, type Bond, type Frame, reaches, roomFor } from './layout.ts';
import type { MapNode, MapRevealed, MapTie } from './model.ts';
import { pairOf, us } from './response.ts';

export interface Shape extends Body {
  readonly key: string;
  readonly text: string;
  /** The name; below it, where a former round had no such party, the word for that. */
  readonly lines: readonly string[];
  readonly isNew: boolean;
  readonly people: number;
  readonly radius: number;
  /** What `radiusOf` needs to draw another size beside it. */
  readonly scale: number;
  /** Font sizes of the name and of the number, px. */
  readonly font: number;
  readonly numberFont: number;
  /** What stands in the picture beside the number. */
  readonly is: 'us' | 'here' | 'party';
}

export interface Stroke {
  readonly a: string;
  readonly b: string;
  readonly width: number;
  readonly trust: 'plus' | 'minus' | 'none';
  readonly direction: MapTie['direction'];
  readonly people: number;
}

/** The smallest text, in em of the chart: 28 px on the room screen. */
const smallest = 0.7;
/** Height of a line of a name, in font sizes. */
export const lineHeight = 1.08;
/** Between circle and name, in em. */
export const nameGap = 0.1;
/** Longest line of a name, in font sizes. */
const widestName = 7.2;
/** The middle has no significance of its own: it is drawn as large as what matters much. */
const middleSize = 4.5;
/** Air on either side of a name, in font sizes. */
const nameAir = 0.25;

/**
 * How large things are drawn, and how much of the frame they may take up, 0..1: few parties are large, many as small as can
 * be read. Boxes leave room for lines.
 */
export const scales = [
  { scale: 1.2, full: 0.42 },
  { scale: 1.05, full: 0.46 },
  { scale: 0.95, full: 0.5 },
  { scale: 0.88, full: 0.54 },
  { scale: 0.8, full: 0.6 },
] as const;

/**
 * Radius in em for a mean significance of 1..5: the area grows with it. Never smaller than the number of people needs,
 * for that number is part of the picture.
 */
export function radiusOf(size: number, people: number, scale: number): number {
  const digits = String(people).length;
  return Math.max(0.24 + digits * 0.14, scale * Math.sqrt(0.16 + 0.34 * (size - 1)));
}

export interface Page {
  /** Font size of the chart, px. */
  readonly em: number;
  readonly measure: Measure;
  readonly frame: Frame;
}

/** What the picture says in words. */
interface Words {
  /** The name of the middle. */
  readonly us: string;
  readonly isNew: string;
}

/**
 * The middle first, then parties as often as they are named; as many as there is room for at one of the `scales`. `former`
 * are the keys of a former round.
 */
export function shapesOf(
  { nodes = [], us: people = 0 }: Pick<MapRevealed, 'nodes' | 'us'>,
  { scale, full }: (typeof scales)[number],
  page: Page,
  words: Words,
  former?: ReadonlySet<string>,
): Shape[] {
  const center =
    people > 0 && nodes.length > 0 ? [{ key: us, text: words.us, size: middleSize, people }] : [];
  const all = [
    ...center.map((node) => shapeOf(node, 'us', scale, page)),
    ...nodes.map((node) => {
      const isNew = former !== undefined && !former.has(node.key);
      return shapeOf(node, node.here ? 'here' : 'party', scale, page, isNew ? words.isNew : undefined);
    }),
  ];
  const shapes = roomFor(all, page.frame, full);
  const shown = new Set(shapes.map(({ key }) => key));
  const strongest = nodes
    .filter(({ key }) => shown.has(key))
    .sort((a, b) => b.strength - a.strength || b.people - a.people);
  const far = reaches(strongest.length);
  const reach = new Map(strongest.map(({ key }, rank) => [key, far[rank] ?? 1]));
  return shapes.map((each) => ({ ...each, reach: reach.get(each.key) ?? 0 }));
}

function shapeOf(
  { key, text, size, people }: Pick<MapNode, 'key' | 'text' | 'size' | 'people'>,
  is: Shape['is'],
  scale: number,
  { em, measure }: Page,
  isNew?: string,
): Shape {
  const font = Math.max(smallest, 0.86 * scale) * em;
  const radius = radiusOf(size, people, scale) * em;
  const lines = [...wrap(text, widestName, measure), ...(isNew === undefined ? [] : [isNew])];
  const widest = Math.max(...lines.map(measure)) + nameAir * 2;
  return {
    key,
    text,
    lines,
    isNew: isNew !== undefined,
    people,
    radius,
    scale,
    font,
    numberFont: Math.max(smallest * em, radius * 0.62),
    is,
    width: Math.max(radius * 2, widest * font),
    height: radius * 2 + nameGap * em + lines.length * lineHeight * font,
    reach: 0,
  };
}

/** From so much on, trust is a plus or a minus; between them it is neither. */
export const clear = { plus: 0.3, minus: -0.2 };

/**
 * Lines as thick as people talk, thinner where few drew them. Those with a sign lie above those without; else in the order of
 * their keys, so that a change of thickness moves no element about in the page.
 */
export function strokesOf({ ties = [], people }: Pick<MapRevealed, 'ties' | 'people'>, em: number): Stroke[] {
  const most = Math.max(3, people * 0.5);
  const strokes = ties.map((tie): Stroke => {
    const known = Math.min(1, tie.people / most);
    return {
      a: tie.a,
      b: tie.b,
      width: em * (0.035 + 0.055 * (tie.weight - 1)) * (0.4 + 0.6 * Math.sqrt(known)),
      trust: trustOf(tie.trust),
      direction: tie.direction,
      people: tie.people,
    };
  });
  const level = { none: 0, plus: 1, minus: 2 };
  return strokes.sort(
    (one, other) =>
      level[one.trust] - level[other.trust] || (pairOf(one.a, one.b) < pairOf(other.a, other.b) ? -1 : 1),
  );
}

export function trustOf(trust: number | null): Stroke['trust'] {
  if (trust === null) return 'none';
  return trust >= clear.plus ? 'plus' : trust <= clear.minus ? 'minus' : 'none';
}

export function bondsOf({ ties = [] }: Pick<MapRevealed, 'ties'>): Bond[] {
  const most = Math.max(1, ...ties.map(({ people, weight }) => people * weight));
  return ties.map(({ a, b, people, weight }) => ({ a, b, strength: Math.sqrt((people * weight) / most) }));
}
