/** Tallies of a session, folded lazily: at most once per push, never once per vote. */
import * as v from 'valibot';
import { askedModelOf } from '../../activities/models.ts';
import type { Event } from './events.ts';
import type { ActivityState, State, StoredAnswer } from './state.ts';

/** Folds a whole round from nothing. Answers that no longer fit the options (an edited file) are left out. */
export function foldTally(activity: ActivityState, round: number): unknown {
  const model = askedModelOf(activity.definition.kind);
  if (!model) return undefined;
  const { options } = activity.definition;
  let tally = model.tally.start(options);
  for (const answer of fitting(activity, round)) tally = model.tally.step(tally, answer);
  return tally;
}

/** Answers of a round that fit the activity as authored now. */
export function fitting(activity: ActivityState, round: number): readonly StoredAnswer[] {
  const answers = [...(activity.rounds[round - 1]?.responses.values() ?? [])];
  if (!activity.edited) return answers;
  const model = askedModelOf(activity.definition.kind);
  if (!model) return [];
  const schema = model.response(activity.definition.options);
  return answers.filter((answer) => v.is(schema, answer.response));
}

/** Keeps each round's tally and steps it by what is new; an answer that was changed has the round folded anew. */
export class Tallies {
  readonly #rounds = new Map<string, { tally: unknown; fresh: StoredAnswer[]; stale: boolean }>();

  /** Tell it of every event that was folded. */
  note(before: State, after: State, event: Event): void {
    if (event.type === 'defined' || event.type === 'removed') this.#rounds.clear();
    if (event.type !== 'responded') return;
    const cached = this.#rounds.get(`${event.activity} ${event.round}`);
    if (!cached || cached.stale) return;
    const answerIn = (state: State) =>
      state.activities.get(event.activity)?.rounds[event.round - 1]?.responses.get(event.participant);
    const [was, is] = [answerIn(before), answerIn(after)];
    if (was === is || !is) return;
    if (was) cached.stale = true;
    else cached.fresh.push(is);
  }

  readonly of = (activity: ActivityState, round: number): unknown => {
    const key = `${activity.definition.id} ${round}`;
    let cached = this.#rounds.get(key);
    if (!cached || cached.stale) {
      cached = { tally: foldTally(activity, round), fresh: [], stale: false };
      this.#rounds.set(key, cached);
    }
    const model = askedModelOf(activity.definition.kind);
    for (const answer of cached.fresh) cached.tally = model?.tally.step(cached.tally, answer);
    cached.fresh = [];
    return cached.tally;
  };
}
