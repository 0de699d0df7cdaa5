/** A value in beats: what changes many times a second is drawn a few times, each time to its end. */
import { useEffect, useRef, useState } from 'preact/hooks';

/** The latest value, or for at most `ms` the one before. What is `urgent` is there at once. */
export function useBeat<Value>(value: Value, ms: number, urgent: boolean): Value {
  const [, redraw] = useState(0);
  const held = useRef({ value, since: performance.now() });
  const rest = held.current.since + ms - performance.now();
  if (held.current.value !== value && (urgent || rest <= 0)) {
    held.current = { value, since: performance.now() };
  }
  const waits = held.current.value !== value;
  useEffect(() => {
    if (!waits) return;
    const timer = setTimeout(() => redraw((count) => count + 1), Math.max(0, rest));
    return () => clearTimeout(timer);
  }, [waits, value]);
  return held.current.value;
}
