/** Rank on screens: a bar of mean points for each item, most first; then the right order, and how near the room came. */
import { type Bar, Bars, oneColumn } from '../look/bars.tsx';
import type { ScreenViewProps } from '../views.ts';
import '../look/chart.css';
import { ResultTable } from '../look/result-table.tsx';
import { roundsOf } from '../look/rounds.ts';
import { FirstRound, Foot, Waiting } from '../look/waiting.tsx';
import { count, fill } from '../words/say.ts';
import { words } from '../words/screen.ts';
import { type Nearness, type RankItem, type RankOptions, type RankRevealed, rank } from './model.ts';
import './screen.css';

type Props = ScreenViewProps<RankOptions, RankRevealed>;

export function RankScreen({ question, options, revealed, earlier, rule }: Props) {
  const { first, drawn } = roundsOf(revealed, earlier, ({ items }) => items !== undefined);
  const { people, nearness } = revealed;
  const isSolved = drawn === 'result' && nearness !== undefined;
  const { length } = options.items;
  const places = Math.min(options.top ?? length, length);
  const scale = { places, length, isSolved, first };
  const bars = {
    waiting: () => options.items,
    former: () => (first?.items ?? []).map((item) => formerOf(item, scale)),
    result: () => (revealed.items ?? []).map((item) => barOf(item, scale)),
  };
  return (
    <div
      class="chart rank"
      data-many={length > oneColumn}
      data-first={first !== undefined}
      data-solved={isSolved}
    >
      <div class="chart-body" aria-hidden="true">
        <Bars bars={bars[drawn]()} />
        {drawn === 'waiting' && (
          <div class="bars-waiting">
            <Waiting people={people} quiet={rule !== undefined} />
          </div>
        )}
      </div>
      <Foot people={people} drawn={drawn}>
        {isSolved && <Near nearness={nearness} />}
        {drawn !== 'waiting' && !isSolved && (
          <span dir="auto">{fill(places < length ? words.bordaTop : words.borda, { most: places })}</span>
        )}
        {first && <FirstRound sign="bar" />}
      </Foot>
      {revealed.items && <ResultTable question={question} description={rank.describe(options, revealed)} />}
      {first && (
        <ResultTable
          question={`${question} (${words.firstRound})`}
          description={rank.describe(options, first)}
        />
      )}
    </div>
  );
}

interface Scale {
  /** How many places a participant gave. */
  readonly places: number;
  /** How many items there are. */
  readonly length: number;
  /** Whether the right order is shown. */
  readonly isSolved: boolean;
  readonly first: RankRevealed | undefined;
}

function barOf(item: RankItem, { places, length, isSolved, first }: Scale): Bar {
  const { id, text, place, points, right } = item;
  const firsts = fill(length > oneColumn ? words.starred : words.putFirst, { number: item.first });
  const before = first?.items?.find((each) => each.id === id);
  const reached = placeOf(item);
  return {
    id,
    text,
    mark: isSolved ? (
      <Place place={right} />
    ) : (
      <Place place={reached} isLater={before !== undefined} before={placeOf(before)} />
    ),
    result: {
      count: item.first,
      share: points / places,
      most: isSolved ? place === right : place === 1,
      value: points.toFixed(1),
      note: isSolved ? <Found place={reached} right={right} /> : item.first > 0 && firsts,
    },
    before: before && before.points / places,
    ...(before ? { beforeValue: before.points.toFixed(1) } : {}),
  };
}

/** In the order of the first round, until anybody has put them into another. */
function formerOf({ id, text, place, points }: RankItem, { places }: Scale): Bar {
  return {
    id,
    text,
    mark: <Place place={undefined} isLater before={placeOf({ place, points })} />,
    before: points / places,
    beforeValue: points.toFixed(1),
  };
}

/** What nobody gave a place has none. */
function placeOf(item: Pick<RankItem, 'place' | 'points'> | undefined): number | undefined {
  return item && item.points > 0 ? item.place : undefined;
}

interface PlaceProps {
  readonly place: number | undefined;
  /** Whether there is room for the place of a first round. */
  readonly isLater?: boolean;
  readonly before?: number | undefined;
}

/** The place, and the one of the first round where it was another. */
function Place({ place, before, isLater = false }: PlaceProps) {
  const sign = place === undefined || before === undefined ? '' : before > place ? '▲' : '▼';
  return (
    <>
      <span class="rank-place">{place ?? '–'}</span>
      {isLater && (
        <span class="rank-was">
          {before !== undefined && before !== place && fill(words.cameFrom, { sign, place: before }).trim()}
        </span>
      )}
    </>
  );
}

/** Where the room put what stands in its right place now. */
function Found({ place, right }: { place: number | undefined; right: number | undefined }) {
  return (
    <span class="rank-found" data-right={place !== undefined && place === right}>
      {place !== undefined && place === right && '✓ '}
      {fill(words.roomsPlace, { place: place ?? '–' })}
    </span>
  );
}

function Near({ nearness }: { nearness: Nearness }) {
  const { of, room, mean, exact } = nearness;
  return (
    <>
      <strong dir="auto">{fill(words.nearness, { of, room, mean: mean.toFixed(1) })}</strong>
      <span dir="auto">{count(words.allRight, exact)}</span>
    </>
  );
}
