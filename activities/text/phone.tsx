/** Text on phones: a field that grows with what is written. */
import { useState } from 'preact/hooks';
import type { PhoneViewProps } from '../views.ts';
import { words } from '../words/phone.ts';
import { leftOf, textForm } from './fields.tsx';
import type { TextOptions, TextResponse, TextRevealed } from './model.ts';

export function TextPhone(props: PhoneViewProps<TextOptions, TextResponse, TextRevealed>) {
  const { id, base, options, own, open, send, keepDraft, revealed } = props;
  const [filled, setFilled] = useState(textForm.read(props.draft) ?? own);
  const answer = filled && textForm.answer(options, filled);
  const fits = answer !== undefined && leftOf(options, filled) >= 0;
  const onFill = (next: TextResponse) => {
    setFilled(next);
    keepDraft(next.text.trim() === '' ? undefined : next);
  };
  const submit = (event: Event) => {
    event.preventDefault();
    if (fits) send(answer);
  };
  return (
    <form onSubmit={submit}>
      <textForm.Fields
        id={id}
        labelledBy={`question-${id}`}
        base={base}
        options={options}
        filled={filled}
        open={open}
        onFill={onFill}
      />
      {open && (
        <div class="send">
          <button type="submit" class="main-button" disabled={!fits}>
            {own === undefined ? words.send : words.change}
          </button>
        </div>
      )}
      {revealed?.entries && (
        <section class="results">
          <h2>{words.results}</h2>
          <textForm.Result options={options} revealed={revealed} />
        </section>
      )}
    </form>
  );
}
