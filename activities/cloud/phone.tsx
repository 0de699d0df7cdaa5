/** Cloud on phones: one field for each word. */
import { useState } from 'preact/hooks';
import type { PhoneViewProps } from '../views.ts';
import { words as say } from '../words/phone.ts';
import { count, fill } from '../words/say.ts';
import type { CloudOptions, CloudResponse, CloudRevealed } from './model.ts';

/** As in the model, which phones do not load. */
const wordLimit = 40;
const fieldNames = Array.from({ length: 10 }, (_, index) => `field-${index}`);
/** Words of the result that a phone shows. */
const shown = 12;

export function CloudPhone(props: PhoneViewProps<CloudOptions, CloudResponse, CloudRevealed>) {
  const { id, options, own, open, send, keepDraft, revealed } = props;
  const start = isCloudResponse(props.draft) ? props.draft.words : (own?.words ?? []);
  const [words, setWords] = useState(Array.from({ length: options.words }, (_, index) => start[index] ?? ''));
  const written = words.map((word) => word.trim()).filter((word) => word !== '');
  const change = (index: number, word: string) => {
    const next = words.with(index, word);
    setWords(next);
    const kept = next.map((each) => each.trim()).filter((each) => each !== '');
    keepDraft(kept.length === 0 ? undefined : { words: kept });
  };
  const submit = (event: Event) => {
    event.preventDefault();
    if (written.length > 0) send({ words: written });
  };
  return (
    <form onSubmit={submit}>
      <fieldset disabled={!open} aria-labelledby={`question-${id}`}>
        <p class="hint">{say.wordHint}</p>
        {words.map((word, index) => (
          <label class="field" key={fieldNames[index]}>
            <span>{fill(say.word, { number: index + 1 })}</span>
            <input
              type="text"
              dir="auto"
              autocomplete="off"
              enterkeyhint={index === words.length - 1 ? 'send' : 'next'}
              maxLength={wordLimit}
              value={word}
              onInput={(event) => change(index, event.currentTarget.value)}
            />
          </label>
        ))}
      </fieldset>
      {open && (
        <div class="send">
          <button type="submit" class="main-button" disabled={written.length === 0}>
            {own === undefined ? say.send : say.change}
          </button>
        </div>
      )}
      {revealed?.words && (
        <section class="results">
          <h2>{say.results}</h2>
          {revealed.words.length === 0 && <p>{say.noAnswers}</p>}
          <ul class="words">
            {revealed.words.slice(0, shown).map(({ key, text, count: people }) => (
              <li key={key}>
                <span dir="auto">{text}</span> <span class="figure">{people}</span>
              </li>
            ))}
          </ul>
          <p class="hint">{count(say.people, revealed.people)}</p>
        </section>
      )}
    </form>
  );
}

function isCloudResponse(value: unknown): value is CloudResponse {
  if (typeof value !== 'object' || value === null || !('words' in value)) return false;
  return Array.isArray(value.words) && value.words.every((word) => typeof word === 'string');
}
