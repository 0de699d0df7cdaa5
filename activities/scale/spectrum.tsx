/** One question on one wide scale: its mean stands above it, or what was said of recommending. */

import { percent, signed } from '../figure.ts';
import { fill } from '../words/say.ts';
import { words } from '../words/screen.ts';
import { recommendation, type ScaleItem } from './model.ts';
import { Axis, changeOf, fixed, highestOf, Plot, positionOf } from './plot.tsx';
import type { StatementsProps } from './statements.tsx';

export function Spectrum({ options, items: [item] }: StatementsProps) {
  const mean = item?.now?.mean ?? null;
  const before = item?.before?.mean ?? null;
  return (
    <div class="spectrum">
      <Plot
        options={options}
        item={item?.now}
        before={item?.before}
        highest={highestOf([item?.now, item?.before], options.to - options.from + 1)}
      >
        {mean !== null && (
          <span class="spectrum-mean" style={{ insetInlineStart: positionOf(mean, options) }}>
            <strong>{fixed(mean)}</strong>
            {before !== null && (
              <span class="scale-change">
                {fill(words.sinceFirstRound, { value: changeOf(mean, before) })}
              </span>
            )}
          </span>
        )}
      </Plot>
      <Axis options={options} />
    </div>
  );
}

/** How likely people are to recommend something, from 0 to 10. */
export function Recommending({ options, items: [item] }: StatementsProps) {
  const { now, before } = item ?? {};
  const rated = now?.mean == null ? undefined : now;
  return (
    <div class="spectrum recommend">
      <div class="recommend-balance">{rated && <Balance now={rated} before={before} />}</div>
      <Plot
        options={options}
        item={now}
        before={before}
        highest={highestOf([now, before], options.to - options.from + 1)}
      />
      <Axis options={{ from: options.from, to: options.to }} />
      <Groups now={rated} />
      <span class="scale-ends">
        {options.ends?.map((end) => (
          <span key={end} dir="auto">
            {end}
          </span>
        ))}
      </span>
    </div>
  );
}

function Balance({ now, before }: { readonly now: ScaleItem; readonly before: ScaleItem | undefined }) {
  const { high, low, balance } = recommendation(now);
  const first = before?.mean == null ? undefined : recommendation(before).balance;
  return (
    <>
      <strong>{signed(balance)}</strong>
      <span>
        {fill(words.balance, { high: percent(high), low: percent(low) })}
        {first !== undefined && (
          <span class="scale-change">{fill(words.sinceFirstRound, { value: changeOf(balance, first) })}</span>
        )}
      </span>
    </>
  );
}

/** Brackets under the steps that are read together, each as wide as its steps. */
function Groups({ now }: { readonly now: ScaleItem | undefined }) {
  const { high, middle, low } = now ? recommendation(now) : { high: 0, middle: 0, low: 0 };
  const groups = [
    { of: '0 to 6', wide: 7, share: low },
    { of: '7 or 8', wide: 2, share: middle },
    { of: '9 or 10', wide: 2, share: high },
  ];
  return (
    <span class="recommend-groups" data-empty={now === undefined}>
      {groups.map(({ of, wide, share }) => (
        <span key={of} class="recommend-group" style={{ flexGrow: wide }}>
          {percent(share)}
        </span>
      ))}
    </span>
  );
}
