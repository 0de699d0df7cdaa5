/** Every round's result in words and as a table, as the results page shows it; texts in no finer order than minutes. */
import { setImmediate } from 'node:timers/promises';
import type { AnyAskedKind, Description } from '../../activities/kind.ts';
import { askedModelOf } from '../../activities/models.ts';
import type { TallyOf } from '../session/around.ts';
import { revealed } from '../session/see.ts';
import type { ActivityState, State } from '../session/state.ts';
import { fitting, foldTally } from '../session/tally.ts';
import { exportedActivities, type Only, toTheMinute } from './answers.ts';

export interface Summary {
  readonly activity: ActivityState;
  readonly rounds: readonly RoundSummary[];
}

export interface RoundSummary {
  readonly round: number;
  readonly description: Description;
}

/** Answers folded in one turn; then everybody else has theirs. */
const inOneTurn = 100;

export async function summariesOf(state: State, only: Only): Promise<readonly Summary[]> {
  const summaries: Summary[] = [];
  for (const activity of exportedActivities(state, only)) {
    const model = askedModelOf(activity.definition.kind);
    if (!model) continue;
    const rounds: RoundSummary[] = [];
    for (let round = 1; round <= activity.rounds.length; round++)
      rounds.push({ round, description: await describe(state, activity, round, model) });
    summaries.push({ activity, rounds });
  }
  return summaries;
}

async function describe(
  state: State,
  activity: ActivityState,
  round: number,
  model: AnyAskedKind,
): Promise<Description> {
  const { options } = activity.definition;
  // In the order of time, which is the cheapest to fold, though the order never matters to the tally.
  const answers = fitting(activity, round).toSorted((a, b) => a.at - b.at);
  let tally = model.tally.start(options);
  for (const [index, answer] of answers.entries()) {
    tally = model.tally.step(tally, { ...answer, at: toTheMinute(answer.at) });
    if (index % inOneTurn === 0) await setImmediate();
  }
  const tallyOf: TallyOf = (each, number) =>
    each === activity && number === round ? tally : foldTally(each, number);
  const seen = { round, to: 'presenter', shown: true, results: 'final' } as const;
  return model.describe(options, revealed(state, activity, model, tallyOf, seen));
}
