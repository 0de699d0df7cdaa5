/** The steps and stars of a scale, and its result on phones: for its own form, and for forms of several questions. */
import { styled } from '../look/styled.ts';
import type { FieldsProps, FormParts } from '../views.ts';
import { words } from '../words/phone.ts';
import { fill } from '../words/say.ts';
import type { ScaleItem, ScaleOptions, ScaleResponse, ScaleRevealed } from './model.ts';
import css from './phone.css?inline';
import { Star } from './star.tsx';

styled(css);

export const scaleForm: FormParts<ScaleOptions, ScaleResponse, ScaleRevealed> = {
  Fields: ScaleFields,
  Result: ScaleMeans,
  read: (kept) => (isScaleResponse(kept) ? kept : undefined),
  answer: (_options, { ratings }) => (Object.keys(ratings).length > 0 ? { ratings } : undefined),
};

type Props = FieldsProps<ScaleOptions, ScaleResponse>;

function ScaleFields({ id, labelledBy, options, filled, open, onFill }: Props) {
  const ratings = filled?.ratings ?? {};
  const steps = Array.from({ length: options.to - options.from + 1 }, (_, index) => options.from + index);
  return (
    <div class="statements">
      {options.statements.map((statement) => (
        <fieldset
          class="statement"
          key={statement.id}
          disabled={!open}
          aria-labelledby={options.spectrum ? labelledBy : `${id}-${statement.id}`}
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
          <div class={options.stars ? 'steps stars' : 'steps'} style={columnsFor(steps.length)}>
            {steps.map((value) => (
              <label
                class="step"
                key={value}
                data-on={options.stars ? value <= (ratings[statement.id] ?? 0) : undefined}
              >
                <input
                  type="radio"
                  name={`${id}-${statement.id}`}
                  checked={ratings[statement.id] === value}
                  aria-label={nameOf(value, options)}
                  onChange={() => onFill({ ratings: { ...ratings, [statement.id]: value } }, false)}
                />
                {options.stars ? <Star /> : <span aria-hidden="true">{value}</span>}
              </label>
            ))}
          </div>
        </fieldset>
      ))}
    </div>
  );
}

interface MeansProps {
  readonly options: ScaleOptions;
  readonly revealed: ScaleRevealed;
}

function ScaleMeans({ options, revealed: { items = [] } }: MeansProps) {
  return (
    <ul class="shares">
      {items.map((item) => (
        <li key={item.id}>
          {!options.spectrum && <span dir="auto">{item.text}</span>}
          <span class="figure">{meanOf(item, options)}</span>
          <span class="share" style={{ inlineSize: `${shareOf(item.mean, options)}%` }} />
        </li>
      ))}
    </ul>
  );
}

function meanOf({ mean }: ScaleItem, { stars, to }: ScaleOptions): string {
  if (mean === null) return words.noAnswers;
  const value = Math.round(mean * 10) / 10;
  return stars ? fill(words.starsOf, { value, all: to }) : fill(words.mean, { value });
}

/** More than six steps stand in two even rows on a narrow phone, so that each stays a target for a thumb. */
function columnsFor(steps: number) {
  return { '--steps': steps, '--columns': steps > 6 ? Math.ceil(steps / 2) : steps };
}

/** "5, from 1 to 5" or "4 of 5 stars", with the name of the end where the step is one. */
function nameOf(value: number, { from, to, ends, stars }: ScaleOptions): string {
  const step = stars ? fill(words.starsOf, { value, all: to }) : fill(words.stepOf, { value, from, to });
  if (ends && value === from) return `${step}: ${ends[0]}`;
  if (ends && value === to) return `${step}: ${ends[1]}`;
  return step;
}

/** How far along the scale a mean stands, in per cent. Stars are counted from none. */
function shareOf(mean: number | null, { from, to, stars }: ScaleOptions): number {
  const start = stars ? 0 : from;
  return mean === null ? 0 : ((mean - start) / (to - start)) * 100;
}

function isScaleResponse(value: unknown): value is ScaleResponse {
  if (typeof value !== 'object' || value === null || !('ratings' in value)) return false;
  const { ratings } = value;
  if (typeof ratings !== 'object' || ratings === null) return false;
  return Object.values(ratings).every((rating) => typeof rating === 'number');
}
