/** The result of a survey on phones: each question with the result as its kind shows it, and what has changed. */
import { words } from '../words/phone.ts';
import { fill } from '../words/say.ts';
import { partForms } from './forms.ts';
import type { SurveyRevealed } from './model.ts';
import type { Question } from './questions.ts';

interface ResultsProps {
  readonly questions: readonly Question[];
  readonly revealed: SurveyRevealed;
}

export function SurveyResults({ questions, revealed: { parts = {}, figures = [] } }: ResultsProps) {
  return (
    <section class="results">
      <h2>{words.results}</h2>
      {questions.map(({ id, text, kind, options }) => {
        const { Result } = partForms[kind];
        const result = parts[id];
        const changes = figures.filter(({ question, since }) => question === id && since?.change != null);
        return (
          <div key={id} class="survey-result">
            <h3 dir="auto">{text}</h3>
            {result !== undefined && <Result options={options} revealed={result} />}
            {changes.map(({ item, since }) => (
              <p key={item} class="figure">
                {fill(words.beforeAndNow, {
                  before: rounded(since?.before ?? 0),
                  after: rounded(since?.after ?? 0),
                })}
              </p>
            ))}
          </div>
        );
      })}
    </section>
  );
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
