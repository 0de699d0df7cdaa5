/** How this phone's answers stand, each for the round it was given in. */
import type { Pending } from './keep.ts';
import type { Standing } from './outbox.ts';

type Answer = Pick<Pending, 'activity' | 'round'>;

/** By activity, the latest answer's. */
export type Standings = ReadonlyMap<string, { readonly round: number; readonly standing: Standing }>;

export function stood(standings: Standings, { activity, round }: Answer, standing: Standing): Standings {
  return new Map(standings).set(activity, { round, standing });
}

/** What is to be said of the answer to a round. */
export function standingOf(standings: Standings, { activity, round }: Answer): Standing | undefined {
  const latest = standings.get(activity);
  if (!latest) return undefined;
  // What became of an earlier answer says nothing about this round, unless this round is what became of it.
  const isOvertaken = typeof latest.standing === 'object' && latest.standing.refused === 'other-round';
  return latest.round === round || isOvertaken ? latest.standing : undefined;
}
