/** Scale on screens: how the ratings of each statement spread, and their mean; or one question that fills the screen. */
import type { ScreenViewProps } from '../views.ts';
import '../look/chart.css';
import { ResultTable } from '../look/result-table.tsx';
import { roundsOf } from '../look/rounds.ts';
import { FirstRound, Foot, Waiting } from '../look/waiting.tsx';
import { words } from '../words/screen.ts';
import { type ScaleOptions, type ScaleRevealed, scale } from './model.ts';
import './screen.css';
import './stars.css';
import { Recommending, Spectrum } from './spectrum.tsx';
import { StarRating } from './stars.tsx';
import { type Statement, Statements } from './statements.tsx';

type Props = ScreenViewProps<ScaleOptions, ScaleRevealed>;

export function ScaleScreen({ question, options, revealed, earlier, rule }: Props) {
  const { first, drawn } = roundsOf(revealed, earlier, ({ items }) => items !== undefined);
  const items = options.statements.map(
    ({ id, text }): Statement => ({
      id,
      text,
      now: revealed.items?.find((item) => item.id === id),
      before: first?.items?.find((item) => item.id === id),
    }),
  );
  const Drawing = drawingOf(options);
  const sign = Drawing === StarRating ? 'bar' : 'column';
  return (
    <div class="chart scale">
      <div class="chart-body" aria-hidden="true">
        <Drawing options={options} items={items} />
        {drawn === 'waiting' && (
          <div class="scale-waiting" data-spectrum={options.spectrum} data-stars={Drawing === StarRating}>
            <Waiting people={revealed.people} quiet={rule !== undefined} />
          </div>
        )}
      </div>
      <Foot people={revealed.people} drawn={drawn}>
        {drawn !== 'waiting' && options.recommend && !options.spectrum && <span>{words.balanceMeans}</span>}
        {first && <FirstRound sign={sign} />}
      </Foot>
      {revealed.items && <ResultTable question={question} description={scale.describe(options, revealed)} />}
      {first && (
        <ResultTable
          question={`${question} (${words.firstRound})`}
          description={scale.describe(options, first)}
        />
      )}
    </div>
  );
}

function drawingOf({ spectrum, stars, recommend }: ScaleOptions) {
  if (!spectrum) return Statements;
  if (stars) return StarRating;
  return recommend ? Recommending : Spectrum;
}
