/** Points on screens: a bar of the mean for each item, and a line over the middle half of what was given. */
import { type Bar, Bars, oneColumn } from '../look/bars.tsx';
import type { ScreenViewProps } from '../views.ts';
import '../look/chart.css';
import { ResultTable } from '../look/result-table.tsx';
import { roundsOf } from '../look/rounds.ts';
import { FirstRound, Foot, Waiting } from '../look/waiting.tsx';
import { fill } from '../words/say.ts';
import { words } from '../words/screen.ts';
import { type PointsItem, type PointsOptions, type PointsRevealed, points } from './model.ts';
import './screen.css';

type Props = ScreenViewProps<PointsOptions, PointsRevealed>;

/** Fewer answers have no middle half. */
const fewest = 4;

export function PointsScreen({ question, options, revealed, earlier, rule }: Props) {
  const { first, drawn } = roundsOf(revealed, earlier, ({ items }) => items !== undefined);
  const { people } = revealed;
  const scale = scaleOf(options, revealed, first);
  const bars =
    drawn === 'result'
      ? (revealed.items ?? []).map((item) => barOf(item, scale))
      : options.items.map((item) => ({ ...item, ...formerOf(item.id, scale) }));
  return (
    <div
      class="chart points"
      data-many={options.items.length > oneColumn}
      style={{ '--value-room': `${roomFor(bars)}em` }}
    >
      <div class="chart-body" aria-hidden="true">
        <Bars bars={bars} />
        {drawn === 'waiting' && (
          <div class="bars-waiting">
            <Waiting people={people} quiet={rule !== undefined} />
          </div>
        )}
      </div>
      <Foot people={people} drawn={drawn}>
        {drawn !== 'waiting' && <span dir="auto">{fill(words.meanOfSum, { sum: options.sum })}</span>}
        {drawn === 'result' && people >= fewest && (
          <span class="legend">
            <i class="legend-range" />
            <span dir="auto">{words.middleHalfOfAnswers}</span>
          </span>
        )}
        {first && <FirstRound sign="bar" />}
      </Foot>
      {revealed.items && <ResultTable question={question} description={points.describe(options, revealed)} />}
      {first && (
        <ResultTable
          question={`${question} (${words.firstRound})`}
          description={points.describe(options, first)}
        />
      )}
    </div>
  );
}

interface Scale {
  readonly sum: number;
  /** What is drawn as long as can be. */
  readonly longest: number;
  /** The largest mean. */
  readonly most: number;
  readonly hasMiddle: boolean;
  /** Whether numbers of the middle half have room; in two columns the line speaks alone. */
  readonly hasRoom: boolean;
  readonly first: PointsRevealed | undefined;
}

/** At least twice an even share, so that a first answer does not fill the screen. */
function scaleOf({ items, sum }: PointsOptions, revealed: PointsRevealed, first?: PointsRevealed): Scale {
  const hasMiddle = revealed.people >= fewest;
  const now = revealed.items ?? [];
  const means = [...now, ...(first?.items ?? [])].map((item) => item.mean);
  const ends = hasMiddle ? now.map((item) => item.middle[1]) : [];
  const longest = Math.max((2 * sum) / items.length, ...means, ...ends);
  const most = Math.max(...now.map((item) => item.mean));
  return { sum, longest, most, hasMiddle, hasRoom: items.length <= oneColumn, first };
}

function barOf({ id, text, mean, middle: [from, to] }: PointsItem, scale: Scale): Bar {
  const { sum, longest, most, hasMiddle, hasRoom } = scale;
  return {
    id,
    text,
    result: {
      count: mean,
      share: mean / longest,
      most: mean === most,
      value: written(mean, sum),
      note: hasMiddle && hasRoom && `${written(from, sum, true)}–${written(to, sum, true)}`,
      ...(hasMiddle ? { range: [from / longest, to / longest] } : {}),
    },
    ...formerOf(id, scale),
  };
}

function formerOf(id: string, { sum, longest, first }: Scale): Pick<Bar, 'before' | 'beforeValue'> {
  const mean = first?.items?.find((each) => each.id === id)?.mean;
  return mean === undefined ? {} : { before: mean / longest, beforeValue: written(mean, sum) };
}

/** Large sums need no digit behind the point; neither do quartiles, unless the sum is small. */
function written(points: number, sum: number, isQuartile = false): string {
  const digits = isQuartile ? (sum < 20 ? 1 : 0) : sum < 200 ? 1 : 0;
  return isQuartile ? String(Number(points.toFixed(digits))) : points.toFixed(digits);
}

/** In em, for the longest value with its note. */
function roomFor(bars: readonly Bar[]): number {
  const widths = bars.map(({ result }) => {
    const note = typeof result?.note === 'string' ? result.note.length : 0;
    return (result?.value?.length ?? 0) * 0.64 + note * 0.52 + 1.2;
  });
  return Math.max(3, ...widths);
}
