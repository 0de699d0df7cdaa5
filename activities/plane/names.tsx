/** The names of marks, measured as they will be drawn and placed where they collide with nothing. */
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { whenLettered } from '../look/lettered.ts';
import type { Size } from './density.ts';
import { distanceTo, type Marked, placeLabels, type Rectangle } from './labels.ts';

/** More names than this have two lines each at most. */
const many = 5;

interface Named extends Omit<Marked, 'width' | 'height'> {
  readonly text: string;
}

interface NamesProps {
  readonly marks: readonly Named[];
  /** What else names must not lie on. */
  readonly keepOff: readonly Rectangle[];
  readonly box: Size;
}

/** What stands in the page: sizes of the names by key, and rectangles that names keep off. */
interface Measured {
  readonly sizes: ReadonlyMap<string, Size>;
  readonly taken: readonly Rectangle[];
}

export function Names({ marks, keepOff, box }: NamesProps) {
  const ref = useRef<HTMLDivElement>(null);
  const [measured, setMeasured] = useState<Measured>();
  const texts = marks.map(({ key, text }) => `${key} ${text}`).join('\n');
  useLayoutEffect(() => {
    const measure = () => {
      if (ref.current) setMeasured(measureIn(ref.current));
    };
    measure();
    return whenLettered(measure);
  }, [texts, box]);
  const sides = useRef<ReadonlyMap<string, number>>(new Map());
  const places = useMemo(() => {
    const { sizes, taken } = measured ?? { sizes: new Map<string, Size>(), taken: [] };
    const known = marks.flatMap((mark) => {
      const size = sizes.get(mark.key);
      return size ? [{ ...mark, ...size }] : [];
    });
    const found = placeLabels(known, box, [...taken, ...keepOff], sides.current);
    sides.current = new Map([...found].map(([key, { side }]) => [key, side]));
    return known.flatMap((mark) => {
      const place = found.get(mark.key);
      return place ? [{ mark, place }] : [];
    });
  }, [marks, keepOff, box, measured]);
  return (
    <div class="plane-names" data-many={marks.length > many}>
      <div class="plane-names-measured" ref={ref}>
        {marks.map(({ key, text }) => (
          <Name key={key} id={key} text={text} />
        ))}
      </div>
      <svg width={box.width} height={box.height} aria-hidden="true">
        {places.map(({ mark, place }) => (
          <path key={mark.key} class="plane-leader" d={leaderTo(mark, place)} />
        ))}
      </svg>
      {places.map(({ mark: { key, text }, place: { x, y, width } }) => (
        <span key={key} class="plane-name-place" style={{ transform: `translate(${x}px, ${y}px)` }}>
          <Name id={key} text={text} width={width} />
        </span>
      ))}
    </div>
  );
}

interface NameProps {
  readonly id: string;
  readonly text: string;
  /** px, once it is known. */
  readonly width?: number;
}

function Name({ id, text, width }: NameProps) {
  const size = width === undefined ? {} : { inlineSize: `${width}px` };
  return (
    <span class="plane-name" data-name={id} style={size} dir="auto">
      <span>{text}</span>
    </span>
  );
}

function measureIn(element: HTMLElement): Measured {
  const names = [...element.querySelectorAll<HTMLElement>('[data-name]')];
  const taken = element.closest('.plane-plot')?.querySelectorAll<HTMLElement>('[data-taken]') ?? [];
  return {
    sizes: new Map(names.map((name) => [name.dataset.name ?? '', sizeOf(name)])),
    taken: [...taken].map(({ offsetLeft: x, offsetTop: y, offsetWidth: width, offsetHeight: height }) => ({
      x,
      y,
      width,
      height,
    })),
  };
}

/** As wide as its longest line: lines that were broken leave their box wider than they are. */
function sizeOf(name: HTMLElement): Size {
  const [text] = name.children;
  const whole = name.getBoundingClientRect().width;
  if (!text || whole === 0) return { width: 0, height: 0 };
  const lines = document.createRange();
  lines.selectNodeContents(text);
  const longest = Math.max(...[...lines.getClientRects()].map(({ width }) => width));
  // The page around may be scaled, which such rectangles are and sizes of the layout are not.
  const spare = (text.getBoundingClientRect().width - longest) * (name.offsetWidth / whole);
  return { width: Math.ceil(name.offsetWidth - Math.max(0, spare)) + 1, height: name.offsetHeight };
}

/** A thin line from a mark to a name that could not stand beside it; nothing where it does. */
function leaderTo(mark: Marked, place: Rectangle): string {
  if (distanceTo(mark, place) < mark.reach) return '';
  const within = (at: number, from: number, length: number) => Math.min(from + length, Math.max(from, at));
  const [x, y] = [within(mark.x, place.x, place.width), within(mark.y, place.y, place.height)];
  return `M${Math.round(mark.x)} ${Math.round(mark.y)}L${Math.round(x)} ${Math.round(y)}`;
}
