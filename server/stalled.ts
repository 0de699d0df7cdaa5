/**
 * A phone may answer pings and read nothing else: what it is sent would pile up for ever. At each sign of life its queue is
 * looked at; who has fallen so far behind is better off connecting anew, since one view holds all there is to know.
 */
import type { Server } from 'socket.io';

/** Messages that wait for one connection. A phone is sent one a second at the most, and hears of a ping every 16 s. */
const longestQueue = 64;

export function dropStalled(io: Server): void {
  io.engine.on('connection', (connection: Server['engine']) => connection.on('heartbeat', look));
}

/** One and the same function for all connections, as in `frames.ts`. */
function look(this: { close(discard?: boolean): void }): void {
  const waiting: unknown = Reflect.get(this, 'writeBuffer');
  if (Array.isArray(waiting) && waiting.length > longestQueue) this.close(true);
}
