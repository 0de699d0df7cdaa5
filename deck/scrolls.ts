/** A box that scrolls can be reached and scrolled with the keyboard alone; one that does not is no stop for Tab. */
import { useEffect, useRef } from 'preact/hooks';

/** `content` is whatever the box's size depends on. `data-scrolls` tells keys and styles that it scrolls now. */
export function useScrolls<Element_ extends HTMLElement>(content: unknown) {
  const ref = useRef<Element_>(null);
  useEffect(() => {
    const box = ref.current;
    if (!box || content === undefined) return undefined;
    const settle = () => {
      const { overflowX, overflowY } = getComputedStyle(box);
      const scrolls =
        (overflowY === 'auto' && box.scrollHeight > box.clientHeight + 1) ||
        (overflowX === 'auto' && box.scrollWidth > box.clientWidth + 1);
      box.toggleAttribute('data-scrolls', scrolls);
      if (scrolls) box.tabIndex = 0;
      else box.removeAttribute('tabindex');
    };
    settle();
    const observer = new ResizeObserver(settle);
    observer.observe(box);
    return () => observer.disconnect();
  }, [content]);
  return ref;
}
