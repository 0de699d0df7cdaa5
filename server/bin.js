#!/usr/bin/env node
// Starts Plenum on a Node that is new enough. Plain and old-fashioned JavaScript, since any Node may read it.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import module, { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const major = Number(process.versions.node.split('.')[0]);

if (major >= 24) {
  // The package brings compiled JavaScript; in the repository the sources run as they are.
  const compiled = join(here, '../dist/server/cli.js');
  const source = join(here, 'cli.ts');
  const fromSource = existsSync(source);
  // What is left of a source without its types is kept: from the second start on, nothing that strips them is loaded,
  // which saves 35 MB and a third of the time to start.
  // The variable is for the log's thread, which begins by itself.
  if (fromSource) {
    process.env.NODE_COMPILE_CACHE ??= join(tmpdir(), 'node-compile-cache');
    module.enableCompileCache(process.env.NODE_COMPILE_CACHE);
  }
  const { main } = await import(pathToFileURL(fromSource ? source : compiled).href);
  // At once, since a server that is killed later writes nothing any more.
  if (fromSource) module.flushCompileCache();
  await main(process.argv);
} else {
  const newer = newerNode();
  if (newer === undefined) {
    process.stderr.write(
      `Plenum needs Node 24 or newer, this is ${process.versions.node}. Install a newer one, or in this folder: ` +
        'npm install node@24 (and let npm run its install script).\n',
    );
    process.exit(2);
  }
  handOver(newer);
}

/** Goes on as another process; whoever stops this one stops that one. */
function handOver(node) {
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    // The channel says nothing: it ends with this process, however that ends, and the other one with it.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  // A terminal's Ctrl-C reaches both of us: the other decides when to end. Windows has no other signal to hand on.
  const forward = process.platform === 'win32' ? () => {} : () => child.kill('SIGTERM');
  process.on('SIGINT', forward);
  process.on('SIGTERM', forward);
  child.on('error', (error) => {
    process.stderr.write(`${node} cannot be started (${error.message}). Install Node 24 or newer.\n`);
    process.exit(2);
  });
  child.on('close', (status) => process.exit(status === null ? 1 : status));
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
