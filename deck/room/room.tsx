/** The room screen: slides, the corner that says how to join, and what lies over them now and then. */
import { type ReadonlySignal, type Signal, useComputed, useSignal, useSignalEffect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { wear } from '../../activities/look/wear.ts';
import { words } from '../../activities/words/screen.ts';
import type { Deck } from '../../protocol/deck.ts';
import type { RoomView, StageActivity } from '../../protocol/views.ts';
import { fetchJoin, type Join } from '../api.ts';
import type { Connection } from '../connection.ts';
import { Countdown } from '../countdown.tsx';
import { isRightToLeft } from '../direction.ts';
import { Driver } from '../driver.ts';
import { keepTrying } from '../keep-trying.ts';
import { useDeck } from '../use-deck.ts';
import { Announcer } from './announcer.tsx';
import { BlackOut } from './black-out.ts';
import { Corner, JoinSlide } from './corner.tsx';
import { RisingReactions } from './reactions.tsx';
import { openDeck } from './room-deck.tsx';
import { StageStore } from './stage.ts';

export function Room({ code, connection }: { code: string; connection: Connection<RoomView> }) {
  const { view, state } = connection;
  const deck = useSignal<Deck | undefined>(undefined);
  const join = useSignal<Join | undefined>(undefined);
  const joining = useSignal(false);
  const black = useRef<BlackOut>(null);
  black.current ??= new BlackOut(connection);
  const box = useRef<HTMLDivElement>(null);
  useDeck(code, view, deck);
  useJoin(code, state, join);
  useSlides(box, connection, deck, joining);
  useKeys(joining, black.current);
  const people = useComputed(() => view.value?.people ?? 0);
  const isBlack = black.current.on.value;
  const { locked = false, ended = false } = view.value ?? {};
  const how = { join: join.value, people: people.value, locked, ended };
  const logo = deck.value?.look.logo;
  const covered = isBlack || joining.value;
  return (
    <>
      <div class="room" inert={covered}>
        <main class="room-deck reveal" ref={box} />
        <div class="room-side">
          {logo !== undefined && <img class="room-logo" src={`/${code}/${logo}`} alt="" />}
          <div class="room-time">
            <Countdown activities={onStage(view.value)} now={view.value?.now ?? 0} />
          </div>
          {state.value.is === 'lost' && (
            <p class="room-lost" role="status">
              {words.connectionLost}
            </p>
          )}
          <aside class="corner" aria-label={words.howToJoin}>
            <Corner {...how} />
          </aside>
        </div>
      </div>
      <RisingReactions view={view} />
      {joining.value && (
        <section class="join" aria-label={words.howToJoin}>
          <JoinSlide {...how} />
        </section>
      )}
      {isBlack && <div class="black" />}
      <Announcer view={view} />
    </>
  );
}

/** The activities of the slide on the room screen. */
function onStage(view: RoomView | undefined): readonly StageActivity[] {
  return view?.activities.filter(({ slide }) => slide.h === view.slide.h && slide.v === view.slide.v) ?? [];
}

/** Fetched at each connection: the address may be another after a restart. */
function useJoin(code: string, state: Connection<RoomView>['state'], join: Signal<Join | undefined>) {
  const open = useComputed(() => state.value.is === 'open');
  useSignalEffect(() => {
    if (!open.value) return undefined;
    return keepTrying(async () => {
      join.value = await fetchJoin(code);
    });
  });
}

function useSlides(
  box: { readonly current: HTMLDivElement | null },
  connection: Connection<RoomView>,
  deck: ReadonlySignal<Deck | undefined>,
  joining: ReadonlySignal<boolean>,
) {
  useEffect(() => {
    if (!box.current) return undefined;
    const store = new StageStore();
    const slides = openDeck(box.current, {
      stage: store.stage,
      listens: () => !joining.peek(),
      moved: (to) => driver.moved(to),
    });
    const driver = new Driver(connection, (to) => slides.show(to));
    const stops = [
      connection.view.subscribe((view) => view && store.see(view)),
      deck.subscribe((next) => {
        if (!next) return;
        document.title = next.title;
        document.documentElement.lang = next.lang;
        document.documentElement.dir = isRightToLeft(next.lang) ? 'rtl' : 'ltr';
        wear(next.look);
        store.load(next);
        slides.load(next, driver.here);
      }),
      () => driver.close(),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [box, connection, deck, joining]);
}

/** B (or the clicker's full stop) blacks out, J shows how to join; both end what they began. */
function useKeys(joining: Signal<boolean>, black: BlackOut) {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const key = event.key.toLowerCase();
      if (key === 'b' || key === '.') black.toggle();
      else if (key === 'j') {
        joining.value = !joining.value;
        // To reveal.js it means down, which is the next slide where there is none below.
        event.stopImmediatePropagation();
      } else if (
        joining.value &&
        ['escape', ' ', 'pagedown', 'pageup', 'arrowright', 'arrowleft'].includes(key)
      ) {
        joining.value = false;
        event.stopImmediatePropagation();
      }
    };
    // Ahead of reveal.js, so that closing the join slide does not turn the page as well.
    document.addEventListener('keydown', press, { capture: true });
    return () => document.removeEventListener('keydown', press, { capture: true });
  }, [joining, black]);
}
