/**
 * Every message of a live connection is answered, whatever it holds; a fault of ours is logged and never ends the process.
 * The listeners are made once and find what is a connection's own in its `data`: ten thousand phones hold no closures.
 */
import type { Logger } from 'pino';
import type { Socket } from 'socket.io';
import type { Acknowledgement } from '../protocol/refusals.ts';
import type { Quota } from './quota.ts';

/** What a connection carries in `data` for its handlers. */
interface Held {
  readonly quota: Quota;
}

type Handler<Own extends Held> = (own: Own, payload: unknown) => Acknowledgement | Promise<Acknowledgement>;

/** The result has a socket, whose `data` must be an `Own`, listen to messages by name. */
export function answering<Own extends Held>(
  log: Logger,
  handlers: Readonly<Record<string, Handler<Own>>>,
): (socket: Socket) => void {
  async function answerTo(own: Own, event: unknown, payload: unknown): Promise<Acknowledgement> {
    if (!own.quota.take()) return { refused: 'too-fast' };
    const handler = typeof event === 'string' && Object.hasOwn(handlers, event) ? handlers[event] : undefined;
    if (!handler) return { refused: 'malformed' };
    try {
      return await handler(own, payload);
    } catch (error) {
      const stack = error instanceof Error ? error.stack : undefined;
      log.error({ error: String(error), stack }, 'handler failed');
      return { refused: 'internal' };
    }
  }
  async function onAny(this: Socket, event: unknown, ...sent: readonly unknown[]): Promise<void> {
    const acknowledge = sent.at(-1);
    const acknowledgement = await answerTo(this.data, event, sent[0]);
    if (typeof acknowledge !== 'function') return;
    try {
      acknowledge(acknowledgement);
    } catch (error) {
      log.error({ error: String(error) }, 'acknowledgement failed');
    }
  }
  // An event of this name that a client sent comes here as well, whatever it holds.
  const onError = (error: unknown) => {
    if (error instanceof Error) log.warn({ error: error.message }, 'socket error');
  };
  return (socket) => {
    socket.onAny(onAny);
    socket.on('error', onError);
  };
}
