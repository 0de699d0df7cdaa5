/** The page with the code box. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { words } from '../activities/words/phone.ts';
import { readCode } from '../protocol/ids.ts';

/** A code as people type it, with room for spaces. */
const longest = 12;

interface JoinPageProps {
  /** What stood in the address, or was tried before. */
  readonly typed?: string;
  readonly title?: string;
  readonly children?: ComponentChildren;
}

export function JoinPage({ typed = '', title = words.joinTitle, children }: JoinPageProps) {
  const [text, setText] = useState(typed.slice(0, longest));
  const [wrong, setWrong] = useState(false);
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    document.title = title;
  }, [title]);
  const join = (event: Event) => {
    event.preventDefault();
    const code = readCode(text);
    setWrong(code === undefined);
    if (code) location.assign(`/${code}`);
    else box.current?.focus();
  };
  return (
    <main class="page notice">
      <h1>{title}</h1>
      {children}
      <form class="join" onSubmit={join} noValidate>
        <label for="code">{words.code}</label>
        <input
          id="code"
          ref={box}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          enterkeyhint="go"
          maxLength={longest}
          aria-invalid={wrong}
          aria-describedby="code-hint"
        />
        <p id="code-hint" class={wrong ? 'hint bad' : 'hint'} role={wrong ? 'alert' : undefined}>
          {wrong ? words.notACode : words.codeHint}
        </p>
        <button type="submit" class="main-button">
          {words.join}
        </button>
      </form>
    </main>
  );
}
