/** The ground of a slide where no reveal.js paints it: its colour or picture, and letters that stand out from it. */
import type { DeckSlide } from '../protocol/deck.ts';
import { backgroundOf } from './present/slide-parts.ts';

export function paintGround(section: HTMLElement, slide: DeckSlide): void {
  const { color, image } = backgroundOf(slide.attributes);
  section.style.backgroundColor = color ?? '';
  section.style.backgroundImage = image === undefined ? '' : `url(${JSON.stringify(image)})`;
  const light = color === undefined ? undefined : isLight(section);
  section.classList.toggle('has-dark-background', light === false);
  section.classList.toggle('has-light-background', light === true);
}

/** By the same weights as reveal.js, so that a slide reads the same everywhere. */
function isLight(section: HTMLElement): boolean | undefined {
  const [red, green, blue, alpha = 1] = (
    getComputedStyle(section).backgroundColor.match(/[\d.]+/g) ?? []
  ).map(Number);
  if (red === undefined || green === undefined || blue === undefined || alpha === 0) return undefined;
  return (red * 299 + green * 587 + blue * 114) / 1000 >= 128;
}
