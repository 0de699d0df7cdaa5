/** Before and now of each statement on one axis, joined where enough people answered both. */

import { signed } from '../figure.ts';
import { useFit } from '../look/fit.ts';
import type { ScaleOptions } from '../scale/model.ts';
import { Axis, fixed, positionOf } from '../scale/plot.tsx';
import { count } from '../words/say.ts';
import { words } from '../words/screen.ts';
import type { Figure } from './model.ts';
import type { Row } from './rows.ts';

interface DumbbellsProps {
  readonly axis: Pick<ScaleOptions, 'from' | 'to' | 'ends'>;
  readonly rows: readonly Row[];
  readonly figures: readonly Figure[];
}

export function Dumbbells({ axis, rows, figures }: DumbbellsProps) {
  const ref = useFit<HTMLDivElement>(rows.map((row) => row.text).join('\n'));
  return (
    <div class="scale-rows dumbbells" ref={ref} style={{ '--rows': rows.length }}>
      {rows.map(({ item, text }) => {
        const figure = figures.find((each) => each.item === item);
        return (
          <div key={item} class="scale-row">
            <span class="scale-text" dir="auto">
              {text}
            </span>
            <Dumbbell axis={axis} figure={figure} />
            <Change figure={figure} />
          </div>
        );
      })}
      <div class="scale-row scale-axis">
        <Axis options={axis} />
      </div>
    </div>
  );
}

interface DumbbellProps {
  readonly axis: DumbbellsProps['axis'];
  readonly figure: Figure | undefined;
}

function Dumbbell({ axis, figure }: DumbbellProps) {
  const now = figure?.since?.after ?? figure?.mean ?? null;
  // Before anybody has answered now, what was before is nobody's business.
  const before = now === null ? null : (figure?.since?.before ?? null);
  const rises = now !== null && before !== null && before <= now;
  return (
    <span class="dumbbell" style={{ '--steps': axis.to - axis.from + 1 }}>
      {now !== null && before !== null && figure?.since?.change != null && (
        <span
          class="dumbbell-line"
          style={{
            insetInlineStart: positionOf(Math.min(before, now), axis),
            inlineSize: `calc(${positionOf(Math.max(before, now), axis)} - ${positionOf(Math.min(before, now), axis)})`,
          }}
        />
      )}
      {before !== null && <Dot value={before} axis={axis} is="before" side={rises ? 'start' : 'end'} />}
      {now !== null && (
        <Dot value={now} axis={axis} is="now" side={before === null || rises ? 'end' : 'start'} />
      )}
    </span>
  );
}

interface DotProps {
  readonly value: number;
  readonly axis: DumbbellsProps['axis'];
  readonly is: 'before' | 'now';
  /** Where its number stands: never towards the other dot. */
  readonly side: 'start' | 'end';
}

function Dot({ value, axis, is, side }: DotProps) {
  return (
    <span
      class="dumbbell-dot"
      data-is={is}
      data-side={side}
      style={{ insetInlineStart: positionOf(value, axis) }}
    >
      <span>{fixed(value)}</span>
    </span>
  );
}

function Change({ figure }: { readonly figure: Figure | undefined }) {
  const { since, mean } = figure ?? {};
  if (!since || mean == null) return <span class="dumbbell-change" />;
  return (
    <span class="dumbbell-change">
      <strong>{since.change === null ? '' : signed(since.change)}</strong>
      {since.pairs !== null && <span>{count(words.pairs, since.pairs)}</span>}
    </span>
  );
}
