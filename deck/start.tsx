/** Starts the page of a screen: trades the key of its link, and tries again while the server is out of reach. */
import { render, type VNode } from 'preact';
import './deck.css';
import { codeOfPage, tradeKey } from './key.ts';
import { Unreachable } from './messages.tsx';

/** Milliseconds to the next attempt. */
const tryAgainAfter = 2_000;

/** `open` makes the page of a session, or says that the server cannot be reached. */
export async function startPage(
  open: (code: string) => VNode | Promise<VNode | 'unreachable'>,
  trade: typeof tradeKey = tradeKey,
): Promise<void> {
  const page = document.querySelector('#page');
  if (!page) return;
  const code = codeOfPage();
  const opened = (await trade(code)) === 'unreachable' ? 'unreachable' : await open(code);
  if (opened !== 'unreachable') return render(opened, page);
  render(<Unreachable />, page);
  setTimeout(() => void startPage(open, trade), tryAgainAfter);
}
