/** Starts the room screen: trades the key of the link, connects, and says in words what is missing otherwise. */
import { render } from 'preact';
import { wear } from '../../activities/look/wear.ts';
import { connectRoom } from '../connection.ts';
import '../deck.css';
import { codeOfPage, tradeKey } from '../key.ts';
import { Refused, Unreachable } from '../messages.tsx';
import './code.css';
import './room.css';
import './slides.css';
import { Room } from './room.tsx';

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
  const connection = connectRoom(code);
  function Page() {
    const state = connection.state.value;
    if (state.is === 'refused') {
      // The page of a deck has its look; this one has ours.
      wear({ theme: 'paper' });
      return <Refused reason={state.reason} link="room" />;
    }
    return <Room code={code} connection={connection} />;
  }
  render(<Page />, page);
}
