/** Pin on screens: the picture as large as fits, and on it where people put their pins. */
import type { ScreenViewProps } from '../views.ts';
import '../look/chart.css';
import { ResultTable } from '../look/result-table.tsx';
import { roundsOf } from '../look/rounds.ts';
import { Foot, Waiting } from '../look/waiting.tsx';
import { outlinedFrom, Plot, usePlotted } from '../plane/plot.tsx';
import { words } from '../words/screen.ts';
import { type PinOptions, type PinRevealed, pin } from './model.ts';
import { Picture } from './picture.tsx';
import './screen.css';

type Props = ScreenViewProps<PinOptions, PinRevealed>;

export function PinScreen({ question, base, options, revealed, earlier, rule }: Props) {
  const { first, drawn } = roundsOf(revealed, earlier, ({ things }) => things !== undefined);
  const waiting = drawn === 'waiting';
  const things = waiting ? undefined : revealed.things;
  const plotted = usePlotted(things, first?.things, false);
  const isOutlined = plotted.some(({ people }) => people >= outlinedFrom);
  return (
    <div class="chart pin">
      <div class="chart-body">
        <Picture base={base} image={options.image}>
          <div class="pin-plot" data-waiting={waiting} aria-hidden="true">
            <Plot things={plotted} named={options.named} mark={options.named ? 'peak' : 'none'} />
          </div>
        </Picture>
        {waiting && (
          <div class="pin-waiting" aria-hidden="true">
            <Waiting people={revealed.people} quiet={rule !== undefined} />
          </div>
        )}
      </div>
      <Foot people={revealed.people} drawn={drawn}>
        {isOutlined && (
          <span class="legend" aria-hidden="true">
            <i class="plane-sign" data-sign="half" />
            <span dir="auto">{words.halfInside}</span>
          </span>
        )}
        {first && (
          <span class="legend" aria-hidden="true">
            <i class="plane-sign" data-sign={isFormerOutlined(first) ? 'former' : 'former-dot'} />
            <span dir="auto">{words.firstRound}</span>
          </span>
        )}
      </Foot>
      {revealed.things && <ResultTable question={question} description={pin.describe(options, revealed)} />}
      {first && (
        <ResultTable
          question={`${question} (${words.firstRound})`}
          description={pin.describe(options, first)}
        />
      )}
    </div>
  );
}

function isFormerOutlined({ things = [] }: PinRevealed): boolean {
  return things.some(({ people }) => people >= outlinedFrom);
}
