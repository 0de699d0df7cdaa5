/** Groups on the console: who is in, what a deal will make, and the deal itself. */
import { AskOnce } from '../look/ask-once.tsx';
import type { ControlsProps } from '../views.ts';
import { words } from '../words/console.ts';
import { count, fill } from '../words/say.ts';
import './controls.css';
import { groupsFor, sizesOf } from './deal.ts';
import type { ClashShown, GroupsRevealed } from './model.ts';
import { type GroupsOptions, wantedOf } from './options.ts';

export function GroupsControls({
  options,
  revealed,
  enabled,
  command,
}: ControlsProps<GroupsOptions, GroupsRevealed>) {
  const { people, dealt = 0 } = revealed;
  const isDealt = dealt > 0;
  const deal = () => void command({ type: 'deal' });
  return (
    <div class="groups-controls">
      <p class="groups-count">
        <strong>{count(words.groupsIn, people)}</strong> {planOf(options, revealed)}
      </p>
      <div class="groups-buttons">
        {isDealt ? (
          <>
            <AskOnce
              label={`↻ ${words.groupsAgain}`}
              sure={words.groupsAgainSure}
              yes={words.groupsAgainYes}
              disabled={!enabled}
              act={deal}
            />
            <AskOnce
              label={words.groupsUndeal}
              sure={words.groupsUndealSure}
              yes={words.groupsUndealYes}
              disabled={!enabled}
              act={() => void command({ type: 'undeal' })}
            />
          </>
        ) : (
          <button type="button" class="big main" disabled={!enabled || people < 2} onClick={deal}>
            <span>
              {words.groupsDeal}
              <small>{words.groupsDealWhat}</small>
            </span>
          </button>
        )}
      </div>
      <Warnings options={options} revealed={revealed} />
    </div>
  );
}

/** What a deal would make now, or has made. */
function planOf(options: GroupsOptions, { people, sets = [], more = 0 }: GroupsRevealed): string {
  if (sets.length > 0)
    return more > 0 ? '' : fill(words.groupsDealt, { groups: listed(sets.map(({ size }) => size)) });
  if (people < 2) return words.groupsNeedTwo;
  return fill(words.groupsPlan, { groups: listed(sizesOf(people, groupsFor(people, wantedOf(options)))) });
}

/** "12 of 3, 1 of 4" */
function listed(sizes: readonly number[]): string {
  const numbers = new Map<number, number>();
  for (const size of sizes) numbers.set(size, (numbers.get(size) ?? 0) + 1);
  return [...numbers]
    .sort(([a], [b]) => a - b)
    .map(([size, number]) => count(words.groupsOf, number, { size }))
    .join(', ');
}

interface WarningsProps {
  readonly options: GroupsOptions;
  readonly revealed: GroupsRevealed;
}

function Warnings({ options, revealed }: WarningsProps) {
  const { people, dealt = 0, sets = [], clashes = [], unknown = 0 } = revealed;
  const wanted = wantedOf(options).groups ?? 0;
  const said = [
    ...(dealt === 0 && people > 1 && groupsFor(people, wantedOf(options)) < wanted
      ? [words.groupsFewer]
      : []),
    ...(dealt > 0 && people > dealt ? [count(words.groupsWithout, people - dealt)] : []),
    ...sets.filter(({ size }) => size === 1).map(({ name }) => fill(words.groupsAlone, { name })),
    ...clashes.map((clash) => clashWords(clash)),
    ...(unknown > 0 ? [count(words.groupsUnknown, unknown)] : []),
  ];
  if (said.length === 0) return null;
  return (
    <ul class="groups-warnings">
      {said.map((text) => (
        <li key={text} dir="auto">
          {text}
        </li>
      ))}
    </ul>
  );
}

/** "16 from Hospital cannot all be apart: 2 share a group." */
function clashWords({ name, people, sharing, groups, avoidable }: ClashShown): string {
  return fill(avoidable ? words.groupsClashLate : words.groupsClash, {
    people,
    name: name ?? words.groupsSmallPart,
    sharing: count(words.groupsSharing, groups, { sharing }),
  });
}
