/** Questions of a survey in a few lines each, beside one another. */

import { signed } from '../figure.ts';
import { percent } from '../look/bars.tsx';
import type { PollOptions, PollRevealed } from '../poll/model.ts';
import { recommendation, type ScaleOptions, type ScaleRevealed } from '../scale/model.ts';
import { fixed, highestOf, Plot } from '../scale/plot.tsx';
import { Stars } from '../scale/stars.tsx';
import type { TextOptions, TextRevealed } from '../text/model.ts';
import { count, fill } from '../words/say.ts';
import { words } from '../words/screen.ts';
import type { BriefProps } from './drawings.ts';

/** The answers most people gave. */
export function PollBrief({ revealed: { bars = [] }, lines }: BriefProps<PollOptions, PollRevealed>) {
  const most = Math.max(1, ...bars.map((bar) => bar.count));
  const top = bars.toSorted((a, b) => b.count - a.count).slice(0, lines);
  return (
    <ul class="brief-bars">
      {top.map((bar) => (
        <li key={bar.id} data-most={bar.count === most} style={{ '--length': bar.share }}>
          <span class="brief-text" dir="auto">
            {bar.text}
          </span>
          <span>{percent(bar.share)}</span>
        </li>
      ))}
    </ul>
  );
}

/** How many, and the newest of them; where there are more lines, these are longer. */
export function TextBrief({ revealed, lines }: BriefProps<TextOptions, TextRevealed>) {
  const { people, entries = [] } = revealed;
  return (
    <>
      <p class="brief-soft">{count(words.answers, people)}</p>
      <ul class="brief-texts" data-wraps={lines > 3}>
        {entries.slice(0, lines - 1).map((entry) => (
          <li key={entry.key} class="brief-text" dir="auto">
            {entry.text}
          </li>
        ))}
      </ul>
    </>
  );
}

/** One mean with how the ratings spread; of several statements the means. */
export function ScaleBrief(props: BriefProps<ScaleOptions, ScaleRevealed>) {
  const { options, revealed, figures, lines } = props;
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
  const since = figures[0]?.since;
  return (
    <div class="brief-scale">
      <div class="brief-mean">
        <strong>{options.recommend ? signed(recommendation(item).balance) : fixed(item.mean)}</strong>
        {options.stars && <Stars mean={item.mean} all={options.to} />}
        {options.recommend && <span class="brief-soft">{words.balanceName}</span>}
        {!options.recommend && since?.change != null && (
          <span class="brief-soft">{fill(words.sinceBefore, { value: signed(since.change) })}</span>
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
