/** Parties that move from where they were to where they are now: all at once, so that lines stay with their ends. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

export interface Placed {
  /** The middle of the party's box, px from the middle of the frame. */
  readonly x: number;
  readonly y: number;
}

const duration = 400;

/** `target` on its way: what is new is there at once, what was there glides. Still for those who asked for less motion. */
export function useMotion(target: ReadonlyMap<string, Placed>): ReadonlyMap<string, Placed> {
  const [, redraw] = useState(0);
  const shown = useRef(target);
  const aim = useRef(target);
  const frame = useRef(0);
  useLayoutEffect(() => {
    if (aim.current === target) return;
    aim.current = target;
    const from = shown.current;
    cancelAnimationFrame(frame.current);
    const isStill = isSame(from, target) || matchMedia('(prefers-reduced-motion: reduce)').matches;
    const began = performance.now();
    const step = (now: number) => {
      const part = isStill ? 1 : Math.min(1, Math.max(0, now - began) / duration);
      shown.current = part === 1 ? target : between(from, target, 1 - (1 - part) ** 3);
      redraw((count) => count + 1);
      if (part < 1) frame.current = requestAnimationFrame(step);
    };
    step(began);
  }, [target]);
  useLayoutEffect(() => () => cancelAnimationFrame(frame.current), []);
  return shown.current;
}

function isSame(from: ReadonlyMap<string, Placed>, target: ReadonlyMap<string, Placed>): boolean {
  for (const [key, { x, y }] of target) {
    const old = from.get(key);
    if (old && (old.x !== x || old.y !== y)) return false;
  }
  return true;
}

function between(
  from: ReadonlyMap<string, Placed>,
  target: ReadonlyMap<string, Placed>,
  part: number,
): ReadonlyMap<string, Placed> {
  const mixed = new Map<string, Placed>();
  for (const [key, to] of target) {
    const old = from.get(key) ?? to;
    const mix = (a: number, b: number) => a + (b - a) * part;
    mixed.set(key, { x: mix(old.x, to.x), y: mix(old.y, to.y) });
  }
  return mixed;
}
