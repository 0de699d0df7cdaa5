/** What a kind's model throws while views are made: logged, so that it is mended, while everything else goes on. */
import type { Logger } from 'pino';
import type { Fault } from './session/see.ts';

/** So many are remembered as logged; they are bugs, not the doing of a crowd. */
const remembered = 200;

/** Logs each fault once: views are made many times a second. */
export function faultsIn(log: Pick<Logger, 'error'>): Fault {
  const logged = new Set<string>();
  return (activity, error) => {
    const stack = error instanceof Error ? error.stack : undefined;
    const fault = `${activity} ${stack ?? String(error)}`;
    if (logged.has(fault)) return;
    if (logged.size >= remembered) logged.clear();
    logged.add(fault);
    log.error({ activity, error: String(error), stack }, 'a result could not be worked out');
  };
}
