/** Where a card is written on a phone, or one that was sent is changed. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { words } from '../words/phone.ts';
import { count, fill } from '../words/say.ts';
import type { Writing } from './writing.ts';

interface WriteBoxProps {
  readonly id: string;
  readonly writing: Writing;
  readonly open: boolean;
  readonly label: string;
  /** What sends a new card. */
  readonly action: string;
  /** Longest card, in characters. */
  readonly limit: number;
  /** Cards one person may have. */
  readonly most: number;
  /** What is said once they are written, for one and for many. */
  readonly full: string;
  /** Stands above the field. */
  readonly children?: ComponentChildren;
}

/** From so few characters left on, the number is shown. */
const nearlyFull = 40;

export function WriteBox(props: WriteBoxProps) {
  const { id, writing, open, label, action, limit, most, full, children } = props;
  const { text, editing, response } = writing;
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    // Whoever taps "Edit" is taken to the field.
    if (editing) field.current?.focus();
  }, [editing]);
  if (!open) return null;
  const left = limit - [...text.trim()].length;
  if (response.cards.length >= most && !editing) {
    return (
      <>
        {children}
        <p class="note">{count(full, most)}</p>
      </>
    );
  }
  const submit = (event: Event) => {
    event.preventDefault();
    if (left >= 0) writing.submit();
  };
  return (
    <form class="write-box" onSubmit={submit}>
      {children}
      <label class="field">
        <span>{label}</span>
        <textarea
          ref={field}
          dir="auto"
          rows={2}
          value={text}
          aria-describedby={`${id}-left`}
          aria-invalid={left < 0}
          onInput={(event) => writing.write(event.currentTarget.value)}
        />
      </label>
      <p id={`${id}-left`} class={left < 0 ? 'hint bad' : 'hint'}>
        {left < 0
          ? fill(words.tooLong, { number: -left })
          : left <= nearlyFull
            ? fill(words.charactersLeft, { number: left })
            : editing
              ? words.editing
              : ''}
      </p>
      <div class="write-buttons">
        <button type="submit" class="main-button" disabled={text.trim() === '' || left < 0}>
          {editing ? words.saveEdit : action}
        </button>
        {editing && (
          <button type="button" class="quiet-button" onClick={writing.cancel}>
            {words.cancel}
          </button>
        )}
      </div>
    </form>
  );
}
