/** One live result alone, for other slide tools and streaming software. `?background=none` leaves the ground clear. */
import { wear } from '../../activities/look/wear.ts';
import { fetchDeck } from '../api.ts';
import { connectEmbed } from '../connection.ts';
import { Countdown } from '../countdown.tsx';
import { secretIn, tradeKey } from '../key.ts';
import { Refused } from '../messages.tsx';
import { Result } from '../mount.tsx';
import { startPage } from '../start.tsx';
import './embed.css';

const [, , , activity = ''] = location.pathname.split('/').map(decodeURIComponent);
// In a foreign frame the browser keeps no cookie of ours: there the key stays in the frame's address, which nobody sees.
const secret = window.top === window ? undefined : secretIn(location.hash);
const key = secret && 'key' in secret ? secret.key : undefined;

void startPage(
  (code) => {
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
    return <Page />;
  },
  async (code) => (key === undefined ? tradeKey(code) : 'none'),
);
