/** Text on screens: a wall of cards. The newest enter at the top, older ones condense; one can be put in the light. */
import { useMemo, useRef, useState } from 'preact/hooks';
import type { ScreenViewProps } from '../views.ts';
import '../look/chart.css';
import { useGlide } from '../look/move.ts';
import { Spotlight } from '../look/spotlight.tsx';
import { Foot, FormerCount, Waiting } from '../look/waiting.tsx';
import { words } from '../words/screen.ts';
import type { TextEntry, TextOptions, TextRevealed } from './model.ts';
import './screen.css';
import { columnsFor, hang } from './wall.ts';

type Props = ScreenViewProps<TextOptions, TextRevealed>;

/** More cards than these would hang below the screen's edge. */
const cardsPerColumn = 8;
/** So many cards hang in full. */
const roomForAll = 12;
const none: readonly TextEntry[] = [];

export function TextScreen({ revealed, earlier, rule }: Props) {
  const entries = revealed.entries ?? none;
  const [lit, setLit] = useState<string>();
  const columns = useWall(entries);
  const wall = useRef<HTMLDivElement>(null);
  useGlide(wall);
  const inTheLight = entries.find((entry) => entry.key === lit);
  // As long as there is room for all, none condenses.
  const size = entries.length <= roomForAll ? roomForAll : columns.length * 2;
  const fresh = new Set(entries.slice(0, size).map((entry) => entry.key));
  return (
    <div class="chart text">
      <div class="chart-body">
        {entries.length === 0 && (
          <Waiting people={revealed.people} quiet={rule !== undefined} coming={words.textsComing} />
        )}
        <div class="wall" ref={wall} data-columns={columns.length} data-dim={inTheLight !== undefined}>
          {columns.map((cards, column) => (
            <ul key={`column ${column + 1}`} class="wall-column">
              {cards.map((card) => (
                <li key={card.key} class="wall-card" data-key={card.key} data-fresh={fresh.has(card.key)}>
                  <button type="button" dir="auto" onClick={() => setLit(card.key)}>
                    <span>{card.text}</span>
                  </button>
                </li>
              ))}
            </ul>
          ))}
        </div>
        {inTheLight && (
          <Spotlight content={inTheLight.text} close={() => setLit(undefined)}>
            {inTheLight.text}
          </Spotlight>
        )}
      </div>
      <Foot people={revealed.people}>
        <FormerCount earlier={earlier} />
      </Foot>
    </div>
  );
}

function useWall(entries: readonly TextEntry[]) {
  const places = useRef<ReadonlyMap<string, number>>(new Map());
  const count = columnsFor(entries.length);
  return useMemo(() => {
    const wall = hang(entries, count, places.current);
    places.current = wall.places;
    return wall.columns.map((column) => column.slice(0, cardsPerColumn));
  }, [entries, count]);
}
