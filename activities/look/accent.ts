/** The author's accent colour, moved as little as needed to be readable on a theme. */

type Rgb = readonly [number, number, number];

export interface Accent {
  readonly accent: string;
  /** Text on the accent: black or white of the theme, whichever is read better. */
  readonly onAccent: string;
  /** For bars that are not the longest: as pale as can be seen. */
  readonly muted: string;
}

/** WCAG 2.2, 1.4.3: text against its ground. */
const readable = 4.5;
/** 1.4.11, with a little to spare: graphics against their ground. */
const visible = 3.1;

/**
 * The colour nearest to `wanted` (#rrggbb) that keeps 4.5:1 against each of `grounds`, found by mixing in black or
 * white; and the colour of text on it. Undefined when `wanted` is no #rrggbb.
 */
export function accentOn(wanted: string, grounds: readonly string[]): Accent | undefined {
  const start = parse(wanted);
  const against = grounds.map(parse).filter((ground) => ground !== undefined);
  const [ground] = against;
  if (!start) return undefined;
  const toward: Rgb = ground && luminance(ground) < 0.18 ? [255, 255, 255] : [0, 0, 0];
  for (let part = 0; part <= 100; part++) {
    const mixed = mix(start, toward, part / 100);
    if (against.every((each) => ratio(mixed, each) >= readable)) return complete(mixed, against);
  }
  return complete(toward, against);
}

/** WCAG contrast of two colours #rrggbb, 1..21; 1 when one is no colour. */
export function contrast(a: string, b: string): number {
  const [one, other] = [parse(a), parse(b)];
  return one && other ? ratio(one, other) : 1;
}

function complete(colour: Rgb, against: readonly Rgb[]): Accent {
  const [white, black]: [Rgb, Rgb] = [
    [255, 255, 255],
    [16, 18, 22],
  ];
  const onAccent = ratio(colour, white) >= ratio(colour, black) ? white : black;
  return { accent: format(colour), onAccent: format(onAccent), muted: format(paled(colour, against)) };
}

/** Mixed with the ground, up to 40 %, as long as it stays visible. */
function paled(colour: Rgb, against: readonly Rgb[]): Rgb {
  const [ground] = against;
  let pale = colour;
  for (let part = 1; ground && part <= 40; part++) {
    const mixed = mix(colour, ground, part / 100);
    if (!against.every((each) => ratio(mixed, each) >= visible)) break;
    pale = mixed;
  }
  return pale;
}

function parse(colour: string): Rgb | undefined {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour.trim());
  if (!match) return undefined;
  const [, red = '0', green = '0', blue = '0'] = match;
  return [Number.parseInt(red, 16), Number.parseInt(green, 16), Number.parseInt(blue, 16)];
}

function format(colour: Rgb): string {
  return `#${colour.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

function mix(from: Rgb, to: Rgb, part: number): Rgb {
  const between = (a: number, b: number) => Math.round(a + (b - a) * part);
  return [between(from[0], to[0]), between(from[1], to[1]), between(from[2], to[2])];
}

/** Relative luminance of sRGB, 0..1, as WCAG defines it. */
function luminance(colour: Rgb): number {
  const linear = (part: number) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(colour[0]) + 0.7152 * linear(colour[1]) + 0.0722 * linear(colour[2]);
}

function ratio(a: Rgb, b: Rgb): number {
  const [one, other] = [luminance(a), luminance(b)];
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}
