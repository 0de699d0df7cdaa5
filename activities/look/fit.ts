/** Hooks that measure: the size of a box, and text made smaller until it fits. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { endGlides } from './move.ts';

export interface Box {
  readonly width: number;
  readonly height: number;
}

/** The inner size of an element in CSS px, before any scaling of the page around it; undefined until measured. */
export function useBox<Element_ extends HTMLElement>() {
  const ref = useRef<Element_>(null);
  const [box, setBox] = useState<Box>();
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = element;
      // A slide that is not shown has no size: the last one stays.
      if (width > 0 && height > 0)
        setBox((old) => (old?.width === width && old.height === height ? old : { width, height }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { ref, box };
}

/** From the size as designed down to .7, which is 28 px of 1080 on the room screen; then with other manners. */
const attempts = [
  ...[1, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7].map((level) => ({ level, manner: 'free' })),
  { level: 0.7, manner: 'wide' },
  { level: 0.7, manner: 'tight' },
] as const;

/**
 * Sets `--fit` to the largest level at which the element does not overflow. When even .7 is too large, `data-fit` goes
 * from `free` to `wide` and `tight`, and the element's styles say what that means.
 * Measured again when `content` or the box changes, never on new counts: what is read must not move.
 */
export function useFit<Element_ extends HTMLElement>(content: string) {
  const ref = useRef<Element_>(null);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const settle = () => {
      if (element.clientHeight === 0) return;
      endGlides(element);
      for (const { level, manner } of attempts) {
        element.style.setProperty('--fit', String(level));
        element.dataset.fit = manner;
        if (element.scrollHeight <= element.clientHeight + 1) return;
      }
    };
    settle();
    const observer = new ResizeObserver(settle);
    // The parent's size is the page's; the element's own depends on what is set here.
    observer.observe(element.parentElement ?? element);
    // A typeface that comes late changes all widths.
    let gone = false;
    document.fonts.ready.then(() => {
      if (!gone) settle();
    });
    return () => {
      gone = true;
      observer.disconnect();
    };
  }, [content]);
  return ref;
}
