/** Where things are, in the repository (TypeScript) and in the package (compiled, one folder deeper). */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Whether this is the repository, where the sources run as they are. */
export const fromSources = import.meta.url.endsWith('.ts');

/** Folder with `package.json`. */
export const root = fileURLToPath(new URL(fromSources ? '..' : '../..', import.meta.url));

/** Folder of the built pages. */
export const pagesFolder = `${root}dist/pages`;

export function version(): string {
  const read: unknown = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
  return typeof read === 'object' && read !== null && 'version' in read ? String(read.version) : '';
}
