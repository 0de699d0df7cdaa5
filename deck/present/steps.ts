/** Where Next and Back lead: fragments first, then the next slide in reading order (down a column, then right). */
import type { SlidePosition } from '../../protocol/commands.ts';
import type { Deck, DeckSlide } from '../../protocol/deck.ts';

type Slides = readonly Pick<DeckSlide, 'h' | 'v' | 'fragments'>[];

/** The slide's place in reading order; -1 when the deck has no such slide. */
export function indexOf(slides: Slides, { h, v }: Pick<SlidePosition, 'h' | 'v'>): number {
  return slides.findIndex((slide) => slide.h === h && slide.v === v);
}

/** One step on, or undefined at the end. */
export function nextStep(slides: Slides, at: SlidePosition): SlidePosition | undefined {
  const index = indexOf(slides, at);
  const slide = slides[index];
  if (slide && at.f < slide.fragments - 1) return { ...at, f: at.f + 1 };
  return startOf(slides[index + 1]);
}

/** One step back: a slide that is come back to shows all it has. Undefined at the start. */
export function previousStep(slides: Slides, at: SlidePosition): SlidePosition | undefined {
  if (at.f >= 0) return { ...at, f: at.f - 1 };
  const slide = slides[indexOf(slides, at) - 1];
  return slide && { h: slide.h, v: slide.v, f: slide.fragments - 1 };
}

/** A slide before its first fragment. */
export function startOf(slide: Slides[number] | undefined): SlidePosition | undefined {
  return slide && { h: slide.h, v: slide.v, f: -1 };
}

/** The next slide that asks something, with its number (from 1). */
export function nextQuestion(
  { slides, displays }: Pick<Deck, 'slides' | 'displays'>,
  at: SlidePosition,
): { readonly slide: DeckSlide; readonly number: number } | undefined {
  const only = new Set(displays.map(({ id }) => id));
  const index = slides.findIndex(
    ({ activities }, place) => place > indexOf(slides, at) && activities.some((id) => !only.has(id)),
  );
  const slide = slides[index];
  return slide && { slide, number: index + 1 };
}
