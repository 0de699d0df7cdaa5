/** Scale on phones: a row of steps for each statement, tapped or moved along with the arrow keys. */
import { useState } from 'preact/hooks';
import type { PhoneViewProps } from '../views.ts';
import { words } from '../words/phone.ts';
import { fill } from '../words/say.ts';
import type { ScaleOptions, ScaleResponse, ScaleRevealed } from './model.ts';

export function ScalePhone(props: PhoneViewProps<ScaleOptions, ScaleResponse, ScaleRevealed>) {
  const { id, options, own, open, send, keepDraft, revealed } = props;
  const start = isScaleResponse(props.draft) ? props.draft.ratings : (own?.ratings ?? {});
  const [ratings, setRatings] = useState<Readonly<Record<string, number>>>(start);
  const steps = Array.from({ length: options.to - options.from + 1 }, (_, index) => options.from + index);
  const rate = (statement: string, value: number) => {
    const next = { ...ratings, [statement]: value };
    setRatings(next);
    keepDraft({ ratings: next });
  };
  const submit = (event: Event) => {
    event.preventDefault();
    if (Object.keys(ratings).length > 0) send({ ratings: { ...ratings } });
  };
  return (
    <form onSubmit={submit}>
      {options.statements.map((statement) => (
        <fieldset
          class="statement"
          key={statement.id}
          disabled={!open}
          aria-labelledby={options.spectrum ? `question-${id}` : `${id}-${statement.id}`}
        >
          {!options.spectrum && (
            <p class="statement-text" id={`${id}-${statement.id}`} dir="auto">
              {statement.text}
            </p>
          )}
          {options.ends && (
            <p class="ends" aria-hidden="true">
              <span dir="auto">{options.ends[0]}</span>
              <span dir="auto">{options.ends[1]}</span>
            </p>
          )}
          <div class="steps" style={columnsFor(steps.length)}>
            {steps.map((value) => (
              <label class="step" key={value}>
                <input
                  type="radio"
                  name={`${id}-${statement.id}`}
                  checked={ratings[statement.id] === value}
                  aria-label={nameOf(value, options)}
                  onChange={() => rate(statement.id, value)}
                />
                <span aria-hidden="true">{value}</span>
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      {open && (
        <div class="send">
          <button type="submit" class="main-button" disabled={Object.keys(ratings).length === 0}>
            {own === undefined ? words.send : words.change}
          </button>
        </div>
      )}
      {revealed?.items && (
        <section class="results">
          <h2>{words.results}</h2>
          <ul class="shares">
            {revealed.items.map(({ id: item, text, mean }) => (
              <li key={item}>
                <span dir="auto">{text}</span>
                <span class="figure">
                  {mean === null ? words.noAnswers : fill(words.mean, { value: Math.round(mean * 10) / 10 })}
                </span>
                <span class="share" style={{ inlineSize: `${shareOf(mean, options)}%` }} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </form>
  );
}

/** More than six steps stand in two even rows on a narrow phone, so that each stays a target for a thumb. */
function columnsFor(steps: number) {
  return { '--steps': steps, '--columns': steps > 6 ? Math.ceil(steps / 2) : steps };
}

/** "5, from 1 to 5", with the name of the end where the step is one. */
function nameOf(value: number, { from, to, ends }: ScaleOptions): string {
  const step = fill(words.stepOf, { value, from, to });
  if (ends && value === from) return `${step}: ${ends[0]}`;
  if (ends && value === to) return `${step}: ${ends[1]}`;
  return step;
}

/** How far along the scale a mean stands, in per cent. */
function shareOf(mean: number | null, { from, to }: ScaleOptions): number {
  return mean === null ? 0 : ((mean - from) / (to - from)) * 100;
}

function isScaleResponse(value: unknown): value is ScaleResponse {
  if (typeof value !== 'object' || value === null || !('ratings' in value)) return false;
  const { ratings } = value;
  if (typeof ratings !== 'object' || ratings === null) return false;
  return Object.values(ratings).every((rating) => typeof rating === 'number');
}
