/** Lets elements glide from where they stood to where they stand now. */
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

const glide = 'glide';

/** Ends what glides within the element: on its way it may reach beyond the place where it will stand. */
export function endGlides(element: HTMLElement): void {
  for (const animation of element.getAnimations({ subtree: true })) {
    if (animation.id === glide) animation.finish();
  }
}

/**
 * After each render, children marked `data-key` that have moved inside the element of `ref` glide to their new place.
 * Places are those of the layout, so a scaled page does not disturb them. Still for those who asked for less motion.
 */
export function useGlide(ref: RefObject<HTMLElement | null>): void {
  const places = useRef(new Map<string, { left: number; top: number }>());
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element || element.clientHeight === 0) return;
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const now = new Map<string, { left: number; top: number }>();
    for (const child of element.querySelectorAll<HTMLElement>('[data-key]')) {
      const key = child.dataset.key ?? '';
      const place = { left: child.offsetLeft, top: child.offsetTop };
      now.set(key, place);
      const old = places.current.get(key);
      if (calm || !old || (old.left === place.left && old.top === place.top)) continue;
      const from = `translate(${old.left - place.left}px, ${old.top - place.top}px)`;
      child.animate([{ transform: from }, { transform: 'none' }], {
        id: glide,
        duration: 400,
        easing: 'cubic-bezier(0.2, 0.7, 0.2, 1)',
      });
    }
    places.current = now;
  });
}
