/** Answers that an edit of the session file would leave without a question, or without a place in it. */
import * as v from 'valibot';
import { askedModelOf } from '../../activities/models.ts';
import type { ActivityId } from '../../protocol/ids.ts';
import { type Definition, isEdited } from './definition.ts';
import type { State } from './state.ts';

export interface Orphans {
  readonly activity: ActivityId;
  readonly question: string;
  /** How many answers would no longer be shown; they stay in the log and in the exports. */
  readonly answers: number;
}

export function orphanedBy(state: State, next: Definition): readonly Orphans[] {
  const found: Orphans[] = [];
  for (const [id, { definition, rounds, current, edited }] of state.activities) {
    if (!current) continue;
    const authored = next.activities.find((each) => each.id === id);
    // What was never edited has let in only what fits: most of a file, at each save.
    if (authored && !edited && !isEdited(definition, authored)) continue;
    const schema = authored && askedModelOf(authored.kind)?.response(authored.options);
    const answers = rounds.flatMap(({ responses }) => [...responses.values()]);
    const lost = schema ? answers.filter(({ response }) => !v.is(schema, response)) : answers;
    if (lost.length > 0) found.push({ activity: id, question: definition.question, answers: lost.length });
  }
  return found;
}
