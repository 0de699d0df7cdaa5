/** Grid on screens: the plane with its named ends, every answer a dot, the mean of each thing marked. */
import { percent } from '../figure.ts';
import type { ScreenViewProps } from '../views.ts';
import '../look/chart.css';
import { ResultTable } from '../look/result-table.tsx';
import { roundsOf } from '../look/rounds.ts';
import { Foot, Waiting } from '../look/waiting.tsx';
import type { PlacedThing } from '../plane/placed.ts';
import { outlinedFrom, Plot, usePlotted } from '../plane/plot.tsx';
import { words } from '../words/screen.ts';
import { type GridOptions, type GridRevealed, grid, quartersOf } from './model.ts';
import './screen.css';

type Props = ScreenViewProps<GridOptions, GridRevealed>;

export function GridScreen({ question, options, revealed, earlier, rule }: Props) {
  const { first, drawn } = roundsOf(revealed, earlier, ({ things }) => things !== undefined);
  const { x, y, single } = options;
  const things = drawn === 'waiting' ? undefined : revealed.things;
  const plotted = usePlotted(things, first?.things, true);
  const isOutlined = plotted.some(({ people }) => people >= outlinedFrom);
  return (
    <div class="chart grid">
      <div class="chart-body grid-frame" aria-hidden="true">
        <span class="grid-end" data-end="above" dir="auto">
          {y[1]}
        </span>
        <span class="grid-end" data-end="left" dir="auto">
          {x[0]}
        </span>
        <div class="grid-plane">
          <Plot things={plotted} named={!single} mark="mean">
            <Quarters options={options} thing={single && drawn === 'result' ? things?.[0] : undefined} />
          </Plot>
          {drawn === 'waiting' && (
            <div class="grid-waiting">
              <Waiting people={revealed.people} quiet={rule !== undefined} />
            </div>
          )}
        </div>
        <span class="grid-end" data-end="right" dir="auto">
          {x[1]}
        </span>
        <span class="grid-end" data-end="below" dir="auto">
          {y[0]}
        </span>
      </div>
      <Foot people={revealed.people} drawn={drawn}>
        {drawn !== 'waiting' && (
          <Legend single={single} isOutlined={isOutlined} isLater={first !== undefined} />
        )}
      </Foot>
      {revealed.things && <ResultTable question={question} description={grid.describe(options, revealed)} />}
      {first && (
        <ResultTable
          question={`${question} (${words.firstRound})`}
          description={grid.describe(options, first)}
        />
      )}
    </div>
  );
}

interface QuartersProps {
  readonly options: GridOptions;
  /** Where there is but one, its share in each quarter. */
  readonly thing: PlacedThing | undefined;
}

/** The names of the quarters, in their corners. */
function Quarters({ options, thing }: QuartersProps) {
  const { quadrants } = options;
  if (!quadrants) return null;
  const shares = thing && quartersOf(options, thing).map(({ count }) => count / Math.max(1, thing.people));
  return quadrants.map((name, index) => (
    <span key={`quarter ${index + 1}`} class="grid-quarter" data-quarter={index} data-taken>
      <span dir="auto">{name}</span>
      {shares && <b>{percent(shares[index] ?? 0)}</b>}
    </span>
  ));
}

interface LegendProps {
  readonly single: boolean;
  readonly isOutlined: boolean;
  readonly isLater: boolean;
}

function Legend({ single, isOutlined, isLater }: LegendProps) {
  return (
    <>
      <span class="legend" aria-hidden="true">
        {single && <i class="plane-sign" data-sign="mean" />}
        <span dir="auto">{single ? words.meanPlace : words.meanPlaces}</span>
      </span>
      {isOutlined && (
        <span class="legend" aria-hidden="true">
          <i class="plane-sign" data-sign="half" />
          <span dir="auto">{words.halfInside}</span>
        </span>
      )}
      {isLater && (
        <span class="legend" aria-hidden="true">
          <i class="plane-sign" data-sign="way" />
          <span dir="auto">{words.firstRound}</span>
        </span>
      )}
    </>
  );
}
