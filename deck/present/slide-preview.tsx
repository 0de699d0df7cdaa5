/** A slide in small, as the room sees it, without a second reveal.js. */
import { render } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Deck, DeckSlide } from '../../protocol/deck.ts';
import { isRightToLeft } from '../direction.ts';
import { type Draw, showSlides } from '../room/slides.ts';
import { paintGround } from '../slide-ground.ts';
import { stepsOf } from './slide-parts.ts';

/** What the room screen leaves for slides beside its corner, in its design px. */
const design = { width: 1604, height: 1080 };

interface SlidePreviewProps {
  readonly deck: Deck;
  readonly slide: DeckSlide;
  /** How many fragments are shown, less one. */
  readonly fragment: number;
  /** What it is for those who do not see it. */
  readonly label: string;
  /** Draws an activity's result into its place. */
  readonly draw?: Draw;
}

export function SlidePreview({ deck, slide, fragment, label, draw = () => {} }: SlidePreviewProps) {
  const box = useRef<HTMLDivElement>(null);
  const holder = useRef<HTMLDivElement>(null);
  const places = useRef(new Set<HTMLElement>());
  const drawing = useRef(draw);
  drawing.current = draw;
  const [scale, setScale] = useState(0);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const measure = () => setScale(element.clientWidth / design.width);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  useLayoutEffect(() => {
    const element = holder.current;
    if (!element) return;
    showSlides(element, { ...deck, slides: [{ ...slide, h: 0, v: 0 }] }, (place, activity) => {
      places.current.add(place);
      drawing.current(place, activity);
    });
    prune(places.current, element);
    const section = element.querySelector('section');
    if (section) paintGround(section, slide);
  }, [deck, slide]);
  useLayoutEffect(() => {
    if (holder.current) markFragments(holder.current, fragment);
  }, [fragment, deck, slide]);
  useEffect(() => {
    const drawn = places.current;
    return () => prune(drawn, null);
  }, []);
  return (
    <div class="preview" ref={box} role="img" aria-label={label}>
      <div
        class="reveal preview-page"
        style={{ transform: `scale(${scale})` }}
        lang={deck.lang}
        dir={isRightToLeft(deck.lang) ? 'rtl' : 'ltr'}
        inert
      >
        <div class="slides" ref={holder} />
      </div>
    </div>
  );
}

/** Lets go of the charts that no longer stand in the page. */
function prune(places: Set<HTMLElement>, holder: HTMLElement | null): void {
  for (const place of places) {
    if (holder?.contains(place)) continue;
    render(null, place);
    places.delete(place);
  }
}

/** Steps to come are pale, so that the presenter sees what Next will bring. */
function markFragments(holder: HTMLElement, shown: number): void {
  const elements = [...holder.querySelectorAll<HTMLElement>('.fragment')];
  const steps = stepsOf(elements.map((element) => element.dataset.fragmentIndex));
  for (const [index, element] of elements.entries())
    element.classList.toggle('is-to-come', (steps[index] ?? 0) > shown);
}
