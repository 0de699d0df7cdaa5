/** The size of a box, measured. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

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
