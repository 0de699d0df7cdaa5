/** Shapes that tell things apart beside their colours, as paths of SVG, all of about the same area. */

type Corners = readonly (readonly [x: number, y: number])[];

const third = Math.sqrt(3) / 2;
const shapes: readonly Corners[] = [
  // Square, upright triangle, diamond, cross, hanging triangle, hourglass, and a bar: after the circle.
  [
    [-0.86, -0.86],
    [0.86, -0.86],
    [0.86, 0.86],
    [-0.86, 0.86],
  ],
  [
    [0, -1.3],
    [1.3 * third, 0.72],
    [-1.3 * third, 0.72],
  ],
  [
    [0, -1.28],
    [1.28, 0],
    [0, 1.28],
    [-1.28, 0],
  ],
  [
    [-0.42, -1.16],
    [0.42, -1.16],
    [0.42, -0.42],
    [1.16, -0.42],
    [1.16, 0.42],
    [0.42, 0.42],
    [0.42, 1.16],
    [-0.42, 1.16],
    [-0.42, 0.42],
    [-1.16, 0.42],
    [-1.16, -0.42],
    [-0.42, -0.42],
  ],
  [
    [-1.3 * third, -0.72],
    [1.3 * third, -0.72],
    [0, 1.3],
  ],
  [
    [-1.05, -1.1],
    [1.05, -1.1],
    [0.2, 0],
    [1.05, 1.1],
    [-1.05, 1.1],
    [-0.2, 0],
  ],
  [
    [-1.4, -0.55],
    [1.4, -0.55],
    [1.4, 0.55],
    [-1.4, 0.55],
  ],
];

/** How many there are. */
const shapeCount = shapes.length + 1;
/** Of a mean without a name. */
export const diamond = 3;

/** The shape with this number (0 is a circle) around a place; `radius` is that of the circle. All in px. */
export function shapeAt(number: number, x: number, y: number, radius: number): string {
  const corners = shapes[(number % shapeCount) - 1];
  if (!corners) {
    const r = round(radius);
    return `M${round(x - radius)} ${round(y)}a${r} ${r} 0 1 0 ${round(radius * 2)} 0a${r} ${r} 0 1 0 ${round(-radius * 2)} 0Z`;
  }
  return `M${corners.map(([right, down]) => `${round(x + right * radius)} ${round(y + down * radius)}`).join('L')}Z`;
}

function round(px: number): number {
  return Math.round(px * 100) / 100;
}
