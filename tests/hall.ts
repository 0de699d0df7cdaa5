/** For tests: a whole server on a free loopback port, in this process, with one session that has begun. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { io, type Socket } from 'socket.io-client';
import type { Code } from '../protocol/ids.ts';
import type { Acknowledgement } from '../protocol/refusals.ts';
import { type KeyRole, keyRoles } from '../protocol/rights.ts';
import { hashKey, newKey } from '../server/access.ts';
import { createPlenumServer } from '../server/http.ts';
import type { Log } from '../server/log/log.ts';
import { openMemoryLog } from '../server/log/memory.ts';
import { type Clock, Room, systemClock } from '../server/room.ts';
import { Rooms } from '../server/rooms.ts';
import type { Definition } from '../server/session/definition.ts';
import { begin, someActivity, someDefinition } from '../server/session/given.ts';

export interface Hall {
  readonly url: string;
  readonly code: Code;
  readonly room: Room;
  readonly keys: Readonly<Record<KeyRole, string>>;
  /** Everything the server logged, at the level that it has unless told otherwise. */
  logged(): string;
  connect(namespace: 'phone' | 'room' | 'presenter', auth?: object, headers?: Record<string, string>): Socket;
  close(): Promise<void>;
}

interface HallOptions {
  readonly definition?: Definition;
  readonly log?: Log;
  readonly clock?: Clock;
  readonly folder?: string;
  readonly isProxied?: boolean;
  readonly adminKey?: string;
}

export async function openHall(options: HallOptions = {}): Promise<Hall> {
  const room = new Room(options.log ?? openMemoryLog(), undefined, options.clock ?? systemClock);
  for (const order of begin(options.definition ?? someDefinition(someActivity())))
    await taken(room.order(order));
  const keys = { room: newKey(), presenter: newKey(), results: newKey() };
  for (const role of keyRoles) await taken(room.order({ type: 'addKey', role, hash: hashKey(keys[role]) }));

  const rooms = new Rooms();
  rooms.add({ room, folder: options.folder ?? null });
  let logged = '';
  const sink = new Writable({
    write(chunk, _encoding, done) {
      logged += chunk;
      done();
    },
  });
  const pages = stubPages();
  let url = 'http://127.0.0.1';
  const { isProxied = false, adminKey } = options;
  const server = await createPlenumServer(rooms, {
    url: () => url,
    log: pino({ level: 'warn' }, sink),
    pages,
    isProxied,
    adminKey,
  });
  await new Promise<void>((resolve) => server.listen({ port: 0, host: '127.0.0.1', backlog: 4096 }, resolve));
  url = `http://127.0.0.1:${portOf(server.address())}`;

  const { code } = room.state;
  if (code === null) throw new Error('the session has begun');
  const sockets: Socket[] = [];
  return {
    url,
    code,
    room,
    keys,
    logged: () => logged,
    connect(namespace, auth = {}, headers = {}) {
      const socket = io(`${url}/${namespace}`, {
        auth: { code, ...auth },
        transports: ['websocket'],
        forceNew: true,
        reconnection: false,
        extraHeaders: headers,
      });
      sockets.push(socket);
      return socket;
    },
    async close() {
      for (const socket of sockets) socket.disconnect();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      rooms.close();
      rmSync(pages, { recursive: true, force: true });
    },
  };
}

/** The next time the socket hears this event. */
export function heard<Heard>(socket: Socket, event: string): Promise<Heard> {
  return new Promise((resolve) => socket.once(event, resolve));
}

/** Resolves with `null` once connected, or with the reason why not. */
export function entered(socket: Socket): Promise<string | null> {
  return new Promise((resolve) => {
    socket.once('connect', () => resolve(null));
    socket.once('connect_error', (error) => resolve(error.message));
  });
}

/** Guesses so many codes that this address may guess no more. */
export async function useUpMisses({ url }: Pick<Hall, 'url'>): Promise<void> {
  for (const letter of 'ABCDEFGHJKMNPQRSTUVW') await fetch(`${url}/AAAA2${letter}/deck`);
  const { status } = await fetch(`${url}/AAAA2X/deck`);
  if (status !== 429) throw new Error(`a guess too many was answered with ${status}`);
}

/** Sends a message and waits for its acknowledgement. */
export function ask(socket: Socket, event: string, ...sent: unknown[]): Promise<Acknowledgement> {
  return socket.timeout(10_000).emitWithAck(event, ...sent);
}

async function taken(outcome: Promise<Acknowledgement>): Promise<void> {
  const acknowledgement = await outcome;
  if ('refused' in acknowledgement) throw new Error(acknowledgement.refused);
}

function portOf(address: AddressInfo | string | null): number {
  if (typeof address !== 'object' || address === null) throw new Error('the server listens on a port');
  return address.port;
}

/** Pages that need no build: what is tested here is who gets them. */
function stubPages(): string {
  const folder = mkdtempSync(join(tmpdir(), 'plenum-pages-'));
  for (const page of [
    'audience/index',
    'deck/room',
    'deck/present',
    'deck/results',
    'deck/print',
    'deck/embed',
  ]) {
    const file = join(folder, `${page}.html`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `<!doctype html><title>${page}</title>`);
  }
  return folder;
}
