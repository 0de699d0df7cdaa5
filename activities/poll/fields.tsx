/** The inputs of a poll, and its result on phones: for its own form, and for forms of several questions. */
import { pictureAt } from '../look/picture.ts';
import { styled } from '../look/styled.ts';
import type { FieldsProps, FormParts } from '../views.ts';
import { words } from '../words/phone.ts';
import { fill } from '../words/say.ts';
import type { PollOptions, PollResponse, PollRevealed } from './model.ts';
import css from './phone.css?inline';

styled(css);

/** As in the model, which phones do not load. */
const otherLimit = 140;
const noChoice: PollResponse = { options: [] };

export const pollForm: FormParts<PollOptions, PollResponse, PollRevealed> = {
  Fields: PollFields,
  Result: PollShares,
  read: (kept) => (isPollResponse(kept) ? kept : undefined),
  answer(_options, { options, other }) {
    const text = (other ?? '').trim();
    if (text !== '') return { options, other: text };
    return options.length > 0 ? { options } : undefined;
  },
};

/** An answer of one's own is being written as long as `other` is there, empty or not. */
function PollFields(props: FieldsProps<PollOptions, PollResponse>) {
  const { id, labelledBy, base, options, filled = noChoice, open, onFill } = props;
  const writing = filled.other !== undefined;
  const single = options.choose === 1;
  const most = options.choose === 'any' ? options.answers.length + 1 : options.choose;
  const isFull = !single && filled.options.length + (writing ? 1 : 0) >= most;
  const toggle = (answer: string) => {
    if (single) return onFill({ options: [answer] }, false);
    const without = filled.options.filter((each) => each !== answer);
    const chosen = without.length < filled.options.length ? without : [...filled.options, answer];
    onFill({ ...filled, options: chosen }, false);
  };
  const toggleOther = () => {
    if (single) onFill({ options: [], other: '' }, false);
    else onFill(writing ? { options: filled.options } : { ...filled, other: '' }, false);
  };
  const hint = options.choose === 'any' ? words.chooseAny : fill(words.chooseUpTo, { number: most });
  const inputs = { type: single ? 'radio' : 'checkbox', name: `${id}-answer`, isFull } as const;
  return (
    <fieldset disabled={!open} aria-labelledby={labelledBy}>
      {!single && <p class="hint">{hint}</p>}
      <div class="choices" data-pictured={options.answers.some(({ image }) => image !== undefined)}>
        {options.answers.map(({ id: answer, text, image }) => (
          <Choice
            key={answer}
            {...inputs}
            checked={filled.options.includes(answer)}
            text={text}
            picture={image && { src: pictureAt(base, image.src), alt: image.alt === text ? '' : image.alt }}
            onChange={() => toggle(answer)}
          />
        ))}
        {options.other && <Choice {...inputs} checked={writing} text={words.other} onChange={toggleOther} />}
      </div>
      {writing && (
        <label class="field">
          <span>{words.otherLabel}</span>
          <input
            type="text"
            dir="auto"
            maxLength={otherLimit}
            value={filled.other ?? ''}
            onInput={(event) =>
              onFill({ options: single ? [] : filled.options, other: event.currentTarget.value }, true)
            }
          />
        </label>
      )}
    </fieldset>
  );
}

interface ChoiceProps {
  readonly type: 'radio' | 'checkbox';
  readonly name: string;
  readonly checked: boolean;
  /** No more may be chosen. */
  readonly isFull: boolean;
  readonly text: string;
  readonly picture?: { readonly src: string; readonly alt: string } | undefined;
  onChange(): void;
}

function Choice({ type, name, checked, isFull, text, picture, onChange }: ChoiceProps) {
  return (
    <label class="choice">
      {picture && <img class="choice-picture" src={picture.src} alt={picture.alt} />}
      <input type={type} name={name} checked={checked} disabled={isFull && !checked} onChange={onChange} />
      <span dir="auto">{text}</span>
    </label>
  );
}

function PollShares({ revealed: { bars = [] } }: { readonly revealed: PollRevealed }) {
  return (
    <ul class="shares">
      {bars.map(({ id, text, count, share }) => (
        <li key={id}>
          <span dir="auto">{text}</span>
          <span class="figure">
            {Math.round(share * 100)}% · {count}
          </span>
          <span class="share" style={{ inlineSize: `${share * 100}%` }} />
        </li>
      ))}
    </ul>
  );
}

function isPollResponse(value: unknown): value is PollResponse {
  if (typeof value !== 'object' || value === null || !('options' in value)) return false;
  const { options } = value;
  if (!Array.isArray(options) || !options.every((each) => typeof each === 'string')) return false;
  return !('other' in value) || typeof value.other === 'string';
}
