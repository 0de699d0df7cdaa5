/** Grouping on the console: choose cards that belong together, name them; rename or undo a group. */
import { useState } from 'preact/hooks';
import { useHeld } from '../cards/held.ts';
import type { ControlsProps } from '../views.ts';
import { words } from '../words/console.ts';
import { count } from '../words/say.ts';
import '../cards/controls.css';
import './controls.css';
import { Groups } from './groups.tsx';
import type { BoardOptions } from './options.ts';
import type { BoardCard, BoardRevealed } from './reveal.ts';

type Props = ControlsProps<BoardOptions, BoardRevealed>;

/** From so many cards on they can be searched. */
const manyCards = 8;
const none: readonly BoardCard[] = [];

export function BoardControls({ id, options, revealed, enabled, command }: Props) {
  const { cards = none, groups = [] } = revealed;
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [sought, setSought] = useState('');
  const held = useHeld(cards, 'quiet');
  // New ones come at the end for now, so that nothing moves away under a finger.
  const all = [...held.shown, ...held.fresh];
  // A card that was taken back or hidden meanwhile is no longer chosen.
  const picked = chosen.filter((key) => all.some((card) => card.key === key));
  const wanted = sought.trim().toLocaleLowerCase();
  const listed = all.filter(({ text }) => text.toLocaleLowerCase().includes(wanted));
  const toggle = (key: string) =>
    setChosen(picked.includes(key) ? picked.filter((each) => each !== key) : [...picked, key]);
  return (
    <div class="cards-controls">
      <h3 id={`${id}-cards`}>{words.groupCards}</h3>
      {all.length > manyCards && (
        <label class="board-find">
          <span>{words.findCard}</span>
          <input
            type="text"
            dir="auto"
            autocomplete="off"
            value={sought}
            onInput={(event) => setSought(event.currentTarget.value)}
          />
        </label>
      )}
      {listed.length === 0 && <p class="soft">{all.length === 0 ? words.noCards : words.noSuchCard}</p>}
      {listed.length > 0 && (
        <ul class="cards-queue" aria-labelledby={`${id}-cards`}>
          {listed.map((card) => (
            <li key={card.key}>
              <label class="board-choice">
                <input
                  type="checkbox"
                  checked={picked.includes(card.key)}
                  disabled={!enabled}
                  onChange={() => toggle(card.key)}
                />
                <span class="cards-text">
                  <span dir="auto">{card.text}</span>
                  <span class="soft board-where" dir="auto">
                    {whereIs(card, options, revealed)}
                  </span>
                </span>
                {options.votes > 0 && (
                  <span class="figures cards-votes">
                    {card.votes}
                    <span class="heard"> {count(words.votes, card.votes).replace(/^\S+ /, '')}</span>
                  </span>
                )}
              </label>
            </li>
          ))}
        </ul>
      )}
      {all.length > 0 && (
        <Placing
          // Once they are placed, the next ones are chosen afresh.
          key={groups.length}
          options={options}
          groups={groups}
          picked={picked}
          grouped={all.filter(({ key, group }) => group !== undefined && picked.includes(key))}
          enabled={enabled && picked.length > 0}
          command={async (each) => {
            const isDone = await command(each);
            if (isDone) setChosen([]);
            return isDone;
          }}
        />
      )}
      {groups.length > 0 && (
        <Groups id={id} options={options} groups={groups} enabled={enabled} command={command} />
      )}
    </div>
  );
}

function whereIs(
  { box, group }: BoardCard,
  { columns }: BoardOptions,
  { groups = [] }: BoardRevealed,
): string {
  const places = [columns.find(({ id }) => id === box)?.text, groups.find(({ id }) => id === group)?.name];
  return places.filter((place) => place !== undefined).join(' · ');
}

interface PlacingProps extends Pick<Props, 'options' | 'enabled' | 'command'> {
  readonly groups: NonNullable<BoardRevealed['groups']>;
  /** Keys of the cards that are chosen. */
  readonly picked: readonly string[];
  /** Those of them that are in a group. */
  readonly grouped: readonly BoardCard[];
}

/** Where the chosen cards go: into a new group with a name, into one there is, out of theirs, or into another column. */
function Placing({ options, groups, picked, grouped, enabled, command }: PlacingProps) {
  const [name, setName] = useState('');
  const [into, setInto] = useState('');
  const [column, setColumn] = useState(options.columns[0]?.id ?? '');
  const known = groups.find(({ id }) => id === into);
  const submit = (event: Event) => {
    event.preventDefault();
    const group = known ? { group: known.id, name: known.name } : { group: newGroupId(), name: name.trim() };
    if (picked.length > 0 && group.name !== '') void command({ type: 'group', ...group, entries: picked });
  };
  return (
    <>
      <form class="board-placing" onSubmit={submit}>
        <p class="board-picked figures">
          {picked.length === 0 ? words.chooseCards : count(words.chosen, picked.length)}
        </p>
        {groups.length > 0 && (
          <label>
            <span>{words.into}</span>
            <select value={into} onChange={(event) => setInto(event.currentTarget.value)}>
              <option value="">{words.newGroup}</option>
              {groups.map((group) => (
                <option key={group.id} value={group.id}>
                  {group.name}
                </option>
              ))}
            </select>
          </label>
        )}
        {!known && (
          <label>
            <span>{words.groupName}</span>
            <input
              type="text"
              dir="auto"
              autocomplete="off"
              maxLength={80}
              value={name}
              onInput={(event) => setName(event.currentTarget.value)}
            />
          </label>
        )}
        <button type="submit" disabled={!enabled || (!known && name.trim() === '')}>
          {words.groupThem}
        </button>
        {grouped.length > 0 && (
          <button
            type="button"
            class="quiet"
            disabled={!enabled}
            onClick={() => {
              for (const [group, cards] of Map.groupBy(grouped, (card) => card.group ?? '')) {
                void command({ type: 'ungroup', group, entries: cards.map(({ key }) => key) });
              }
            }}
          >
            {words.takeOut}
          </button>
        )}
      </form>
      {options.columns.length > 0 && (
        <form
          class="board-placing"
          onSubmit={(event) => {
            event.preventDefault();
            for (const entry of picked) void command({ type: 'moveCard', entry, column });
          }}
        >
          <label>
            <span>{words.moveTo}</span>
            <select value={column} onChange={(event) => setColumn(event.currentTarget.value)}>
              {options.columns.map(({ id, text }) => (
                <option key={id} value={id}>
                  {text}
                </option>
              ))}
            </select>
          </label>
          <button type="submit" class="quiet" disabled={!enabled}>
            {words.move}
          </button>
        </form>
      )}
    </>
  );
}

/** Known to this session alone; two consoles never make the same. */
function newGroupId(): string {
  return [...crypto.getRandomValues(new Uint8Array(6))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}
