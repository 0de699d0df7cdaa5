/** Figures as lines: a line for each series, with its name and last figure at its end. */
import { short } from '../figure.ts';
import { type Box, useBox } from '../look/box.ts';
import { axisOf, dodged, labelled, placesOf } from './lines.ts';
import { type ChartOptions, lengthOf, withUnit } from './model.ts';

/** More points than these have no dots of their own. */
const dotsUpTo = 14;
/** So many figures of one line are written at its points. */
const writtenUpTo = 10;
/** Mean width of a letter, in em. */
const letter = 0.55;

export function FigureLines({ options }: { options: ChartOptions }) {
  const { ref, box } = useBox<HTMLDivElement>();
  const { ref: ruler, box: em } = useBox<HTMLElement>();
  return (
    <div class="figure-lines" dir="ltr">
      <i class="figure-ruler" ref={ruler} />
      <div class="figure-lines-box" ref={ref}>
        {box && em && <Drawing options={options} box={box} em={em.height} />}
      </div>
    </div>
  );
}

interface Point {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

interface Line {
  readonly name: string;
  /** A point for each row, undefined where there is no figure. */
  readonly points: readonly (Point | undefined)[];
  readonly last: Point;
  readonly stressed: boolean;
  readonly series: number;
}

function Drawing({ options, box, em }: { options: ChartOptions; box: Box; em: number }) {
  const { rows, series, unit, highlight } = options;
  const axis = axisOf(rows.flatMap(({ figures }) => figures.flatMap((each) => (each ? [each.value] : []))));
  const places = placesOf(rows);
  const tickText = (tick: number) => short(tick, tick === axis.ticks.at(-1) ? (unit ?? '') : '');
  const start = Math.max(...axis.ticks.map((tick) => [...tickText(tick)].length * letter * 0.75)) + 0.9;
  const frame = frameOf(options, box, { em, start });
  const x = (index: number) => frame.left + (places[index] ?? 0) * frame.width;
  const y = (value: number) => frame.top + (1 - (value - axis.low) / (axis.high - axis.low)) * frame.height;
  const isNamed = series.some((name) => name === highlight);
  const lines = series.flatMap((name, index): Line[] => {
    const points = rows.map(({ figures }, row): Point | undefined => {
      const figure = figures[index];
      return figure ? { x: x(row), y: y(figure.value), text: withUnit(figure.text, unit) } : undefined;
    });
    const last = points.findLast((point) => point !== undefined);
    const stressed = !isNamed || name === highlight;
    return last ? [{ name, points, last, stressed, series: index + 1 }] : [];
  });
  const marked = rows.findIndex(({ label }) => label === highlight && !isNamed);
  return (
    <>
      <svg class="figure-svg" width={box.width} height={box.height} aria-hidden="true">
        {axis.ticks.map((tick) => (
          <line
            key={tick}
            class="figure-grid"
            data-zero={tick === 0}
            x1={0}
            x2={frame.left + frame.width}
            y1={y(tick)}
            y2={y(tick)}
          />
        ))}
        {marked !== -1 && (
          <line
            class="figure-mark"
            x1={x(marked)}
            x2={x(marked)}
            y1={frame.top}
            y2={frame.top + frame.height}
          />
        )}
        {lines
          .toSorted((a, b) => Number(a.stressed) - Number(b.stressed))
          .map((line) => (
            <Stroke key={line.series} line={line} dots={rows.length <= dotsUpTo} />
          ))}
      </svg>
      {axis.ticks.map((tick) => (
        <span key={tick} class="figure-tick" style={{ insetBlockStart: `${y(tick)}px` }}>
          {tickText(tick)}
        </span>
      ))}
      <Labels options={options} x={x} places={places} width={frame.width} em={em} marked={marked} />
      <Ends lines={lines} box={box} em={em} room={box.width - frame.left - frame.width} />
      {lines.length === 1 &&
        lines.map((line) => (
          <Written
            key={line.name}
            points={rows.length <= writtenUpTo ? line.points : [line.points[marked]]}
          />
        ))}
    </>
  );
}

interface Frame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

interface Sizes {
  /** CSS px. */
  readonly em: number;
  /** What the ticks take, in em. */
  readonly start: number;
}

/** The room of the lines themselves: names need some at the end, ticks at the start, labels below. */
function frameOf({ rows, series, unit }: ChartOptions, box: Box, { em, start }: Sizes): Frame {
  const longest = Math.max(
    ...series.map((name) => Math.min(18, [...name].length)),
    ...rows.flatMap(({ figures }) => figures.map((each) => lengthOf(each, unit) + 1)),
  );
  const left = Math.max(2, start) * em;
  const right = Math.min(box.width * 0.32, (longest * letter + 1.4) * em);
  const top = 1.1 * em;
  return { left, top, width: box.width - left - right, height: box.height - top - 2 * em };
}

function Stroke({ line, dots }: { line: Line; dots: boolean }) {
  const path = runsOf(line.points)
    .map((run) => run.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join(''))
    .join('');
  const points = dots ? line.points : [line.last];
  return (
    <g class="figure-line" data-stressed={line.stressed} data-series={line.series}>
      <path class="figure-halo" d={path} />
      <path d={path} />
      {points.map((point) => point && <circle key={point.x} cx={point.x} cy={point.y} />)}
    </g>
  );
}

interface LabelsProps {
  readonly options: ChartOptions;
  x(index: number): number;
  readonly places: readonly number[];
  readonly width: number;
  readonly em: number;
  readonly marked: number;
}

function Labels({ options: { rows }, x, places, width, em, marked }: LabelsProps) {
  const widths = rows.map(({ label }) => ([...label].length * letter * 0.75 + 0.9) * em);
  const chosen = labelled(places, widths, width).filter((index) => marked === -1 || !near(index));
  return [...chosen, ...(marked === -1 ? [] : [marked])].map((index) => (
    <span
      key={index}
      class="figure-under"
      data-marked={index === marked}
      style={{ insetInlineStart: `${x(index)}px` }}
      dir="auto"
    >
      {rows[index]?.label}
    </span>
  ));

  /** Whether the stressed label needs this one's room. */
  function near(index: number): boolean {
    const distance = Math.abs((places[index] ?? 0) - (places[marked] ?? 0)) * width;
    return distance < ((widths[index] ?? 0) + (widths[marked] ?? 0)) / 2;
  }
}

/** Each line's name and last figure, beside its end; moved apart where ends come close. */
function Ends({ lines, box, em, room }: { lines: readonly Line[]; box: Box; em: number; room: number }) {
  const perLine = Math.max(4, (room / em - 1.2) / (letter * 0.8));
  const wanted = lines.map(({ name, last }) => ({
    at: last.y,
    height: (1.15 + Math.min(2, Math.ceil([...name].length / perLine)) * 0.95) * em,
  }));
  const middles = dodged(wanted, box.height - 1.2 * em);
  return lines.map(({ name, last, stressed, series }, index) => (
    <span
      key={series}
      class="figure-end"
      data-series={series}
      data-stressed={stressed}
      style={{ insetBlockStart: `${middles[index] ?? last.y}px`, inlineSize: `${room - 0.7 * em}px` }}
    >
      <strong>{last.text}</strong>
      {name !== '' && <span dir="auto">{name}</span>}
    </span>
  ));
}

/** Figures of a line that is alone, over its points. */
function Written({ points }: { points: readonly (Point | undefined)[] }) {
  const last = points.length - 1;
  return points.map(
    (point, index) =>
      point &&
      // The last one stands at the line's end.
      (index < last || last === 0) && (
        <span
          key={point.x}
          class="figure-point"
          style={{ insetInlineStart: `${point.x}px`, insetBlockStart: `${point.y}px` }}
        >
          {point.text}
        </span>
      ),
  );
}

/** Runs of points without a gap. */
function runsOf(points: readonly (Point | undefined)[]): Point[][] {
  const runs: Point[][] = [[]];
  for (const point of points) {
    if (point) runs.at(-1)?.push(point);
    else if (runs.at(-1)?.length) runs.push([]);
  }
  return runs.filter((run) => run.length > 0);
}
