/** What a phone loads before its first vote: the page, all it names, and the heaviest form of a kind. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './serve.ts';

export interface LoadedFile {
  readonly name: string;
  readonly body: Buffer;
}

const pages = join(root, 'dist/pages');

export function phoneFiles(): readonly LoadedFile[] {
  const html = readFileSync(join(pages, 'audience/index.html'));
  const named = filesNamedIn(html.toString());
  for (const name of [...named]) for (const other of staticImports(name)) named.add(other);
  const files = [...named].map(read);
  // Forms are loaded with the first question: the heaviest stands for whichever it is.
  const main = [...named].map((name) => read(name).body.toString()).join('');
  const forms = readdirSync(join(pages, 'assets'))
    .filter((name) => /^phone-.*\.js$/.test(name) && main.includes(name) && !named.has(`assets/${name}`))
    .map((name) => read(`assets/${name}`))
    .sort((a, b) => b.body.length - a.body.length);
  return [{ name: 'index.html', body: html }, ...files, ...forms.slice(0, 1)];
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
