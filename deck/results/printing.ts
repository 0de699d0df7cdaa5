/** On paper: the light theme, and every table whole. */
import { useEffect } from 'preact/hooks';
import { wear } from '../../activities/look/wear.ts';
import type { Look } from '../../protocol/deck.ts';

export function usePrinting(look: Look): void {
  useEffect(() => {
    const opened: HTMLDetailsElement[] = [];
    const before = () => {
      wear({ ...look, theme: 'paper' });
      for (const details of document.querySelectorAll('details')) {
        if (details.open) continue;
        details.open = true;
        opened.push(details);
      }
    };
    const after = () => {
      wear(look);
      for (const details of opened.splice(0)) details.open = false;
    };
    addEventListener('beforeprint', before);
    addEventListener('afterprint', after);
    return () => {
      removeEventListener('beforeprint', before);
      removeEventListener('afterprint', after);
    };
  }, [look]);
}
