/** What a presenter does with cards: puts them into groups with names, and moves one to another column. */
import * as v from 'valibot';
import {
  type Arriving,
  answered,
  arrived,
  arrivedStep,
  noArrivals,
  withoutArrivals,
} from '../cards/arrivals.ts';
import { cardKeySchema } from '../cards/schema.ts';
import { isBlank, legible, lengthOf } from '../legible.ts';
import type { Steering } from '../steering.ts';
import type { BoardOptions } from './options.ts';

export interface BoardSteered extends Arriving {
  /** In the order they were made. */
  readonly groups: readonly { readonly id: string; readonly name: string }[];
  /** From a card's key to the id of its group. */
  readonly groupOf: Readonly<Record<string, string>>;
  /** From a card's key to the column it was moved to. */
  readonly movedTo: Readonly<Record<string, string>>;
}

const mostGroups = 100;
/** Cards in groups, and cards moved. */
const mostPlaced = 5000;
/** Longest name of a group, in characters. */
export const nameLimit = 80;

const group = v.pipe(
  v.string(),
  v.regex(/^[\w-]{1,24}$/),
  v.check((id) => !(id in {})),
);
const name = v.pipe(
  v.string(),
  v.trim(),
  v.check((text) => !isBlank(text) && lengthOf(text) <= nameLimit),
);
const entries = v.pipe(v.array(cardKeySchema), v.minLength(1), v.maxLength(500));

const commands = {
  /** Puts cards into a group, which is made when there is none with this id. */
  group: v.strictObject({ group, name, entries }),
  renameGroup: v.strictObject({ group, name }),
  /** Takes these cards out of the group; without `entries` all of them, and the group is gone. */
  ungroup: v.strictObject({ group, entries: v.optional(entries) }),
  moveCard: v.strictObject({ entry: cardKeySchema, column: v.pipe(v.string(), v.maxLength(80)) }),
};

const step = v.variant('type', [
  v.strictObject({ type: v.literal('group'), ...commands.group.entries }),
  v.strictObject({ type: v.literal('renameGroup'), ...commands.renameGroup.entries }),
  v.strictObject({ type: v.literal('ungroup'), ...commands.ungroup.entries }),
  v.strictObject({ type: v.literal('moveCard'), ...commands.moveCard.entries }),
  arrivedStep,
]);
type Step = v.InferOutput<typeof step>;

export const boardSteering: Steering<BoardOptions, BoardSteered> = {
  commands,
  start: () => ({ ...noArrivals, groups: [], groupOf: {}, movedTo: {} }),
  decide(options, steered, command) {
    const read = v.safeParse(step, command);
    return read.success && makesSense(options, steered, read.output) ? read.output : undefined;
  },
  answered,
  evolve(_options, steered, given, at) {
    const read = v.safeParse(step, given);
    return read.success ? after(steered, read.output, at) : steered;
  },
  without: (_options, steered, isGone) => withoutArrivals(steered, isGone),
};

function makesSense({ columns }: BoardOptions, steered: BoardSteered, step: Step): boolean {
  const isThere = (id: string) => steered.groups.some((each) => each.id === id);
  switch (step.type) {
    case 'group':
      return (
        (isThere(step.group) || steered.groups.length < mostGroups) &&
        Object.keys(steered.groupOf).length + step.entries.length <= mostPlaced
      );
    case 'renameGroup':
    case 'ungroup':
      return isThere(step.group);
    case 'moveCard':
      return columns.some(({ id }) => id === step.column) && Object.keys(steered.movedTo).length < mostPlaced;
    case 'arrived':
      return false;
  }
}

function after(steered: BoardSteered, step: Step, at: number): BoardSteered {
  switch (step.type) {
    case 'group': {
      const { group: id, entries } = step;
      const groupOf = { ...steered.groupOf, ...Object.fromEntries(entries.map((key) => [key, id])) };
      const named = { ...steered, groupOf, groups: renamed(steered.groups, id, step.name) };
      return withoutEmpty(named);
    }
    case 'renameGroup':
      return steered.groups.some(({ id }) => id === step.group)
        ? { ...steered, groups: renamed(steered.groups, step.group, step.name) }
        : steered;
    case 'ungroup': {
      const { group: id, entries } = step;
      const kept = Object.entries(steered.groupOf).filter(
        ([key, of]) => of !== id || (entries !== undefined && !entries.includes(key)),
      );
      return withoutEmpty({ ...steered, groupOf: Object.fromEntries(kept) });
    }
    case 'moveCard':
      return { ...steered, movedTo: { ...steered.movedTo, [step.entry]: step.column } };
    case 'arrived':
      return arrived(steered, step, at);
  }
}

function renamed(groups: BoardSteered['groups'], id: string, text: string): BoardSteered['groups'] {
  const called = { id, name: legible(text, nameLimit) };
  const place = groups.findIndex((each) => each.id === id);
  return place < 0 ? [...groups, called] : groups.with(place, called);
}

/** A group is there as long as it has a card. */
function withoutEmpty(steered: BoardSteered): BoardSteered {
  const filled = new Set(Object.values(steered.groupOf));
  return { ...steered, groups: steered.groups.filter(({ id }) => filled.has(id)) };
}
