#!/usr/bin/env node
// Starts Plenum on a Node that is new enough. Plain and old-fashioned JavaScript, since any Node may read it.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const major = Number(process.versions.node.split('.')[0]);

if (major >= 24) {
  // The package brings compiled JavaScript; in the repository the sources run as they are.
  const compiled = join(here, '../dist/server/cli.js');
  const source = join(here, 'cli.ts');
  const { main } = await import(pathToFileURL(existsSync(source) ? source : compiled).href);
  await main(process.argv);
} else {
  const newer = newerNode();
  if (newer === undefined) {
    process.stderr.write(
      `Plenum needs Node 24 or newer, this is ${process.versions.node}. Try: npx -p node@24 -p plenum plenum\n`,
    );
    process.exit(2);
  }
  const { status } = spawnSync(newer, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  process.exit(status === null ? 1 : status);
}

/** The Node that the npm package `node` has brought, if it is installed. */
function newerNode() {
  try {
    const folder = dirname(createRequire(import.meta.url).resolve('node/package.json'));
    const binary = join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
    return existsSync(binary) ? binary : undefined;
  } catch {
    return undefined;
  }
}
