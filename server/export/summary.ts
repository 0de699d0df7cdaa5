/** Every round's result in words and as a table, as the results page shows it; texts in no finer order than minutes. */
import type { AnyAskedKind, Description } from '../../activities/kind.ts';
import { askedModelOf } from '../../activities/models.ts';
import type { ActivityState, State } from '../session/state.ts';
import { fitting } from '../session/tally.ts';
import { exportedActivities, type Only, toTheMinute } from './answers.ts';

export interface Summary {
  readonly activity: ActivityState;
  readonly rounds: Iterable<RoundSummary>;
}

export interface RoundSummary {
  readonly round: number;
  /** How many answered. */
  readonly answered: number;
  readonly description: Description;
}

/** Rounds are folded when they are asked for. */
export function summariesOf(state: State, only: Only): readonly Summary[] {
  return exportedActivities(state, only).flatMap((activity) => {
    const model = askedModelOf(activity.definition.kind);
    return model ? [{ activity, rounds: roundsOf(activity, model) }] : [];
  });
}

function* roundsOf(activity: ActivityState, model: AnyAskedKind): Generator<RoundSummary> {
  const { options } = activity.definition;
  for (const [index, { rulings, responses }] of activity.rounds.entries()) {
    // In the order of time, which is the cheapest to fold, though the order never matters to the tally.
    const answers = fitting(activity, index + 1).toSorted((a, b) => a.at - b.at);
    let tally = model.tally.start(options);
    for (const answer of answers) tally = model.tally.step(tally, { ...answer, at: toTheMinute(answer.at) });
    const revealed = model.reveal(options, tally, {
      to: 'presenter',
      results: 'final',
      answer: true,
      rulings,
    });
    yield { round: index + 1, answered: responses.size, description: model.describe(options, revealed) };
  }
}
