/** Pages that only say something: no key, no such session, no server. */
import { words } from '../activities/words/screen.ts';
import type { Refusal } from '../protocol/refusals.ts';

/** `link` names the page as the command prints it. */
export function Refused({ reason, link }: { reason: Refusal; link: 'room' | 'present' | 'results' }) {
  if (reason === 'unknown-session') {
    return <Message title={words.noSuchSession} text={words.noSuchSessionHelp} />;
  }
  return (
    <Message title={words.needsLink} text={link === 'room' ? words.needsRoomLinkHelp : words.needsLinkHelp} />
  );
}

export function Unreachable() {
  return <Message title={words.unreachable} text={words.unreachableHelp} />;
}

function Message({ title, text }: { title: string; text: string }) {
  return (
    <main class="message">
      <h1>{title}</h1>
      <p>{text}</p>
    </main>
  );
}
