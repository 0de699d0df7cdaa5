/** What was placed on a plane, for screens: all answers as dots, outlines around half of them, and a mark for each thing. */
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { useBox } from '../look/box.ts';
import { type Dot, fieldOf, levelHolding, type Outline, outlineOf, peakOf, type Size } from './density.ts';
import type { Rectangle } from './labels.ts';
import { Names } from './names.tsx';
import type { Place, Thing } from './place.ts';
import type { Dots, PlacedThing } from './placed.ts';
import './plot.css';
import { diamond, shapeAt } from './shapes.ts';

/** A round of one thing; here y is from above, as on the page. */
interface Round {
  readonly people: number;
  readonly mean: Place | null;
  /** Each 0..1, and how often. */
  readonly dots: readonly Dot[];
}

export interface PlotThing extends Thing, Round {
  /** The first round, when this is a later one. */
  readonly first?: Round | undefined;
}

interface PlotProps {
  readonly things: readonly PlotThing[];
  /** Whether each has its colour, its shape and its name; else there is one, without a name. */
  readonly named: boolean;
  /** Where marks stand: at the mean, or where most answers are; or there are none. */
  readonly mark: 'mean' | 'peak' | 'none';
  /** What lies between the dots and the marks; what is marked `data-taken` keeps names away. */
  readonly children?: ComponentChildren;
}

/** With fewer answers than this each dot speaks for itself, and there is no outline. */
export const outlinedFrom = 8;
/** Up to so many dots are drawn large. */
const few = 40;
const hues = 6;

const none: readonly PlotThing[] = [];

/** A result and the first round of it as the plot takes them; `up` where y is from below. */
export function usePlotted(
  things: readonly PlacedThing[] | undefined,
  first: readonly PlacedThing[] | undefined,
  up: boolean,
): readonly PlotThing[] {
  return useMemo(
    () =>
      things?.map((thing) => {
        const former = first?.find(({ id }) => id === thing.id);
        return {
          id: thing.id,
          text: thing.text,
          ...roundOf(thing, up),
          first: former && roundOf(former, up),
        };
      }) ?? none,
    [things, first, up],
  );
}

function roundOf({ people, mean, dots }: PlacedThing, up: boolean): Round {
  const turned = (y: number) => (up ? 1 - y : y);
  return { people, mean: mean && [mean[0], turned(mean[1])], dots: dots ? dotsOf(dots, turned) : [] };
}

function dotsOf({ fineness, flat }: Dots, turned: (y: number) => number): Dot[] {
  const dots: Dot[] = [];
  for (let index = 0; index + 2 < flat.length; index += 3) {
    const [x = 0, y = 0, count = 0] = flat.slice(index, index + 3);
    dots.push({ x: x / fineness, y: turned(y / fineness), count });
  }
  return dots;
}

export function Plot({ things, named, mark, children }: PlotProps) {
  const { ref, box } = useBox<HTMLDivElement>();
  const [em, setEm] = useState(0);
  useLayoutEffect(() => {
    if (ref.current) setEm(Number.parseFloat(getComputedStyle(ref.current).fontSize));
  }, [box]);
  const drawn = useMemo(
    () => (box && em > 0 ? things.map((thing, index) => draw(thing, index, { box, em, named, mark })) : []),
    [things, box, em, named, mark],
  );
  return (
    <div class="plane-plot" ref={ref} data-named={named}>
      {box && em > 0 && (
        <svg width={box.width} height={box.height} aria-hidden="true">
          {drawn.map(({ id, hue, outlines, formerLine }) => (
            <g key={id} style={{ '--hue': hue }}>
              {outlines.map(({ area, line }, depth) => (
                <g key={`outline ${depth + 1}`} class="plane-outline" data-depth={depth}>
                  <path d={area} />
                  <path d={line} class="plane-line" />
                </g>
              ))}
              {formerLine !== undefined && <path d={formerLine} class="plane-former" />}
            </g>
          ))}
          {drawn.map(
            ({ id, formerDots }) =>
              formerDots !== undefined && (
                <path key={`former ${id}`} class="plane-former-dots" d={formerDots} />
              ),
          )}
          {drawn.map(({ id, hue, dots, isFew }) => (
            <path key={id} class="plane-dots" data-few={isFew} d={dots} style={{ '--hue': hue }} />
          ))}
        </svg>
      )}
      {children}
      {box && em > 0 && (
        <svg class="plane-marks" width={box.width} height={box.height} aria-hidden="true">
          {drawn.map(({ id, way }) => way && <path key={id} class="plane-way" d={way} />)}
          {drawn.map(({ id, hue, shape, former, at, radius }) => (
            <g key={id} style={{ '--hue': hue }}>
              {former && <path class="plane-mark plane-mark-former" d={former} />}
              {at && (
                <path
                  class="plane-mark"
                  d={shapeAt(shape, 0, 0, radius)}
                  style={{ transform: `translate(${at.x}px, ${at.y}px)` }}
                />
              )}
            </g>
          ))}
        </svg>
      )}
      {box && named && (
        <Names
          marks={drawn.flatMap(nameOf)}
          keepOff={drawn.flatMap(({ formerAt }) => formerAt ?? [])}
          box={box}
        />
      )}
    </div>
  );
}

interface DrawingOptions extends Pick<PlotProps, 'named' | 'mark'> {
  readonly box: Size;
  /** Size of the chart's text, px. */
  readonly em: number;
}

interface Drawn {
  readonly id: string;
  readonly text: string;
  readonly hue: string;
  readonly shape: number;
  /** Of the mark. */
  readonly radius: number;
  /** The mark's middle, px. */
  readonly at: { readonly x: number; readonly y: number } | undefined;
  readonly dots: string;
  readonly isFew: boolean;
  /** The widest area first. */
  readonly outlines: readonly Outline[];
  /** Around half of the first round. */
  readonly formerLine: string | undefined;
  /** Of the first round, as long as this one has no shape of its own. */
  readonly formerDots: string | undefined;
  /** The mark of the first round, and where it is. */
  readonly former: string | undefined;
  readonly formerAt: Rectangle | undefined;
  /** From there to the mark of now. */
  readonly way: string | undefined;
}

function draw(thing: PlotThing, index: number, { box, em, named, mark }: DrawingOptions): Drawn {
  const shape = named ? index : diamond;
  const radius = em * (named ? 0.34 : 0.4);
  const scaled = (dots: readonly Dot[]) =>
    dots.map(({ x, y, count }) => ({ x: x * box.width, y: y * box.height, count }));
  const dots = scaled(thing.dots);
  const field = dots.length > 0 ? fieldOf(dots, box) : undefined;
  const isOutlined = thing.people >= outlinedFrom;
  const isFew = thing.people <= few;
  const dotRadius = em * (isFew ? (isOutlined ? 0.19 : 0.26) : 0.12);
  // One thing has its density in three depths; of several the halves are told apart more easily.
  const shares = named ? [0.5] : [0.8, 0.5, 0.25];
  const mean = (place: Place | null | undefined) =>
    place ? { x: place[0] * box.width, y: place[1] * box.height } : undefined;
  const first = thing.first;
  // Of a few answers the densest place is chance.
  const peak = field && isOutlined ? peakOf(field) : mean(thing.mean);
  const at = mark === 'none' ? undefined : mark === 'mean' ? mean(thing.mean) : peak;
  const formerDots = scaled(first?.dots ?? []);
  // Where peaks are marked, that of the first round stands in until there is another.
  const standsIn = mark === 'peak' && at === undefined && formerDots.length > 0;
  const peakBefore = standsIn ? peakOf(fieldOf(formerDots, box)) : undefined;
  const from = mark === 'mean' ? mean(first?.mean) : peakBefore;
  return {
    id: thing.id,
    text: thing.text,
    hue: named ? `var(--series-${(index % hues) + 1})` : 'var(--accent)',
    shape,
    radius,
    at,
    dots: dotsIn(dots, named ? shape : 0, dotRadius),
    isFew,
    outlines: field && isOutlined ? shares.map((share) => outlineOf(field, levelHolding(field, share))) : [],
    formerLine:
      mark !== 'mean' && first && first.people >= outlinedFrom ? halfOf(formerDots, box) : undefined,
    formerDots:
      !isOutlined && formerDots.length > 0
        ? dotsIn(formerDots, named ? shape : 0, em * (first && first.people <= few ? 0.17 : 0.1))
        : undefined,
    former: from ? shapeAt(shape, from.x, from.y, radius * 0.8) : undefined,
    formerAt: from
      ? { x: from.x - radius, y: from.y - radius, width: radius * 2, height: radius * 2 }
      : undefined,
    way: from && at ? wayOf(from, at, radius) : undefined,
  };
}

/** The area of a dot shows how many answers stand there. */
function dotsIn(dots: readonly Dot[], shape: number, radius: number): string {
  return dots.map(({ x, y, count }) => shapeAt(shape, x, y, radius * Math.min(3, Math.sqrt(count)))).join('');
}

function halfOf(dots: readonly Dot[], box: Size): string {
  const field = fieldOf(dots, box);
  return outlineOf(field, levelHolding(field, 0.5)).line;
}

/** An arrow from mark to mark; none where they touch. */
function wayOf(from: { x: number; y: number }, to: { x: number; y: number }, radius: number) {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (length < radius * 3.4) return undefined;
  const [right, down] = [(to.x - from.x) / length, (to.y - from.y) / length];
  const along = (distance: number, aside = 0) =>
    `${Math.round(from.x + right * distance - down * aside)} ${Math.round(from.y + down * distance + right * aside)}`;
  const [start, end, head] = [radius * 1.1, length - radius * 1.5, radius * 0.75];
  return `M${along(start)}L${along(end)}M${along(end - head, head * 0.8)}L${along(end)}L${along(end - head, -head * 0.8)}`;
}

/** The name stands at the mark; at that of the first round while there is no other. */
function nameOf({ id, text, at, formerAt, radius }: Drawn) {
  const stand = at ?? (formerAt && { x: formerAt.x + radius, y: formerAt.y + radius });
  return stand ? [{ key: id, text, x: stand.x, y: stand.y, reach: radius * 1.3 }] : [];
}
