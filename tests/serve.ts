/** Starts the real command as its own process, on a free loopback port and with a data folder of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Links } from '../server/main.ts';

export const root = fileURLToPath(new URL('..', import.meta.url));

export interface Served extends Links {
  readonly process: ChildProcess;
  readonly folder: string;
  readonly file: string;
  /** What it said on standard error. */
  said(): string;
  /** Ends it and leaves the folder. */
  stop(signal?: NodeJS.Signals): Promise<void>;
  /** Starts it again over the same data, at the same port. */
  again(): Promise<Served>;
  /** Ends it and removes its folder. */
  remove(): Promise<void>;
}

export interface ServeOptions {
  /** Text of the session file. */
  readonly source: string;
  readonly args?: readonly string[];
  /** For Node itself. */
  readonly nodeArgs?: readonly string[];
  /** Files beside the session file, by name. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
}

export async function serve({ source, args = [], nodeArgs = [], files = {} }: ServeOptions): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), 'plenum-'));
  const file = join(folder, 'talk.md');
  writeFileSync(file, source);
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  try {
    return await start(folder, file, { args, nodeArgs, port: 0 });
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

interface StartOptions {
  readonly args: readonly string[];
  readonly nodeArgs: readonly string[];
  readonly port: number;
}

async function start(folder: string, file: string, { args, nodeArgs, port }: StartOptions): Promise<Served> {
  const child = spawn(
    process.execPath,
    [
      ...nodeArgs,
      join(root, 'server/bin.js'),
      ...[file, '--json', '--host', '127.0.0.1', '--port', String(port)],
      ...args,
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  // Should the tests end without having stopped it.
  const abandon = () => child.kill('SIGKILL');
  process.once('exit', abandon);
  let said = '';
  child.stderr.on('data', (data) => {
    said += data;
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  void ended.then(() => process.off('exit', abandon));
  const links = await new Promise<Links>((resolve, reject) => {
    let text = '';
    child.stdout.on('data', (data) => {
      text += data;
      if (text.includes('\n')) resolve(JSON.parse(text));
    });
    child.once('close', (code) => reject(new Error(`plenum ended with ${code}: ${said}`)));
  });
  const stop = async (signal: NodeJS.Signals = 'SIGTERM') => {
    child.kill(signal);
    await ended;
  };
  return {
    ...links,
    process: child,
    folder,
    file,
    said: () => said,
    stop,
    again: () => start(folder, file, { args, nodeArgs, port: Number(new URL(links.url).port) }),
    async remove() {
      await stop('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Runs the command to its end. */
export function plenum(
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, [join(root, 'server/bin.js'), ...args], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, err] = ['', ''];
  child.stdout.on('data', (data) => {
    out += data;
  });
  child.stderr.on('data', (data) => {
    err += data;
  });
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, out, err })));
}
