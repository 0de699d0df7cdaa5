/** Poll on phones: one tap answers a single choice; several choices are sent together. */
import { useState } from 'preact/hooks';
import type { PhoneViewProps } from '../views.ts';
import { words } from '../words/phone.ts';
import { pollForm } from './fields.tsx';
import type { PollOptions, PollResponse, PollRevealed } from './model.ts';

export function PollPhone(props: PhoneViewProps<PollOptions, PollResponse, PollRevealed>) {
  const { id, base, options, own, open, send, keepDraft, revealed } = props;
  const [filled, setFilled] = useState(pollForm.read(props.draft) ?? own);
  const answer = filled && pollForm.answer(options, filled);
  const single = options.choose === 1;
  const onFill = (next: PollResponse) => {
    setFilled(next);
    // A tap is the answer; another tap changes it.
    if (single && next.other === undefined) send(next);
    else keepDraft(pollForm.answer(options, next));
  };
  const submit = (event: Event) => {
    event.preventDefault();
    if (answer) send(answer);
  };
  return (
    <form onSubmit={submit}>
      <pollForm.Fields
        id={id}
        labelledBy={`question-${id}`}
        base={base}
        options={options}
        filled={filled}
        open={open}
        onFill={onFill}
      />
      {(!single || filled?.other !== undefined) && open && (
        <div class="send">
          <button type="submit" class="main-button" disabled={!answer}>
            {own === undefined ? words.send : words.change}
          </button>
        </div>
      )}
      {revealed?.bars && (
        <section class="results">
          <h2>{words.results}</h2>
          <pollForm.Result options={options} revealed={revealed} />
        </section>
      )}
    </form>
  );
}
