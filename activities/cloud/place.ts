/**
 * Where the words of a cloud stand. A word keeps its place while it grows; what is in its way makes room; a new
 * word takes the free place nearest the middle. Pure and without dice: the same words in the same order of
 * arrival always make the same cloud.
 */

/** A word as measured at font size 1. */
export interface Measured {
  readonly key: string;
  readonly count: number;
  readonly width: number;
  readonly height: number;
}

/** A word in the cloud: its middle and its font size, in units of the cloud (the largest font size is 1). */
export interface Placed {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly width: number;
  readonly height: number;
}

export interface Frame {
  readonly width: number;
  readonly height: number;
}

/** How cloud units become px of the frame: `px = middle + (unit - centre) * scale`. */
export interface Fit {
  readonly scale: number;
  readonly centre: { readonly x: number; readonly y: number };
}

/** Air around each word, in font sizes of that word. */
const air = { x: 0.16, y: 0.12 };

/**
 * Places `words` (most frequent first) in a cloud that had `before`. `aspect` is width over height of the frame;
 * `least` is the size of the smallest word beside the largest, however different their counts are; a word of `most` people,
 * or of more, would be as large as can be.
 */
export function place(
  words: readonly Measured[],
  before: ReadonlyMap<string, Placed>,
  aspect: number,
  least: number,
  most = 1,
): Map<string, Placed> {
  const largest = Math.max(most, ...words.map((word) => word.count));
  const sized = words.map((word) => withSize(word, largest, least));
  const grown = (word: Sized) => word.size > (before.get(word.key)?.size ?? Number.POSITIVE_INFINITY) + 1e-9;
  const known = sized.filter((word) => before.has(word.key));
  const inTurn = [
    ...known.filter(grown),
    ...known.filter((word) => !grown(word)),
    ...sized.filter((word) => !before.has(word.key)),
  ];
  const taken: Placed[] = [];
  for (const word of inTurn) {
    const old = before.get(word.key);
    taken.push(nearestFree(word, old ?? { x: 0, y: 0 }, taken, aspect));
  }
  const tight = gathered(drawnTogether(taken), aspect);
  return new Map(tight.map((word) => [word.key, word]));
}

/** The scale at which all words fill the frame and none is cut, at most `largest` px of font size. */
export function fitInto(placed: Iterable<Placed>, frame: Frame, largest: number): Fit {
  let [left, right, top, bottom] = [0, 0, 0, 0];
  let first = true;
  for (const { x, y, width, height } of placed) {
    const [l, r, t, b] = [x - width / 2, x + width / 2, y - height / 2, y + height / 2];
    left = first ? l : Math.min(left, l);
    right = first ? r : Math.max(right, r);
    top = first ? t : Math.min(top, t);
    bottom = first ? b : Math.max(bottom, b);
    first = false;
  }
  const [width, height] = [right - left, bottom - top];
  if (first || width <= 0 || height <= 0) return { scale: largest, centre: { x: 0, y: 0 } };
  const scale = Math.min(largest, frame.width / width, frame.height / height);
  return { scale, centre: { x: (left + right) / 2, y: (top + bottom) / 2 } };
}

/** How much larger the words could be before the cloud is scaled anew: what rests is read more easily. */
const slack = 1.07;

/** The fit of before as long as all words are inside the frame and would hardly be larger with another. */
export function refit(
  placed: readonly Placed[],
  frame: Frame,
  largest: number,
  before: Fit | undefined,
): Fit {
  const best = fitInto(placed, frame, largest);
  if (!before || best.scale > before.scale * slack) return best;
  const inside = placed.every(({ x, y, width, height }) => {
    const across = (Math.abs(x - before.centre.x) + width / 2) * before.scale;
    const down = (Math.abs(y - before.centre.y) + height / 2) * before.scale;
    return across <= frame.width / 2 + 0.5 && down <= frame.height / 2 + 0.5;
  });
  return inside ? before : best;
}

type Sized = Omit<Placed, 'x' | 'y'>;

/** No phrase is wider than so many of the largest font size: one long answer would make all others small. */
const widest = 9;

/** Area, not length, shows the count: hence the root. */
function withSize({ key, count, width, height }: Measured, most: number, least: number): Sized {
  const size = Math.max(least, Math.min(Math.sqrt(count / most), widest / width));
  return { key, size, width: (width + air.x * 2) * size, height: (height + air.y * 2) * size };
}

/** The free place nearest to `from`, looked for along a spiral as flat as the frame. */
function nearestFree(
  word: Sized,
  from: { x: number; y: number },
  taken: readonly Placed[],
  aspect: number,
): Placed {
  const flat = Math.sqrt(aspect);
  const start = turnOf(word.key);
  // Steps as long as a part of the word, so that small words find small gaps.
  const step = word.height * 0.3;
  let angle = 0;
  for (;;) {
    const radius = (step * angle) / (2 * Math.PI);
    const x = from.x + Math.cos(start + angle) * radius * flat;
    const y = from.y + (Math.sin(start + angle) * radius) / flat;
    const candidate = { ...word, x, y };
    const hit = taken.find((other) => overlap(candidate, other));
    if (!hit) return candidate;
    angle += radius < step ? 0.5 : step / radius;
  }
}

export function overlap(a: Omit<Placed, 'key' | 'size'>, b: Omit<Placed, 'key' | 'size'>): boolean {
  const slack = 1e-6;
  return (
    Math.abs(a.x - b.x) + slack < (a.width + b.width) / 2 &&
    Math.abs(a.y - b.y) + slack < (a.height + b.height) / 2
  );
}

/** How much looser than need be a cloud may get, as its words shrink beside a growing one, before it contracts. */
const loose = 0.94;

/** All places moved toward the middle by one factor: the arrangement stays, the gaps close. */
function drawnTogether(words: readonly Placed[]): Placed[] {
  let needed = 0;
  for (const [index, a] of words.entries()) {
    for (const b of words.slice(index + 1)) {
      const across = (a.width + b.width) / 2 / Math.max(1e-9, Math.abs(a.x - b.x));
      const down = (a.height + b.height) / 2 / Math.max(1e-9, Math.abs(a.y - b.y));
      needed = Math.max(needed, Math.min(across, down));
    }
  }
  if (words.length < 2 || needed >= loose) return [...words];
  return words.map((word) => ({ ...word, x: word.x * needed, y: word.y * needed }));
}

/** Below this share of ink in the frame a cloud may be gathered, if its words become so much larger by it. */
const thin = 0.52;
const worthwhile = 1.08;

/**
 * A cloud that has grown thin over time, drawn in: its outermost words find a free place nearer to the middle, all
 * others rest. It happens seldom and for many votes at once.
 */
function gathered(words: readonly Placed[], aspect: number): readonly Placed[] {
  const frame = { width: aspect, height: 1 };
  const before = fitInto(words, frame, Number.POSITIVE_INFINITY).scale;
  const ink = words.reduce((sum, word) => sum + word.width * word.height, 0) * before ** 2;
  if (words.length < 8 || ink / aspect > thin) return words;
  const reach = (word: Placed) =>
    Math.max((Math.abs(word.x) + word.width / 2) / aspect, Math.abs(word.y) + word.height / 2);
  let moved = [...words];
  for (let moves = 0; moves < words.length / 2; moves++) {
    const outermost = moved.reduce((far, word) => (reach(word) > reach(far) ? word : far));
    const others = moved.filter((word) => word !== outermost);
    const found = nearestFree(outermost, { x: 0, y: 0 }, others, aspect);
    if (reach(found) > reach(outermost) * 0.98) break;
    moved = [...others, found];
  }
  const after = fitInto(moved, frame, Number.POSITIVE_INFINITY).scale;
  return after > before * worthwhile ? moved : words;
}

/** A direction for each word, so that new words do not all queue on one side: FNV-1a as an angle. */
function turnOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < key.length; index++) hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193);
  return ((hash >>> 0) / 2 ** 32) * 2 * Math.PI;
}
