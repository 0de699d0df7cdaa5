/** Starts the console: trades the key of the link, connects, and says in words what is missing otherwise. */
import { render } from 'preact';
import { connectPresenter } from '../connection.ts';
import '../deck.css';
import { codeOfPage, tradeKey } from '../key.ts';
import { Refused, Unreachable } from '../messages.tsx';
import '../room/code.css';
import '../room/slides.css';
import { Console } from './console.tsx';
import './present.css';

const tryAgainAfter = 2_000;
const root = document.querySelector('#page');
if (root) void start(root);

async function start(page: Element): Promise<void> {
  const code = codeOfPage();
  const trade = await tradeKey(code);
  if (trade === 'unreachable') {
    render(<Unreachable />, page);
    setTimeout(() => void start(page), tryAgainAfter);
    return;
  }
  const connection = connectPresenter(code);
  function Page() {
    const state = connection.state.value;
    if (state.is === 'refused') return <Refused reason={state.reason} link="present" />;
    return <Console code={code} connection={connection} />;
  }
  render(<Page />, page);
}
