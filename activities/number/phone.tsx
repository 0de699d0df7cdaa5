/** Number on phones: one field, which reads comma and point alike; what it read stands beneath. */
import { useState } from 'preact/hooks';
import { written } from '../figure.ts';
import { styled } from '../look/styled.ts';
import type { PhoneViewProps } from '../views.ts';
import { words } from '../words/phone.ts';
import { count, fill } from '../words/say.ts';
import { decimalSignOf, numberIn } from './entry.ts';
import type { NumberOptions, NumberPersonal, NumberResponse, NumberRevealed } from './model.ts';
import css from './phone.css?inline';

styled(css);

type Props = PhoneViewProps<NumberOptions, NumberResponse, NumberRevealed, NumberPersonal>;

export function NumberPhone(props: Props) {
  const { id, options, own, open, send, keepDraft, revealed, personal } = props;
  const { unit } = options;
  const [text, setText] = useState(() => {
    const known = isNumberResponse(props.draft) ? props.draft.value : own?.value;
    return known === undefined ? '' : plain(known);
  });
  const [isWriting, setIsWriting] = useState(false);
  const value = numberIn(text, decimalSignOf(navigator.language));
  const fits = value !== undefined && isAllowed(value, options);
  // Of 1848 the first digit alone is too small: that is no mistake yet.
  const isWrong = text.trim() !== '' && (value === undefined || (!fits && !isWriting));
  const change = (next: string) => {
    setText(next);
    const number = numberIn(next, decimalSignOf(navigator.language));
    keepDraft(number !== undefined && isAllowed(number, options) ? { value: number } : undefined);
  };
  const submit = (event: Event) => {
    event.preventDefault();
    if (fits) send({ value });
  };
  return (
    <form onSubmit={submit}>
      <fieldset disabled={!open}>
        <div class="field">
          <label for={`${id}-number`}>{words.yourNumber}</label>
          <span class="number-field">
            {(options.min ?? 0) < 0 && (
              <button
                type="button"
                class="quiet-button"
                aria-label={words.changeSign}
                onClick={() => change(/^[-−]/.test(text) ? text.slice(1) : `-${text}`)}
              >
                ±
              </button>
            )}
            <input
              type="text"
              id={`${id}-number`}
              inputMode="decimal"
              autocomplete="off"
              enterkeyhint="send"
              dir="ltr"
              maxLength={30}
              value={text}
              aria-describedby={`${id}-hint`}
              aria-invalid={isWrong}
              onFocus={() => setIsWriting(true)}
              onBlur={() => setIsWriting(false)}
              onInput={(event) => change(event.currentTarget.value)}
            />
            {unit !== '' && (
              <span class="number-unit" dir="auto">
                {unit}
              </span>
            )}
          </span>
        </div>
        <p id={`${id}-hint`} class={isWrong ? 'hint bad' : 'hint'}>
          {hintFor(text, value, options)}
        </p>
      </fieldset>
      {open && (
        <div class="send">
          <button type="submit" class="main-button" disabled={!fits}>
            {own === undefined ? words.send : words.change}
          </button>
        </div>
      )}
      {revealed?.median !== undefined && <Results revealed={revealed} personal={personal} unit={unit} />}
    </form>
  );
}

interface ResultsProps {
  readonly revealed: NumberRevealed;
  readonly personal: NumberPersonal | undefined;
  readonly unit: string;
}

function Results({ revealed, personal, unit }: ResultsProps) {
  const { people, median = 0, middle = [0, 0], solution } = revealed;
  const [from, to] = middle.map((value) => local(value, unit));
  return (
    <section class="results">
      <h2>{words.results}</h2>
      {personal && <p class="number-off">{offWords(personal.off, unit)}</p>}
      <ul>
        {solution && (
          <li>
            <strong>{fill(words.rightNumber, { value: local(solution.value, unit) })}</strong>
          </li>
        )}
        <li>{fill(words.middleNumber, { value: local(median, unit) })}</li>
        {people > 1 && <li>{fill(words.middleHalf, { from: from ?? '', to: to ?? '' })}</li>}
      </ul>
      <p class="hint">{count(words.people, people)}</p>
    </section>
  );
}

function offWords(off: number, unit: string): string {
  if (off === 0) return words.exactlyRight;
  return fill(off > 0 ? words.over : words.under, { value: local(Math.abs(off), unit) });
}

/** What is wrong, what was read, or what may be written. */
function hintFor(text: string, value: number | undefined, options: NumberOptions): string {
  if (text.trim() === '') return rangeWords(options);
  if (value === undefined) return words.notANumber;
  if (!isAllowed(value, options)) return rangeWords(options) || words.notANumber;
  return fill(words.readAs, { value: local(value, options.unit) });
}

function rangeWords({ min, max, step }: NumberOptions): string {
  const [from, to] = [min, max].map((each) => (each === undefined ? '' : local(each, '')));
  const range =
    min !== undefined && max !== undefined
      ? fill(words.between, { from: from ?? '', to: to ?? '' })
      : min !== undefined
        ? fill(words.atLeast, { from: from ?? '' })
        : max !== undefined
          ? fill(words.atMost, { to: to ?? '' })
          : '';
  const steps = step === undefined ? '' : fill(words.inSteps, { step: local(step, '') });
  return [range, steps].filter((part) => part !== '').join(', ');
}

/** As the model's response, which phones do not load. */
function isAllowed(value: number, { min = -1e12, max = 1e12, step }: NumberOptions): boolean {
  if (value < min || value > max) return false;
  const times = step === undefined ? 0 : (value - (min === -1e12 ? 0 : min)) / step;
  return Math.abs(times - Math.round(times)) < 1e-6;
}

/** As it would be typed: with the phone's decimal sign, and none between thousands. */
function plain(value: number): string {
  const format = new Intl.NumberFormat(navigator.language, {
    useGrouping: false,
    maximumFractionDigits: 12,
    numberingSystem: 'latn',
  });
  return format.format(value);
}

function local(value: number, unit: string): string {
  return written(value, unit, navigator.language);
}

function isNumberResponse(value: unknown): value is NumberResponse {
  return typeof value === 'object' && value !== null && 'value' in value && typeof value.value === 'number';
}
