/** The speaker's notes of a slide, in a size that can be read from where one stands. */
import { useLayoutEffect } from 'preact/hooks';
import { words } from '../../activities/words/console.ts';
import { useScrolls } from '../scrolls.ts';
import { noteSizes, prefer, preferences } from './preferences.ts';

/** `html` was sanitised by the server. `lang` is what the deck is written in. */
export function Notes({ html, lang }: { readonly html: string; readonly lang: string }) {
  const { notes } = preferences.value;
  const text = useScrolls<HTMLDivElement>(`${notes} ${html}`);
  useLayoutEffect(() => {
    if (text.current) text.current.innerHTML = html;
  }, [html, text]);
  return (
    <section class="notes" aria-labelledby="notes-title">
      <div class="label">
        <h2 id="notes-title">{words.notes}</h2>
        <span class="sizes">
          <button
            type="button"
            class="quiet"
            aria-label={words.smaller}
            disabled={notes === 0}
            onClick={() => prefer({ notes: notes - 1 })}
          >
            A−
          </button>
          <button
            type="button"
            class="quiet"
            aria-label={words.larger}
            disabled={notes === noteSizes.length - 1}
            onClick={() => prefer({ notes: notes + 1 })}
          >
            A+
          </button>
        </span>
      </div>
      {html === '' ? (
        <p class="soft">{words.noNotes}</p>
      ) : (
        <div
          class="notes-text"
          ref={text}
          lang={lang}
          dir="auto"
          style={{ fontSize: `${(noteSizes[notes] ?? 21) / 16}rem` }}
        />
      )}
    </section>
  );
}
