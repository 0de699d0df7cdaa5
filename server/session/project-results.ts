/** project(state, …) → what facilitators are shown: every activity and round, dropped ones included. */
import type { AnyAskedKind, Description } from '../../activities/kind.ts';
import { askedModelOf } from '../../activities/models.ts';
import type { ResultsActivity, ResultsView } from '../../protocol/views.ts';
import type { TallyOf } from './around.ts';
import { comparing, cutOf } from './cut.ts';
import { type Fault, guarded, plainCard, revealed } from './see.ts';
import type { ActivityState, State } from './state.ts';
import { fitting } from './tally.ts';

/** Where a kind's model has no words for its result. */
const nothingSaid: Description = { sentence: '', table: { head: [], rows: [] } };

/** Everything as a presenter may see it; compared by the parts that the activity `by` makes, where it makes some. */
export function projectResults(
  state: State,
  tallyOf: TallyOf,
  { now, by, fault }: { readonly now: number; readonly by?: string; readonly fault?: Fault | undefined },
): ResultsView {
  const { definition } = state;
  const { compare, parts } = comparing(state, by);
  const participants = new Set<string>();
  const activities: ResultsActivity[] = [];
  for (const activity of state.activities.values()) {
    const model = askedModelOf(activity.definition.kind);
    if (!model) continue;
    const { options } = activity.definition;
    const rounds = activity.rounds.map(({ responses, steered }, index) => {
      for (const participant of responses.keys()) participants.add(participant);
      const round = index + 1;
      const seen = revealed(state, activity, model, tallyOf, { round, to: 'presenter', shown: true, fault });
      const description = guarded(activity, fault, () => model.describe(options, seen), nothingSaid);
      const answered = model.turnout ? model.turnout(seen) : responses.size;
      const hasResult = responses.size > 0 || (model.sets?.(options, steered).length ?? 0) > 0;
      const cut = parts && cutOf(activity, round, parts);
      return { round, answered, hasResult, revealed: seen, description, ...(cut && { cut }) };
    });
    const { definition: authored, current } = activity;
    const pictures = picturesIn(activity, model.files);
    activities.push({ ...plainCard(authored, authored.options), current, pictures, rounds });
  }
  return {
    title: definition?.title ?? '',
    code: state.code ?? '',
    look: definition?.look ?? { theme: 'paper' },
    lang: definition?.lang ?? 'en',
    startedAt: state.startedAt,
    endedAt: state.endedAt,
    retain: definition?.retain ?? null,
    participants: participants.size,
    activities,
    compare,
    now,
  };
}

/** What of an answer was edited out of the question is left out, as in the archive. */
function picturesIn(activity: ActivityState, files: AnyAskedKind['files']): number {
  if (!files) return 0;
  const responses = activity.rounds.flatMap((_, index) => fitting(activity, index + 1));
  return responses.reduce((sum, { response }) => sum + files(response).length, 0);
}
