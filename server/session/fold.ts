/** Opening a session: its log, read and folded. */
import type { SessionId } from '../../protocol/ids.ts';
import type { Log } from '../log/log.ts';
import { evolve } from './evolve.ts';
import { initialState, type State } from './state.ts';

export async function foldLog(log: Log, session: SessionId): Promise<State> {
  let state = initialState;
  for await (const entries of log.read(session, 0)) {
    for (const { event } of entries) state = evolve(state, event);
  }
  return state;
}
