/** Horizontal bars that grow from their last length to the next. */
import './bars.css';
import { useFit } from './fit.ts';
import { useGlide } from './move.ts';

export interface Bar {
  readonly id: string;
  readonly text: string;
  /** Address of a picture that stands before the text. */
  readonly picture?: string | undefined;
  /** Undefined while results are kept: the row has its place and no bar. */
  readonly result?: { readonly count: number; readonly share: number; readonly most: boolean };
  /** Share in the first round, when this is a later one. */
  readonly before?: number | undefined;
}

/** More rows than this stand in two columns. */
const oneColumn = 14;
/** With more rows than this there is no height to spare. */
const dense = 7;
/** A bar of this share is as long as can be, unless another is longer: so a first answer does not fill the screen. */
const leastScale = 0.5;

export function Bars({ bars }: { bars: readonly Bar[] }) {
  const columns = bars.length > oneColumn ? 2 : 1;
  const texts = bars.map((bar) => bar.text).join('\n');
  const ref = useFit<HTMLUListElement>(`${texts}\n${bars.some((bar) => bar.before !== undefined)}`);
  // Sorted bars overtake one another.
  useGlide(ref);
  const longest = longestOf(bars);
  return (
    <ul
      class="bars"
      ref={ref}
      data-columns={columns}
      data-pictured={bars.some((bar) => bar.picture !== undefined)}
      data-dense={bars.length > dense}
      style={{ '--rows': Math.ceil(bars.length / columns) }}
    >
      {bars.map(({ id, text, picture, result, before }) => (
        <li key={id} class="bars-row" data-key={id} data-most={result?.most === true}>
          {picture !== undefined && <img class="bars-picture" src={picture} alt="" />}
          <span class="bars-text" data-text={text} dir="auto">
            <span>{text}</span>
          </span>
          <span class="bars-plot" data-empty={result === undefined}>
            {result && (
              <span class="bars-line">
                <Line length={result.share / longest} />
                <span class="bars-value">
                  <span class="bars-share">{percent(result.share)}</span>
                  <span class="bars-count">{result.count}</span>
                </span>
              </span>
            )}
            {result && before !== undefined && (
              <span class="bars-line bars-before">
                <Line length={before / longest} />
                <span class="bars-value">{percent(before)}</span>
              </span>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** The share whose bar is as long as can be. */
export function longestOf(bars: readonly Bar[]): number {
  return Math.max(leastScale, ...bars.flatMap((bar) => [bar.result?.share ?? 0, bar.before ?? 0]));
}

function Line({ length }: { length: number }) {
  return <span class="bars-bar" style={{ '--length': length }} />;
}

export function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}
