/** The pictures of a session as one archive, under the pseudonyms that the tables use. */
import { askedModelOf } from '../../activities/models.ts';
import type { State } from '../session/state.ts';
import { answersOf, exportedActivities, type Only } from './answers.ts';
import { type ZipEntry, zip } from './zip.ts';

/** A file that was handed in, by its id. */
export type FileOf = (id: string) => Promise<Uint8Array | undefined>;

/**
 * Each is called `drawings/P001-round-1-<file>.jpg`: activity, pseudonym, round, and the file as the tables name it. The
 * archive comes piece by piece, with one file at a time in memory.
 */
export function picturesZip(state: State, only: Only, fileOf: FileOf): AsyncIterable<Uint8Array> {
  return zip(entries(state, only, fileOf));
}

async function* entries(state: State, only: Only, fileOf: FileOf): AsyncGenerator<ZipEntry> {
  const read = answersOf(state);
  for (const activity of exportedActivities(state, only)) {
    const files = askedModelOf(activity.definition.kind)?.files;
    if (!files) continue;
    for (let round = 1; round <= activity.rounds.length; round++) {
      for (const { participant, response, fits } of read(activity, round)) {
        for (const id of fits ? files(response) : []) {
          const jpeg = await fileOf(id);
          // An id may be of any script; names in an archive are best plain.
          const name = `${encodeURIComponent(activity.definition.id)}/${participant}-round-${round}-${id}.jpg`;
          if (jpeg) yield { name, pieces: jpeg };
        }
      }
    }
  }
}
