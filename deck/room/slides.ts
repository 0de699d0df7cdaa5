/** The slides in the page: built from the deck, and brought up to date in place when the session file changes. */
import type { Deck, DeckSlide } from '../../protocol/deck.ts';

/** Draws an activity into its place. Called once for each place that is new. */
export type Draw = (place: HTMLElement, activity: string) => void;

/** What is known of a section that stands in the page. */
const drawn = new WeakMap<HTMLElement, { html: string; attributes: string }>();

/**
 * Makes `holder` hold the slides of `deck`. A slide that has not changed keeps its element, and an activity keeps its
 * place with the chart in it, wherever its slide has moved, so that nothing flashes and charts go on from where they are.
 */
export function showSlides(holder: HTMLElement, deck: Deck, draw: Draw): void {
  const old = new Map(
    [...holder.querySelectorAll<HTMLElement>('section[data-slide]')].map((each) => [
      each.dataset.slide,
      each,
    ]),
  );
  const places = new Map(
    [...holder.querySelectorAll<HTMLElement>('[data-activity]')].map((each) => [each.dataset.activity, each]),
  );
  const columns: HTMLElement[][] = [];
  for (const slide of deck.slides) {
    const section = old.get(slide.id) ?? document.createElement('section');
    fill(section, slide, places, draw);
    const column = columns[slide.h] ?? [];
    column[slide.v] = section;
    columns[slide.h] = column;
  }
  holder.replaceChildren(...columns.filter((column) => column.length > 0).map(stack));
}

function stack(column: HTMLElement[]): HTMLElement {
  const [only] = column;
  if (column.length === 1 && only) return only;
  const outer = document.createElement('section');
  outer.append(...column.filter((section) => section !== undefined));
  return outer;
}

function fill(
  section: HTMLElement,
  slide: DeckSlide,
  places: ReadonlyMap<string | undefined, HTMLElement>,
  draw: Draw,
): void {
  const attributes = JSON.stringify(slide.attributes);
  const known = drawn.get(section);
  if (known?.attributes !== attributes) {
    for (const { name } of [...section.attributes]) section.removeAttribute(name);
    for (const [name, value] of Object.entries(slide.attributes)) section.setAttribute(name, value);
  }
  section.dataset.slide = slide.id;
  section.classList.toggle('has-activity', slide.activities.length > 0);
  if (known?.html !== slide.html) {
    const template = document.createElement('template');
    // The server has sanitised it.
    template.innerHTML = slide.html;
    for (const place of template.content.querySelectorAll<HTMLElement>('[data-activity]')) {
      const activity = place.dataset.activity ?? '';
      const existing = places.get(activity);
      if (existing) place.replaceWith(existing);
      else draw(place, activity);
    }
    for (const heading of template.content.querySelectorAll<HTMLElement>('h1, h2, h3')) {
      heading.dataset.length = lengthOf(heading.textContent ?? '');
    }
    section.replaceChildren(template.content);
  }
  drawn.set(section, { html: slide.html, attributes });
}

/** Long questions are set smaller, so that their answers have room. */
function lengthOf(text: string): 'short' | 'long' | 'longer' {
  const letters = [...text].length;
  return letters > 130 ? 'longer' : letters > 64 ? 'long' : 'short';
}
