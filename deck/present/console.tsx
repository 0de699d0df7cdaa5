/** The console: left where we are and what comes next, right what the audience is doing. */
import { useSignal, useSignalEffect } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { wear } from '../../activities/look/wear.ts';
import { words } from '../../activities/words/console.ts';
import { count, fill } from '../../activities/words/say.ts';
import type { Deck } from '../../protocol/deck.ts';
import { paces } from '../../protocol/presence.ts';
import type { PresenterView } from '../../protocol/views.ts';
import type { Connection } from '../connection.ts';
import { useDeck } from '../use-deck.ts';
import { AudienceSide } from './audience-side.tsx';
import { type Control, createControl } from './control.ts';
import { AskAgainDialog, EndDialog, HelpDialog, SlidesDialog } from './dialogs.tsx';
import { actionOf, whereOf } from './keys.ts';
import { LinksDialog } from './links-dialog.tsx';
import { Notices, Problem } from './notices.tsx';
import { preferences } from './preferences.ts';
import { RemoveDialog } from './remove-dialog.tsx';
import { SlidesSide } from './slides-side.tsx';
import { Aside, StepsBar } from './steps-bar.tsx';

interface ConsoleProps {
  readonly code: string;
  readonly connection: Connection<PresenterView>;
}

export function Console({ code, connection }: ConsoleProps) {
  const deck = useSignal<Deck | undefined>(undefined);
  const control = useMemo(() => createControl(connection, deck), [connection, deck]);
  useEffect(() => () => control.close(), [control]);
  useDeck(code, connection.view, deck);
  useSignalEffect(() => {
    if (!deck.value) return;
    document.title = fill(words.title, { title: deck.value.title });
    wear(deck.value.look);
  });
  useKeys(control);

  const view = connection.view.value;
  if (!view || !deck.value) return <p class="loading">{words.connecting}</p>;
  const lost = connection.state.value.is !== 'open';
  return (
    <div class="console">
      <Header control={control} deck={deck.value} view={view} lost={lost} />
      <div class="scroller">
        <Notices view={view} />
        <main>
          <SlidesSide control={control} deck={deck.value} view={view} />
          <AudienceSide control={control} deck={deck.value} view={view} />
        </main>
        <Aside control={control} view={view} />
      </div>
      <StepsBar control={control} view={view} />
      <Problem control={control} />
      <Dialogs control={control} code={code} />
    </div>
  );
}

function useKeys(control: Control): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const action = actionOf(event, whereOf(event.target, preferences.value.letters));
      if (!action) return;
      event.preventDefault();
      control.act(action);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [control]);
}

interface HeaderProps {
  readonly control: Control;
  readonly deck: Deck;
  readonly view: PresenterView;
  readonly lost: boolean;
}

function Header({ control, deck, view, lost }: HeaderProps) {
  const show = (is: 'slides' | 'links' | 'help') => () => {
    control.dialog.value = { is };
  };
  return (
    <header>
      <h1 dir="auto" lang={deck.lang}>
        {deck.title}
      </h1>
      <p class="code">
        <span class="heard">{words.code} </span>
        {view.code}
      </p>
      <p class="figures people">{count(words.people, view.people)}</p>
      {view.locked && <p class="chip">{words.locked}</p>}
      <PaceSigns pace={view.pace} />
      <p class={lost ? 'link is-lost' : 'link'} role="status">
        <span class="dot" aria-hidden="true" />
        <span class="link-words">{lost ? words.connectionLost : words.connected}</span>
      </p>
      <nav aria-label={words.more}>
        <button type="button" class="quiet" onClick={show('slides')}>
          {words.slides}
        </button>
        <button type="button" class="quiet" onClick={show('links')}>
          {words.links}
        </button>
        <button type="button" class="quiet keys-button" onClick={show('help')}>
          {words.help}
        </button>
      </nav>
    </header>
  );
}

/** What people say of the pace; nothing where it suits everybody. */
function PaceSigns({ pace }: Pick<PresenterView, 'pace'>) {
  const said = paces.filter((each) => pace[each] > 0);
  if (said.length === 0) return null;
  return (
    <p class="chip warn figures" title={words.paceHelp}>
      {said.map((each) => `${words.paces[each]} ${pace[each]}`).join(' · ')}
    </p>
  );
}

function Dialogs({ control, code }: { readonly control: Control; readonly code: string }) {
  const open = control.dialog.value;
  switch (open?.is) {
    case undefined:
      return null;
    case 'help':
      return <HelpDialog control={control} />;
    case 'links':
      return <LinksDialog control={control} code={code} />;
    case 'slides':
      return <SlidesDialog control={control} />;
    case 'end':
      return <EndDialog control={control} />;
    case 'remove':
      return <RemoveDialog control={control} />;
    case 'askAgain':
      return <AskAgainDialog control={control} activity={open.activity} />;
  }
}
