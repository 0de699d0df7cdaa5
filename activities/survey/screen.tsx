/** Survey on screens: all its questions together, or the one that the presenter chose. */
import { screenViews } from '../screen-views.ts';
import type { ScreenViewProps } from '../views.ts';
import '../look/chart.css';
import { ResultTable } from '../look/result-table.tsx';
import { roundsOf } from '../look/rounds.ts';
import { FirstRound, Foot, Waiting } from '../look/waiting.tsx';
import { count, fill } from '../words/say.ts';
import { words } from '../words/screen.ts';
import { type SurveyRevealed, survey } from './model.ts';
import type { SurveyOptions } from './options.ts';
import { Overview } from './overview.tsx';
import { fewestPairs } from './pairs.ts';
import type { Question } from './questions.ts';
import { layoutOf } from './rows.ts';
import './screen.css';

type Props = ScreenViewProps<SurveyOptions, SurveyRevealed>;

export function SurveyScreen(props: Props) {
  const { question, options, revealed, earlier, rule } = props;
  const { people, parts, pairs, figures = [] } = revealed;
  // The console shows what the room sees; a report has all questions together.
  const filling = revealed.shown ?? (rule && revealed.chosen);
  const shown = options.questions.find(({ id }) => id === filling);
  if (shown && parts) return <OnePart {...props} part={shown} />;
  // Beside an earlier survey an earlier round of this one would be a third.
  const former = pairs === undefined ? earlier : [];
  const { first, drawn } = roundsOf(revealed, former, ({ parts: result }) => result !== undefined);
  const layout = layoutOf(options);
  // A first round is drawn in the rows alone: without them there is nothing to see until somebody answers.
  const isWaiting = drawn === 'waiting' || (drawn === 'former' && layout.rows.length === 0);
  const compared = figures.filter(({ since }) => since !== undefined);
  const tooFew = compared.every(({ since }) => since?.change === null);
  return (
    <div class="chart survey">
      <div class="chart-body" aria-hidden="true">
        <Overview
          options={options}
          layout={layout}
          revealed={revealed}
          first={first}
          drawn={drawn}
          waiting={isWaiting && <Waiting people={people} quiet={rule !== undefined} />}
        />
      </div>
      <Foot people={people} drawn={drawn}>
        {drawn !== 'waiting' && pairs !== undefined && <BeforeAndNow pairs={pairs} tooFew={tooFew} />}
        {first && layout.rows.length > 0 && <FirstRound sign="column" />}
        {layout.left > 0 && <span>{count(words.moreQuestions, layout.left)}</span>}
      </Foot>
      {parts && <ResultTable question={question} description={survey.describe(options, revealed)} />}
      {first && (
        <ResultTable
          question={`${question} (${words.firstRound})`}
          description={survey.describe(options, first)}
        />
      )}
    </div>
  );
}

interface BeforeAndNowProps {
  readonly pairs: number | null;
  readonly tooFew: boolean;
}

function BeforeAndNow({ pairs, tooFew }: BeforeAndNowProps) {
  return (
    <>
      <span class="legend">
        <i class="legend-dot" data-is="before" />
        {words.before}
      </span>
      <span class="legend">
        <i class="legend-dot" data-is="now" />
        {words.now}
      </span>
      <span>
        {tooFew || pairs === null
          ? fill(words.changeLater, { number: fewestPairs })
          : count(words.answeredBoth, pairs)}
      </span>
    </>
  );
}

function OnePart({ part, ...props }: Props & { readonly part: Question }) {
  const { id, base, revealed, earlier, results, now, rule } = props;
  const { Screen } = screenViews[part.kind];
  const former = earlier.flatMap(({ parts = {} }) => (parts[part.id] === undefined ? [] : [parts[part.id]]));
  return (
    <div class="survey-part">
      <p class="survey-part-question" dir="auto">
        {part.text}
      </p>
      <div class="survey-part-result">
        <Screen
          key={part.id}
          id={`${id}-${part.id}`}
          question={part.text}
          base={base}
          options={part.options}
          revealed={revealed.parts?.[part.id]}
          earlier={former}
          results={results}
          now={now}
          {...(rule ? { rule } : {})}
        />
      </div>
    </div>
  );
}
