/** Rank on screens: a bar of mean points for each item, most first; then the right order, and how near the room came. */
import { type Bar, Bars, oneColumn } from '../look/bars.tsx';
import type { ScreenViewProps } from '../views.ts';
import '../look/chart.css';
import { ResultTable } from '../look/result-table.tsx';
import { FirstRound, Foot, Waiting } from '../look/waiting.tsx';
import { count, fill } from '../words/say.ts';
import { words } from '../words/screen.ts';
import { type Nearness, type RankItem, type RankOptions, type RankRevealed, rank } from './model.ts';
import './screen.css';

type Props = ScreenViewProps<RankOptions, RankRevealed>;

export function RankScreen({ question, options, revealed, earlier, rule }: Props) {
  const [first] = earlier;
  const { people, items = [], nearness } = revealed;
  const waiting = people === 0 || items.length === 0;
  const isSolved = nearness !== undefined;
  const { length } = options.items;
  const places = Math.min(options.top ?? length, length);
  return (
    <div
      class="chart rank"
      data-many={length > oneColumn}
      data-first={first?.items !== undefined}
      data-solved={isSolved}
    >
      <div class="chart-body" aria-hidden="true">
        <Bars
          bars={
            waiting ? options.items : items.map((item) => barOf(item, { places, length, isSolved, first }))
          }
        />
        {waiting && (
          <div class="rank-waiting">
            <Waiting people={people} quiet={rule !== undefined} />
          </div>
        )}
      </div>
      <Foot people={people}>
        {!waiting && nearness && <Near nearness={nearness} />}
        {!waiting && !nearness && (
          <span dir="auto">{fill(places < length ? words.bordaTop : words.borda, { most: places })}</span>
        )}
        {!waiting && first?.items && <FirstRound sign="bar" />}
      </Foot>
      {revealed.items && <ResultTable question={question} description={rank.describe(options, revealed)} />}
      {revealed.items && first?.items && (
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
  // What nobody gave a place has none.
  const reached = points > 0 ? place : undefined;
  return {
    id,
    text,
    mark: isSolved ? <Place place={right} /> : <Place place={reached} now={place} before={before?.place} />,
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

interface PlaceProps {
  readonly place: number | undefined;
  /** Now, and in the first round where there was one. */
  readonly now?: number;
  readonly before?: number | undefined;
}

/** The place, and the one of the first round where it was another. */
function Place({ place, now = 0, before }: PlaceProps) {
  return (
    <>
      <span class="rank-place">{place ?? '–'}</span>
      {before !== undefined && (
        <span class="rank-was">
          {before !== now && fill(words.cameFrom, { sign: before > now ? '▲' : '▼', place: before })}
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
