/** Scale in a few lines, beside other questions. */
import type { BriefProps } from '../views.ts';
import { fill } from '../words/say.ts';
import { words } from '../words/screen.ts';
import '../look/brief.css';
import { signed } from '../figure.ts';
import { recommendation, type ScaleOptions, type ScaleRevealed } from './model.ts';
import { fixed, highestOf, Plot } from './plot.tsx';
import { Stars } from './stars.tsx';

/** One mean with how the ratings spread; of several statements the means. */
export function ScaleBrief(props: BriefProps<ScaleOptions, ScaleRevealed>) {
  const { options, revealed, change, lines } = props;
  const { items = [] } = revealed;
  const [item] = items;
  if (!options.spectrum) {
    return (
      <ul class="brief-bars">
        {items.slice(0, lines).map(({ id, text, mean }) => (
          <li key={id}>
            <span class="brief-text" dir="auto">
              {text}
            </span>
            <strong>{mean === null ? '–' : fixed(mean)}</strong>
          </li>
        ))}
      </ul>
    );
  }
  if (item?.mean == null) return null;
  return (
    <div class="brief-scale">
      <div class="brief-mean">
        <strong>{options.recommend ? signed(recommendation(item).balance) : fixed(item.mean)}</strong>
        {options.stars && <Stars mean={item.mean} all={options.to} />}
        {options.recommend && <span class="brief-soft">{words.balanceName}</span>}
        {!options.recommend && change != null && (
          <span class="brief-soft">{fill(words.sinceBefore, { value: signed(change) })}</span>
        )}
      </div>
      <div class="brief-plot">
        <Plot
          options={options}
          item={item}
          before={undefined}
          highest={highestOf([item], options.to - options.from + 1)}
        />
        <span class="brief-steps brief-soft">
          <span>{options.from}</span>
          <span>{options.to}</span>
        </span>
      </div>
    </div>
  );
}
