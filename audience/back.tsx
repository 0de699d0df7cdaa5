/** The way back from a standing activity: it says what the live question is, and stands out when that is a new one. */
import { words } from '../activities/words/phone.ts';
import type { PhoneActivity, PhoneView } from '../protocol/views.ts';
import { isAskedAgain } from './news.ts';

interface BackProps {
  readonly live: readonly PhoneActivity[];
  /** The view in which the standing activity was opened: what was live then has been seen. */
  readonly since: PhoneView;
  readonly lang: string;
  go(): void;
}

export function Back({ live, since, lang, go }: BackProps) {
  const isNew = ({ id }: PhoneActivity) => !since.activities.some((each) => each.live && each.id === id);
  const again = live.find((activity) => isAskedAgain(since, activity));
  const news = live.find(isNew) ?? again;
  const shown = news ?? live[0];
  const said = !news ? words.backToLive : news === again ? words.askedAgain : words.newQuestion;
  return (
    // Drawn anew for each question, so that it slides in.
    <button
      type="button"
      key={news && `${news.id} ${news.round}`}
      class="back"
      data-news={news !== undefined}
      onClick={go}
    >
      <span class="back-sign" aria-hidden="true">
        ←
      </span>
      <span class="back-words">
        <span class="back-label">{shown ? said : words.cardBack}</span>{' '}
        {shown && (
          <span class="back-question" lang={lang} dir="auto">
            {shown.question}
          </span>
        )}
      </span>
    </button>
  );
}
