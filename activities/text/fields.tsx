/** The field of a text, and the texts on phones: for its own form, and for forms of several questions. */
import type { FieldsProps, FormParts } from '../views.ts';
import { words } from '../words/phone.ts';
import { count, fill } from '../words/say.ts';
import type { TextOptions, TextResponse, TextRevealed } from './model.ts';

/** From so few characters left on, the number is shown. */
const nearlyFull = 40;
/** Answers of others that a phone shows. */
const shown = 20;

export const textForm: FormParts<TextOptions, TextResponse, TextRevealed> = {
  Fields: TextFields,
  Result: TextWall,
  read: (kept) => (isTextResponse(kept) ? kept : undefined),
  answer(options, { text }) {
    const fitting = [...text.trim()].slice(0, options.limit).join('').trim();
    return fitting === '' ? undefined : { text: fitting };
  },
};

/** Characters that may still be typed; below zero there are too many. */
export function leftOf(options: TextOptions, filled: TextResponse | undefined): number {
  return options.limit - [...(filled?.text ?? '').trim()].length;
}

function TextFields(props: FieldsProps<TextOptions, TextResponse>) {
  const { id, labelledBy, options, filled, open, onFill } = props;
  const left = leftOf(options, filled);
  return (
    <fieldset disabled={!open} aria-labelledby={labelledBy}>
      <label class="field">
        <span>{words.yourAnswer}</span>
        <textarea
          dir="auto"
          rows={4}
          value={filled?.text ?? ''}
          aria-describedby={`${id}-left`}
          aria-invalid={left < 0}
          onInput={(event) => onFill({ text: event.currentTarget.value }, true)}
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
  );
}

function TextWall({ revealed: { people, entries = [] } }: { readonly revealed: TextRevealed }) {
  return (
    <>
      <ul class="texts">
        {entries.slice(0, shown).map((entry) => (
          <li key={entry.key} dir="auto">
            {entry.text}
          </li>
        ))}
      </ul>
      <p class="hint">{count(words.people, people)}</p>
    </>
  );
}

function isTextResponse(value: unknown): value is TextResponse {
  return typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string';
}
