/** Keeps the results of a page up to date while somebody looks at it. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { isRefusal, type Refusal } from '../../protocol/refusals.ts';
import type { ResultsView } from '../../protocol/views.ts';
import { fetchView } from '../api.ts';

/** Milliseconds between two looks while the session runs. */
const every = 5_000;

export interface Kept {
  readonly results: ResultsView;
  /** `lost`: the server did not answer the last time. A refusal stays: the link holds no longer. */
  readonly state: 'fresh' | 'lost' | Refusal;
  /** Looks at once. */
  refresh(): void;
  /** Compares by an activity from now on, or by none (''). */
  compare(by: string): void;
}

export function useResults(code: string, first: ResultsView): Kept {
  const [kept, setKept] = useState<Pick<Kept, 'results' | 'state'>>({ results: first, state: 'fresh' });
  const look = useRef<() => void>(() => {});
  const by = useRef('');
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let looking = false;
    let gone = false;
    const wait = (ended: boolean) => {
      clearTimeout(timer);
      // After its end a session changes no more.
      if (!ended && !gone) timer = setTimeout(tryToLook, every);
    };
    const lookNow = async () => {
      if (looking) return;
      looking = true;
      const asked = by.current;
      const query = asked === '' ? '' : `?by=${encodeURIComponent(asked)}`;
      const next = await fetchView<ResultsView>(code, `results/view${query}`);
      looking = false;
      if (gone) return;
      // Meanwhile something else was chosen.
      if (asked !== by.current) return void lookNow();
      if (isRefusal(next)) return setKept(({ results }) => ({ results, state: next }));
      if (next === 'unreachable') setKept(({ results }) => ({ results, state: 'lost' }));
      else setKept({ results: next, state: 'fresh' });
      wait(next !== 'unreachable' && next.endedAt !== null);
    };
    const tryToLook = () => {
      if (document.visibilityState === 'visible') void lookNow();
    };
    look.current = () => void lookNow();
    document.addEventListener('visibilitychange', tryToLook);
    wait(first.endedAt !== null);
    return () => {
      gone = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', tryToLook);
    };
  }, [code, first]);
  const compare = (chosen: string) => {
    by.current = chosen;
    look.current();
  };
  return { ...kept, refresh: () => look.current(), compare };
}
