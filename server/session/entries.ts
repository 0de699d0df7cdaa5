/** What people wrote, for the presenter's verdict: the entries of an activity, and the names that are seen with it. */
import type { AnyKind } from '../../activities/kind.ts';
import { verdictKey, verdictOn } from '../../activities/rulings.ts';
import { participantId } from '../../protocol/ids.ts';
import type { ModerationEntry } from '../../protocol/views.ts';
import { type ActivityState, aliasEntry, currentRound, type State } from './state.ts';

/** So many entries and as many names a console is told of: a flood of the ones leaves the others in reach. */
const limit = 200;

/** `waiting`: how many wait, of all there are. */
export function moderationEntries(
  state: State,
  activity: ActivityState,
  model: AnyKind,
): { readonly entries: readonly ModerationEntry[]; readonly waiting: number } {
  const written = writtenEntries(activity, model);
  const names = model.names?.(activity.definition.options) ? aliasEntries(state) : [];
  return {
    entries: [...written.slice(0, limit), ...names.slice(0, limit)],
    waiting: written.filter(({ verdict }) => verdict === 'pending').length,
  };
}

function writtenEntries(activity: ActivityState, model: AnyKind): readonly ModerationEntry[] {
  if (!model.asks || !model.entries) return [];
  const { round } = currentRound(activity);
  // What several wrote in the same words is one entry, as old as its first.
  const entries = new Map<string, ModerationEntry & { at: number }>();
  for (const { participant, response, at } of round.responses.values()) {
    for (const entry of model.entries(response)) {
      const key = verdictKey(participant, entry);
      const known = entries.get(key);
      if (known && known.at <= at) continue;
      entries.set(key, {
        participant: participantId(participant),
        entry: entry.id,
        text: entry.text,
        ...(entry.picture === undefined ? {} : { picture: entry.picture }),
        verdict: verdictOn(round.rulings, participant, entry),
        at,
      });
    }
  }
  // A queue: who has waited longest is next, and nothing moves under the presenter's finger as more come in.
  return [...entries.values()]
    .sort((a, b) => isWaiting(b) - isWaiting(a) || (a.verdict === 'pending' ? a.at - b.at : b.at - a.at))
    .map(({ at: _, ...entry }) => entry);
}

function isWaiting({ verdict }: ModerationEntry): number {
  return verdict === 'pending' ? 1 : 0;
}

/** A name never waits: it is seen at once, and can be taken off. Those that are seen come first. */
function aliasEntries(state: State): readonly ModerationEntry[] {
  const names = [...state.aliases].map(([participant, { text, hidden }]): ModerationEntry => {
    return { participant, entry: aliasEntry, text, verdict: hidden ? 'hidden' : 'approved' };
  });
  return names.sort((a, b) => Number(a.verdict === 'hidden') - Number(b.verdict === 'hidden'));
}
