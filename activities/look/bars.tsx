/** Horizontal bars that grow from their last length to the next. */
import type { ComponentChildren } from 'preact';
import './bars.css';
import { percent } from '../figure.ts';
import { useFit } from './fit.ts';
import { useGlide } from './move.ts';

export interface Bar {
  readonly id: string;
  readonly text: string;
  /** Stands before the text, such as a place. */
  readonly mark?: ComponentChildren;
  /** Address of a picture that stands before the text. */
  readonly picture?: string | undefined;
  /** Undefined while results are kept: the row has its place and no bar. */
  readonly result?: BarResult;
  /** Share in the first round, when this is a later one. */
  readonly before?: number | undefined;
  /** What is written beside the bar of the first round; the share as per cent unless given. */
  readonly beforeValue?: string;
}

export interface BarResult {
  readonly count: number;
  /** Length of the bar, 0..1. */
  readonly share: number;
  readonly most: boolean;
  /** What is written at the bar's end; the share as per cent unless given. */
  readonly value?: string;
  /** What is written after it, smaller; the count unless given. */
  readonly note?: ComponentChildren;
  /** A thin line along the bar's axis, such as the middle half of all answers: from and to, 0..1. */
  readonly range?: readonly [from: number, to: number];
}

/** More rows than this stand in two columns. */
export const oneColumn = 14;
/** With more rows than this there is no height to spare. */
const dense = 7;
/** A bar of this share is as long as can be, unless another is longer: so a first answer does not fill the screen. */
const leastScale = 0.5;

export function Bars({ bars }: { bars: readonly Bar[] }) {
  const columns = bars.length > oneColumn ? 2 : 1;
  // In any order: bars that overtake one another are not measured while they glide.
  const texts = bars.map((bar) => bar.text).sort();
  const ref = useFit<HTMLUListElement>(
    `${texts.join('\n')}\n${bars.some((bar) => bar.before !== undefined)}`,
  );
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
      {bars.map(({ id, text, picture, mark, result, before, beforeValue }) => (
        <li key={id} class="bars-row" data-key={id} data-most={result?.most === true}>
          {picture !== undefined && <img class="bars-picture" src={picture} alt="" />}
          <span class="bars-label">
            {mark !== undefined && <span class="bars-mark">{mark}</span>}
            <span class="bars-text" data-text={text} dir="auto">
              <span>{text}</span>
            </span>
          </span>
          <span class="bars-plot" data-empty={result === undefined}>
            {before !== undefined && (
              <span key="first" class="bars-line bars-before">
                <Line length={before / longest} />
                <span class="bars-value">{beforeValue ?? percent(before)}</span>
              </span>
            )}
            {result ? (
              // The first round's bar is the same one in a later round, so it is seen to grow thin.
              <span key={before === undefined ? 'first' : 'later'} class="bars-line">
                <Line length={result.share / longest} />
                {result.range && <Range from={result.range[0] / longest} to={result.range[1] / longest} />}
                <span class="bars-value" style={{ '--beyond': beyond(result) / longest }}>
                  <span class="bars-share">{result.value ?? percent(result.share)}</span>
                  <span class="bars-count">{result.note ?? result.count}</span>
                </span>
              </span>
            ) : (
              before !== undefined && (
                // Nobody has answered the later round yet: its bar will grow here.
                <span key="later" class="bars-line">
                  <Line length={0} />
                </span>
              )
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** The share whose bar is as long as can be. */
export function longestOf(bars: readonly Bar[]): number {
  return Math.max(
    leastScale,
    ...bars.flatMap(({ result, before }) => [result?.share ?? 0, result?.range?.[1] ?? 0, before ?? 0]),
  );
}

function Line({ length }: { length: number }) {
  return <span class="bars-bar" style={{ '--length': length }} />;
}

function Range({ from, to }: { from: number; to: number }) {
  return <span class="bars-range" style={{ '--from': from, '--to': to }} />;
}

/** How much farther the line reaches than the bar: the value stands behind both. */
function beyond({ share, range }: BarResult): number {
  return Math.max(0, (range?.[1] ?? 0) - share);
}
