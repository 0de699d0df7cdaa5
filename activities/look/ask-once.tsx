/** A button for what should not happen by accident: it asks once, in its own place. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { words } from '../words/console.ts';
import './ask-once.css';

interface AskOnceProps {
  readonly label: string;
  /** What will happen, in one sentence. */
  readonly sure: string;
  /** The word on the button that does it. */
  readonly yes: string;
  readonly disabled?: boolean;
  act(): void;
}

export function AskOnce({ label, sure, yes, disabled = false, act }: AskOnceProps) {
  const [asking, setAsking] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const doing = useRef<HTMLButtonElement>(null);
  const isAsking = asking && !disabled;
  const wasAsking = useRef(false);
  useEffect(() => {
    if (!isAsking) {
      // The focus went with the question, and comes back.
      if (wasAsking.current) opener.current?.focus();
      wasAsking.current = false;
      return undefined;
    }
    wasAsking.current = true;
    doing.current?.focus();
    const leave = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') setAsking(false);
    };
    document.addEventListener('keydown', leave);
    return () => document.removeEventListener('keydown', leave);
  }, [isAsking]);
  if (!isAsking) {
    return (
      <button type="button" class="quiet" ref={opener} disabled={disabled} onClick={() => setAsking(true)}>
        {label}
      </button>
    );
  }
  const answer = (does: boolean) => {
    setAsking(false);
    if (does) act();
  };
  return (
    <fieldset class="ask-once">
      <legend>{sure}</legend>
      <button type="button" class="danger" ref={doing} onClick={() => answer(true)}>
        {yes}
      </button>
      <button type="button" class="quiet" onClick={() => answer(false)}>
        {words.cancel}
      </button>
    </fieldset>
  );
}
