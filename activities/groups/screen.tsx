/** Groups on screens: a card for each, with the names that its people chose to show. */
import type { ScreenViewProps } from '../views.ts';
import '../look/chart.css';
import { useFit } from '../look/fit.ts';
import { ResultTable } from '../look/result-table.tsx';
import { count, fill } from '../words/say.ts';
import { words } from '../words/screen.ts';
import { type Grid, gridFor, namesFor } from './cards.ts';
import { type GroupShown, type GroupsRevealed, groups } from './model.ts';
import type { GroupsOptions } from './options.ts';
import './screen.css';

type Props = ScreenViewProps<GroupsOptions, GroupsRevealed>;

export function GroupsScreen({ question, options, revealed, rule }: Props) {
  const { people, sets = [], more = 0, dealt = 0 } = revealed;
  const grid = gridFor(sets.length, Math.max(0, ...sets.map(({ name }) => name.length)));
  const shown = sets.slice(0, grid.columns * grid.rows);
  const left = more + sets.length - shown.length;
  return (
    <div class="chart groups">
      <div class="chart-body">
        {shown.length === 0 && <Gathering options={options} people={people} quiet={rule !== undefined} />}
        {shown.length > 0 &&
          (grid.cards ? <Cards sets={shown} grid={grid} /> : <List sets={shown} grid={grid} />)}
      </div>
      <div class="chart-foot">
        {shown.length > 0 && (
          <span dir="auto">
            {count(words.groupsPeople, dealt, { groups: count(words.groupsNumber, sets.length + more) })}
          </span>
        )}
        {left > 0 && <span dir="auto">{count(words.groupsMore, left)}</span>}
      </div>
      {sets.length > 0 && (
        <ResultTable question={question} description={groups.describe(options, revealed)} />
      )}
    </div>
  );
}

interface GatheringProps {
  readonly options: GroupsOptions;
  readonly people: number;
  readonly quiet: boolean;
}

/** How many are in, before the deal. */
function Gathering({ options, people, quiet }: GatheringProps) {
  const [number = '', ...rest] = count(words.groupsAreIn, people).split(' ');
  return (
    <div class="waiting">
      {people === 0 ? (
        <span class="waiting-call">{quiet ? words.groupsNobody : words.groupsScan}</span>
      ) : (
        <>
          <span class="waiting-number">{number}</span>
          <span class="waiting-words">{rest.join(' ')}</span>
        </>
      )}
      <span class="waiting-words groups-soon">
        {options.here && !quiet && <strong>{words.groupsTap} </strong>}
        {words.groupsSoon}
      </span>
    </div>
  );
}

interface SetsProps {
  readonly sets: readonly GroupShown[];
  readonly grid: Grid;
}

function Cards({ sets, grid }: SetsProps) {
  const { columns, rows, size } = grid;
  const ref = useFit<HTMLUListElement>(sets.map(({ name }) => name).join('\n'));
  return (
    <ul
      class="groups-cards"
      ref={ref}
      aria-hidden="true"
      data-size={size}
      data-columns={columns}
      style={{ '--columns': columns, '--rows': rows }}
    >
      {sets.map((set, index) => (
        // Two may have one name.
        <li key={`${index} ${set.name}`} class="groups-card">
          <span class="groups-top">
            <span class="groups-name" dir="auto">
              {set.name}
            </span>
            <Size size={set.size} />
          </span>
          <Names set={set} grid={grid} />
        </li>
      ))}
    </ul>
  );
}

/** Read down its columns. */
function List({ sets, grid: { columns, rows } }: SetsProps) {
  return (
    <ul class="groups-list" aria-hidden="true" style={{ '--columns': columns, '--rows': rows }}>
      {sets.map(({ name, size }, index) => (
        <li key={`${index} ${name}`}>
          <span class="groups-name" dir="auto">
            {name}
          </span>
          <Size size={size} />
        </li>
      ))}
    </ul>
  );
}

function Size({ size }: { readonly size: number }) {
  return (
    <span class="groups-size">
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <circle cx="12" cy="7.5" r="4.5" />
        <path d="M3 22c0-5.5 4-8.5 9-8.5s9 3 9 8.5z" />
      </svg>
      {size}
    </span>
  );
}

function Names({ set, grid }: { readonly set: GroupShown; readonly grid: Grid }) {
  const { shown, others } = namesFor(set, grid);
  if (shown.length === 0) return null;
  return (
    <span class="groups-names">
      {shown.map((name, index) => (
        <bdi key={`${index} ${name}`}>{name}</bdi>
      ))}
      {others > 0 && <span>{fill(words.groupsNamesMore, { number: others })}</span>}
    </span>
  );
}
