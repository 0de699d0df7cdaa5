/**
 * A phone may answer pings and read nothing else: what it is sent would pile up for ever. At each sign of
 * life its queue is looked at; who has fallen so far behind is better off connecting anew, since one view holds all there is to know.
 */

/** A connection of Engine.IO. */
interface Connection {
  close(discard?: boolean): void;
}

/** Messages that wait for one connection. A phone is sent one a second at the most, and a ping every 16 s. */
const longestQueue = 64;

export function dropIfStalled(connection: Connection): void {
  const waiting: unknown = Reflect.get(connection, 'writeBuffer');
  if (Array.isArray(waiting) && waiting.length > longestQueue) connection.close(true);
}
