/** The web server: pages, keys, decks and downloads. */
import { createServer, type Server } from 'node:http';
import type { Logger } from 'pino';
import type { Rooms } from './rooms.ts';

export interface Settings {
  /** Address that phones reach, without a slash at its end: `http://192.168.1.20:4800` or `https://…`. */
  url(): string;
  readonly log: Logger;
  /** Serves pages with hot reload from the sources instead of `dist/pages`. */
  readonly dev?: boolean;
}

/** Not listening yet. Closing it ends sockets and rooms' fan-out as well. */
export async function createPlenumServer(_rooms: Rooms, _settings: Settings): Promise<Server> {
  return createServer();
}
