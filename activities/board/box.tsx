/** One box of a board on screens: its name, its groups, and its other cards as far as there is room. */
import type { ComponentChildren } from 'preact';
import { fill } from '../words/say.ts';
import { words } from '../words/screen.ts';
import type { Box } from './boxes.ts';
import { Card, Group } from './card.tsx';
import type { BoardOptions } from './options.ts';

interface BoxProps {
  readonly id: string;
  readonly box: Box;
  readonly options: BoardOptions;
  /** Cards for which there is no room. */
  readonly hidden: number;
  readonly isAlone: boolean;
  light(key: string): void;
  /** Gives the box the whole chart, or its place among the others again. */
  toggle(): void;
  /** Stands in it while there are no cards. */
  readonly children: ComponentChildren;
}

export function BoxView({ id, box, options, hidden, isAlone, light, toggle, children }: BoxProps) {
  const { text, hue, groups, cards } = box;
  const head = text !== '' && (
    <header class="board-head">
      <h3 id={id}>
        <button type="button" dir="auto" aria-expanded={isAlone} onClick={toggle}>
          {text}
        </button>
      </h3>
      {hidden > 0 && <span>{fill(words.moreCards, { number: hidden })}</span>}
    </header>
  );
  const many = groups.length > 3 ? 'many' : groups.length;
  return (
    // No <section>: reveal.js takes those inside a slide for slides.
    <div
      class="board-box"
      style={{ '--hue': hue }}
      {...(head ? { role: 'group', 'aria-labelledby': id } : {})}
    >
      {head}
      <div class="board-field" data-field={box.id}>
        {children}
        {groups.length > 0 && (
          <div class="board-groups" data-groups={many}>
            {groups.map((group) => (
              <Group key={group.id} group={group} options={options} light={light} />
            ))}
          </div>
        )}
        {cards.length > 0 && (
          <ul class="board-cards">
            {cards.map((card) => (
              <Card key={card.key} card={card} options={options} light={light} />
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
