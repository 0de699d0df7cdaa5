/** How much room the ink of a word takes, measured with the page's own typeface. */

/** In font sizes: the word's width, and how far its ink reaches above and below the baseline. */
export interface Ink {
  readonly width: number;
  readonly up: number;
  readonly down: number;
  /** How far the middle of the ink is below the middle of the line box; negative above. */
  readonly sunk: number;
}

export type Measure = (text: string) => Ink;

/** Weight of all words; the drawing sets the same. */
const weight = 640;
const size = 100;

/** A measure for the typeface of `family`. It remembers, for most words come back with every view. */
export function measureIn(family: string): Measure {
  const context = document.createElement('canvas').getContext('2d');
  const known = new Map<string, Ink>();
  return (text) => {
    const old = known.get(text);
    if (old) return old;
    const ink = context
      ? inkOf(context, family, text)
      : { width: text.length * 0.6, up: 0.75, down: 0.22, sunk: 0.08 };
    known.set(text, ink);
    return ink;
  };
}

function inkOf(context: CanvasRenderingContext2D, family: string, text: string): Ink {
  context.font = `${weight} ${size}px ${family}`;
  const metrics = context.measureText(text);
  const width = Math.max(metrics.width, metrics.actualBoundingBoxLeft + metrics.actualBoundingBoxRight);
  const up = Math.max(0.5, metrics.actualBoundingBoxAscent / size);
  const down = Math.max(0, metrics.actualBoundingBoxDescent / size);
  const baseline = (metrics.fontBoundingBoxAscent - metrics.fontBoundingBoxDescent) / 2 / size;
  return { width: width / size, up, down, sunk: baseline - (up - down) / 2 };
}
