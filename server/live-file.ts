/** Live editing: each save of the session file reaches the room, and a faulty one leaves the last good version. */
import { realpathSync, watch } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type { Fault } from '../activities/directive.ts';
import { readBeside } from './beside.ts';
import type { Clock, Room } from './room.ts';
import type { Definition } from './session/definition.ts';
import { orphanedBy } from './session/orphans.ts';
import { formatFault, formatWarning } from './session-file/session-file.ts';

/** Editors write in several steps: the file is read once they have been quiet so long, in milliseconds. */
const quietMs = 100;

export interface LiveFile {
  /** Something has happened to the file. */
  changed(): void;
  /** Resolves when the room has what was read so far. */
  settled(): Promise<void>;
  close(): void;
}

export interface Followed {
  readonly file: string;
  /** What was doubtful when it was first read, and was told then. */
  readonly warnings: readonly Fault[];
}

export function followFile(
  { file, warnings }: Followed,
  room: Room,
  tell: (message: string) => void,
  clock: Clock = room.clock,
): LiveFile {
  const reader = new Reader(file, room, tell, warnings);
  let cancel: () => void = () => {};
  // One after the other, so that an older text never comes last.
  let reading = Promise.resolve();
  const changed = () => {
    cancel();
    cancel = clock.after(quietMs, () => {
      reading = reading
        .then(() => reader.reload())
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

class Reader {
  readonly #file: string;
  readonly #room: Room;
  readonly #tell: (message: string) => void;
  /** What the last reading found doubtful: told once, not again with each save. */
  #known: ReadonlySet<string>;

  constructor(file: string, room: Room, tell: (message: string) => void, warnings: readonly Fault[]) {
    this.#file = file;
    this.#room = room;
    this.#tell = tell;
    this.#known = new Set(warnings.map(({ message }) => message));
  }

  /** Reads the file once. Resolves when the room has it, or was warned. */
  async reload(): Promise<void> {
    const text = await readFile(this.#file, 'utf8').catch(() => undefined);
    // Gone for a moment, between two steps of an editor: the next change is heard as well.
    if (text === undefined) return;
    const name = basename(this.#file);
    const read = await readBeside(text, this.#file);
    this.#tellDoubts(name, read.warnings);
    if (!read.ok) {
      const faults = read.faults.map((fault) => formatFault(name, fault));
      this.#tell(`${faults.join('\n')}\nThe room keeps the last good version.`);
      this.#room.warn('file', inShort(faults));
      return;
    }
    this.#room.warn('file', null);
    if (isSame(read.definition, this.#room.state.definition)) return;
    warnOfOrphans(read.definition, this.#room, this.#tell);
    const outcome = await this.#room.order({ type: 'define', definition: read.definition });
    this.#tell(
      'refused' in outcome ? `The change could not be saved (${outcome.refused}).` : `Updated ${name}.`,
    );
  }

  /** What this save brought: at the terminal, and on the console until the next one. */
  #tellDoubts(name: string, warnings: readonly Fault[]): void {
    const doubts = warnings.filter(({ message }) => !this.#known.has(message));
    this.#known = new Set(warnings.map(({ message }) => message));
    for (const doubt of doubts) this.#tell(formatWarning(name, doubt));
    this.#room.warn('doubts', inShort(doubts.map((doubt) => formatFault(name, doubt))));
  }
}

/** The first, and how many more; null for none. */
function inShort([first, ...others]: readonly string[]): string | null {
  if (first === undefined) return null;
  return others.length === 0 ? first : `${first} (and ${others.length} more)`;
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
