/** The groups there are, on the console: each can be renamed or undone. */
import { useState } from 'preact/hooks';
import type { ControlsProps } from '../views.ts';
import { words } from '../words/console.ts';
import { count, fill } from '../words/say.ts';
import type { BoardOptions } from './options.ts';
import type { BoardGroup, BoardRevealed } from './reveal.ts';

type Steer = Pick<ControlsProps<BoardOptions, BoardRevealed>, 'options' | 'enabled' | 'command'>;

interface GroupsProps extends Steer {
  readonly id: string;
  readonly groups: readonly BoardGroup[];
}

export function Groups({ id, groups, ...steer }: GroupsProps) {
  // By their ids, so that votes do not move them about.
  const steady = groups.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return (
    <>
      <h3 id={`${id}-groups`}>{words.groups}</h3>
      <ul class="cards-queue" aria-labelledby={`${id}-groups`}>
        {steady.map((group) => (
          <GroupRow key={group.id} group={group} {...steer} />
        ))}
      </ul>
    </>
  );
}

interface RowProps extends Steer {
  readonly group: BoardGroup;
}

function GroupRow({ group: { id, name, cards, votes }, options, enabled, command }: RowProps) {
  const [typed, setTyped] = useState<string>();
  const next = (typed ?? name).trim();
  const rename = async (event: Event) => {
    event.preventDefault();
    if (next === '' || next === name) return;
    if (await command({ type: 'renameGroup', group: id, name: next })) setTyped(undefined);
  };
  const figures = [count(words.cards, cards), ...(options.votes > 0 ? [count(words.votes, votes)] : [])];
  return (
    <li>
      <form class="board-renaming" onSubmit={rename}>
        <input
          type="text"
          dir="auto"
          autocomplete="off"
          maxLength={80}
          aria-label={words.groupName}
          disabled={!enabled}
          value={typed ?? name}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <span class="figures">{figures.join(', ')}</span>
        <span class="cards-buttons">
          <button
            type="submit"
            class="quiet"
            disabled={!enabled || next === '' || next === name}
            aria-label={fill(words.ofWhat, { action: words.rename, text: name })}
          >
            {words.rename}
          </button>
          <button
            type="button"
            class="quiet"
            disabled={!enabled}
            aria-label={fill(words.ofWhat, { action: words.ungroup, text: name })}
            onClick={() => void command({ type: 'ungroup', group: id })}
          >
            {words.ungroup}
          </button>
        </span>
      </form>
    </li>
  );
}
