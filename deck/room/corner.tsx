/** The corner that always says how to join and how many are in, and the same filling the screen. */
import { count, fill } from '../../activities/words/say.ts';
import { words } from '../../activities/words/screen.ts';
import type { Join } from '../api.ts';
import { QrCode } from '../qr.tsx';

interface JoinProps {
  readonly join: Join | undefined;
  readonly people: number;
  readonly locked: boolean;
  readonly ended: boolean;
}

export function Corner({ join, people, locked, ended }: JoinProps) {
  if (ended) return <p class="corner-closed">{words.sessionEnded}</p>;
  return (
    <>
      {locked && <p class="corner-closed">{words.joiningClosed}</p>}
      {join && !locked && (
        <>
          <QrCode qr={join.qr} label={fill(words.qrToJoin, { address: join.short })} />
          <Address join={join} />
        </>
      )}
      <People people={people} />
    </>
  );
}

export function JoinSlide({ join, people, locked, ended }: JoinProps) {
  if (!join || ended) return <p class="join-closed">{words.sessionEnded}</p>;
  if (locked) return <p class="join-closed">{words.joiningClosed}</p>;
  return (
    <>
      <div class="join-code">
        <QrCode qr={join.qr} label={fill(words.qrToJoin, { address: join.short })} />
      </div>
      <div class="join-words">
        <h1>{words.joinIn}</h1>
        <p class="join-or">{words.scanOrGoTo}</p>
        <Address join={join} />
        <People people={people} />
        {join.wifi && (
          <div class="join-wifi">
            <QrCode qr={join.wifi.qr} label={fill(words.qrForWifi, { name: join.wifi.ssid })} />
            <p>
              {words.wifiFirst}
              <strong>{join.wifi.ssid}</strong>
            </p>
          </div>
        )}
      </div>
    </>
  );
}

function Address({ join }: { join: Join }) {
  // The address may break after a dot or before a port, never inside a name.
  const host = join.short.slice(0, Math.max(0, join.short.lastIndexOf('/')));
  const parts = host.split(/(?<=\.)|(?=:)/);
  const half = Math.ceil(join.code.length / 2);
  return (
    <p class="address" dir="ltr">
      <span class="address-host">
        {parts.map((part, index) => (
          <span key={`${index} ${part}`}>
            {part}
            <wbr />
          </span>
        ))}
      </span>
      <span class="address-code">
        <span>{join.code.slice(0, half)}</span>
        <span>{join.code.slice(half)}</span>
      </span>
    </p>
  );
}

function People({ people }: { people: number }) {
  return (
    <p class="people">
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <circle cx="12" cy="7.5" r="4.5" />
        <path d="M3 22c0-5.5 4-8.5 9-8.5s9 3 9 8.5z" />
      </svg>
      <span dir="auto">{count(words.peopleIn, people)}</span>
    </p>
  );
}
