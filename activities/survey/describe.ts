/** A survey in words and as a table: a row for each question and what belongs to it. */

import { counted, percent, signed } from '../figure.ts';
import type { Description } from '../kind.ts';
import { inOneDigit, stepsOf } from '../scale/model.ts';
import type { Figure, SurveyRevealed } from './model.ts';
import type { SurveyOptions } from './options.ts';
import { partOf } from './parts.ts';
import { itemOf, labelOf, numbersOf } from './questions.ts';

export function describeSurvey(options: SurveyOptions, revealed: SurveyRevealed): Description {
  const { questions } = options;
  const { people, parts = {}, figures = [], pairs } = revealed;
  const linked = pairs !== undefined;
  const rows = questions.flatMap((asked) => {
    const result = parts[asked.id];
    if (result === undefined) return [];
    return partOf(asked.kind)
      .rows(asked.options, result)
      .map(({ item, text, count, share }) => {
        // Only an item that is a number has a figure.
        const figure = figures.find((each) => each.item === itemOf(asked, item));
        return [
          labelOf(asked, text),
          count,
          share === undefined ? '' : percent(share),
          figure ? inOneDigit(figure.mean) : '',
          ...(linked ? changeCells(figure) : []),
        ];
      });
  });
  return {
    sentence: people === 0 ? 'No answers yet.' : sentenceOf(revealed, statementsOf(options, revealed)),
    table: {
      head: [
        'Question',
        'Answers',
        'Share',
        'Mean',
        ...(linked ? ['Before', 'After', 'Change', 'Pairs'] : []),
      ],
      rows,
    },
  };
}

function changeCells(figure: Figure | undefined): (string | number)[] {
  if (!figure?.since) return ['', '', '', ''];
  const { before, after, change, pairs } = figure.since;
  return [inOneDigit(before), inOneDigit(after), change === null ? '–' : signed(change), pairs ?? ''];
}

/** What is rated on the survey's own scale: only these are held against one another. */
function statementsOf(options: SurveyOptions, { figures = [] }: SurveyRevealed): readonly Figure[] {
  const items = options.questions
    .flatMap(numbersOf)
    .filter(({ allowed }) => String(allowed) === String(stepsOf(options)))
    .map(({ item }) => item);
  return figures.filter(({ item }) => items.includes(item));
}

function sentenceOf({ people, pairs }: SurveyRevealed, figures: readonly Figure[]): string {
  const answers = counted(people, 'answer');
  if (pairs !== undefined && pairs !== null)
    return `${answers}, ${pairs} of them from people who answered before${mostOf(figures)}.`;
  const rated = figures.filter(({ mean }) => mean !== null).toSorted((a, b) => (b.mean ?? 0) - (a.mean ?? 0));
  const [highest, lowest] = [rated[0], rated.at(-1)];
  if (!highest || !lowest || highest === lowest) return `${answers}.`;
  const of = ({ text, mean }: Figure) => `“${text}” with a mean of ${inOneDigit(mean)}`;
  return `${answers}, highest ${of(highest)}, lowest ${of(lowest)}.`;
}

/** What has changed most, up or down. */
function mostOf(figures: readonly Figure[]): string {
  const size = ({ since }: Figure) => Math.abs(since?.change ?? 0);
  const [most] = figures.filter((each) => size(each) > 0).toSorted((a, b) => size(b) - size(a));
  return most ? `; “${most.text}” changed most, by ${signed(most.since?.change ?? 0)}` : '';
}
