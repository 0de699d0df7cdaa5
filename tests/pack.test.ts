/**
 * [P1] The package that `npm pack` makes works in an empty folder, on whatever Node is there.
 * [P2] It holds no tests, no sources of pages and no maps.
 */
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { root } from './serve.ts';

const folder = mkdtempSync(join(tmpdir(), 'plenum-pack-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** As a user's terminal has it: without this repository's own commands. */
const env = {
  ...process.env,
  PATH: (process.env.PATH ?? '')
    .split(delimiter)
    .filter((path) => !path.startsWith(join(root, 'node_modules')))
    .join(delimiter),
  npm_config_audit: 'false',
  npm_config_fund: 'false',
  npm_config_loglevel: 'error',
};

/** The repository's files in a folder of their own: packing builds anew, and other tests use what is built here. */
function copyOfRepository(): string {
  const copy = join(folder, 'repository');
  const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  for (const file of files.split('\0').filter((each) => each !== '' && existsSync(join(root, each))))
    cpSync(join(root, file), join(copy, file));
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  return copy;
}

it('[P1] [P2] installs and runs elsewhere', async () => {
  // Pages and server are built by the scripts of npm, as for a release.
  execFileSync('npm', ['pack', '--silent', '--pack-destination', folder], {
    cwd: copyOfRepository(),
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? '';
  const inside = execFileSync('tar', ['-tzf', join(folder, tarball)], { encoding: 'utf8' })
    .trim()
    .split('\n');
  expect(inside.filter((name) => /\.test\.|\.map$|\.tsx?$|fixtures|package\/tests/.test(name))).toEqual([]);
  expect(inside).toContain('package/sessions/welcome.md');

  const elsewhere = join(folder, 'elsewhere');
  mkdirSync(elsewhere);
  execFileSync('npm', ['init', '-y'], { cwd: elsewhere, env, stdio: 'ignore' });
  execFileSync('npm', ['install', join(folder, tarball)], {
    cwd: elsewhere,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const run = (...args: string[]) =>
    execFileSync('npx', ['plenum', ...args], { cwd: elsewhere, env, encoding: 'utf8' });
  expect(run('--version')).toMatch(/^\d+\.\d+\.\d+/);
  run('new', 'talk.md');

  const child = spawn('npx', ['plenum', 'talk.md', '--json', '--port', '0', '--host', '127.0.0.1'], {
    cwd: elsewhere,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  try {
    const { url, code } = await new Promise<{ url: string; code: string }>((resolve, reject) => {
      child.stdout.once('data', (data) => resolve(JSON.parse(String(data))));
      child.once('close', (exit) => reject(new Error(`plenum ended with ${exit}`)));
    });
    expect(await (await fetch(`${url}/healthz`)).json()).toEqual({ ok: true });
    const page = await (await fetch(`${url}/${code}`)).text();
    const [, script = ''] = /src="(\/assets\/[^"]+)"/.exec(page) ?? [];
    expect((await fetch(url + script)).status).toBe(200);
    // As Ctrl-C in a terminal: npx, where the Node is old our launcher, and the server all hear it, and end.
    if (child.pid) process.kill(-child.pid, 'SIGINT');
    await ended;
    await expect
      .poll(
        () =>
          fetch(url).then(
            () => 'up',
            () => 'down',
          ),
        { timeout: 10_000 },
      )
      .toBe('down');
    expect(run('results', code)).toContain('session,round,activity');
  } finally {
    // The group, should one of them be left.
    if (child.exitCode === null && child.signalCode === null && child.pid)
      process.kill(-child.pid, 'SIGKILL');
    await ended;
  }
}, 180_000);
