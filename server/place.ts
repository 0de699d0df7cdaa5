/** Where things are, in the repository (TypeScript) and in the package (compiled, one folder deeper). */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const above = fileURLToPath(new URL('..', import.meta.url));
/** Folder with `package.json`. */
export const root = existsSync(`${above}package.json`)
  ? above
  : fileURLToPath(new URL('../..', import.meta.url));

/** Folder of the built pages. */
export const pagesFolder = `${root}dist/pages`;

export function version(): string {
  const read: unknown = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
  return typeof read === 'object' && read !== null && 'version' in read ? String(read.version) : '';
}
