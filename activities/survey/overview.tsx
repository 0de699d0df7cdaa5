/** All questions of a survey on one screen: its statements as rows on one scale, the others briefly below them. */
import type { ComponentChildren } from 'preact';
import type { Drawn } from '../look/rounds.ts';
import { Statements } from '../scale/statements.tsx';
import { screenViews } from '../screen-views.ts';
import { Dumbbells } from './dumbbells.tsx';
import type { SurveyRevealed } from './model.ts';
import type { SurveyOptions } from './options.ts';
import { partOf } from './parts.ts';
import type { Question } from './questions.ts';
import { type Layout, statementOf } from './rows.ts';

interface OverviewProps {
  readonly options: SurveyOptions;
  readonly layout: Layout;
  readonly revealed: SurveyRevealed;
  /** The first round, when this is a later one. */
  readonly first: SurveyRevealed | undefined;
  readonly drawn: Drawn;
  /** Stands in for the results while there are none. */
  readonly waiting: ComponentChildren;
}

export function Overview({ options, layout, revealed, first, drawn, waiting }: OverviewProps) {
  const { from, to, ends } = options;
  const axis = { from, to, ...(ends ? { ends } : {}) };
  const { rows, cells, columns, lines } = layout;
  return (
    <div
      class="survey-overview"
      data-rows={rows.length === 0 ? 'none' : rows.length < 5 ? 'few' : 'many'}
      style={{ '--rows': rows.length, '--columns': columns }}
    >
      {rows.length > 0 && (
        <div class="survey-rows">
          {revealed.pairs === undefined ? (
            <Statements options={axis} items={rows.map((row) => statementOf(row, revealed, first))} />
          ) : (
            <Dumbbells axis={axis} rows={rows} figures={revealed.figures ?? []} />
          )}
          {waiting && <div class="scale-waiting">{waiting}</div>}
        </div>
      )}
      {cells.length > 0 && (
        <div class="survey-cells">
          {cells.map((question) => (
            <div key={question.id} class="survey-cell" style={{ '--lines': lines }}>
              <p class="survey-cell-question" dir="auto">
                {question.text}
              </p>
              {drawn === 'result' && <Brief question={question} revealed={revealed} lines={lines} />}
            </div>
          ))}
        </div>
      )}
      {rows.length === 0 && waiting && <div class="survey-waiting">{waiting}</div>}
    </div>
  );
}

interface BriefOfProps {
  readonly question: Question;
  readonly revealed: SurveyRevealed;
  readonly lines: number;
}

function Brief({ question, revealed, lines }: BriefOfProps) {
  const { id, kind, options } = question;
  const result = revealed.parts?.[id];
  const { Brief: Drawn } = screenViews[kind];
  if (result === undefined) return null;
  if (!Drawn) return <p dir="auto">{partOf(kind).model.describe(options, result).sentence}</p>;
  const [first] = revealed.figures?.filter((figure) => figure.question === id) ?? [];
  return <Drawn options={options} revealed={result} lines={lines} change={first?.since?.change} />;
}
