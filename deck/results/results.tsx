/** The results of a session as a report: what it was, what came out in short, then each question with its rounds. */
import { useEffect } from 'preact/hooks';
import { wear } from '../../activities/look/wear.ts';
import { words } from '../../activities/words/console.ts';
import { count, fill } from '../../activities/words/say.ts';
import type { ResultsActivity, ResultsView } from '../../protocol/views.ts';
import { Refused } from '../messages.tsx';
import { Compare } from './compare.tsx';
import { usePrinting } from './printing.ts';
import { type Kept, useResults } from './refresh.ts';
import { anchorOf, Download, ResultSection } from './result-section.tsx';

export function Results({ code, first }: { readonly code: string; readonly first: ResultsView }) {
  const kept = useResults(code, first);
  const { results, state } = kept;
  useEffect(() => {
    document.title = fill(words.resultsOf, { title: first.title });
    wear(first.look);
  }, [first]);
  usePrinting(first.look);
  if (state !== 'fresh' && state !== 'lost') return <Refused reason={state} link="results" />;
  const { activities } = results;
  return (
    <main class="report">
      <Head code={code} kept={kept} />
      {results.participants === 0 && <p class="none">{words.noResults}</p>}
      {activities.length > 1 && <Overview results={results} />}
      {activities.map((activity, index) => (
        <ResultSection
          key={activity.id}
          code={code}
          activity={activity}
          number={index + 1}
          now={results.now}
          by={results.compare}
          lang={results.lang}
        />
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

const picturesDownload = ['pictures.zip', words.downloadPictures] as const;

function Head({ code, kept }: { readonly code: string; readonly kept: Kept }) {
  const { title, lang, startedAt, endedAt, participants, activities, retain } = kept.results;
  const facts = [
    [words.began, dateAndTime(startedAt)],
    [words.endedWhen, endedAt === null ? words.stillRunning : dateAndTime(endedAt)],
    [words.participants, participants],
    [words.questions, activities.length],
    [words.joinCode, kept.results.code],
    ...(retain === null ? [] : [[words.kept, count(words.keptFor, retain)] as const]),
  ] as const;
  const hasPictures = activities.some(({ pictures }) => pictures > 0);
  const { chosen } = kept.results.compare;
  // The report has what the page shows.
  const by = chosen === null ? '' : `?by=${encodeURIComponent(chosen)}`;
  return (
    <header>
      <p class="kicker">{words.resultsTitle}</p>
      <h1 lang={lang} dir="auto">
        {title}
      </h1>
      <dl class="facts">
        {facts.map(([name, fact]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd class="figures">{fact}</dd>
          </div>
        ))}
      </dl>
      <ul class="downloads" aria-label={words.downloads}>
        {[...downloads, ...(hasPictures ? [picturesDownload] : [])].map(([file, name]) => (
          <li key={file}>
            <Download href={`/${code}/${file}${file === 'results.html' ? by : ''}`} name={name} />
          </li>
        ))}
        <li>
          <a href={`/${code}/print`}>{words.printDeck}</a>
        </li>
      </ul>
      <Freshness kept={kept} />
      <Compare code={code} kept={kept} />
    </header>
  );
}

/** The time changes every few seconds and is not read aloud; that the server is gone is. */
function Freshness({ kept: { results, state, refresh } }: { readonly kept: Kept }) {
  const time = new Date(results.now).toLocaleTimeString(undefined, {
    hour: 'numeric',
    minute: '2-digit',
    second: '2-digit',
  });
  return (
    <p class="freshness">
      <span role="status" class="stale">
        {state === 'lost' && fill(words.notUpToDate, { time })}
      </span>
      {state === 'fresh' && <span class="figures">{fill(words.lastUpdate, { time })}</span>}
      <button type="button" onClick={refresh}>
        {words.refresh}
      </button>
    </p>
  );
}

function Overview({ results: { activities, lang } }: { readonly results: ResultsView }) {
  return (
    <nav class="overview" aria-labelledby="overview-title">
      <h2 id="overview-title">{words.overview}</h2>
      <ol lang={lang}>
        {activities.map((activity) => (
          <li key={activity.id}>
            <a href={`#${anchorOf(activity.id)}`} dir="auto">
              {activity.question}
            </a>
            <span class="figures" lang="en">
              {count(words.answered, answersOf(activity))}
              {activity.rounds.length > 1 && `, ${count(words.rounds, activity.rounds.length)}`}
            </span>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function answersOf({ rounds }: ResultsActivity): number {
  return rounds.reduce((sum, { answered }) => sum + answered, 0);
}

function dateAndTime(at: number): string {
  return new Date(at).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });
}
