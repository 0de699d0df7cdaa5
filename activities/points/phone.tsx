/** Points on phones: more and less for each item, or a number written; what is left is said on the main button. */
import { useState } from 'preact/hooks';
import { styled } from '../look/styled.ts';
import type { PhoneViewProps } from '../views.ts';
import { words } from '../words/phone.ts';
import { count, fill } from '../words/say.ts';
import type { PointsOptions, PointsResponse, PointsRevealed } from './model.ts';
import css from './phone.css?inline';

styled(css);

/** Longer texts have a line of their own, over the buttons. */
const oneLine = 36;

type Given = Readonly<Record<string, number>>;

export function PointsPhone(props: PhoneViewProps<PointsOptions, PointsResponse, PointsRevealed>) {
  const { id, options, own, open, send, keepDraft, revealed } = props;
  const { items, sum } = options;
  const [given, setGiven] = useState<Given>(
    known(isPointsResponse(props.draft) ? props.draft.points : own?.points, options),
  );
  const left = sum - total(given);
  const step = stepFor(sum);
  const change = (next: Given) => {
    setGiven(next);
    keepDraft(total(next) === 0 ? undefined : { points: next });
  };
  const submit = (event: Event) => {
    event.preventDefault();
    if (left === 0) send({ points: { ...given } });
  };
  return (
    <form onSubmit={submit}>
      <fieldset disabled={!open} aria-labelledby={`question-${id}`}>
        <p class="hint">{fill(words.pointsHint, { number: sum })}</p>
        {items.map(({ id: item, text }) => (
          <Share
            key={item}
            id={`${id}-${item}`}
            text={text}
            value={given[item] ?? 0}
            sum={sum}
            left={left}
            step={step}
            give={(value) => change({ ...given, [item]: value })}
          />
        ))}
        {open && left > 0 && left < sum && (
          <button
            type="button"
            class="quiet-button"
            onClick={() => change(sharedEvenly(given, left, options))}
          >
            {words.shareEvenly}
          </button>
        )}
      </fieldset>
      {open && (
        <div class="send">
          <p class="heard" aria-live="polite">
            {leftWords(left)}
          </p>
          <button type="submit" class="main-button" disabled={left !== 0}>
            {left === 0 ? (own === undefined ? words.send : words.change) : leftWords(left)}
          </button>
        </div>
      )}
      {revealed?.items && <Results items={revealed.items} />}
    </form>
  );
}

interface ShareProps {
  readonly id: string;
  readonly text: string;
  readonly value: number;
  readonly sum: number;
  readonly left: number;
  readonly step: number;
  give(value: number): void;
}

function Share({ id, text, value, sum, left, step, give }: ShareProps) {
  // While it is being written it may be empty.
  const [written, setWritten] = useState<string>();
  // The last few are fewer than a step.
  const more = Math.min(step, Math.max(0, left));
  const less = Math.min(step, value);
  const write = (next: string) => {
    const number = wholeIn(next, sum);
    setWritten(next.trim() === '' ? '' : String(number));
    give(number);
  };
  return (
    <div class="portion" data-long={text.length > oneLine}>
      <label class="portion-text" for={id} dir="auto">
        {text}
      </label>
      <span class="portion-steps">
        <button
          type="button"
          aria-label={fill(words.pointsLess, { text, number: less || step })}
          aria-disabled={less === 0}
          onClick={() => less > 0 && give(value - less)}
        >
          −
        </button>
        <input
          type="text"
          id={id}
          inputMode="numeric"
          autocomplete="off"
          enterkeyhint="done"
          value={written ?? value}
          onFocus={(event) => event.currentTarget.select()}
          onInput={(event) => write(event.currentTarget.value)}
          onBlur={() => setWritten(undefined)}
        />
        <button
          type="button"
          aria-label={fill(words.pointsMore, { text, number: more || step })}
          aria-disabled={more === 0}
          onClick={() => more > 0 && give(value + more)}
        >
          +
        </button>
      </span>
      <span class="portion-track">
        <span class="share" style={{ inlineSize: `${Math.min(100, (value / sum) * 100)}%` }} />
      </span>
    </div>
  );
}

function Results({ items }: { items: NonNullable<PointsRevealed['items']> }) {
  const most = Math.max(1, ...items.map((item) => item.mean));
  return (
    <section class="results">
      <h2>{words.results}</h2>
      <ul class="shares">
        {items.map(({ id, text, mean }) => (
          <li key={id}>
            <span dir="auto">{text}</span>
            <span class="figure">{fill(words.mean, { value: Math.round(mean * 10) / 10 })}</span>
            <span class="share" style={{ inlineSize: `${(mean / most) * 100}%` }} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function leftWords(left: number): string {
  if (left < 0) return count(words.pointsTooMany, -left);
  return left === 0 ? '' : count(words.pointsLeft, left);
}

/** About twenty taps for all of it. */
function stepFor(sum: number): number {
  return [1, 2, 5, 10, 20, 50].find((step) => step >= sum / 20) ?? 50;
}

function sharedEvenly(given: Given, left: number, { items }: PointsOptions): Given {
  const each = Math.floor(left / items.length);
  const odd = left - each * items.length;
  return Object.fromEntries(
    items.map(({ id }, index) => [id, (given[id] ?? 0) + each + (index < odd ? 1 : 0)]),
  );
}

function total(given: Given): number {
  return Object.values(given).reduce((sum, each) => sum + each, 0);
}

/** Digits of any script; what is none is left out. */
function wholeIn(text: string, most: number): number {
  const digits = [...text.normalize('NFKC')].flatMap((sign) => digitIn(sign) ?? []);
  return Math.min(most, Number(digits.join('').slice(0, 6)));
}

function digitIn(sign: string): number | undefined {
  const zeros = [0x30, 0x660, 0x6f0, 0x966];
  const code = sign.codePointAt(0) ?? 0;
  const zero = zeros.find((each) => code >= each && code < each + 10);
  return zero === undefined ? undefined : code - zero;
}

/** What is kept on a phone may be older than the question. */
function known(points: Given = {}, { items, sum }: PointsOptions): Given {
  return Object.fromEntries(
    items.flatMap(({ id }) => {
      const number = Object.hasOwn(points, id) ? (points[id] ?? 0) : 0;
      return number > 0 ? [[id, Math.min(sum, Math.floor(number))]] : [];
    }),
  );
}

function isPointsResponse(value: unknown): value is PointsResponse {
  if (typeof value !== 'object' || value === null || !('points' in value)) return false;
  const { points } = value;
  if (typeof points !== 'object' || points === null) return false;
  return Object.values(points).every((number) => typeof number === 'number' && Number.isFinite(number));
}
