/** All slides below each other with their results as they stand, to be printed: one slide a sheet. */
import { render } from 'preact';
import { isRefusal } from '../../protocol/refusals.ts';
import type { PrintView } from '../../protocol/views.ts';
import '../deck.css';
import { codeOfPage, tradeKey } from '../key.ts';
import { Refused, Unreachable } from '../messages.tsx';
import '../room/code.css';
import '../room/slides.css';
import './print.css';
import { PrintedDeck } from './printed-deck.tsx';

const root = document.querySelector('#page');
if (root) void start(root);

async function start(page: Element): Promise<void> {
  const code = codeOfPage();
  if ((await tradeKey(code)) === 'unreachable') return render(<Unreachable />, page);
  const response = await fetch(`/${code}/print/view`, { cache: 'no-store' });
  if (response.ok) {
    const view: PrintView = await response.json();
    return render(<PrintedDeck view={view} />, page);
  }
  const { refused }: { refused?: unknown } = await response.json();
  render(<Refused reason={isRefusal(refused) ? refused : 'internal'} link="results" />, page);
}
