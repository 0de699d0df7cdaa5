/** A session file read together with what stands beside it: pictures it names and that are not there are doubtful. */
import { readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type Fault, nearest } from '../activities/directive.ts';
import { legible } from '../activities/legible.ts';
import { shownFile } from './pictures.ts';
import { isShownFile } from './session-file/pictures.ts';
import { readSessionFile, type SessionFile } from './session-file/session-file.ts';

/** As `readSessionFile`, with a warning for each missing picture. `file` is where the text stands on the disk. */
export async function readBeside(text: string, file: string): Promise<SessionFile> {
  const read = readSessionFile(text, { file: basename(file) });
  const folder = dirname(file);
  const missing = await Promise.all(
    read.pictures.map(async ({ path, place }): Promise<Fault[]> => {
      const message = await missingAt(folder, path);
      return message === undefined ? [] : [{ ...place, message }];
    }),
  );
  const warnings = [...read.warnings, ...missing.flat()].sort(
    (a, b) => a.line - b.line || a.column - b.column,
  );
  return { ...read, warnings };
}

/** What is wrong with a picture of that path below the folder, or undefined when it can be shown. */
async function missingAt(folder: string, path: string): Promise<string | undefined> {
  if ((await shownFile(folder, path)) !== undefined) return undefined;
  const name = legible(path, 100);
  const near = await nearPicture(folder, path);
  const hint = near === undefined ? '' : `, did you mean "${legible(near, 100)}"?`;
  return `there is no picture "${name}" beside this file${hint}`;
}

/** A picture of nearly this name where it was looked for, or one of just this name beside the file. */
async function nearPicture(folder: string, path: string): Promise<string | undefined> {
  const within = dirname(path);
  const wanted = basename(path).toLowerCase();
  const names = await picturesIn(join(folder, within));
  const near = nearest(wanted, [...names.keys()]);
  if (near !== undefined) return join(within, names.get(near) ?? near);
  return within === '.' ? undefined : (await picturesIn(folder)).get(wanted);
}

/** Names of the pictures in a folder, by how they are compared. */
async function picturesIn(folder: string): Promise<ReadonlyMap<string, string>> {
  const names = await readdir(folder).catch(() => []);
  return new Map(names.filter(isShownFile).map((name) => [name.toLowerCase(), name]));
}
