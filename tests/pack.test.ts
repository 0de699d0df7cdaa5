/**
 * [P1] The package that `npm pack` makes works in an empty folder, on whatever Node is there.
 * [P2] It holds no tests, no sources of pages and no maps.
 */
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
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

it('[P1] [P2] installs and runs elsewhere', async () => {
  // Pages and server are built by the scripts of npm, as for a release; those need the repository's own commands.
  execFileSync('npm', ['pack', '--silent', '--pack-destination', folder], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? '';
  const inside = execFileSync('tar', ['-tzf', join(folder, tarball)], { encoding: 'utf8' })
    .trim()
    .split('\n');
  expect(inside.filter((name) => /\.test\.|\.map$|\.tsx?$|fixtures|package\/tests/.test(name))).toEqual([]);
  expect(inside).toContain('package/sessions/welcome.md');

  execFileSync('npm', ['init', '-y'], { cwd: folder, env, stdio: 'ignore' });
  execFileSync('npm', ['install', join(folder, tarball)], {
    cwd: folder,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const run = (...args: string[]) =>
    execFileSync('npx', ['plenum', ...args], { cwd: folder, env, encoding: 'utf8' });
  expect(run('--version')).toMatch(/^\d+\.\d+\.\d+/);
  run('new', 'talk.md');

  const child = spawn('npx', ['plenum', 'talk.md', '--json', '--port', '0', '--host', '127.0.0.1'], {
    cwd: folder,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const { url, code } = await new Promise<{ url: string; code: string }>((resolve, reject) => {
      child.stdout.once('data', (data) => resolve(JSON.parse(String(data))));
      child.once('close', (exit) => reject(new Error(`plenum ended with ${exit}`)));
    });
    expect(await (await fetch(`${url}/healthz`)).json()).toEqual({ ok: true });
    const page = await (await fetch(`${url}/${code}`)).text();
    const [, script = ''] = /src="(\/assets\/[^"]+)"/.exec(page) ?? [];
    expect((await fetch(url + script)).status).toBe(200);
  } finally {
    // The group, since npx stands between us and the server.
    if (child.pid) process.kill(-child.pid, 'SIGTERM');
  }
}, 180_000);
