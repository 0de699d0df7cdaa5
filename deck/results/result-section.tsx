/** One question with all its rounds: the chart as on the slide, the result in words, and the table under it. */
import type { Description } from '../../activities/kind.ts';
import { words } from '../../activities/words/console.ts';
import { count, fill } from '../../activities/words/say.ts';
import type { Comparing, ResultsActivity } from '../../protocol/views.ts';
import { Result } from '../mount.tsx';
import { useScrolls } from '../scrolls.ts';
import { Comparison } from './compare.tsx';

interface SectionProps {
  readonly code: string;
  readonly activity: ResultsActivity;
  /** Its place in the report, from 1. */
  readonly number: number;
  readonly now: number;
  readonly lang: string;
  readonly by: Comparing;
}

/** Where a link of the overview leads; no id of ours can be the same. */
export function anchorOf(activity: string): string {
  return `question-${activity}`;
}

export function ResultSection({ code, activity, number, now, lang, by }: SectionProps) {
  const { id, kind, question, rounds, current, pictures } = activity;
  return (
    <section id={anchorOf(id)} aria-labelledby={`title-${id}`}>
      <p class="kicker">
        {number} <span class="kind">{kind}</span>
        {!current && <span class="dropped">{words.dropped}</span>}
      </p>
      <h2 id={`title-${id}`} dir="auto" lang={lang}>
        {question}
      </h2>
      <div class="rounds">
        {rounds.map((_, index) => (
          <Round key={index + 1} activity={activity} index={index} now={now} lang={lang} by={by} />
        ))}
      </div>
      {pictures > 0 && (
        <p class="downloads">
          <Download
            href={`/${code}/pictures.zip?activity=${encodeURIComponent(id)}`}
            name={count(words.downloadTheirPictures, pictures)}
          />
        </p>
      )}
    </section>
  );
}

export function Download({ href, name }: { readonly href: string; readonly name: string }) {
  return (
    <a href={href} download>
      <span aria-hidden="true">↓ </span>
      {name}
    </a>
  );
}

interface RoundProps extends Omit<SectionProps, 'code' | 'number'> {
  readonly index: number;
}

function Round({ activity, index, now, lang, by }: RoundProps) {
  const { rounds, question } = activity;
  const round = rounds[index];
  if (!round) return null;
  const { revealed, answered, hasResult, description, cut } = round;
  return (
    <div class="round">
      <div class="round-top">
        {rounds.length > 1 && (
          <h3>
            {fill(words.round, { number: round.round })}
            <span class="figures">{count(words.answered, answered)}</span>
          </h3>
        )}
        {hasResult && (
          // Few rows need less height; from five on a chart has what it has on a slide.
          <div class="chart-box" style={{ '--rows': description.table.rows.length }}>
            <Result
              activity={activity}
              revealed={revealed}
              earlier={rounds.slice(0, index).map((each) => each.revealed)}
              results="final"
              now={now}
            />
          </div>
        )}
        <p class="sentence" dir="auto" lang={lang}>
          {description.sentence}
        </p>
      </div>
      {hasResult && <DescriptionTable description={description} caption={question} lang={lang} />}
      {cut && <Comparison cut={cut} about={question} by={by} lang={lang} />}
    </div>
  );
}

/** Rows that are shown at once; longer tables open on demand, and print whole. */
const shortTable = 12;

interface TableProps {
  readonly description: Description;
  readonly caption: string;
  readonly lang: string;
}

function DescriptionTable(props: TableProps) {
  const { length } = props.description.table.rows;
  if (length === 0) return null;
  if (length <= shortTable) return <Table {...props} />;
  return (
    <details>
      <summary>{fill(words.wholeTable, { number: length })}</summary>
      <Table {...props} />
    </details>
  );
}

function Table({ description, caption, lang }: TableProps) {
  const { head, rows } = description.table;
  const box = useScrolls<HTMLDivElement>(head.length);
  const isNumber = (column: number) => rows.every((row) => readsAsNumber(row[column]));
  return (
    <div class="table-box" ref={box}>
      <table>
        <caption class="heard">{caption}</caption>
        <thead>
          <tr>
            {head.map((title, column) => (
              <th scope="col" key={title} class={isNumber(column) ? 'number' : ''}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody lang={lang}>
          {rows.map((row, line) => (
            // Rows have no name of their own, and two may say the same.
            <tr key={`row ${line + 1}`}>
              {row.map((cell, column) => (
                <td key={head[column]} class={isNumber(column) ? 'number' : ''} dir="auto">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A figure, a share or a dash for none: set flush right, under one another. */
function readsAsNumber(cell: string | number | undefined): boolean {
  return typeof cell === 'number' || /^([-−]?[\d.,]+\s?%?|[-–—]?)$/.test(cell ?? '');
}
