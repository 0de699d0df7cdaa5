/** A list whose rows are dragged by a handle, and glide when their order changes. */
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

interface Sorting<List extends HTMLElement> {
  /** For the list; its rows are marked `data-key`. */
  readonly list: RefObject<List | null>;
  /** Call in each render with what names the order: rows glide when it has changed. */
  remember(order: string): void;
  /** Call when a pointer goes down on a row's handle. */
  grab(event: PointerEvent, key: string): void;
}

interface Seen {
  readonly order: string;
  /** Distance of each row from the window's upper edge, in CSS px, before the order changed. */
  readonly tops: ReadonlyMap<string, number>;
}

/** So near to the edge of the page it scrolls along, in CSS px. */
const edge = 90;

/** `drop` is told the row and the index it was dropped at. */
export function useSorting<List extends HTMLElement>(drop: (key: string, to: number) => void): Sorting<List> {
  const list = useRef<List>(null);
  const seen = useRef<Seen>({ order: '', tops: new Map() });
  const current = useRef('');
  /** Where rows stood when one was dropped. */
  const dropped = useRef<ReadonlyMap<string, number>>(undefined);
  useLayoutEffect(() => {
    const { order, tops } = seen.current;
    if (order === current.current) return;
    glide(rowsOf(list.current), tops);
    seen.current = { order: current.current, tops: new Map() };
  });
  return {
    list,
    remember(order) {
      current.current = order;
      if (order === seen.current.order) return;
      seen.current = { ...seen.current, tops: dropped.current ?? topsOf(rowsOf(list.current)) };
      dropped.current = undefined;
    },
    grab(event, key) {
      const rows = rowsOf(list.current);
      const from = rows.findIndex((row) => row.dataset.key === key);
      const row = rows[from];
      if (!row || event.button !== 0) return;
      event.preventDefault();
      drag(event, { rows, row, from }, (to) => {
        if (to === from) return;
        dropped.current = topsOf(rows);
        drop(key, to);
      });
    },
  };
}

interface Dragged {
  readonly rows: readonly HTMLElement[];
  readonly row: HTMLElement;
  readonly from: number;
}

/** Moves the row with the pointer and the others out of its way, until it is let go. */
function drag(start: PointerEvent, { rows, row, from }: Dragged, done: (to: number) => void): void {
  const tops = rows.map((each) => each.offsetTop);
  const grabbedAt = start.clientY + scrollY;
  let to = from;
  row.dataset.dragging = 'true';
  const move = (event: PointerEvent) => {
    if (event.pointerId !== start.pointerId) return;
    if (event.clientY < edge) scrollBy(0, -8);
    if (event.clientY > innerHeight - edge) scrollBy(0, 8);
    const by = event.clientY + scrollY - grabbedAt;
    to = placeAfter(by, { rows, row, from }, tops);
    row.style.translate = `0 ${by}px`;
    rows.forEach((each, index) => {
      if (each === row) return;
      const step = index > from && index <= to ? -1 : index < from && index >= to ? 1 : 0;
      each.style.translate = `0 ${step * (row.offsetHeight + gapOf(tops, rows))}px`;
    });
  };
  const end = (event: PointerEvent) => {
    if (event.pointerId !== start.pointerId) return;
    removeEventListener('pointermove', move);
    removeEventListener('pointerup', end);
    removeEventListener('pointercancel', end);
    delete row.dataset.dragging;
    if (event.type === 'pointerup') done(to);
    for (const each of rows) each.style.translate = '';
  };
  addEventListener('pointermove', move);
  addEventListener('pointerup', end);
  addEventListener('pointercancel', end);
}

/** The index at which the row stands once it was moved by so many CSS px: it passes the middle of another with its edge. */
function placeAfter(by: number, { rows, row, from }: Dragged, tops: readonly number[]): number {
  const top = (tops[from] ?? 0) + by;
  const bottom = top + row.offsetHeight;
  const middles = rows.map((each, index) => (tops[index] ?? 0) + each.offsetHeight / 2);
  const above = middles.filter((middle, index) => index < from && top < middle).length;
  const below = middles.filter((middle, index) => index > from && bottom > middle).length;
  return from + below - above;
}

function gapOf([first = 0, second = 0]: readonly number[], [row]: readonly HTMLElement[]): number {
  return row ? Math.max(0, second - first - row.offsetHeight) : 0;
}

function rowsOf(list: HTMLElement | null): readonly HTMLElement[] {
  return [...(list?.querySelectorAll<HTMLElement>('[data-key]') ?? [])];
}

function topsOf(rows: readonly HTMLElement[]): Map<string, number> {
  return new Map(rows.map((row) => [row.dataset.key ?? '', row.getBoundingClientRect().top]));
}

function glide(rows: readonly HTMLElement[], tops: ReadonlyMap<string, number>): void {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  for (const row of rows) {
    const before = tops.get(row.dataset.key ?? '');
    if (before === undefined) continue;
    const by = before - row.getBoundingClientRect().top;
    if (Math.abs(by) < 1) continue;
    row.animate([{ transform: `translateY(${by}px)` }, { transform: 'none' }], {
      duration: 250,
      easing: 'cubic-bezier(0.2, 0.7, 0.2, 1)',
    });
  }
}
