/** Links for other devices: shown as a QR code that works once, or opened here; and new ones for those that leaked. */
import { useSignal } from '@preact/signals';
import { words } from '../../activities/words/console.ts';
import { fill } from '../../activities/words/say.ts';
import { type KeyRole, keyRoles } from '../../protocol/rights.ts';
import { QrCode } from '../qr.tsx';
import type { Control } from './control.ts';
import { Dialog } from './dialogs.tsx';
import { type OneTimeLink, oneTimeLink, renewLink } from './links.ts';

interface LinksProps {
  readonly control: Control;
  readonly code: string;
}

interface Handed {
  readonly role: KeyRole;
  readonly link: OneTimeLink;
}

export function LinksDialog({ control, code }: LinksProps) {
  const handed = useSignal<Handed | undefined>(undefined);
  const problem = useSignal('');
  const link = async (role: KeyRole): Promise<OneTimeLink | undefined> => {
    const given = await oneTimeLink(code, role);
    problem.value = given ? '' : words.noAnswer;
    return given;
  };
  const hand = async (role: KeyRole) => {
    const given = await link(role);
    handed.value = given && { role, link: given };
  };
  const openRoom = async () => {
    // Opened at once, while the click still allows it; the address follows.
    const tab = window.open('', '_blank');
    if (!tab) return hand('room');
    tab.opener = null;
    const given = await link('room');
    if (given) tab.location.href = given.url;
    else tab.close();
  };
  return (
    <Dialog title={words.links} control={control}>
      <div class="links">
        <p>{words.roomScreen}</p>
        <button type="button" class="main" onClick={openRoom}>
          {words.openHere}
          <span class="heard"> {words.roomScreen}</span>
        </button>
        <Hand place="room" hand={hand} />
        <p>{words.resultsTitle}</p>
        <a class="button" href={`/${code}/results`} target="_blank" rel="noopener">
          {words.openHere}
          <span class="heard"> {words.resultsTitle}</span>
        </a>
        <Hand place="results" hand={hand} />
        <p>{words.thisConsole}</p>
        <button type="button" class="span-two" onClick={() => hand('presenter')}>
          {words.pair}
        </button>
      </div>
      <div role="status">{handed.value && <HandedLink handed={handed.value} />}</div>
      <p class="dialog-problem" role="alert">
        {problem}
      </p>
      <details class="renewal">
        <summary>{words.renew}</summary>
        <p>{words.renewHelp}</p>
        {keyRoles.map((role) => (
          <Renewal key={role} code={code} place={role} />
        ))}
      </details>
    </Dialog>
  );
}

function Hand({ place, hand }: { readonly place: 'room' | 'results'; hand(role: KeyRole): Promise<void> }) {
  return (
    <button type="button" onClick={() => hand(place)}>
      {words.elsewhere}
      <span class="heard"> {words.places[place]}</span>
    </button>
  );
}

function HandedLink({ handed: { role, link } }: { readonly handed: Handed }) {
  const until = new Date(link.expiresAt).toLocaleTimeString(undefined, {
    hour: 'numeric',
    minute: '2-digit',
  });
  return (
    <div class="handed">
      <QrCode qr={link.qr} label={fill(words.qrFor, { place: words.places[role] })} />
      <div>
        <h3>{words.places[role]}</h3>
        <p>{words.handHelp[role]}</p>
        <p>
          <code>{link.url}</code>
        </p>
        <p class="soft">{fill(words.worksOnce, { time: until })}</p>
      </div>
    </div>
  );
}

/** Two steps: what is renewed throws others out at once. */
function Renewal({ code, place }: { readonly code: string; readonly place: KeyRole }) {
  const step = useSignal<'offered' | 'asking' | 'failed' | { readonly url: string }>('offered');
  const renew = async () => {
    const url = await renewLink(code, place);
    step.value = url === undefined ? 'failed' : { url };
  };
  const now = step.value;
  return (
    <div class="renew" role="status">
      {typeof now === 'object' ? (
        <p>
          {fill(words.renewed, { place: words.places[place] })} <code>{now.url}</code>
        </p>
      ) : (
        <>
          <p>{words.places[place]}</p>
          {now === 'asking' ? (
            <span class="renew-buttons">
              <button type="button" class="danger" onClick={renew}>
                {words.renewYes}
              </button>
              <button
                type="button"
                class="quiet"
                onClick={() => {
                  step.value = 'offered';
                }}
              >
                {words.cancel}
              </button>
            </span>
          ) : (
            <button
              type="button"
              onClick={() => {
                step.value = 'asking';
              }}
            >
              {now === 'failed' ? words.noAnswer : words.renewOne}
              <span class="heard"> {words.places[place]}</span>
            </button>
          )}
        </>
      )}
    </div>
  );
}
