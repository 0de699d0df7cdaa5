/** Text on phones: a field that grows with what is written. */
import { useState } from 'preact/hooks';
import type { PhoneViewProps } from '../views.ts';
import { words } from '../words/phone.ts';
import { count, fill } from '../words/say.ts';
import type { TextOptions, TextResponse, TextRevealed } from './model.ts';

/** From so few characters left on, the number is shown. */
const nearlyFull = 40;
/** Answers of others that a phone shows. */
const shown = 20;

export function TextPhone(props: PhoneViewProps<TextOptions, TextResponse, TextRevealed>) {
  const { id, options, own, open, send, keepDraft, revealed } = props;
  const [text, setText] = useState(isTextResponse(props.draft) ? props.draft.text : (own?.text ?? ''));
  const left = options.limit - [...text.trim()].length;
  const change = (next: string) => {
    setText(next);
    keepDraft(next.trim() === '' ? undefined : { text: next });
  };
  const submit = (event: Event) => {
    event.preventDefault();
    if (text.trim() !== '' && left >= 0) send({ text: text.trim() });
  };
  return (
    <form onSubmit={submit}>
      <fieldset disabled={!open}>
        <label class="field">
          <span>{words.yourAnswer}</span>
          <textarea
            dir="auto"
            rows={4}
            value={text}
            aria-describedby={`${id}-left`}
            aria-invalid={left < 0}
            onInput={(event) => change(event.currentTarget.value)}
          />
        </label>
        <p id={`${id}-left`} class={left < 0 ? 'hint bad' : 'hint'}>
          {left < 0
            ? fill(words.tooLong, { number: -left })
            : left <= nearlyFull
              ? fill(words.charactersLeft, { number: left })
              : ''}
        </p>
      </fieldset>
      {open && (
        <div class="send">
          <button type="submit" class="main-button" disabled={text.trim() === '' || left < 0}>
            {own === undefined ? words.send : words.change}
          </button>
        </div>
      )}
      {revealed?.entries && (
        <section class="results">
          <h2>{words.results}</h2>
          <ul class="wall">
            {revealed.entries.slice(0, shown).map((entry) => (
              <li key={entry.key} dir="auto">
                {entry.text}
              </li>
            ))}
          </ul>
          <p class="hint">{count(words.people, revealed.people)}</p>
        </section>
      )}
    </form>
  );
}

function isTextResponse(value: unknown): value is TextResponse {
  return typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string';
}
