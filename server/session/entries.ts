/** What people wrote, for the presenter's verdict: the entries of an activity, and the names that are seen with it. */
import type { AnyKind } from '../../activities/kind.ts';
import { verdictKey, verdictOn } from '../../activities/rulings.ts';
import { participantId } from '../../protocol/ids.ts';
import type { ModerationEntry } from '../../protocol/views.ts';
import { type ActivityState, aliasEntry, currentRound, type State } from './state.ts';

export function moderationEntries(
  state: State,
  activity: ActivityState,
  model: AnyKind,
): readonly ModerationEntry[] {
  const names = model.names?.(activity.definition.options) ? aliasEntries(state) : [];
  return [...writtenEntries(activity, model), ...names];
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

/** A name never waits: it is seen at once, and can be taken off. */
function aliasEntries(state: State): readonly ModerationEntry[] {
  return [...state.aliases].map(([participant, { text, hidden }]) => ({
    participant,
    entry: aliasEntry,
    text,
    verdict: hidden ? 'hidden' : 'approved',
  }));
}
