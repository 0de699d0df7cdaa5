/** Live editing: each save of the session file reaches the room, and a faulty one leaves the last good version. */
import { realpathSync, watch } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type { Clock, Room } from './room.ts';
import type { Definition } from './session/definition.ts';
import { orphanedBy } from './session/orphans.ts';
import { formatFault, readSessionFile } from './session-file/session-file.ts';

/** Editors write in several steps: the file is read once they have been quiet so long, in milliseconds. */
const quietMs = 100;

export interface LiveFile {
  /** Something has happened to the file. */
  changed(): void;
  /** Resolves when the room has what was read so far. */
  settled(): Promise<void>;
  close(): void;
}

export function followFile(
  file: string,
  room: Room,
  tell: (message: string) => void,
  clock: Clock = room.clock,
): LiveFile {
  let cancel: () => void = () => {};
  // One after the other, so that an older text never comes last.
  let reading = Promise.resolve();
  const changed = () => {
    cancel();
    cancel = clock.after(quietMs, () => {
      reading = reading
        .then(() => reload(file, room, tell))
        .catch((error: unknown) => tell(`The change could not be taken: ${error}`));
    });
  };
  // What a link leads to may be edited elsewhere.
  const watchers = [...new Set([file, realpathSync(file)])].map((path) => {
    // Editors save by renaming, which a watch on the file itself would lose: the folder is watched.
    const watcher = watch(dirname(path), (_event, name) => {
      if (name === null || name === basename(path)) changed();
    });
    return watcher.on('error', (error) => tell(`Changes of ${path} are not seen any more: ${error.message}`));
  });
  return {
    changed,
    settled: () => reading,
    close() {
      cancel();
      for (const watcher of watchers) watcher.close();
    },
  };
}

/** Reads the file once. Resolves when the room has it, or was warned. */
async function reload(file: string, room: Room, tell: (message: string) => void): Promise<void> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  // Gone for a moment, between two steps of an editor: the next change is heard as well.
  if (text === undefined) return;
  const name = basename(file);
  const read = readSessionFile(text, { file: name });
  if (!read.ok) {
    const faults = read.faults.map((fault) => formatFault(name, fault));
    tell(`${faults.join('\n')}\nThe room keeps the last good version.`);
    const more = faults.length > 1 ? ` (and ${faults.length - 1} more)` : '';
    room.warn('file', `${faults[0] ?? ''}${more}`);
    return;
  }
  room.warn('file', null);
  if (isSame(read.definition, room.state.definition)) return;
  warnOfOrphans(read.definition, room, tell);
  const outcome = await room.order({ type: 'define', definition: read.definition });
  tell('refused' in outcome ? `The change could not be saved (${outcome.refused}).` : `Updated ${name}.`);
}

/** Before a definition is taken: says which answers will have no place in it, on the console and at the terminal. */
export function warnOfOrphans(next: Definition, room: Room, tell: (message: string) => void): void {
  const orphans = orphanedBy(room.state, next).map(
    ({ question, answers }) => `${answers} ${answers === 1 ? 'answer' : 'answers'} to "${question}"`,
  );
  const warning =
    orphans.length === 0 ? null : `This edit leaves without a place: ${orphans.join(', ')}. They are kept.`;
  if (warning) tell(warning);
  room.warn('orphans', warning);
}

/** A definition went through JSON in the log: compared as such. */
export function isSame(a: Definition, b: Definition | null): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => [key, sorted(each)]),
  );
}
