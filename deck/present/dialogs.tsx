/** Dialogs of the console: keys, links, and the end. */
import { type Signal, useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { words } from '../../activities/words/console.ts';
import type { KeyRole } from '../../protocol/rights.ts';
import { QrCode } from '../qr.tsx';
import type { Control } from './control.ts';
import { shownKeys } from './keys.ts';
import { type OneTimeLink, oneTimeLink, renewLink } from './links.ts';

export type DialogName = 'help' | 'links' | 'end' | 'slides' | null;

interface DialogProps {
  readonly title: string;
  readonly open: Signal<DialogName>;
  readonly children: ComponentChildren;
}

/** The browser's own modal dialog: it keeps the focus inside and gives it back, and Escape closes it. */
export function Dialog({ title, open, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const close = () => {
    open.value = null;
  };
  return (
    <dialog ref={dialog} onClose={close} aria-labelledby="dialog-title">
      <h2 id="dialog-title">{title}</h2>
      {children}
      <button type="button" class="quiet" onClick={() => dialog.current?.close()}>
        {words.closeDialog}
      </button>
    </dialog>
  );
}

export function HelpDialog({ open, lettersOn }: { open: Signal<DialogName>; lettersOn: Signal<boolean> }) {
  return (
    <Dialog title={words.helpTitle} open={open}>
      <dl class="keys">
        {shownKeys.map(([keys, action]) => (
          <div key={action}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{words.keys[action]}</dd>
          </div>
        ))}
      </dl>
      <label class="check">
        <input
          type="checkbox"
          checked={lettersOn.value}
          onChange={(event) => {
            lettersOn.value = event.currentTarget.checked;
          }}
        />
        {words.useKeys}
      </label>
    </Dialog>
  );
}

export function LinksDialog({ open, code }: { open: Signal<DialogName>; code: string }) {
  const pairing = useSignal<OneTimeLink | undefined>(undefined);
  const renewed = useSignal('');
  const problem = useSignal('');
  const pair = async () => {
    pairing.value = await oneTimeLink(code, 'presenter');
    problem.value = pairing.value ? '' : words.noAnswer;
  };
  const openPage = async (role: KeyRole) => {
    // Opened at once, while the click still allows it; the address follows.
    const tab = window.open('', '_blank');
    const link = await oneTimeLink(code, role);
    problem.value = link ? '' : words.noAnswer;
    if (link && tab) tab.location.href = link.url;
    else tab?.close();
  };
  const renew = async (role: KeyRole) => {
    const url = await renewLink(code, role);
    renewed.value = url ?? '';
    problem.value = url ? '' : words.noAnswer;
  };
  return (
    <Dialog title={words.links} open={open}>
      <div class="rows">
        <button type="button" onClick={() => openPage('room')}>
          {words.openRoom}
        </button>
        <button type="button" onClick={() => openPage('results')}>
          {words.openResults}
        </button>
        <button type="button" onClick={pair}>
          {words.pair}
        </button>
      </div>
      {pairing.value && (
        <div class="pairing">
          <QrCode qr={pairing.value.qr} label={words.pair} />
          <p>{words.pairHelp}</p>
        </div>
      )}
      <details>
        <summary>{words.renew}</summary>
        <p>{words.renewHelp}</p>
        <div class="rows">
          <button type="button" class="danger" onClick={() => renew('room')}>
            {words.renewRoom}
          </button>
          <button type="button" class="danger" onClick={() => renew('presenter')}>
            {words.renewPresenter}
          </button>
          <button type="button" class="danger" onClick={() => renew('results')}>
            {words.renewResults}
          </button>
        </div>
        {renewed.value !== '' && (
          <p>
            {words.renewed} <code>{renewed}</code>
          </p>
        )}
      </details>
      <p role="alert">{problem}</p>
    </Dialog>
  );
}

export function EndDialog({ open, control }: { open: Signal<DialogName>; control: Control }) {
  const end = async () => {
    if (await control.send({ type: 'end' })) open.value = null;
  };
  return (
    <Dialog title={words.end} open={open}>
      <p>{words.endSure}</p>
      <button type="button" class="danger" onClick={end}>
        {words.endYes}
      </button>
    </Dialog>
  );
}

export function SlidesDialog({ open, control }: { open: Signal<DialogName>; control: Control }) {
  const slides = control.deck.value?.slides ?? [];
  const at = control.at.value;
  return (
    <Dialog title={words.slides} open={open}>
      <ol class="slide-list">
        {slides.map(({ id, h, v, title }, index) => (
          <li key={id}>
            <button
              type="button"
              class="quiet"
              aria-current={h === at.h && v === at.v ? 'true' : undefined}
              onClick={() => {
                control.goTo({ h, v, f: -1 });
                open.value = null;
              }}
            >
              {index + 1}. {title}
            </button>
          </li>
        ))}
      </ol>
    </Dialog>
  );
}
