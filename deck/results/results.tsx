/** The results of a session, kept up to date while the page is looked at. */
import { useEffect, useState } from 'preact/hooks';
import type { Description } from '../../activities/kind.ts';
import { wear } from '../../activities/look/wear.ts';
import { words } from '../../activities/words/console.ts';
import { count, fill } from '../../activities/words/say.ts';
import type { ResultsActivity, ResultsView } from '../../protocol/views.ts';
import { Result } from '../mount.tsx';
import { fetchResults } from './fetch-results.ts';

const every = 5_000;

export function Results({ code, first }: { readonly code: string; readonly first: ResultsView }) {
  const [results, setResults] = useState(first);
  useEffect(() => {
    document.title = fill(words.resultsOf, { title: first.title });
    document.documentElement.lang = 'en';
    wear(first.look);
  }, [first]);
  useEffect(() => {
    const timer = setInterval(async () => {
      if (document.visibilityState !== 'visible') return;
      const next = await fetchResults(code);
      if (typeof next !== 'string') setResults(next);
    }, every);
    return () => clearInterval(timer);
  }, [code]);
  const { activities } = results;
  return (
    <main class="report">
      <Head code={code} results={results} />
      {activities.length > 1 && (
        <nav class="overview" aria-labelledby="overview">
          <h2 id="overview">{words.overview}</h2>
          <ol>
            {activities.map(({ id, question, rounds }) => (
              <li key={id}>
                <a href={`#${id}`} dir="auto">
                  {question}
                </a>{' '}
                <span class="figures">
                  {count(
                    words.answered,
                    rounds.reduce((sum, { answered }) => sum + answered, 0),
                  )}
                </span>
              </li>
            ))}
          </ol>
        </nav>
      )}
      {results.participants === 0 && <p class="soft">{words.noResults}</p>}
      {activities.map((activity) => (
        <Activity key={activity.id} activity={activity} now={results.now} />
      ))}
    </main>
  );
}

const downloads = [
  ['results.xlsx', words.downloadXlsx],
  ['results.csv', words.downloadCsv],
  ['codebook.csv', words.downloadCodebook],
  ['results.html', words.downloadHtml],
  ['results.json', words.downloadJson],
] as const;

function Head({ code, results }: { readonly code: string; readonly results: ResultsView }) {
  const { title, lang, startedAt, endedAt, participants, activities, retain, now } = results;
  const when =
    endedAt === null
      ? fill(words.running, { start: dateAndTime(startedAt) })
      : fill(words.endedAt, { start: dateAndTime(startedAt), end: dateAndTime(endedAt) });
  return (
    <header>
      <p class="kind">{words.resultsTitle}</p>
      <h1 lang={lang} dir="auto">
        {title}
      </h1>
      <p class="soft">
        {results.code}, {when}. {count(words.participants, participants)},{' '}
        {count(words.activities, activities.length)}.{' '}
        {retain === null ? '' : count(words.deletedAfter, retain)}{' '}
        {fill(words.lastUpdate, { time: time(now) })}.
      </p>
      <ul class="downloads" aria-label={words.downloads}>
        {downloads.map(([file, name]) => (
          <li key={file}>
            <a href={`/${code}/${file}`} download>
              ↓ {name}
            </a>
          </li>
        ))}
      </ul>
    </header>
  );
}

function Activity({ activity, now }: { readonly activity: ResultsActivity; readonly now: number }) {
  const { id, kind, question, rounds, current } = activity;
  const earlier = rounds.slice(0, -1).map(({ revealed }) => revealed);
  const latest = rounds.at(-1);
  return (
    <section id={id} aria-labelledby={`title-${id}`}>
      <p class="kind">{kind}</p>
      <h2 id={`title-${id}`} dir="auto">
        {question}
      </h2>
      {!current && <p class="soft">{words.dropped}</p>}
      {latest && latest.answered > 0 && (
        <div class="chart-box">
          <Result
            activity={activity}
            revealed={latest.revealed}
            earlier={earlier}
            results="final"
            now={now}
          />
        </div>
      )}
      {rounds.map(({ round, answered, description }) => (
        <div key={round} class="round">
          {rounds.length > 1 && <h3>{fill(words.round, { number: round })}</h3>}
          <p>{description.sentence}</p>
          {answered > 0 && <DescriptionTable description={description} caption={question} />}
        </div>
      ))}
    </section>
  );
}

/** Rows that are shown at once; longer tables open on demand and print whole. */
const shortTable = 12;

function DescriptionTable({
  description,
  caption,
}: {
  readonly description: Description;
  readonly caption: string;
}) {
  const { head, rows } = description.table;
  const table = (
    <div class="table-box">
      <table>
        <caption class="heard">{caption}</caption>
        <thead>
          <tr>
            {head.map((title) => (
              <th scope="col" key={title}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, line) => (
            <tr key={`${line} ${row[0]}`}>
              {row.map((cell, column) => (
                <td key={head[column]} class={typeof cell === 'number' ? 'figures' : ''} dir="auto">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
  if (rows.length <= shortTable) return table;
  return (
    <details>
      <summary>{fill('{title} ({number})', { title: head[0] ?? '', number: rows.length })}</summary>
      {table}
    </details>
  );
}

function dateAndTime(at: number): string {
  return new Date(at).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });
}

function time(at: number): string {
  return new Date(at).toLocaleTimeString(undefined, {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
}
