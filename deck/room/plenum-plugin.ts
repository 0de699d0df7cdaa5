/** Our one plug-in for reveal.js: keys of the room screen, slides that are not shown out of reach, live charts. */
import type { RevealApi } from 'reveal.js';
import type { SlidePosition } from '../../protocol/commands.ts';

interface Handlers {
  /** Called after every change of slide or fragment, whoever made it. */
  moved(to: SlidePosition): void;
}

export function plenumPlugin({ moved }: Handlers) {
  return {
    id: 'plenum',
    init(reveal: RevealApi) {
      const report = () => moved(positionOf(reveal));
      reveal.on('ready', () => {
        // It would keep screen readers from reading the slides.
        reveal.getRevealElement()?.removeAttribute('role');
        keepOthersInert(reveal);
      });
      reveal.on('slidechanged', () => {
        keepOthersInert(reveal);
        report();
      });
      reveal.on('fragmentshown', report);
      reveal.on('fragmenthidden', report);
    },
  };
}

export function positionOf(reveal: RevealApi): SlidePosition {
  const { h, v, f } = reveal.getIndices();
  return { h, v: v ?? 0, f: f ?? -1 };
}

/** Neither the keyboard nor a screen reader reaches what is not on the screen. */
export function keepOthersInert(reveal: RevealApi): void {
  const current = reveal.getCurrentSlide();
  for (const section of reveal.getSlidesElement()?.querySelectorAll('section') ?? []) {
    section.inert = section !== current && !section.contains(current);
  }
}
