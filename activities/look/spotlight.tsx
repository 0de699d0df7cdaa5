/** One thing of many put in the light: large, over all the others, until it is clicked or Escape is pressed. */
import type { ComponentChildren } from 'preact';
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
  return (
    <button
      type="button"
      class="spotlight"
      dir="auto"
      title={words.backToAll}
      ref={(element) => element?.focus({ preventScroll: true })}
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
