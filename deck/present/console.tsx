/** The console: left where we are and what comes next, right what the audience is doing. */
import { useComputed, useSignal, useSignalEffect } from '@preact/signals';
import { render } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import { wear } from '../../activities/look/wear.ts';
import { words } from '../../activities/words/console.ts';
import { count, fill } from '../../activities/words/say.ts';
import type { Deck } from '../../protocol/deck.ts';
import type { PresenterView } from '../../protocol/views.ts';
import { fetchDeck } from '../api.ts';
import type { Connection } from '../connection.ts';
import { Result } from '../mount.tsx';
import { ActivityPanel } from './activity-panel.tsx';
import { Clock } from './clock.tsx';
import { type Control, createControl } from './control.ts';
import { type DialogName, EndDialog, HelpDialog, LinksDialog, SlidesDialog } from './dialogs.tsx';
import { actionOf } from './keys.ts';
import { Notes } from './notes.tsx';
import { SlidePreview } from './slide-preview.tsx';
import { indexOf } from './steps.ts';

interface ConsoleProps {
  readonly code: string;
  readonly connection: Connection<PresenterView>;
}

export function Console({ code, connection }: ConsoleProps) {
  const deck = useSignal<Deck | undefined>(undefined);
  const control = useMemo(() => createControl(connection, deck), [connection, deck]);
  const dialog = useSignal<DialogName>(null);
  const lettersOn = useSignal(true);
  const version = useComputed(() => connection.view.value?.deck);
  useSignalEffect(() => {
    if (version.value === undefined || version.value === deck.peek()?.version) return;
    void fetchDeck(code).then((next) => {
      deck.value = next;
      document.title = fill(words.title, { title: next.title });
      wear(next.look);
    });
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : document.body;
      const action = actionOf(event, {
        typing: target.closest('input:not([type=checkbox]), textarea, select, dialog') !== null,
        onControl: target.closest('button, a, summary, input') !== null,
        lettersOn: lettersOn.value,
      });
      if (!action) return;
      event.preventDefault();
      control.act(action);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [control, lettersOn]);

  const view = connection.view.value;
  if (!view || !deck.value) return <p class="loading">{words.connecting}</p>;
  const lost = connection.state.value.is === 'lost';
  return (
    <div class="console">
      <header>
        <h1 dir="auto">{deck.value.title}</h1>
        <p class="code">{view.code}</p>
        <p class="figures">{count(words.people, view.people)}</p>
        <Clock />
        <p class={lost ? 'link bad' : 'link'} role="status">
          {lost ? words.connectionLost : words.connected}
        </p>
        <nav aria-label={words.more}>
          <button type="button" class="quiet" onClick={() => (dialog.value = 'slides')}>
            {words.slides}
          </button>
          <button type="button" class="quiet" onClick={() => (dialog.value = 'links')}>
            {words.links}
          </button>
          <button type="button" class="quiet keys-button" onClick={() => (dialog.value = 'help')}>
            {words.help}
          </button>
        </nav>
      </header>
      <Warnings view={view} problem={control.problem.value} />
      <main>
        <Left control={control} deck={deck.value} view={view} />
        <Right control={control} view={view} />
      </main>
      <Footer control={control} view={view} onEnd={() => (dialog.value = 'end')} />
      {dialog.value === 'help' && <HelpDialog open={dialog} lettersOn={lettersOn} />}
      {dialog.value === 'links' && <LinksDialog open={dialog} code={code} />}
      {dialog.value === 'end' && <EndDialog open={dialog} control={control} />}
      {dialog.value === 'slides' && <SlidesDialog open={dialog} control={control} />}
    </div>
  );
}

function Warnings({ view, problem }: { readonly view: PresenterView; readonly problem: string }) {
  const told = [
    ...view.warnings.map(({ message }) => message),
    ...(view.ended ? [words.ended] : []),
    ...(view.black ? [words.black] : []),
    ...(view.locked ? [words.locked] : []),
    ...(problem === '' ? [] : [problem]),
  ];
  return (
    <div class="warnings" role="alert">
      {told.map((message) => (
        <p key={message}>{message}</p>
      ))}
    </div>
  );
}

interface SideProps {
  readonly control: Control;
  readonly view: PresenterView;
}

function Left({ control, deck, view }: SideProps & { readonly deck: Deck }) {
  const at = control.at.value;
  const index = indexOf(deck.slides, at);
  const slide = deck.slides[index];
  const next = deck.slides[index + 1];
  const draw = (place: HTMLElement, id: string) =>
    render(<Live control={control} deck={deck} id={id} />, place);
  const left = slide ? slide.fragments - 1 - at.f : 0;
  return (
    <section class="left">
      <div class="now">
        <p class="label">
          <strong>{words.current}</strong>
          <span class="figures">{fill(words.slideOf, { number: index + 1, all: deck.slides.length })}</span>
          {left > 0 && <span class="figures">{count(words.stepsLeft, left)}</span>}
        </p>
        {slide && (
          <SlidePreview
            key={slide.id}
            deck={deck}
            slide={slide}
            fragment={at.f}
            label={words.current}
            draw={draw}
          />
        )}
      </div>
      <div class="then">
        <p class="label">
          <strong>{words.next}</strong>
        </p>
        {next ? (
          <SlidePreview
            key={next.id}
            deck={deck}
            slide={next}
            fragment={next.fragments}
            label={words.next}
            draw={draw}
          />
        ) : (
          <p class="soft">{words.lastSlide}</p>
        )}
      </div>
      <Notes html={slide?.notes ?? ''} key={`${slide?.id} ${view.deck}`} />
    </section>
  );
}

/** The result of an activity in a preview: as the room has it, or empty where the view does not hold it. */
function Live({
  control,
  deck,
  id,
}: {
  readonly control: Control;
  readonly deck: Deck;
  readonly id: string;
}) {
  const view = control.view.value;
  const asked = view?.activities.find((activity) => activity.id === id);
  const shown = deck.displays.find((activity) => activity.id === id);
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

function Right({ control, view }: SideProps) {
  const at = control.at.value;
  const live = view.activities.filter(({ slide }) => slide.h === at.h && slide.v === at.v);
  // The view also holds what the next slide's preview shows.
  const others = view.activities.filter((activity) => activity.isOpen && !live.includes(activity));
  const panel = (activity: (typeof live)[number]) => (
    <ActivityPanel
      key={activity.id}
      control={control}
      activity={activity}
      people={view.people}
      now={view.now}
    />
  );
  return (
    <section class="right">
      {live.length === 0 && <p class="soft nothing">{words.nothingOnStage}</p>}
      {live.map(panel)}
      {others.length > 0 && (
        <div class="others">
          <h2>{words.alsoOpen}</h2>
          {others.map((activity) => (
            <details key={activity.id}>
              <summary dir="auto">
                {activity.question} <span class="figures">{count(words.answered, activity.answered)}</span>
              </summary>
              {panel(activity)}
            </details>
          ))}
        </div>
      )}
    </section>
  );
}

function Footer({ control, view, onEnd }: SideProps & { onEnd(): void }) {
  const { black, locked, ended } = view;
  return (
    <footer>
      <div class="side">
        <button type="button" aria-pressed={black} onClick={() => control.act('blackOut')}>
          {black ? words.backToSlides : words.blackOut} <kbd>B</kbd>
        </button>
        <button
          type="button"
          aria-pressed={locked}
          onClick={() => control.send({ type: locked ? 'unlock' : 'lock' })}
        >
          {locked ? words.unlock : words.lock}
        </button>
      </div>
      <div class="steps">
        <button type="button" class="big" onClick={() => control.act('previous')}>
          <kbd>←</kbd> {words.previousStep}
        </button>
        <button type="button" class="big main" onClick={() => control.act('next')}>
          {words.nextStep} <kbd>→</kbd>
        </button>
      </div>
      <div class="side end">
        <button type="button" class="danger quiet" disabled={ended} onClick={onEnd}>
          {words.end}
        </button>
      </div>
    </footer>
  );
}
