/** Chart on screens: the author's figures as bars, as lines, or as large numbers with their words. */
import { ResultTable } from '../look/result-table.tsx';
import type { ScreenViewProps } from '../views.ts';
import '../look/chart.css';
import { fill } from '../words/say.ts';
import { words } from '../words/screen.ts';
import { FigureBars } from './figure-bars.tsx';
import { FigureLines } from './figure-lines.tsx';
import { type ChartOptions, chart, withUnit } from './model.ts';
import './screen.css';

const manners = { bars: FigureBars, lines: FigureLines, number: LargeNumbers };

export function ChartScreen({ question, options }: ScreenViewProps<ChartOptions, unknown>) {
  const Drawing = manners[options.as];
  const description = chart.describe?.(options, undefined);
  return (
    <div class="chart figures-chart">
      <div class="chart-body" aria-hidden="true">
        <Drawing options={options} />
      </div>
      {options.source !== undefined && (
        <p class="chart-source" dir="auto">
          {fill(words.source, { source: options.source })}
        </p>
      )}
      {description && <ResultTable question={question} description={description} />}
    </div>
  );
}

function LargeNumbers({ options: { rows, unit, highlight } }: { options: ChartOptions }) {
  const numbers = rows.map(({ label, figures: [first] }) => ({
    label,
    text: withUnit(first?.text ?? '', unit),
  }));
  // All of one size: as large as the longest allows.
  const letters = Math.max(2, ...numbers.map(({ text }) => [...text].length));
  return (
    <ul class="large-numbers" data-count={numbers.length} style={{ '--letters': letters }}>
      {numbers.map(({ label, text }) => (
        <li key={label} data-stressed={highlight === undefined || highlight === label}>
          <span class="large-number" dir="auto">
            {text}
          </span>
          <span class="large-words" dir="auto">
            {label}
          </span>
        </li>
      ))}
    </ul>
  );
}
