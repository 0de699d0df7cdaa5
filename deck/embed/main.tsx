/** One live result alone, for other slide tools and streaming software. `?background=none` leaves the ground clear. */
import { render } from 'preact';
import { wear } from '../../activities/look/wear.ts';
import { fetchDeck } from '../api.ts';
import { connectEmbed } from '../connection.ts';
import { Countdown } from '../countdown.tsx';
import '../deck.css';
import { codeOfPage, secretIn, tradeKey } from '../key.ts';
import { Refused, Unreachable } from '../messages.tsx';
import { Result } from '../mount.tsx';
import './embed.css';

const tryAgainAfter = 2_000;
const root = document.querySelector('#page');
if (root) void start(root);

async function start(page: Element): Promise<void> {
  const code = codeOfPage();
  const [, , , activity = ''] = location.pathname.split('/').map(decodeURIComponent);
  // In a foreign frame the browser keeps no cookie of ours: there the key stays in the frame's address, which nobody sees.
  const framed = window.top !== window;
  const secret = secretIn(location.hash);
  const key = framed && secret && 'key' in secret ? secret.key : undefined;
  const trade = key === undefined ? await tradeKey(code) : 'none';
  if (trade === 'unreachable') {
    render(<Unreachable />, page);
    setTimeout(() => void start(page), tryAgainAfter);
    return;
  }
  if (new URLSearchParams(location.search).get('background') === 'none') {
    document.documentElement.dataset.background = 'none';
  }
  const connection = connectEmbed(code, activity, key);
  fetchDeck(code, key).then(
    ({ look }) => wear(look),
    // Without the deck's look the default one stands; the connection says what is wrong, if anything is.
    () => {},
  );
  function Page() {
    const state = connection.state.value;
    const shown = connection.view.value;
    if (state.is === 'refused') return <Refused reason={state.reason} link="room" />;
    if (!shown) return null;
    return (
      <main class="embed">
        <header>
          <h1>{shown.question}</h1>
          {shown.time !== null && (
            <div class="embed-time">
              <Countdown activities={[shown]} now={shown.now} />
            </div>
          )}
        </header>
        <div class="embed-result">
          <Result
            activity={shown}
            revealed={shown.revealed}
            earlier={shown.earlier}
            results={shown.visible}
            now={shown.now}
          />
        </div>
      </main>
    );
  }
  render(<Page />, page);
}
