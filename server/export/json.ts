/** Definition, rounds and responses as JSON: every text exact, one response a line. */
import type { State } from '../session/state.ts';
import { answersOf, derivedOf, exportedActivities, type Only } from './answers.ts';

export function* jsonPieces(state: State, only: Only): Generator<string> {
  const { code, definition } = state;
  yield `{"session":${JSON.stringify(code)},"deck":${JSON.stringify(definition?.title ?? '')},"activities":[`;
  const read = answersOf(state);
  const derive = derivedOf(state);
  for (const [index, activity] of exportedActivities(state, only).entries()) {
    const { id, kind, question, options } = activity.definition;
    const head = JSON.stringify({ id, kind, question, options });
    yield `${index === 0 ? '' : ','}\n${head.slice(0, -1)},"rounds":[`;
    for (let round = 1; round <= activity.rounds.length; round++) {
      yield `${round === 1 ? '' : ','}\n{"round":${round},"responses":[`;
      let comma = '';
      for (const { participant, response, at } of read(activity, round)) {
        yield `${comma}\n${JSON.stringify({ participant, response, at })}`;
        comma = ',';
      }
      const derived = derive(activity, round);
      yield derived.length === 0 ? ']}' : `],"derived":${JSON.stringify(derived)}}`;
    }
    yield ']}';
  }
  yield ']}\n';
}
