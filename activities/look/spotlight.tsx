/** One thing of many put in the light: large, over all the others, until it is clicked or Escape is pressed. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { words } from '../words/screen.ts';
import { useFit } from './fit.ts';
import './spotlight.css';

interface SpotlightProps {
  /** All that is read in it: its size is found anew when this changes. */
  readonly content: string;
  close(): void;
  readonly children: ComponentChildren;
}

export function Spotlight({ content, close, children }: SpotlightProps) {
  const ref = useFit<HTMLSpanElement>(content);
  const button = useRef<HTMLButtonElement>(null);
  // Once, as it lights up: afterwards somebody may be typing elsewhere while new answers come.
  useEffect(() => button.current?.focus({ preventScroll: true }), []);
  return (
    <button
      type="button"
      class="spotlight"
      dir="auto"
      title={words.backToAll}
      ref={button}
      onClick={close}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        close();
      }}
    >
      <span class="spotlight-text" ref={ref}>
        {children}
      </span>
    </button>
  );
}
