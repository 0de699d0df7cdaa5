/** The cloud as drawn: measured, placed, and fitted into its box. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useBox } from '../look/box.ts';
import { whenLettered } from '../look/lettered.ts';
import { type Measure, measureIn } from './measure.ts';
import type { CloudWord } from './model.ts';
import { type Fit, type Frame, type Placed, place, refit } from './place.ts';

export interface DrawnWord {
  readonly key: string;
  readonly text: string;
  readonly count: number;
  /** Middle of the line box, in px of the box around. */
  readonly x: number;
  readonly y: number;
  /** Font size in px. */
  readonly size: number;
  readonly rank: 'first' | 'middle' | 'last';
}

/** What a cloud remembers from one drawing to the next. */
interface Memory {
  readonly places: ReadonlyMap<string, Placed>;
  /** Size of the smallest word beside the largest: the more words, the less they differ. */
  readonly least: number;
  /** How the cloud stood in which box. */
  readonly stood?: { readonly fit: Fit; readonly box: Frame };
}

interface Cloud {
  readonly drawn: readonly DrawnWord[];
  /** Words for which there was no room in a readable size. */
  readonly left: number;
  readonly memory: Memory;
}

const none: readonly CloudWord[] = [];
export const nothingPlaced: Memory = { places: new Map(), least: 0.16 };
/** The largest font size, as a share of the box's height. */
const largest = 0.3;
/** The smallest font size, in em of the chart: 28 px on the room screen. */
const smallest = 0.7;
/** How large the smallest word may be made beside the largest, so that it can be read. */
const largestLeast = 0.5;
/** So many words are shown however small the box is. */
const atLeast = 12;

/** A word of `most` people is as large as can be, also while there is none. */
export function useCloud(words: readonly CloudWord[] = none, most = 1) {
  const { ref, box } = useBox<HTMLDivElement>();
  const [page, setPage] = useState<{ measure: Measure; textSize: number }>();
  useEffect(() => {
    return whenLettered(() => {
      if (!ref.current) return;
      const { fontFamily, fontSize } = getComputedStyle(ref.current);
      setPage({ measure: measureIn(fontFamily), textSize: Number.parseFloat(fontSize) });
    });
  }, [ref]);
  const memory = useRef(nothingPlaced);
  const { drawn, left } = useMemo(() => {
    if (!box || !page || words.length === 0) return { drawn: [], left: 0 };
    const cloud = layOut(words, memory.current, box, page.measure, smallest * page.textSize, most);
    memory.current = cloud.memory;
    return cloud;
  }, [words, most, box, page]);
  return { ref, drawn, left };
}

/** As many words as are readable in the box, most frequent first. */
export function layOut(
  words: readonly CloudWord[],
  { places: before, least: leastBefore, stood }: Memory,
  box: Frame,
  measure: Measure,
  smallestPx: number,
  most = 1,
): Cloud {
  let shown = words;
  let least = leastBefore;
  for (;;) {
    const measured = shown.map(({ key, count, text }) => ({ key, count, ...rectangle(measure(text)) }));
    const places = place(measured, before, box.width / box.height, least, most);
    const fitBefore = stood?.box === box ? stood.fit : undefined;
    const fit = refit([...places.values()], box, box.height * largest, fitBefore);
    const sizes = [...places.values()].map((word) => word.size * fit.scale);
    // First the small words are made larger beside the large ones; then the rarest are left out.
    if (shown.length > atLeast && Math.min(...sizes) < smallestPx) {
      if (least < largestLeast) least = Math.min(largestLeast, least * 1.2);
      else shown = shown.slice(0, Math.max(atLeast, Math.floor(shown.length * 0.94)));
      continue;
    }
    const drawn = shown.flatMap((word) => {
      const placed = places.get(word.key);
      return placed ? [draw(word, placed, fit, box, measure)] : [];
    });
    // In the order of their keys, so that a change of rank does not move elements about in the page.
    drawn.sort((a, b) => (a.key < b.key ? -1 : 1));
    const memory = { places: new Map([...before, ...places]), least, stood: { fit, box } };
    return { drawn, left: words.length - shown.length, memory };
  }
}

function rectangle({ width, up, down }: ReturnType<Measure>) {
  return { width, height: up + down };
}

function draw(word: CloudWord, placed: Placed, fit: Fit, box: Frame, measure: Measure): DrawnWord {
  const size = placed.size * fit.scale;
  // Places are of the ink; the page places the line box around it.
  const sunk = measure(word.text).sunk * size;
  return {
    key: word.key,
    text: word.text,
    count: word.count,
    x: round(box.width / 2 + (placed.x - fit.centre.x) * fit.scale),
    y: round(box.height / 2 + (placed.y - fit.centre.y) * fit.scale - sunk),
    size: round(size),
    rank: placed.size > 0.8 ? 'first' : placed.size > 0.4 ? 'middle' : 'last',
  };
}

function round(px: number): number {
  return Math.round(px * 10) / 10;
}
