/** Runs one session file: reads it, opens or resumes its session, serves it, and follows its edits. */
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { networkInterfaces } from 'node:os';
import { basename, dirname, resolve } from 'node:path';
import { nanoid } from 'nanoid';
import type { Logger } from 'pino';
import { sessionId } from '../protocol/ids.ts';
import { keyRoles } from '../protocol/rights.ts';
import { hashKey, newCode, newKey, newSecret } from './access.ts';
import { reachableAddress } from './addresses.ts';
import { readBeside } from './beside.ts';
import { createPlenumServer } from './http.ts';
import { followFile, isSame, warnOfOrphans } from './live-file.ts';
import type { Log } from './log/log.ts';
import { openSqliteLog } from './log/sqlite.ts';
import { Mistake } from './mistake.ts';
import { eraseOverdue, keepRetention } from './retention.ts';
import { type Clock, Room, systemClock } from './room.ts';
import { Rooms } from './rooms.ts';
import type { Order } from './session/decide.ts';
import { foldLog } from './session/fold.ts';
import type { State } from './session/state.ts';
import { formatFault, formatWarning, type SessionFile } from './session-file/session-file.ts';
import { databaseOf, explained } from './store.ts';

export interface RunOptions {
  readonly port: number;
  /** Interface to listen on; all of them when left out. */
  readonly host?: string | undefined;
  /** Public address behind a proxy. */
  readonly url?: string | undefined;
  readonly data?: string | undefined;
  /** Starts afresh although a session could be resumed. */
  readonly afresh?: boolean | undefined;
  readonly dev?: boolean | undefined;
  /** Opens `/metrics` from another machine. */
  readonly adminKey?: string | undefined;
  readonly log: Logger;
  /** Simulated in tests. */
  readonly clock?: Clock | undefined;
  /** Tells the person at the terminal something. */
  tell(message: string): void;
}

/** What a script is told once the server listens: `--json` prints it. */
export interface Links {
  readonly url: string;
  readonly code: string;
  readonly join: string;
  readonly room: string;
  readonly presenter: string;
  readonly results: string;
  readonly presenterKey: string;
  readonly roomKey: string;
  readonly resultsKey: string;
}

export interface Running {
  readonly links: Links;
  readonly title: string;
  readonly resumed: boolean;
  readonly database: string;
  /** False when only this machine can reach the server. */
  readonly reachable: boolean;
  close(): Promise<void>;
}

/** Throws `Mistake` for what the operator can put right; then nothing was started. */
export async function run(given: string, options: RunOptions): Promise<Running> {
  const file = resolve(given);
  const read = await readChecked(file);
  for (const warning of read.warnings) options.tell(formatWarning(basename(file), warning));
  // Before anything is stored: a start that fails leaves no session behind that the next one would resume.
  await listen(createServer(), options).then(({ close }) => close());
  const database = databaseOf(file, options.data && resolve(options.data));
  return explained(database, async () => {
    const log = await openSqliteLog(database, (error) => options.log.error({ error: String(error) }, 'log'));
    try {
      const opened = await openRoom(log, read, options);
      return await serve({ file, read, database, log, ...opened }, options);
    } catch (error) {
      await log.close();
      throw error;
    }
  });
}

/** The session file, read and without a fault. */
export async function readChecked(file: string): Promise<Extract<SessionFile, { ok: true }>> {
  const read = await readBeside(readText(file), file);
  if (read.ok) return read;
  throw new Mistake(read.faults.map((fault) => formatFault(basename(file), fault)).join('\n'));
}

export function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw new Mistake(
      missing ? `There is no file ${file}.` : `${file} cannot be read: is it a file, and yours?`,
    );
  }
}

async function openRoom(
  log: Log,
  read: Extract<SessionFile, { ok: true }>,
  { afresh, tell, clock = systemClock }: RunOptions,
) {
  const stopped = afresh ? undefined : await newestSession(log);
  if (stopped) {
    const room = new Room(log, stopped, clock);
    if (read.code !== undefined && read.code !== stopped.code)
      tell(`The session goes on with the code ${stopped.code}; ${read.code} comes with --new.`);
    if (!isSame(read.definition, stopped.definition)) {
      warnOfOrphans(read.definition, room, tell);
      await take(room, { type: 'define', definition: read.definition });
    }
    return { room, resumed: true };
  }
  const room = new Room(log, undefined, clock);
  await take(room, {
    type: 'start',
    session: sessionId(nanoid()),
    code: read.code ?? newCode(),
    secret: newSecret(),
  });
  await take(room, { type: 'define', definition: read.definition });
  return { room, resumed: false };
}

/** The newest session, unless it has ended. An earlier one was left behind, ended or not: nobody means that one. */
async function newestSession(log: Log): Promise<State | undefined> {
  const [newest] = await log.sessions();
  const state = newest && (await foldLog(log, newest.session));
  return state?.endedAt === null ? state : undefined;
}

/** Throws `Mistake` where the order was refused. */
export async function take(room: Room, order: Order): Promise<void> {
  const outcome = await room.order(order);
  if ('refused' in outcome) {
    throw new Mistake(`The session cannot be stored (${room.warnings[0]?.message ?? outcome.refused})`);
  }
}

interface Opened {
  readonly file: string;
  readonly read: Extract<SessionFile, { ok: true }>;
  readonly database: string;
  readonly log: Log;
  readonly room: Room;
  readonly resumed: boolean;
}

async function serve(
  { file, read, database, log, room, resumed }: Opened,
  options: RunOptions,
): Promise<Running> {
  const keys = { room: newKey(), presenter: newKey(), results: newKey() };
  for (const role of keyRoles) await take(room, { type: 'addKey', role, hash: hashKey(keys[role]) });
  const rooms = new Rooms();
  rooms.add({ room, folder: dirname(file) });
  let url = '';
  const server = await createPlenumServer(rooms, {
    url: () => url,
    log: options.log,
    isProxied: options.url !== undefined,
    adminKey: options.adminKey,
    dev: options.dev === true,
  });
  const { port } = await listen(server, options);
  const address = /^(|::|0\.0\.0\.0)$/.test(options.host ?? '')
    ? reachableAddress(networkInterfaces())
    : options.host;
  url = options.url ?? `http://${address?.includes(':') ? `[${address}]` : (address ?? 'localhost')}:${port}`;
  const live = followFile({ file, warnings: read.warnings }, room, options.tell);
  const endRetention = keepRetention({
    clock: room.clock,
    erase: (now) => eraseOverdue({ database, log, live: room.state.session }, now),
    tell(codes) {
      const sessions = codes.length === 1 ? 'One session is' : `${codes.length} sessions are`;
      options.tell(
        `${sessions} erased for good, as the days that retain promised are over: ${codes.join(', ')}.`,
      );
      options.log.info({ sessions: codes.length }, 'sessions erased');
    },
    failed(error) {
      options.tell('Sessions whose days are over could not be erased now; it is tried again tomorrow.');
      options.log.error({ error: String(error) }, 'retention');
    },
  });
  const { code } = room.state;
  return {
    links: {
      url,
      code: code ?? '',
      join: `${url}/${code}`,
      room: `${url}/${code}/room#key=${keys.room}`,
      presenter: `${url}/${code}/present#key=${keys.presenter}`,
      results: `${url}/${code}/results#key=${keys.results}`,
      presenterKey: keys.presenter,
      roomKey: keys.room,
      resultsKey: keys.results,
    },
    title: room.state.definition?.title ?? '',
    resumed,
    database,
    reachable:
      options.url !== undefined || (address !== undefined && !/^(127\.|localhost$|::1$)/.test(address)),
    async close() {
      live.close();
      await new Promise<void>((done) => server.close(() => done()));
      rooms.close();
      await endRetention();
      await log.close();
    },
  };
}

interface Listening {
  readonly port: number;
  close(): Promise<void>;
}

/** Connections that wait while a whole hall joins in the same instant. */
const backlog = 4096;

/** Throws `Mistake` with what is in the way. */
export function listen(
  server: Server,
  { port, host }: Pick<RunOptions, 'port' | 'host'>,
): Promise<Listening> {
  return new Promise((done, failed) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') {
        failed(new Mistake(`Port ${port} is in use; stop what uses it, or choose another with --port.`));
      } else if (error.code === 'EACCES') {
        failed(new Mistake(`Port ${port} needs more rights; choose one above 1023 with --port.`));
      } else if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
        failed(new Mistake(`This machine has no address ${host}; leave out --host, or name one of its own.`));
      } else {
        failed(error);
      }
    });
    server.listen({ port, host, backlog }, () => {
      const address = server.address();
      done({
        port: typeof address === 'object' && address ? address.port : port,
        close: () => new Promise((closed) => server.close(() => closed())),
      });
    });
  });
}
