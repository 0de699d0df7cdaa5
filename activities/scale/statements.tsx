/** Statements below one another on one scale: how each was rated, and what is read of it at the end of its row. */

import { signed } from '../figure.ts';
import { useFit } from '../look/fit.ts';
import { fill } from '../words/say.ts';
import { words } from '../words/screen.ts';
import { recommendation, type ScaleItem, type ScaleOptions } from './model.ts';
import { Axis, changeOf, fixed, highestOf, Plot } from './plot.tsx';
import { Stars } from './stars.tsx';

export interface Statement {
  readonly id: string;
  readonly text: string;
  readonly now: ScaleItem | undefined;
  /** In the first round, when this is a later one. */
  readonly before: ScaleItem | undefined;
}

export interface StatementsProps {
  readonly options: Omit<ScaleOptions, 'statements' | 'spectrum'>;
  readonly items: readonly Statement[];
}

export function Statements({ options, items }: StatementsProps) {
  const isLater = items.some(({ before }) => before !== undefined);
  const ref = useFit<HTMLDivElement>(`${items.map((item) => item.text).join('\n')}\n${isLater}`);
  const highest = highestOf(
    items.flatMap(({ now, before }) => [now, before]),
    options.to - options.from + 1,
  );
  return (
    <div class="scale-rows" ref={ref} style={{ '--rows': items.length }}>
      {items.map(({ id, text, now, before }) => (
        <div key={id} class="scale-row">
          <span class="scale-text" dir="auto">
            {text}
          </span>
          <Plot options={options} item={now} before={before} highest={highest} />
          <Reading options={options} now={now} before={before} />
        </div>
      ))}
      <div class="scale-row scale-axis">
        <Axis options={options} />
      </div>
    </div>
  );
}

type ReadingProps = Pick<StatementsProps, 'options'> & Pick<Statement, 'now' | 'before'>;

/** The mean; of what is recommended, the balance. */
function Reading({ options, now, before }: ReadingProps) {
  if (now?.mean == null) {
    // What will have changed since has its line from the start.
    return <span class="scale-mean">{before && <Unread />}</span>;
  }
  if (options.recommend) {
    const { balance } = recommendation(now);
    return (
      <span class="scale-mean">
        <strong>{signed(balance)}</strong>
        <span class="scale-change">
          {before?.mean == null
            ? fill(words.mean, { value: fixed(now.mean) })
            : changeOf(balance, recommendation(before).balance)}
        </span>
      </span>
    );
  }
  return (
    <span class="scale-mean" data-stars={options.stars !== undefined}>
      {options.stars && <Stars mean={now.mean} all={options.to} />}
      <strong>{fixed(now.mean)}</strong>
      {before?.mean != null && <span class="scale-change">{changeOf(now.mean, before.mean)}</span>}
    </span>
  );
}

function Unread() {
  return (
    <>
      <strong>{'\u00A0'}</strong>
      <span class="scale-change">{'\u00A0'}</span>
    </>
  );
}
