/** What a phone loads before its first vote: the page and all it names, and the form of a kind. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { root } from './serve.ts';

export interface LoadedFile {
  readonly name: string;
  readonly body: Buffer;
}

const pages = join(root, 'dist/pages');

/** What every phone loads: the page and all it names. */
export function pageFiles(): readonly LoadedFile[] {
  const html = readFileSync(join(pages, 'audience/index.html'));
  const names = withImports([...filesNamedIn(html.toString())]);
  return [{ name: 'index.html', body: html }, ...[...names].map(read)];
}

/** For each form of a kind, what a phone loads for it beside the page. */
export function formFiles(): readonly (readonly LoadedFile[])[] {
  const page = pageFiles();
  const loaded = new Set(page.map(({ name }) => name));
  const main = page.map(({ body }) => body.toString()).join('');
  return readdirSync(join(pages, 'assets'))
    .filter((name) => /^phone-.*\.js$/.test(name) && main.includes(name) && !loaded.has(`assets/${name}`))
    .map((name) => [...withImports([`assets/${name}`])].filter((each) => !loaded.has(each)).map(read));
}

/** Bytes on the wire. */
export function weightOf(files: readonly LoadedFile[]): number {
  return files.reduce((sum, { body }) => sum + brotliCompressSync(body).length, 0);
}

/** The files, and all they import at once, however far. */
function withImports(names: readonly string[]): ReadonlySet<string> {
  const found = new Set(names);
  // A set that grows is walked to its end.
  for (const name of found)
    if (name.endsWith('.js')) for (const other of staticImports(name)) found.add(other);
  return found;
}

function filesNamedIn(html: string): Set<string> {
  return new Set([...html.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map(([, name = '']) => name));
}

function staticImports(name: string): string[] {
  const text = read(name).body.toString();
  return [...text.matchAll(/(?:from|import)\s*"\.\/([^"]+)"/g)].map(([, other = '']) => `assets/${other}`);
}

function read(name: string): LoadedFile {
  return { name, body: readFileSync(join(pages, name)) };
}
