/** `plenum export`: the deck as PDF, with the results of its newest session frozen in. */
import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { nanoid } from 'nanoid';
import { pino } from 'pino';
import { sessionId } from '../protocol/ids.ts';
import { hashKey, newCode, newKey, newSecret } from './access.ts';
import { printPage } from './chromium.ts';
import { write } from './commands.ts';
import { createPlenumServer } from './http.ts';
import type { Log } from './log/log.ts';
import { openMemoryLog } from './log/memory.ts';
import { listen, readChecked, take } from './main.ts';
import { Mistake } from './mistake.ts';
import { Room } from './room.ts';
import { Rooms } from './rooms.ts';
import { foldLog } from './session/fold.ts';
import { peopleIn } from './session/removal.ts';
import { databaseOf, reading } from './store.ts';

interface DeckFlags {
  readonly output: string;
  readonly data?: string;
}

/** The session is copied and served to this machine alone, so it may run meanwhile, and nothing of it changes. */
export async function exportDeck(given: string, { output, data }: DeckFlags): Promise<void> {
  if (!/\.pdf$/i.test(output)) throw new Mistake(`${output} must end in .pdf.`);
  const file = resolve(given);
  const log = openMemoryLog();
  const database = databaseOf(file, data);
  if (existsSync(database)) await reading(database, (stored) => copyNewest(stored, log));
  const room = await openCopy(log, file);
  const key = newKey();
  await take(room, { type: 'addKey', role: 'results', hash: hashKey(key) });
  const rooms = new Rooms();
  rooms.add({ room, folder: dirname(file) });
  let url = '';
  const server = await createPlenumServer(rooms, { url: () => url, log: pino({ level: 'silent' }) });
  const { port, close } = await listen(server, { port: 0, host: '127.0.0.1' });
  url = `http://127.0.0.1:${port}`;
  try {
    await write(output, await printPage(`${url}/${room.state.code}/print#key=${key}`), 'w');
  } finally {
    await close();
    rooms.close();
  }
  process.stdout.write(`Wrote ${output}, ${answersOf(peopleIn(room.state))}.\n`);
}

function answersOf(people: number): string {
  if (people === 0) return 'nobody has answered yet';
  return `with the answers of ${people === 1 ? 'one person' : `${people} people`}`;
}

async function copyNewest(from: Log, to: Log): Promise<void> {
  const [newest] = await from.sessions();
  if (!newest) return;
  const { session } = newest;
  for await (const entries of from.read(session, 0))
    await to.append(
      session,
      entries.map(({ event }) => event),
    );
  for (const id of (await foldLog(to, session)).files.keys()) {
    const bytes = await from.file(session, id);
    if (bytes) await to.putFile(session, id, bytes);
  }
}

/** The copied session, or one that nobody has answered; with the deck as the file has it now, unless it has ended. */
async function openCopy(log: Log, file: string): Promise<Room> {
  const [copied] = await log.sessions();
  const room = new Room(log, copied && (await foldLog(log, copied.session)));
  if (!copied) {
    const started = { session: sessionId(nanoid()), code: newCode(), secret: newSecret() };
    await take(room, { type: 'start', ...started });
  }
  const { definition } = await readChecked(file);
  if (room.state.endedAt === null) await take(room, { type: 'define', definition });
  return room;
}
