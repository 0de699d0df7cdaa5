/** Scale on phones: a row of steps or stars for each statement, tapped or moved along with the arrow keys. */
import { useState } from 'preact/hooks';
import type { PhoneViewProps } from '../views.ts';
import { words } from '../words/phone.ts';
import { scaleForm } from './fields.tsx';
import type { ScaleOptions, ScaleResponse, ScaleRevealed } from './model.ts';

export function ScalePhone(props: PhoneViewProps<ScaleOptions, ScaleResponse, ScaleRevealed>) {
  const { id, base, options, own, open, send, keepDraft, revealed } = props;
  const [filled, setFilled] = useState(scaleForm.read(props.draft) ?? own);
  const answer = filled && scaleForm.answer(options, filled);
  const onFill = (next: ScaleResponse) => {
    setFilled(next);
    keepDraft(next);
  };
  const submit = (event: Event) => {
    event.preventDefault();
    if (answer) send(answer);
  };
  return (
    <form onSubmit={submit}>
      <scaleForm.Fields
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
          <button type="submit" class="main-button" disabled={!answer}>
            {own === undefined ? words.send : words.change}
          </button>
        </div>
      )}
      {revealed?.items && (
        <section class="results">
          <h2>{words.results}</h2>
          <scaleForm.Result options={options} revealed={revealed} />
        </section>
      )}
    </form>
  );
}
