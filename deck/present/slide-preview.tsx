/** A slide in small, as the room sees it, without a second reveal.js. */
import { useSignalEffect } from '@preact/signals';
import { render } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Deck, DeckSlide } from '../../protocol/deck.ts';
import { showSlides } from '../room/slides.ts';

/** What the room screen leaves for slides beside its corner, in its design px. */
const design = { width: 1604, height: 1080 };

interface SlidePreviewProps {
  readonly deck: Deck;
  readonly slide: DeckSlide;
  /** How many fragments are shown, less one. */
  readonly fragment: number;
  readonly label: string;
  /** Draws an activity's result. */
  draw(place: HTMLElement, activity: string): void;
}

export function SlidePreview({ deck, slide, fragment, label, draw }: SlidePreviewProps) {
  const box = useRef<HTMLDivElement>(null);
  const holder = useRef<HTMLDivElement>(null);
  const [scale, setScale] = useState(0);
  useEffect(() => {
    if (!box.current) return undefined;
    const observer = new ResizeObserver(([entry]) =>
      setScale((entry?.contentRect.width ?? 0) / design.width),
    );
    observer.observe(box.current);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    if (!holder.current) return;
    showSlides(holder.current, { ...deck, slides: [{ ...slide, h: 0, v: 0 }] }, draw);
    markFragments(holder.current, fragment);
  });
  useSignalEffect(() => () => {
    for (const place of holder.current?.querySelectorAll<HTMLElement>('[data-activity]') ?? [])
      render(null, place);
  });
  return (
    <div class="preview" ref={box} role="img" aria-label={`${label}: ${slide.title}`} inert>
      <div class="reveal preview-page" style={{ transform: `scale(${scale})` }}>
        <div class="slides" ref={holder} />
      </div>
    </div>
  );
}

/** Steps to come are pale, so that the presenter sees what Next will bring. */
function markFragments(holder: HTMLElement, shown: number): void {
  const fragments = [...holder.querySelectorAll<HTMLElement>('.fragment')];
  const order = fragments.map((element, index) => ({
    element,
    step: Number(element.dataset.fragmentIndex ?? index),
  }));
  const steps = [...new Set(order.map(({ step }) => step))].sort((a, b) => a - b);
  for (const { element, step } of order) element.classList.toggle('is-to-come', steps.indexOf(step) > shown);
}
