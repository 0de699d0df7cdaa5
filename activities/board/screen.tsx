/** Board on screens: cards in their boxes, groups framed and named; a card, a group or a box can be looked at alone. */
import { useRef, useState } from 'preact/hooks';
import type { ScreenViewProps } from '../views.ts';
import '../look/chart.css';
import { useGlide } from '../look/move.ts';
import { Spotlight } from '../look/spotlight.tsx';
import { Foot, FormerCount, Waiting } from '../look/waiting.tsx';
import { count, fill } from '../words/say.ts';
import { words } from '../words/screen.ts';
import { BoxView } from './box.tsx';
import { boxesOf, contentOf, crowdOf } from './boxes.ts';
import { useCanvas } from './canvas.ts';
import type { BoardOptions } from './options.ts';
import type { BoardCard, BoardGroup, BoardRevealed } from './reveal.ts';
import './screen.css';

type Props = ScreenViewProps<BoardOptions, BoardRevealed>;

const noCards: readonly BoardCard[] = [];
const noGroups: readonly BoardGroup[] = [];

export function BoardScreen({ id, options, revealed, earlier, rule }: Props) {
  const { people, cards = noCards, groups = noGroups, all = 0 } = revealed;
  /** A card or group that is in the light. */
  const [lit, setLit] = useState<string>();
  /** A box that has the chart for itself. */
  const [alone, setAlone] = useState<string>();
  const every = boxesOf(options, revealed);
  const boxes = every.some((box) => box.id === alone) ? every.filter((box) => box.id === alone) : every;
  const { ref, out } = useCanvas(contentOf(boxes));
  const body = useRef<HTMLDivElement>(null);
  useGlide(body);
  const hiddenIn = (box: (typeof boxes)[number]) => box.all - box.drawn + (out[box.id] ?? 0);
  const hidden = boxes.reduce((sum, box) => sum + hiddenIn(box), 0);
  const litCard = cards.find(({ key }) => key === lit);
  const litGroup = groups.find((group) => group.id === lit);
  const waiting = <Waiting people={people} quiet={rule !== undefined} coming={words.cardsComing} />;
  return (
    <div class="chart board">
      <div class="chart-body" ref={body}>
        {all === 0 && every.length === 1 && waiting}
        <div
          class="board-canvas"
          ref={ref}
          data-boxes={boxes.length}
          data-dim={litCard !== undefined || litGroup !== undefined}
          data-crowd={crowdOf(boxes)}
        >
          {boxes.map((box, index) => (
            <BoxView
              key={box.id}
              id={`${id}-${box.id}`}
              box={box}
              options={options}
              hidden={hiddenIn(box)}
              isAlone={box.id === alone}
              light={setLit}
              toggle={() => setAlone(box.id === alone ? undefined : box.id)}
            >
              {all === 0 && every.length > 1 && index === 0 && waiting}
            </BoxView>
          ))}
        </div>
        {litCard && (
          <Spotlight content={litCard.text} close={() => setLit(undefined)}>
            {litCard.text}
          </Spotlight>
        )}
        {litGroup && (
          <GroupLight
            group={litGroup}
            cards={cards.filter(({ group }) => group === litGroup.id)}
            close={() => setLit(undefined)}
          />
        )}
      </div>
      <Foot people={people}>
        {all > 0 && <span>{count(words.cards, all)}</span>}
        {every.length === 1 && hidden > 0 && <span>{fill(words.moreCards, { number: hidden })}</span>}
        <FormerCount earlier={earlier} />
      </Foot>
    </div>
  );
}

interface GroupLightProps {
  readonly group: BoardGroup;
  readonly cards: readonly BoardCard[];
  close(): void;
}

function GroupLight({ group, cards, close }: GroupLightProps) {
  return (
    <Spotlight content={[group.name, ...cards.map(({ text }) => text)].join('\n')} close={close}>
      <span class="board-light-name" dir="auto">
        {group.name}
      </span>
      {cards.map(({ key, text }) => (
        <span key={key} class="board-light-card" dir="auto">
          {text}
        </span>
      ))}
    </Spotlight>
  );
}
