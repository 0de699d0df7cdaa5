/** The results page: overview, downloads, and a section for each activity, as a good printed report has them. */
import type { ResultsView } from '../../protocol/views.ts';
import { fetchView } from '../api.ts';
import { Refused } from '../messages.tsx';
import { startPage } from '../start.tsx';
import './results.css';
import './compare.css';
import { Results } from './results.tsx';

void startPage(async (code) => {
  const first = await fetchView<ResultsView>(code, 'results/view');
  if (first === 'unreachable') return first;
  if (typeof first === 'string') return <Refused reason={first} link="results" />;
  return <Results code={code} first={first} />;
});
