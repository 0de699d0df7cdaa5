/**
 * The printable report: every result in words, as a table and as bars beside the counts, in one HTML file that needs
 * nothing else. It runs no script, and its own policy lets it run none.
 */
import { createHash } from 'node:crypto';
import type { Description } from '../../activities/kind.ts';
import { comparing, type Parts } from '../session/cut.ts';
import { peopleIn } from '../session/removal.ts';
import type { State } from '../session/state.ts';
import { type Only, written } from './answers.ts';
import { comparisonOf } from './cross.ts';
import { bytesOf } from './pieces.ts';
import { type Summary, summariesOf } from './summary.ts';

export async function* report(state: State, only: Only): AsyncGenerator<Uint8Array> {
  yield* bytesOf(pieces(state, await summariesOf(state, only), comparing(state, only.by).parts));
}

function* pieces(state: State, summaries: readonly Summary[], parts: Parts | undefined): Generator<string> {
  yield head(state);
  yield overview(state, summaries);
  for (const [index, { activity, rounds }] of summaries.entries()) {
    const { kind, question } = activity.definition;
    const dropped = activity.current ? '' : ', no longer in the session file';
    yield `<section id="activity-${index + 1}"><p class="soft">${escaped(kind)}${dropped}</p>`;
    yield `<h2${textOf(state)}>${escaped(question)}</h2>\n`;
    for (const { round, description } of rounds) {
      const title = activity.rounds.length > 1 ? `Round ${round}` : '';
      yield `${title && `<h3>${title}</h3>`}<p dir="auto">${escaped(description.sentence)}</p>\n`;
      const caption = `${question}${title && `, ${title}`}`;
      yield* table(description, caption);
      const comparison = comparisonOf(activity, round, parts);
      if (!comparison) continue;
      const by = `By “${parts?.activity.definition.question ?? ''}”`;
      yield `<p class="by" dir="auto">${escaped(by)}</p>\n`;
      yield* table(comparison, `${caption} ${by}`);
      if (comparison.sentence !== '')
        yield `<p class="soft" dir="auto">${escaped(comparison.sentence)}</p>\n`;
    }
    yield '</section>\n';
  }
  yield '</main></body></html>\n';
}

function head(state: State): string {
  const hash = createHash('sha256').update(style).digest('base64');
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(titleOf(state))}: results</title><style>${style}</style></head>\n`;
}

function overview(state: State, summaries: readonly Summary[]): string {
  const ended = state.endedAt === null ? 'still running' : `ended ${read(state.endedAt)}`;
  const people = counted(peopleIn(state), 'participant', 'participants');
  const lines = summaries.map(({ activity: { definition, rounds } }, index) => {
    const answers = rounds.map(({ responses }) => responses.size).join(' + ');
    return `<tr><td${textOf(state)}><a href="#activity-${index + 1}">${escaped(definition.question)}</a></td><td class="number">${answers}</td></tr>`;
  });
  return `<body><main><header><h1${textOf(state)}>${escaped(titleOf(state))}</h1>
<p>Session ${escaped(state.code ?? '')}, started ${read(state.startedAt)}, ${ended}. ${people} answered.</p>
<table class="contents"><thead><tr><th scope="col">Question</th><th scope="col" class="number">Answers</th></tr></thead><tbody>${lines.join('\n')}</tbody></table></header>\n`;
}

/** A bar stands beside the figure that the kind says, else beside the second column where that counts something. */
function* table(description: Description, caption: string): Generator<string> {
  const { head, rows } = description.table;
  if (rows.length === 0) return;
  const { column: barred, shares } = description.bars ?? countsIn(description.table);
  const hasBars = shares.some((share) => share !== null);
  const numeric = head.map((_, column) => rows.every((row) => typeof row[column] === 'number'));
  const titles = head.map((title, column) => {
    const bar = column === barred && hasBars ? '<td></td>' : '';
    return `<th scope="col"${numeric[column] ? ' class="number"' : ''}>${escaped(title)}</th>${bar}`;
  });
  // Many columns are wider than a phone: such a table scrolls on its own, also by keyboard.
  const isWide = head.length > 4;
  const label = escaped(caption);
  if (isWide) yield `<div class="wide" role="group" tabindex="0" aria-label="${label}">`;
  yield `<table><caption>${label}</caption><thead><tr>${titles.join('')}</tr></thead><tbody>\n`;
  for (const [line, row] of rows.entries()) {
    const cells = row.map((cell, column) => {
      const text = escaped(String(cell));
      if (column === 0)
        return head.length > 1 ? `<th scope="row"><bdi>${text}</bdi></th>` : `<td dir="auto">${text}</td>`;
      const bar = column === barred && hasBars ? drawn(shares[line] ?? null) : '';
      return `<td${numeric[column] ? ' class="number"' : ''}>${text}</td>${bar}`;
    });
    yield `<tr>${cells.join('')}</tr>\n`;
  }
  yield `</tbody></table>${isWide ? '</div>' : ''}\n`;
}

/** Counts beside one another; no bars where a cell of the second column is no count, or all are zero. */
function countsIn({ rows }: Description['table']): NonNullable<Description['bars']> {
  const counts = rows.map(([, count]) => (typeof count === 'number' && count >= 0 ? count : Number.NaN));
  const most = Math.max(...counts);
  return { column: 1, shares: counts.map((count) => (most > 0 ? count / most : null)) };
}

/** `share` is from 0 to 1; null keeps the cell empty. */
function drawn(share: number | null): string {
  if (share === null) return '<td></td>';
  const width = Math.round(share * 1000) / 10;
  return `<td class="bar"><svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect width="${width}" height="10"/></svg></td>`;
}

function titleOf(state: State): string {
  return state.definition?.title ?? '';
}

/** The report speaks English, what the author wrote has the session's language. */
function textOf(state: State): string {
  return ` lang="${escaped(state.definition?.lang ?? 'en')}" dir="auto"`;
}

function read(at: number): string {
  return written(at).replace('T', ' ').replace('Z', ' UTC');
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

function escaped(text: string): string {
  return text
    .toWellFormed()
    .replaceAll('\0', '\uFFFD')
    .replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

const style = `
:root{color-scheme:light;--ink:#1f2430;--soft:#565b66;--line:#d9d2c4;--accent:#0f6472}
body{margin:0;background:#fff;color:var(--ink);font:16px/1.5 system-ui,sans-serif}
main{max-width:46rem;margin:0 auto;padding:3rem 1.5rem}
h1{font-size:2rem;line-height:1.15;margin:0 0 .5rem}
h2{font-size:1.3rem;line-height:1.25;margin:.1rem 0 .5rem}
h3{font-size:1rem;margin:1.25rem 0 .25rem}
h1,h2,p,td{overflow-wrap:break-word}
td[dir],[scope=row]{overflow-wrap:anywhere}
[scope=row]{min-width:5.5rem}
.wide{overflow-x:auto;position:relative}
section{border-top:1px solid var(--line);margin-top:2rem;padding-top:1.25rem}
.by{font-weight:600;margin:1.25rem 0 0;break-after:avoid}
.soft{color:var(--soft);font-size:.875rem;margin:0}
a{color:inherit;text-decoration-color:var(--line);text-underline-offset:.2em}
table{border-collapse:collapse;width:100%;margin-top:.75rem;font-size:.9375rem}
caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
td,th{padding:.35rem 1rem .35rem 0;border-bottom:1px solid var(--line);vertical-align:top;text-align:start;font-weight:400}
thead th{font-weight:600}
.number{text-align:end;font-variant-numeric:tabular-nums;white-space:nowrap;width:1%}
.bar{width:40%;min-width:3rem}
.wide .bar{width:16%}
.wide [scope=row]{min-width:9rem}
.bar svg{display:block;width:100%;height:.75rem;margin-top:.35rem;fill:var(--accent)}
@media (max-width:30rem){main{padding:1.5rem 1rem}.bar{width:22%}td,th{padding-inline-end:.75rem}}
@media print{.wide{overflow:visible}main{max-width:none;padding:0}h1,h2,h3{break-after:avoid}tr{break-inside:avoid}section{break-before:auto}a{text-decoration:none}}
@page{margin:18mm}`;
