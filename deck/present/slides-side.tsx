/** The left of the console: where we are, what comes next, and what to say. */
import { render } from 'preact';
import { words } from '../../activities/words/console.ts';
import { count, fill } from '../../activities/words/say.ts';
import type { Deck, DeckSlide } from '../../protocol/deck.ts';
import type { PresenterView } from '../../protocol/views.ts';
import { Result } from '../mount.tsx';
import type { Draw } from '../room/slides.ts';
import { Clock } from './clock.tsx';
import type { Control } from './control.ts';
import { Notes } from './notes.tsx';
import { SlidePreview } from './slide-preview.tsx';
import { indexOf } from './steps.ts';

interface SlidesSideProps {
  readonly control: Control;
  readonly deck: Deck;
  readonly view: PresenterView;
}

export function SlidesSide({ control, deck, view }: SlidesSideProps) {
  const at = control.at.value;
  const index = indexOf(deck.slides, at);
  const slide = deck.slides[index];
  const next = deck.slides[index + 1];
  const draw: Draw = (place, id) => render(<Live control={control} id={id} />, place);
  const left = slide ? slide.fragments - 1 - at.f : 0;
  return (
    <div class="left">
      <section class="now" aria-labelledby="now-title">
        <div class="label">
          <h2 id="now-title">{words.current}</h2>
          <span class="figures">{fill(words.slideOf, { number: index + 1, all: deck.slides.length })}</span>
          {left > 0 && <span class="chip figures">{count(words.stepsLeft, left)}</span>}
        </div>
        {slide && (
          <div class={view.black ? 'stage is-black' : 'stage'}>
            <SlidePreview
              key={slide.id}
              deck={deck}
              slide={slide}
              fragment={at.f}
              label={`${words.current}: ${nameOf(slide)}`}
              draw={draw}
            />
            {view.black && <p class="black-note">{words.black}</p>}
          </div>
        )}
      </section>
      <section class="then" aria-labelledby="then-title">
        <div class="label">
          <h2 id="then-title">{words.next}</h2>
        </div>
        {next ? (
          <SlidePreview
            key={next.id}
            deck={deck}
            slide={next}
            fragment={next.fragments}
            label={`${words.next}: ${nameOf(next)}`}
            draw={draw}
          />
        ) : (
          <p class="soft last-slide">{words.lastSlide}</p>
        )}
        <Clock />
      </section>
      <Notes html={slide?.notes ?? ''} lang={deck.lang} key={`${slide?.id} ${view.deck}`} />
    </div>
  );
}

/** What a slide is called in lists and for those who listen. */
export function nameOf({ title }: Pick<DeckSlide, 'title'>): string {
  return title === '' ? words.untitled : title;
}

/** The result of an activity as the room has it, or nothing where the view does not hold it. */
function Live({ control, id }: { readonly control: Control; readonly id: string }) {
  const view = control.view.value;
  const asked = view?.activities.find((activity) => activity.id === id);
  const shown = control.deck.value?.displays.find((activity) => activity.id === id);
  const now = view?.now ?? 0;
  if (asked) {
    return (
      <Result
        activity={asked}
        revealed={asked.revealed}
        earlier={asked.earlier}
        results={asked.visible}
        now={now}
      />
    );
  }
  return shown ? <Result activity={shown} revealed={undefined} now={now} /> : null;
}
