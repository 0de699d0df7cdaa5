/** Poll on screens: a bar for each answer, in the author's order; a few answers with pictures stand as cards. */

import { type Bar, Bars } from '../look/bars.tsx';
import { pictureAt } from '../look/picture.ts';
import type { ScreenViewProps } from '../views.ts';
import '../look/chart.css';
import { ResultTable } from '../look/result-table.tsx';
import { type Drawn, roundsOf } from '../look/rounds.ts';
import { FirstRound, Foot, Waiting } from '../look/waiting.tsx';
import type { Wording } from '../wordings.ts';
import { fill } from '../words/say.ts';
import { words } from '../words/screen.ts';
import { Cards } from './cards.tsx';
import { type PollOptions, type PollRevealed, poll } from './model.ts';
import './screen.css';

type Props = ScreenViewProps<PollOptions, PollRevealed>;

/** So many cards have room for their pictures beside one another. */
const fewCards = 4;

export function PollScreen({ question, base, options, revealed, earlier, rule }: Props) {
  const { first, drawn } = roundsOf(revealed, earlier, ({ bars }) => bars !== undefined);
  const call =
    drawn === 'waiting' ? <Waiting people={revealed.people} quiet={rule !== undefined} /> : undefined;
  const bars = barsOf(options, revealed, { first, drawn }).map((bar) => {
    const image = options.answers.find(({ id }) => id === bar.id)?.image;
    return image ? { ...bar, picture: pictureAt(base, image.src) } : bar;
  });
  const asCards = bars.length <= fewCards && bars.every((bar) => 'picture' in bar);
  return (
    <div class="chart poll" data-many={options.answers.length > 8}>
      <div class="chart-body" aria-hidden="true">
        {asCards ? <Cards bars={bars} waiting={call} /> : <Bars bars={bars} />}
        {!asCards && call && <div class="bars-waiting">{call}</div>}
      </div>
      <Others texts={revealed.others ?? []} more={revealed.moreOthers ?? 0} />
      <Foot people={revealed.people} drawn={drawn}>
        {first && <FirstRound sign="bar" />}
      </Foot>
      {revealed.bars && <ResultTable question={question} description={poll.describe(options, revealed)} />}
      {first && (
        <ResultTable
          question={`${question} (${words.firstRound})`}
          description={poll.describe(options, first)}
        />
      )}
    </div>
  );
}

function barsOf(
  options: PollOptions,
  revealed: PollRevealed,
  { first, drawn }: { first: PollRevealed | undefined; drawn: Drawn },
): Bar[] {
  const shareBefore = (id: string) => first?.bars?.find((bar) => bar.id === id)?.share;
  // Without answers the rows stand as they will, so that the first bar grows where its answer was read.
  if (revealed.bars === undefined || drawn !== 'result') {
    const other = options.other ? [{ id: 'other', text: words.other }] : [];
    return [...options.answers, ...other].map(({ id, text }) => ({ id, text, before: shareBefore(id) }));
  }
  const most = Math.max(1, ...revealed.bars.map((bar) => bar.count));
  return revealed.bars.map(({ id, text, count, share }) => ({
    id,
    text,
    result: { count, share, most: count === most },
    before: shareBefore(id),
  }));
}

/** How many written answers a screen has room for. */
const othersShown = 12;

function Others({ texts, more }: { texts: readonly Wording[]; more: number }) {
  if (texts.length === 0) return null;
  const left = more + Math.max(0, texts.length - othersShown);
  return (
    <div class="poll-others">
      <span class="poll-others-name">{words.other}</span>
      <ul>
        {texts.slice(0, othersShown).map(({ key, text, count }) => (
          <li key={key} dir="auto">
            {count > 1 ? `${text} (${count})` : text}
          </li>
        ))}
        {left > 0 && <li>{fill(words.more, { number: left })}</li>}
      </ul>
    </div>
  );
}
