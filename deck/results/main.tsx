/** The results page: overview, downloads, and a section for each activity, as a good printed report has them. */
import { render } from 'preact';
import '../deck.css';
import { codeOfPage, tradeKey } from '../key.ts';
import { Refused, Unreachable } from '../messages.tsx';
import './results.css';
import './compare.css';
import { fetchResults } from './fetch-results.ts';
import { Results } from './results.tsx';

const tryAgainAfter = 2_000;
const root = document.querySelector('#page');
if (root) void start(root);

async function start(page: Element): Promise<void> {
  const code = codeOfPage();
  const trade = await tradeKey(code);
  const first = trade === 'unreachable' ? 'unreachable' : await fetchResults(code);
  if (first === 'unreachable') {
    render(<Unreachable />, page);
    setTimeout(() => void start(page), tryAgainAfter);
  } else if (typeof first === 'string') {
    render(<Refused reason={first} link="results" />, page);
  } else {
    render(<Results code={code} first={first} />, page);
  }
}
