/** Text made smaller until it fits its box. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { keepSettled } from './lettered.ts';

/** From the size as designed down to .7, which is 28 px of 1080 on the room screen; then with other manners. */
const attempts = [
  ...[1, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7].map((level) => ({ level, manner: 'free' })),
  { level: 0.7, manner: 'wide' },
  { level: 0.7, manner: 'tight' },
] as const;

/** Takes away what glides move, which may hang over the edge for a while, until the answer is called. */
function lifted(element: HTMLElement): () => void {
  const glides = element.getAnimations({ subtree: true }).flatMap((animation) => {
    const { effect } = animation;
    const isStyle = animation instanceof CSSTransition || animation instanceof CSSAnimation;
    return effect instanceof KeyframeEffect && !isStyle ? [{ effect, target: effect.target }] : [];
  });
  for (const { effect } of glides) effect.target = null;
  return () => {
    for (const { effect, target } of glides) effect.target = target;
  };
}

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
      const resume = lifted(element);
      for (const { level, manner } of attempts) {
        element.style.setProperty('--fit', String(level));
        element.dataset.fit = manner;
        if (element.scrollHeight <= element.clientHeight + 1) break;
      }
      resume();
    };
    return keepSettled(element, settle);
  }, [content]);
  return ref;
}
