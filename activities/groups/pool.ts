/** Who is in, where everybody was put, and what people call themselves. */
import { legible } from '../legible.ts';
import { once } from '../once.ts';
import type { Around, Linked } from '../steering.ts';
import type { Sets } from './deal.ts';

/** Names of others that a phone shows. */
export const matesShown = 12;
/** Longest name on a screen, in characters; as long as one may be. */
const nameLimit = 40;

/** Options that name another activity, and whether only those are in who say that they are here. */
interface Building {
  readonly mix?: string | undefined;
  readonly apart?: string | undefined;
  readonly here: boolean;
}

/** Who gave up their place. */
interface Leaving {
  readonly left?: readonly string[] | undefined;
}

export function linkedOf(
  { mix, apart }: Omit<Building, 'here'>,
  around: Pick<Around<unknown>, 'linked'>,
): Linked | undefined {
  const activity = apart ?? mix;
  return activity === undefined ? undefined : around.linked(activity);
}

/** Everybody who is in: who tapped here and, unless that is asked of all, who answered the activity that is built on. */
export function poolOf(
  { here }: Building,
  linked: Linked | undefined,
  { answered, steered: { left = [] } }: Pick<Around<Leaving>, 'answered' | 'steered'>,
): string[] {
  const pool = new Set([...(here ? [] : (linked?.answered ?? [])), ...answered]);
  for (const participant of left) pool.delete(participant);
  return [...pool];
}

/** Whether somebody is in without a tap here. Asked phone by phone, so it walks no crowd where it need not. */
export function isInAlready(
  options: Building,
  { linked }: Pick<Around<unknown>, 'linked'>,
  participant: string,
): boolean {
  if (options.here) return false;
  const before = linkedOf(options, { linked });
  return before?.hasAnswered?.(participant) ?? new Set(before?.answered).has(participant);
}

/** By participant, the index of the group. */
export const placesOf = once(
  (sets: Sets): ReadonlyMap<string, number> =>
    new Map(sets.flatMap((set, index) => set.map((participant) => [participant, index] as const))),
);

export function isIn(sets: Sets, participant: string): boolean {
  return sets.some((set) => set.includes(participant));
}

interface Named {
  readonly participant: string;
  readonly name: string;
}

/** For many phones of one state, whose `aliasOf` is the same: the first names of each group. */
const namesBy = once(
  (_aliasOf: Around<unknown>['aliasOf']) => new WeakMap<readonly string[], readonly Named[]>(),
);

export function namesIn(
  set: readonly string[],
  { aliasOf }: Pick<Around<unknown>, 'aliasOf'>,
): readonly Named[] {
  const known = namesBy(aliasOf);
  let found = known.get(set);
  if (!found) {
    const named: Named[] = [];
    for (const participant of set) {
      const alias = aliasOf(participant);
      if (alias !== undefined) named.push({ participant, name: legible(alias, nameLimit) });
      // One more than a phone shows, which leaves its own out.
      if (named.length > matesShown) break;
    }
    found = named;
    known.set(set, found);
  }
  return found;
}
