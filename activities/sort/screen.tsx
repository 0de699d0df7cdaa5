/** Sort on screens: one bar for each card, parted as the room put it into the bins. */
import { percent } from '../figure.ts';
import type { ScreenViewProps } from '../views.ts';
import '../look/chart.css';
import { useFit } from '../look/fit.ts';
import { useGlide } from '../look/move.ts';
import { ResultTable } from '../look/result-table.tsx';
import { roundsOf } from '../look/rounds.ts';
import { FirstRound, Foot, Waiting } from '../look/waiting.tsx';
import { words } from '../words/screen.ts';
import { fullest, type SortedCard, type SortOptions, type SortRevealed, sort } from './model.ts';
import './screen.css';

type Props = ScreenViewProps<SortOptions, SortRevealed>;

/** More cards than this stand in two columns. */
const oneColumn = 14;
/** With no more cards than this bars are thicker. */
const few = 3;
/** With more rows than this there is no height to spare. */
const dense = 9;

export function SortScreen({ question, options, revealed, earlier, rule }: Props) {
  const { first, drawn } = roundsOf(revealed, earlier, ({ cards }) => cards !== undefined);
  // In two columns there is no room beside the cards: the line below says what to do.
  const isCrowded = options.cards.length > oneColumn;
  return (
    <div class="chart sort">
      <div class="chart-body sort-body" aria-hidden="true">
        <Bins options={options} />
        <Rows
          options={options}
          cards={drawn === 'result' ? revealed.cards : undefined}
          first={first?.cards}
        />
        {drawn === 'waiting' && !isCrowded && (
          <div class="sort-waiting">
            <Waiting people={revealed.people} quiet={rule !== undefined} />
          </div>
        )}
      </div>
      <Foot people={revealed.people} drawn={drawn}>
        {isCrowded && drawn === 'waiting' && revealed.people === 0 && (
          <span>{rule ? words.noAnswers : words.scanToAnswer}</span>
        )}
        {first && <FirstRound sign="bar" />}
      </Foot>
      {revealed.cards && <ResultTable question={question} description={sort.describe(options, revealed)} />}
      {first && (
        <ResultTable
          question={`${question} (${words.firstRound})`}
          description={sort.describe(options, first)}
        />
      )}
    </div>
  );
}

/** Which look is which bin, in the order in which they stand in each bar. */
function Bins({ options }: { options: SortOptions }) {
  return (
    <ul class="sort-bins">
      {options.into.map(({ id, text }, index) => (
        <li key={id}>
          <i class="sort-fill" data-bin={index + 1} />
          <span dir="auto">{text}</span>
        </li>
      ))}
    </ul>
  );
}

interface RowsProps {
  readonly options: SortOptions;
  /** Undefined without answers: the cards have their places and no bars. */
  readonly cards: readonly SortedCard[] | undefined;
  readonly first: readonly SortedCard[] | undefined;
}

function Rows({ options, cards, first }: RowsProps) {
  const shown = cards ?? first ?? options.cards;
  const columns = shown.length > oneColumn ? 2 : 1;
  const texts = options.cards.map(({ text }) => text).join('\n');
  const ref = useFit<HTMLUListElement>(`${texts}\n${first !== undefined}`);
  // Cards overtake one another where those stand first that people agree on.
  useGlide(ref);
  return (
    <ul
      class="sort-rows"
      ref={ref}
      data-columns={columns}
      data-few={shown.length <= few}
      data-dense={Math.ceil(shown.length / columns) > dense}
      style={{ '--rows': Math.ceil(shown.length / columns) }}
    >
      {shown.map((card) => {
        const now = cards?.find(({ id }) => id === card.id);
        const before = first?.find(({ id }) => id === card.id);
        return (
          <li key={card.id} class="sort-row" data-key={card.id}>
            <span class="sort-text" dir="auto">
              {card.text}
            </span>
            <span class="sort-plot" data-empty={now === undefined}>
              {before && <Split key="first" options={options} card={before} former />}
              {/* The first round's bar is the same one in a later round, so it is seen to grow thin. */}
              {(now || before) && (
                <Split key={before ? 'later' : 'first'} options={options} card={now ?? nobody} />
              )}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** A later round that nobody has answered yet. */
const nobody = { counts: [], people: 0 };

interface SplitProps {
  readonly options: SortOptions;
  readonly card: Pick<SortedCard, 'counts' | 'people'>;
  /** Of the first round: thin, and without numbers. */
  readonly former?: boolean;
}

/** The share stands in each part that is wide enough for it, the bin's name in the widest. */
function Split({ options, card: { counts, people }, former = false }: SplitProps) {
  const leading = fullest({ counts });
  return (
    <span class={former ? 'sort-split sort-former' : 'sort-split'}>
      {options.into.map(({ id, text }, index) => {
        const share = (counts[index] ?? 0) / Math.max(1, people);
        return (
          <span
            key={id}
            class="sort-part sort-fill"
            data-bin={index + 1}
            data-none={share === 0}
            data-most={leading.includes(index)}
            style={{ '--share': share }}
          >
            {!former && (
              <span class="sort-label">
                <b>{percent(share)}</b>
                {leading.includes(index) && <span dir="auto">{text}</span>}
              </span>
            )}
          </span>
        );
      })}
    </span>
  );
}
