/**
 * The request that opened a live connection is of no use once it is open, yet Engine.IO holds on to it in three places:
 * as `request`, through the response it makes up for middlewares, and in the closure that counts its clients. Letting go
 * of all three, and of what each message leaves behind, saves a good part of the memory of ten thousand phones. It leans on Engine.IO's insides: where these are
 * not as expected it leaves them alone, and a test (`spent-requests.test.ts`, [A8]) says so.
 */
import type { Server as HttpServer, IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Server, Socket } from 'socket.io';
import { dropIfStalled } from './stalled.ts';

/** Stands for what is let go. */
const none = Object.freeze({});

type Listener = (...args: unknown[]) => void;

export class SpentRequests {
  readonly #before = new WeakMap<Duplex, ReadonlySet<unknown>>();
  /** By connection, the listener of the made-up response. */
  readonly #holding = new WeakMap<Duplex, Listener>();
  #io: Server | undefined;

  /** To be made before Engine.IO is attached to the server; `watch` it after. */
  constructor(server: HttpServer) {
    server.on('upgrade', (_request: IncomingMessage, stream: Duplex) => {
      this.#before.set(stream, new Set(stream.listeners('close')));
    });
  }

  watch(server: HttpServer, io: Server): void {
    this.#io = io;
    server.on('upgrade', (_request: IncomingMessage, stream: Duplex) => {
      const before = this.#before.get(stream);
      this.#before.delete(stream);
      // Engine.IO adds its listener before the WebSocket adds those that it needs.
      const added = stream.listeners('close').find((listener) => !before?.has(listener));
      if (isListener(added)) this.#holding.set(stream, added);
    });
  }

  /** Lets go of the request of a connection that is established. */
  release({ conn, handshake }: Socket): void {
    const { request } = conn;
    const holding = this.#holding.get(request.socket);
    if (holding) request.socket.removeListener('close', holding);
    this.#holding.delete(request.socket);
    this.#releaseCounter(conn);
    if (conn.transport.name === 'websocket') {
      // It would add to the headers of an answer by HTTP, which a WebSocket never gives.
      conn.transport.removeAllListeners('headers');
      conn.on('packet', afterPacket);
    }
    Reflect.set(conn, 'request', null);
    // Nobody asks for these any more; the texts and tables of one are a few hundred bytes.
    Object.assign(handshake, { headers: none, query: none, auth: none, time: '', url: '' });
  }

  /** Counts the client's leaving in a closure that holds nothing but its id, in place of Engine.IO's. */
  #releaseCounter(conn: Socket['conn']): void {
    const engine = this.#io?.engine;
    const clients: unknown = engine && Reflect.get(engine, 'clients');
    const [counter] = conn.listeners('close');
    const id = String(Reflect.get(conn, 'id'));
    if (!engine || !isObject(clients) || !Object.hasOwn(clients, id)) return;
    if (!isListener(counter) || !String(counter).includes('clientsCount--')) return;
    conn.removeListener('close', counter);
    conn.prependOnceListener('close', () => {
      Reflect.deleteProperty(clients, id);
      engine.clientsCount--;
    });
  }
}

/** Whether this connection has been established before, by another socket of it. */
export function isReleased({ conn }: Socket): boolean {
  return Reflect.get(conn, 'request') === null;
}

/** One listener for both: ten thousand more would be memory for little. */
function afterPacket(this: Socket['conn']): void {
  forgetMask(this);
  dropIfStalled(this);
}

/**
 * `ws` keeps the mask of the last frame, four bytes of whatever was read with it: ten thousand crumbs, which hold the pages
 * around them, and which are moved to the old generation with every round of pings. By now the frame is unmasked.
 */
function forgetMask(connection: Socket['conn']): void {
  const websocket: unknown = Reflect.get(connection.transport, 'socket');
  const receiver: unknown = isObject(websocket) && Reflect.get(websocket, '_receiver');
  if (isObject(receiver) && '_mask' in receiver) receiver._mask = undefined;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function isListener(value: unknown): value is Listener {
  return typeof value === 'function';
}
