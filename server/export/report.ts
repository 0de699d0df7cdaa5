/** The printable report: every result in words, as bars and as a table, in one HTML file that needs nothing else. */
import type { Description } from '../../activities/kind.ts';
import { askedModelOf } from '../../activities/models.ts';
import { projectResults } from '../session/project.ts';
import type { State } from '../session/state.ts';
import { foldTally } from '../session/tally.ts';
import { type Only, toTheMinute } from './rows.ts';

export function report(state: State, only: Only = {}): string {
  const results = projectResults(state, foldTally, { now: state.endedAt ?? state.startedAt });
  const sections = results.activities
    .filter(({ id, kind }) => askedModelOf(kind) && (only.activity === undefined || only.activity === id))
    .map(({ question, kind, rounds, current }) => {
      const parts = rounds.map(({ round, answered, description }) => {
        const title = rounds.length > 1 ? `<h3>Round ${round}</h3>` : '';
        return `${title}<p>${escaped(description.sentence)}</p>${table(description)}`;
      });
      const note = current ? '' : ' <span class="soft">(no longer in the session file)</span>';
      return `<section><p class="kind">${escaped(kind)}</p><h2 dir="auto">${escaped(question)}${note}</h2>${parts.join('')}</section>`;
    });
  const ended = results.endedAt === null ? 'still running' : `ended ${written(results.endedAt)}`;
  return `<!doctype html>
<html lang="${escaped(results.lang)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(results.title)}: results</title><style>${style}</style></head>
<body><main><header><h1 dir="auto">${escaped(results.title)}</h1>
<p>Session ${escaped(results.code)}, started ${written(results.startedAt)}, ${ended}. ${results.participants} ${results.participants === 1 ? 'participant' : 'participants'}, ${sections.length} ${sections.length === 1 ? 'activity' : 'activities'}.</p></header>
${sections.join('\n')}</main></body></html>
`;
}

function written(at: number): string {
  return toTheMinute(at).replace('T', ' ').replace('Z', ' UTC');
}

/** Where the second column counts something, a bar stands beside the number. */
function table({ table: { head, rows } }: Description): string {
  if (rows.length === 0) return '';
  const most = Math.max(...rows.map((row) => (typeof row[1] === 'number' ? row[1] : 0)));
  const body = rows.map((row) => {
    const cells = row.map((cell, index) => {
      const number = typeof cell === 'number';
      const bar =
        index === 1 && number && most > 0
          ? `<span class="bar" style="width:${Math.round((cell / most) * 100)}%"></span>`
          : '';
      return `<td${number ? ' class="number"' : ''} dir="auto">${escaped(String(cell))}${bar}</td>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  const titles = head.map((title) => `<th scope="col">${escaped(title)}</th>`);
  return `<table><thead><tr>${titles.join('')}</tr></thead><tbody>${body.join('')}</tbody></table>`;
}

function escaped(text: string): string {
  return text.toWellFormed().replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

const style = `
:root{color-scheme:light;--ink:#1f2430;--soft:#565b66;--line:#d9d2c4;--accent:#0f6472}
body{margin:0;background:#fff;color:var(--ink);font:16px/1.5 system-ui,sans-serif}
main{max-width:46rem;margin:0 auto;padding:3rem 1.5rem}
h1{font-size:2rem;line-height:1.15;margin:0 0 .5rem}h2{font-size:1.3rem;margin:.1rem 0 .5rem}h3{font-size:1rem;margin:1rem 0 .25rem}
section{break-inside:avoid;border-top:1px solid var(--line);margin-top:2rem;padding-top:1.25rem}
.kind,.soft{color:var(--soft);font-size:.875rem;margin:0}
table{border-collapse:collapse;width:100%;margin-top:.75rem;font-size:.9375rem}
th{text-align:start;font-weight:600}td,th{padding:.3rem .75rem .3rem 0;border-bottom:1px solid var(--line);vertical-align:top}
.number{font-variant-numeric:tabular-nums;white-space:nowrap}
.bar{display:block;height:.4rem;min-width:1px;background:var(--accent);border-radius:1rem;margin-top:.2rem;print-color-adjust:exact;-webkit-print-color-adjust:exact}
td:nth-child(2){min-width:7rem}
@media print{main{padding:0}}`;
