/** For tests: a session file that has no fault, read. */
import type { Definition } from '../session/definition.ts';
import { formatFault, readSessionFile } from './session-file.ts';

/** Throws for a text with faults, naming them. */
export function read(text: string): Definition {
  const file = readSessionFile(text, { file: 'talk.md' });
  if (!file.ok) throw new Error(file.faults.map((fault) => formatFault('talk.md', fault)).join('\n'));
  return file.definition;
}
