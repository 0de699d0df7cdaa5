/** A few answers as cards: their pictures as large as can be, the bars beneath them. */
import type { ComponentChildren } from 'preact';
import { percent } from '../figure.ts';
import { type Bar, longestOf } from '../look/bars.tsx';
import { useFit } from '../look/fit.ts';
import { useGlide } from '../look/move.ts';

interface CardsProps {
  readonly bars: readonly Bar[];
  /** What stands in the room of the bars while there are none. */
  readonly waiting: ComponentChildren;
}

export function Cards({ bars, waiting }: CardsProps) {
  const ref = useFit<HTMLUListElement>(bars.map((bar) => bar.text).join('\n'));
  useGlide(ref);
  const longest = longestOf(bars);
  return (
    <ul class="cards" ref={ref} style={{ '--cards': bars.length }}>
      {bars.map(({ id, text, picture, result, before }, index) => (
        <li
          key={id}
          class="cards-card"
          data-key={id}
          data-most={result?.most === true}
          style={{ gridColumn: index + 1 }}
        >
          <img class="cards-picture" src={picture} alt="" />
          <span class="cards-text" dir="auto">
            {text}
          </span>
          <span class="cards-plot">
            {(result || before !== undefined) && (
              <span class="bars-value">
                <span class="bars-share">{result ? percent(result.share) : '\u00A0'}</span>
                {result && <span class="bars-count">{result.count}</span>}
              </span>
            )}
            {(result || before !== undefined) && (
              <span class="cards-bar" style={{ '--length': (result?.share ?? 0) / longest }} />
            )}
            {before !== undefined && (
              <span class="cards-before">
                <span class="cards-bar" style={{ '--length': before / longest }} />
                {percent(before)}
              </span>
            )}
          </span>
        </li>
      ))}
      {waiting && <li class="cards-waiting">{waiting}</li>}
    </ul>
  );
}
