/** Scale on screens: how the ratings of each statement spread, and their mean; or one wide spectrum. */
import type { ScreenViewProps } from '../views.ts';
import '../look/chart.css';
import { useFit } from '../look/fit.ts';
import { ResultTable } from '../look/result-table.tsx';
import { FirstRound, Foot, Waiting } from '../look/waiting.tsx';
import { fill } from '../words/say.ts';
import { words } from '../words/screen.ts';
import { oneDigit, type ScaleItem, type ScaleOptions, type ScaleRevealed, scale, stepsOf } from './model.ts';
import './screen.css';

type Props = ScreenViewProps<ScaleOptions, ScaleRevealed>;

export function ScaleScreen({ question, options, revealed, earlier, rule }: Props) {
  const [first] = earlier;
  const items = options.statements.map(({ id, text }) => ({
    id,
    text,
    now: revealed.items?.find((item) => item.id === id),
    before: first?.items?.find((item) => item.id === id)?.mean ?? null,
  }));
  const waiting = revealed.items === undefined || revealed.people === 0;
  // One scale for all statements, so that their heights can be compared.
  const steps = options.to - options.from + 1;
  const highest = Math.max(1.5 / steps, ...items.flatMap(({ now }) => shares(now)));
  const Drawing = options.spectrum ? Spectrum : Statements;
  return (
    <div class="chart scale">
      <div class="chart-body" aria-hidden="true">
        <Drawing options={options} items={items} highest={highest} />
        {waiting && (
          <div class="scale-waiting" data-spectrum={options.spectrum}>
            <Waiting people={revealed.people} quiet={rule !== undefined} />
          </div>
        )}
      </div>
      <Foot people={revealed.people}>{!waiting && first?.items && <FirstRound sign="diamond" />}</Foot>
      {revealed.items && <ResultTable question={question} description={scale.describe(options, revealed)} />}
      {revealed.items && first?.items && (
        <ResultTable
          question={`${question} (${words.firstRound})`}
          description={scale.describe(options, first)}
        />
      )}
    </div>
  );
}

interface Item {
  readonly id: string;
  readonly text: string;
  readonly now: ScaleItem | undefined;
  /** Mean of the first round, when this is a later one. */
  readonly before: number | null;
}

interface DrawingProps {
  readonly options: ScaleOptions;
  readonly items: readonly Item[];
  /** The share that is drawn as high as can be. */
  readonly highest: number;
}

function Statements({ options, items, highest }: DrawingProps) {
  const ref = useFit<HTMLDivElement>(items.map((item) => item.text).join('\n'));
  return (
    <div class="scale-rows" ref={ref}>
      {items.map(({ id, text, now, before }) => (
        <div key={id} class="scale-row">
          <span class="scale-text" dir="auto">
            {text}
          </span>
          <Plot options={options} item={now} before={before} highest={highest} />
          <span class="scale-mean">
            {now?.mean != null && <strong>{fixed(now.mean)}</strong>}
            {now?.mean != null && before !== null && (
              <span class="scale-change">{changeOf(now.mean, before)}</span>
            )}
          </span>
        </div>
      ))}
      <div class="scale-row scale-axis">
        <Axis options={options} />
      </div>
    </div>
  );
}

function Spectrum({ options, items, highest }: DrawingProps) {
  const [item] = items;
  const mean = item?.now?.mean ?? null;
  return (
    <div class="spectrum">
      <Plot options={options} item={item?.now} before={item?.before ?? null} highest={highest}>
        {mean !== null && (
          <span class="spectrum-mean" style={{ insetInlineStart: positionOf(mean, options) }}>
            <strong>{fixed(mean)}</strong>
            {item?.before != null && (
              <span class="scale-change">
                {fill(words.sinceFirstRound, { value: changeOf(mean, item.before) })}
              </span>
            )}
          </span>
        )}
      </Plot>
      <Axis options={options} />
    </div>
  );
}

interface PlotProps {
  readonly options: ScaleOptions;
  readonly item: ScaleItem | undefined;
  readonly before: number | null;
  readonly highest: number;
  readonly children?: preact.ComponentChildren;
}

function Plot({ options, item, before, highest, children }: PlotProps) {
  const parts = shares(item);
  const mean = item?.mean ?? null;
  return (
    <span class="scale-plot">
      {stepsOf(options).map((step, index) => (
        <span
          key={step}
          class="scale-step"
          data-most={(parts[index] ?? 0) > 0 && parts[index] === Math.max(...parts)}
        >
          <span class="scale-bar" style={{ '--height': (parts[index] ?? 0) / highest }} />
        </span>
      ))}
      {before !== null && item && (
        <span
          class="scale-marker"
          data-round="first"
          style={{ insetInlineStart: positionOf(before, options) }}
        />
      )}
      {mean !== null && <span class="scale-marker" style={{ insetInlineStart: positionOf(mean, options) }} />}
      {children}
    </span>
  );
}

function Axis({ options }: { options: ScaleOptions }) {
  const [low, high] = options.ends ?? [];
  return (
    <span class="scale-scale">
      <span class="scale-steps">
        {stepsOf(options).map((step) => (
          <span key={step}>{step}</span>
        ))}
      </span>
      {low !== undefined && (
        <span class="scale-ends">
          <span dir="auto">{low}</span>
          <span dir="auto">{high}</span>
        </span>
      )}
    </span>
  );
}

function changeOf(now: number, before: number): string {
  const change = Math.round((now - before) * 10) / 10;
  const sign = change > 0 ? '+' : change < 0 ? '−' : '±';
  return `${sign}${oneDigit(Math.abs(change))}`;
}

function shares(item: ScaleItem | undefined): number[] {
  if (!item) return [];
  return item.counts.map((count) => count / Math.max(1, item.people));
}

/** Means are compared down a column: all with one digit. */
function fixed(mean: number): string {
  // Rounded first, so that a little below zero is no minus zero.
  const rounded = Math.round(mean * 10) / 10;
  return `${rounded < 0 ? '−' : ''}${Math.abs(rounded).toFixed(1)}`;
}

/** Each step has a column of its own; its middle is the step. */
function positionOf(value: number, options: ScaleOptions): string {
  const steps = options.to - options.from + 1;
  return `${((value - options.from + 0.5) / steps) * 100}%`;
}
