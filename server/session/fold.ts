/** Opening a session: its log, read and folded. */
import { setImmediate } from 'node:timers/promises';
import type { SessionId } from '../../protocol/ids.ts';
import type { Log } from '../log/log.ts';
import { evolve } from './evolve.ts';
import { initialState, type State } from './state.ts';

/** The session as its log says. Others get their turn between batches, so a long log never holds up a running room. */
export async function foldLog(log: Log, session: SessionId): Promise<State> {
  let state = initialState;
  for await (const entries of log.read(session, 0)) {
    for (const { event } of entries) state = evolve(state, event);
    await setImmediate();
  }
  return state;
}
