/** A list that does not jump under the thumb: what is new waits to be asked for, and a new order waits for a quiet moment. */
import { useEffect, useRef, useState } from 'preact/hooks';

export interface Held<Item> {
  readonly shown: readonly Item[];
  /** What has come since and is not shown yet. */
  readonly fresh: readonly Item[];
  showFresh(): void;
}

/** Nothing moves while somebody did something with the page so short a time ago, milliseconds. */
const quietFor = 3000;
const doings = ['scroll', 'pointerdown', 'pointermove', 'keydown'] as const;
/** A list as short as this is seen as a whole: what is new may join it by itself. */
const short = 4;

/**
 * `items` come in the order they should have. What is new waits until it is asked for, or (`until` is 'quiet') until
 * nobody is busy with the page.
 */
export function useHeld<Item extends { readonly key: string }>(
  items: readonly Item[],
  until: 'asked' | 'quiet' = 'asked',
): Held<Item> {
  const keys = items.map(({ key }) => key);
  const [order, setOrder] = useState<readonly string[]>(keys);
  const touched = useRef(0);
  const { shown, fresh, wanted } = held(order, keys, until);
  const isEmpty = shown.length === 0;
  const wish = wanted.join(' ');
  const isSettled = shown.join(' ') === wish;
  useEffect(() => {
    if (isSettled) return;
    const settle = () => {
      // Where nothing is shown, nothing can jump.
      if (isEmpty || Date.now() - touched.current >= quietFor)
        setOrder((before) => reordered(before, wish.split(' ')));
    };
    settle();
    const timer = setInterval(settle, 500);
    return () => clearInterval(timer);
  }, [isSettled, isEmpty, wish]);
  useEffect(() => {
    const touch = () => {
      touched.current = Date.now();
    };
    for (const doing of doings) addEventListener(doing, touch, { passive: true, capture: true });
    return () => {
      for (const doing of doings) removeEventListener(doing, touch, { capture: true });
    };
  }, []);
  const byKey = new Map(items.map((item) => [item.key, item]));
  const itemsOf = (some: readonly string[]) => some.flatMap((key) => byKey.get(key) ?? []);
  return {
    shown: isEmpty ? items : itemsOf(shown),
    fresh: isEmpty ? [] : itemsOf(fresh),
    showFresh: () => setOrder((before) => reordered(before, keys)),
  };
}

/**
 * What is shown of `keys`, in the order that was taken up last; what is new; and the order to take up when all is
 * quiet. Keys of `order` that are gone for now keep a place, should they come back.
 */
export function held(order: readonly string[], keys: readonly string[], until: 'asked' | 'quiet' = 'asked') {
  const [known, there] = [new Set(order), new Set(keys)];
  const shown = order.filter((key) => there.has(key));
  const fresh = keys.filter((key) => !known.has(key));
  const joins = until === 'quiet' || shown.length <= short;
  return { shown, fresh, wanted: joins ? keys : keys.filter((key) => known.has(key)) };
}

/** The new order, and behind it what is gone for now. */
export function reordered(order: readonly string[], next: readonly string[]): readonly string[] {
  const there = new Set(next);
  return [...next, ...order.filter((key) => !there.has(key))];
}
