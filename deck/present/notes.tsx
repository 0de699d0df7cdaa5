/** The speaker's notes of a slide, in a size that can be read from where one stands. */
import { signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { words } from '../../activities/words/console.ts';

const sizes = [16, 18, 21, 25, 30, 36] as const;
/** Kept while the console is open; index of `sizes`. */
const size = signal(2);

/** `html` was sanitised by the server. */
export function Notes({ html }: { readonly html: string }) {
  const text = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (text.current) text.current.innerHTML = html;
  }, [html]);
  return (
    <section class="notes" aria-label={words.notes}>
      <p class="label">
        <strong>{words.notes}</strong>
        <button
          type="button"
          class="quiet"
          aria-label={words.smaller}
          disabled={size.value === 0}
          onClick={() => size.value--}
        >
          A−
        </button>
        <button
          type="button"
          class="quiet"
          aria-label={words.larger}
          disabled={size.value === sizes.length - 1}
          onClick={() => size.value++}
        >
          A+
        </button>
      </p>
      {html === '' ? (
        <p class="soft">{words.noNotes}</p>
      ) : (
        <div class="notes-text" ref={text} style={{ fontSize: `${(sizes[size.value] ?? 21) / 16}rem` }} />
      )}
    </section>
  );
}
