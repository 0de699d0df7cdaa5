/** The map as drawn: lines below, then their signs, then the parties with the number of people who named them. */
import { freeStop, lineOf, type Rect, ringOf } from './line.ts';
import { type Placed, useMotion } from './motion.ts';
import { us } from './response.ts';
import { lineHeight, nameGap, radiusOf, type Shape, type Stroke } from './shape.ts';

interface DrawingProps {
  readonly frame: { readonly width: number; readonly height: number };
  /** Font size of the chart, px. */
  readonly em: number;
  readonly shapes: readonly Shape[];
  readonly strokes: readonly Stroke[];
  /** Where everything is now, or is on its way to. */
  readonly placed: ReadonlyMap<string, Placed>;
  /** Of the former round, where there was one: mean significance by key. */
  readonly before: ReadonlyMap<string, number> | undefined;
}

export interface Stand {
  readonly shape: Shape;
  /** Middle of the circle. */
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** Baseline of the name's first line. */
  readonly nameY: number;
  /** Everything of it, name included. */
  readonly box: Rect;
}

/** Draws itself anew as long as something moves, and nothing of the page around it. */
export function Drawing({ frame, em, shapes, strokes, placed, before }: DrawingProps) {
  const stands = standsOf(shapes, useMotion(placed), em);
  const byKey = new Map(stands.map((stand) => [stand.shape.key, stand]));
  const lines = strokes.flatMap((stroke) => {
    const [a, b] = [byKey.get(stroke.a), byKey.get(stroke.b)];
    const arrow = stroke.direction === 'to' ? 'b' : stroke.direction === 'from' ? 'a' : undefined;
    const line =
      a &&
      b &&
      lineOf(a, b, { width: stroke.width, straight: stroke.a === us, arrow, gap: em * 0.04, tip: em * 0.3 });
    return line ? [{ stroke, line }] : [];
  });
  const { width, height } = frame;
  return (
    <svg
      class="map-drawing"
      viewBox={`${-width / 2} ${-height / 2} ${width} ${height}`}
      width={width}
      height={height}
      style={{ fontSize: `${em}px` }}
      aria-hidden="true"
    >
      <Zones frame={frame} />
      {lines.map(({ stroke, line }) => (
        <g key={`${stroke.a}\u0000${stroke.b}`} class="map-line" data-trust={stroke.trust}>
          <path d={line.path} style={{ strokeWidth: `${stroke.width}px` }} />
          {line.arrow && <polygon points={line.arrow} />}
        </g>
      ))}
      <Signs lines={lines} em={em} taken={stands.map(({ box }) => box)} />
      {stands.map((stand) => (
        <PartyMark key={stand.shape.key} stand={stand} em={em} before={before} />
      ))}
    </svg>
  );
}

/** Rings behind everything: the nearer to the middle, the stronger the links. */
function Zones({ frame: { width, height } }: Pick<DrawingProps, 'frame'>) {
  return [0.98, 0.68, 0.4].map((reach) => (
    <path key={reach} class="map-zone" d={ringOf((width / 2) * reach, (height / 2) * reach)} />
  ));
}

/** The box moves as one; the name stands on the side away from the middle, where no spoke of the wheel crosses it. */
export function standsOf(
  shapes: readonly Shape[],
  placed: ReadonlyMap<string, Placed>,
  em: number,
): readonly Stand[] {
  // In the order of their keys, so that a change of rank moves no element about in the page.
  const inOrder = shapes.toSorted((a, b) => (a.key < b.key ? -1 : 1));
  return inOrder.flatMap((shape): Stand[] => {
    const place = placed.get(shape.key);
    if (!place) return [];
    const { x } = place;
    const { height, font, radius } = shape;
    const isAbove = shape.is !== 'us' && place.y < -height * 0.4;
    const y = place.y + (isAbove ? 1 : -1) * (height / 2 - radius);
    const first = isAbove ? place.y - height / 2 + font * 0.82 : y + radius + nameGap * em + font * 0.82;
    return [
      {
        shape,
        x,
        y,
        radius,
        nameY: first,
        box: { x, y: place.y, width: shape.width, height },
      },
    ];
  });
}

interface SignsProps {
  readonly lines: readonly {
    readonly stroke: Stroke;
    readonly line: NonNullable<ReturnType<typeof lineOf>>;
  }[];
  readonly em: number;
  readonly taken: readonly Rect[];
}

/** Plus and minus on the lines, each where it hides neither a name nor another sign. */
function Signs({ lines, em, taken }: SignsProps) {
  const size = em * 0.56;
  const full = [...taken];
  const byWidth = lines.toSorted((one, other) => other.stroke.width - one.stroke.width);
  // The thick lines choose first.
  return byWidth.map(({ stroke, line }) => {
    const stop = stroke.trust === 'none' ? undefined : freeStop(line.stops, size * 1.1, full);
    if (!stop) return null;
    full.push({ ...stop, width: size, height: size });
    const arm = size * 0.27;
    return (
      <g
        key={`${stroke.a}\u0000${stroke.b}`}
        class="map-sign"
        data-trust={stroke.trust}
        transform={`translate(${stop.x} ${stop.y})`}
      >
        <circle r={size / 2} />
        <path d={stroke.trust === 'plus' ? `M${-arm},0H${arm}M0,${-arm}V${arm}` : `M${-arm},0H${arm}`} />
      </g>
    );
  });
}

interface PartyProps {
  readonly stand: Stand;
  readonly em: number;
  readonly before: DrawingProps['before'];
}

function PartyMark({ stand, em, before }: PartyProps) {
  const { shape, x, y, radius, nameY } = stand;
  const { key, lines, isNew, people, scale, font, numberFont, is } = shape;
  const old = before?.get(key);
  return (
    <g class="map-party" data-is={is}>
      <circle class="map-circle" cx={x} cy={y} r={radius} />
      {old !== undefined && <circle class="map-before" cx={x} cy={y} r={radiusOf(old, people, scale) * em} />}
      <text class="map-number" x={x} y={y} style={{ fontSize: `${numberFont}px` }}>
        {people}
      </text>
      <text class="map-name" x={x} y={nameY} style={{ fontSize: `${font}px` }}>
        {lines.map((line, index) => (
          <tspan
            key={`line ${index + 1}`}
            class={isNew && index === lines.length - 1 ? 'map-new' : undefined}
            x={x}
            dy={index === 0 ? 0 : font * lineHeight}
          >
            {line}
          </tspan>
        ))}
      </text>
    </g>
  );
}
