/** Poll on phones: one tap answers a single choice; several choices are sent together. */
import { useState } from 'preact/hooks';
import type { PhoneViewProps } from '../views.ts';
import { words } from '../words/phone.ts';
import { fill } from '../words/say.ts';
import type { PollOptions, PollResponse, PollRevealed } from './model.ts';

/** As in the model, which phones do not load. */
const otherLimit = 140;
const noChoice: PollResponse = { options: [] };

export function PollPhone(props: PhoneViewProps<PollOptions, PollResponse, PollRevealed>) {
  const { id, options, own, open, send, keepDraft, revealed } = props;
  const [chosen, setChosen] = useState<PollResponse>(
    isPollResponse(props.draft) ? props.draft : (own ?? noChoice),
  );
  const [writing, setWriting] = useState(chosen.other !== undefined);
  const single = options.choose === 1;
  const most = options.choose === 'any' ? options.answers.length + 1 : options.choose;
  const picks = chosen.options.length + (writing ? 1 : 0);
  const choose = (next: PollResponse) => {
    setChosen(next);
    if (isComplete(next)) keepDraft(next);
  };
  const toggle = (answer: string) => {
    if (single) {
      setWriting(false);
      setChosen({ options: [answer] });
      // A tap is the answer; another tap changes it.
      send({ options: [answer] });
      return;
    }
    const without = chosen.options.filter((each) => each !== answer);
    choose({
      ...chosen,
      options: without.length < chosen.options.length ? without : [...chosen.options, answer],
    });
  };
  const toggleOther = () => {
    const next = !writing;
    setWriting(next);
    if (single) setChosen({ options: [] });
    else if (!next) choose({ options: chosen.options });
  };
  const submit = (event: Event) => {
    event.preventDefault();
    if (isComplete(chosen)) send(trimmed(chosen));
  };
  const hint = options.choose === 'any' ? words.chooseAny : fill(words.chooseUpTo, { number: most });
  return (
    <form onSubmit={submit}>
      <fieldset disabled={!open} aria-labelledby={`question-${id}`}>
        {!single && <p class="hint">{hint}</p>}
        {options.answers.map((answer) => (
          <label class="choice" key={answer.id}>
            <input
              type={single ? 'radio' : 'checkbox'}
              name={`${id}-answer`}
              checked={chosen.options.includes(answer.id)}
              disabled={!single && !chosen.options.includes(answer.id) && picks >= most}
              onChange={() => toggle(answer.id)}
            />
            <span dir="auto">{answer.text}</span>
          </label>
        ))}
        {options.other && (
          <label class="choice">
            <input
              type={single ? 'radio' : 'checkbox'}
              name={`${id}-answer`}
              checked={writing}
              disabled={!single && !writing && picks >= most}
              onChange={toggleOther}
            />
            <span>{words.other}</span>
          </label>
        )}
        {writing && (
          <label class="field">
            <span>{words.otherLabel}</span>
            <input
              type="text"
              dir="auto"
              maxLength={otherLimit}
              value={chosen.other ?? ''}
              onInput={(event) =>
                choose({ options: single ? [] : chosen.options, other: event.currentTarget.value })
              }
            />
          </label>
        )}
      </fieldset>
      {(!single || writing) && open && (
        <div class="send">
          <button type="submit" class="main-button" disabled={!isComplete(chosen)}>
            {own === undefined ? words.send : words.change}
          </button>
        </div>
      )}
      {revealed?.bars && <Results revealed={{ ...revealed, bars: revealed.bars }} />}
    </form>
  );
}

function Results({
  revealed,
}: {
  readonly revealed: PollRevealed & { readonly bars: NonNullable<PollRevealed['bars']> };
}) {
  return (
    <section class="results">
      <h2>{words.results}</h2>
      <ul class="shares">
        {revealed.bars.map(({ id, text, count, share }) => (
          <li key={id}>
            <span dir="auto">{text}</span>
            <span class="figure">
              {Math.round(share * 100)}% · {count}
            </span>
            <span class="share" style={{ inlineSize: `${share * 100}%` }} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function isComplete({ options, other }: PollResponse): boolean {
  return options.length > 0 || (other ?? '').trim() !== '';
}

function trimmed({ options, other }: PollResponse): PollResponse {
  const text = (other ?? '').trim();
  return text === '' ? { options } : { options, other: text };
}

function isPollResponse(value: unknown): value is PollResponse {
  if (typeof value !== 'object' || value === null || !('options' in value)) return false;
  return Array.isArray(value.options) && (!('other' in value) || typeof value.other === 'string');
}
