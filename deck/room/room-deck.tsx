/** reveal.js on the room screen: made once, fed with decks, and moved to where it should stand. */
import type { ReadonlySignal } from '@preact/signals';
import { render } from 'preact';
import Reveal, { type RevealApi, type RevealConfig } from 'reveal.js';
import type { SlidePosition } from '../../protocol/commands.ts';
import type { Deck } from '../../protocol/deck.ts';
import { isRightToLeft } from '../direction.ts';
import { same } from '../position.ts';
import { LiveResult } from './live-result.tsx';
import { keepOthersInert, plenumPlugin, positionOf } from './plenum-plugin.ts';
import { showSlides } from './slides.ts';
import type { Stage } from './stage.ts';

interface Settings {
  readonly stage: ReadonlySignal<Stage>;
  /** False while something else on the screen takes the keys. */
  listens(): boolean;
  /** Somebody moved the deck, or it had to move because its slides changed. */
  moved(to: SlidePosition): void;
}

export interface RoomDeck {
  /** Shows another version of the deck, standing at `at`, without a flash. */
  load(deck: Deck, at: SlidePosition): void;
  show(at: SlidePosition): void;
}

/** Design px of the room screen: u px of the screen each. Slides take what the corner leaves. */
const design = { width: 1920, height: 1080 };

export function openDeck(element: HTMLElement, { stage, listens, moved }: Settings): RoomDeck {
  const holder = document.createElement('div');
  holder.className = 'slides';
  element.append(holder);
  let reveal: RevealApi | undefined;
  /** Whether a change of slide is our own doing. */
  let following = false;
  const places = new Set<HTMLElement>();

  const draw = (place: HTMLElement, activity: string) => {
    places.add(place);
    // A card that is pressed must not turn the page as well.
    place.addEventListener('keydown', (event) => {
      if (event.target instanceof HTMLButtonElement && (event.key === ' ' || event.key === 'Enter'))
        event.stopPropagation();
    });
    render(<LiveResult id={activity} stage={stage} />, place);
  };

  const follow = (at: SlidePosition) => {
    if (!reveal || same(positionOf(reveal), at)) return;
    following = true;
    reveal.slide(at.h, at.v, at.f);
    following = false;
  };

  const start = async (deck: Deck, at: SlidePosition) => {
    const made = new Reveal(element, {
      ...settings(deck),
      ...sizeOf(element),
      keyboardCondition: listens,
      plugins: [plenumPlugin({ moved: (to) => !following && moved(to) })],
    });
    following = true;
    await made.initialize();
    reveal = made;
    // Where the room stood when the slides came; should it have moved since, `show` waits to say so.
    made.slide(at.h, at.v, at.f);
    following = false;
    new ResizeObserver(() => made.configure(sizeOf(element))).observe(element);
  };

  let starting: Promise<void> | undefined;
  return {
    load(deck, at) {
      element.classList.add('is-still');
      showSlides(holder, deck, draw);
      for (const place of places) {
        if (holder.contains(place)) continue;
        render(null, place);
        places.delete(place);
      }
      if (!starting) {
        starting = start(deck, at);
      } else {
        void starting.then(() => {
          following = true;
          reveal?.configure(settings(deck));
          reveal?.sync();
          reveal?.slide(at.h, at.v, at.f);
          if (reveal) keepOthersInert(reveal);
          following = false;
        });
      }
      void starting.then(() => requestAnimationFrame(() => element.classList.remove('is-still')));
    },
    show: (at) => void starting?.then(() => follow(at)),
  };
}

function settings(deck: Deck): RevealConfig {
  return {
    embedded: true,
    // Sections lay out their content themselves.
    display: 'flex',
    center: false,
    margin: 0,
    minScale: 0.05,
    maxScale: 20,
    rtl: isRightToLeft(deck.lang),
    transition: 'fade',
    transitionSpeed: 'fast',
    backgroundTransition: 'fade',
    controls: false,
    progress: false,
    hash: false,
    history: false,
    overview: false,
    help: false,
    jumpToSlide: false,
    // Blacking out is a command to the server, so that all screens do it.
    pause: false,
    mouseWheel: false,
    postMessage: false,
    postMessageEvents: false,
    scrollActivationWidth: 0,
    hideInactiveCursor: true,
    hideCursorTime: 3000,
    keyboard: {
      // The whole page, with the corner: reveal.js would take the slides alone.
      70: () =>
        void (document.fullscreenElement
          ? document.exitFullscreen()
          : document.documentElement.requestFullscreen()),
    },
  };
}

/** Slides are as large as the box in design px, so a narrow or a tall screen is used to its edges. */
function sizeOf(element: HTMLElement): { width: number; height: number } {
  const unit = Math.min(innerWidth / design.width, innerHeight / design.height);
  return { width: Math.round(element.clientWidth / unit), height: Math.round(element.clientHeight / unit) };
}
