/** Dialogs of the console: keys, all slides, and the two steps before what cannot be taken back. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { words } from '../../activities/words/console.ts';
import { fill } from '../../activities/words/say.ts';
import type { ActivityId } from '../../protocol/ids.ts';
import type { Control } from './control.ts';
import { shownKeys } from './keys.ts';
import { prefer, preferences } from './preferences.ts';
import { SlidePreview } from './slide-preview.tsx';
import { nameOf } from './slides-side.tsx';
import { startOf } from './steps.ts';

interface DialogProps {
  readonly title: string;
  readonly control: Control;
  readonly children: ComponentChildren;
  /** Takes more of the screen. */
  readonly wide?: boolean;
  /** What closes it without doing anything. */
  readonly dismiss?: string;
}

/** The browser's own modal dialog: it keeps the focus inside and gives it back, and Escape closes it. */
export function Dialog({ title, control, children, wide = false, dismiss = words.closeDialog }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    // Gives the focus back also when it is closed by what was done in it.
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      class={wide ? 'wide' : ''}
      aria-labelledby="dialog-title"
      onClose={() => {
        control.dialog.value = null;
      }}
    >
      <h2 id="dialog-title">{title}</h2>
      {children}
      <form method="dialog" class="dialog-foot">
        <button type="submit" class="quiet">
          {dismiss}
        </button>
      </form>
    </dialog>
  );
}

interface OwnProps {
  readonly control: Control;
}

export function HelpDialog({ control }: OwnProps) {
  return (
    <Dialog title={words.helpTitle} control={control}>
      <dl class="keys">
        {shownKeys.map(([keys, action]) => (
          <div key={action}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{words.keys[action]}</dd>
          </div>
        ))}
      </dl>
      <label class="check">
        <input
          type="checkbox"
          checked={preferences.value.letters}
          onChange={(event) => prefer({ letters: event.currentTarget.checked })}
        />
        <span>
          {words.useKeys}
          <small>{words.useKeysHelp}</small>
        </span>
      </label>
    </Dialog>
  );
}

export function EndDialog({ control }: OwnProps) {
  const end = async () => {
    if (await control.send({ type: 'end' })) control.dialog.value = null;
  };
  return (
    <Dialog title={words.endTitle} control={control} dismiss={words.endNo}>
      <p>{words.endSure}</p>
      <p class="dialog-do">
        <button type="button" class="danger" onClick={end}>
          {words.endYes}
        </button>
      </p>
    </Dialog>
  );
}

export function AskAgainDialog({ control, activity }: OwnProps & { readonly activity: ActivityId }) {
  const asked = control.view.value?.activities.find(({ id }) => id === activity);
  const again = () => {
    control.dialog.value = null;
    void control.send({ type: 'askAgain', activity });
  };
  return (
    <Dialog title={words.askAgain} control={control} dismiss={words.cancel}>
      <p class="dialog-question" dir="auto">
        {asked?.question}
      </p>
      <p>{fill(words.askAgainSure, { number: asked?.round ?? 1 })}</p>
      <p class="dialog-do">
        <button type="button" class="main" onClick={again}>
          {words.askAgain}
        </button>
      </p>
    </Dialog>
  );
}

export function SlidesDialog({ control }: OwnProps) {
  const deck = control.deck.value;
  const at = control.at.value;
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    const here = list.current?.querySelector<HTMLElement>('[aria-current]');
    here?.focus();
    here?.scrollIntoView({ block: 'center' });
  }, []);
  if (!deck) return null;
  return (
    <Dialog title={words.slides} control={control} wide>
      <ol class="slide-list" ref={list}>
        {deck.slides.map((slide, index) => (
          <li key={slide.id}>
            <button
              type="button"
              aria-current={slide.h === at.h && slide.v === at.v ? 'true' : undefined}
              onClick={() => {
                control.goTo(startOf(slide));
                control.dialog.value = null;
              }}
            >
              <span class="slide-small" aria-hidden="true">
                <SlidePreview deck={deck} slide={slide} fragment={slide.fragments} label="" />
              </span>
              <span class="slide-name">
                <span class="figures">{index + 1}</span>{' '}
                <span dir="auto" lang={deck.lang}>
                  {nameOf(slide)}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ol>
    </Dialog>
  );
}
