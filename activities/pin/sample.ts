/** Pictures and options to show and to test the kind with. */
import { identified } from '../directive.ts';
import type { PinOptions } from './model.ts';

/** A small map: land, a river with two bridges, and a few roads. */
const map = picture(
  'Map of a region with a river, two bridges and a town on either side',
  800,
  500,
  `<rect width="800" height="500" fill="#e9e4d4"/>
  <path d="M0 330C120 300 220 380 340 330S560 180 800 210V290C580 260 500 350 380 400S160 380 0 410Z" fill="#a9c9d8"/>
  <path d="M150 0L210 500M0 120L800 60M540 0L620 500M210 470L800 420" fill="none" stroke="#fff" stroke-width="10"/>
  <g fill="#c9bda0"><path d="M180 150h70v50h-70zM270 140h50v80h-50zM190 220h60v50h-60zM340 170h60v50h-60z"/>
  <path d="M600 330h70v50h-70zM690 320h50v70h-50zM560 110h60v50h-60zM640 100h70v60h-70z"/></g>
  <circle cx="440" cy="90" r="46" fill="#b8cba2"/><circle cx="90" cy="450" r="40" fill="#b8cba2"/>`,
);

/** Higher than it is wide. */
const floor = picture(
  'Plan of one floor: an entrance at the bottom, a hall in the middle, rooms around it',
  360,
  520,
  `<rect width="360" height="520" fill="#26323c"/>
  <g fill="none" stroke="#dfe7ea" stroke-width="6"><path d="M20 20h320v480h-120M140 500H20Z"/>
  <path d="M20 180h110M230 180h110M130 20v110M230 20v160M20 340h110v70M230 340h110"/></g>`,
);

export const samples: readonly PinOptions[] = [
  { image: map, ...pins(1) },
  { image: map, ...pins(3) },
  { image: floor, ...things(['Where I feel at home', 'Where I wait', 'Too loud', 'ماء']) },
  {
    image: map,
    ...things([
      ...['constructor', '🚲', 'The place where you would show a visitor round on the first day'],
      ...['Library', 'Market', 'School', 'Station', 'Somewhere quiet'],
    ]),
  },
];

function picture(alt: string, width: number, height: number, body: string): PinOptions['image'] {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${body}</svg>`;
  return { src: `data:image/svg+xml,${encodeURIComponent(svg)}`, alt };
}

function pins(count: number): Omit<PinOptions, 'image'> {
  const texts = Array.from({ length: count }, (_, index) => `Pin ${index + 1}`);
  return { things: identified(texts), named: false, pins: count };
}

function things(texts: readonly string[]): Omit<PinOptions, 'image'> {
  return { things: identified(texts), named: true, pins: 1 };
}
