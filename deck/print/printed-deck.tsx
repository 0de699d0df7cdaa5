/** The deck on paper: every slide with all its steps, every result drawn once. */
import { render } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { wear } from '../../activities/look/wear.ts';
import type { PrintView } from '../../protocol/views.ts';
import { isRightToLeft } from '../direction.ts';
import { Result } from '../mount.tsx';
import { showSlides } from '../room/slides.ts';
import { paintGround } from '../slide-ground.ts';

export function PrintedDeck({ view: { deck, activities, now } }: { readonly view: PrintView }) {
  const holder = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const slides = holder.current;
    if (!slides) return;
    document.title = deck.title;
    wear(deck.look);
    showSlides(slides, deck, (place, id) => {
      const staged = activities.find((activity) => activity.id === id);
      const shown = deck.displays.find((activity) => activity.id === id);
      if (staged) {
        const { revealed, earlier, visible } = staged;
        render(<Result activity={staged} {...{ revealed, earlier, now }} results={visible} />, place);
      } else if (shown) {
        render(<Result activity={shown} revealed={undefined} results="final" now={now} />, place);
      }
    });
    for (const slide of deck.slides) {
      const section = slides.querySelector<HTMLElement>(`section[data-slide="${CSS.escape(slide.id)}"]`);
      if (section) paintGround(section, slide);
    }
  }, [deck, activities, now]);
  return (
    <main class="reveal printed" lang={deck.lang} dir={isRightToLeft(deck.lang) ? 'rtl' : 'ltr'}>
      <div class="slides" ref={holder} />
    </main>
  );
}
