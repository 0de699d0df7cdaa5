/** A Chromium of this machine, to print a page with: Plenum brings none. */
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { Mistake } from './mistake.ts';

const names = [
  ...['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'],
  ...['chrome.exe', 'msedge.exe'],
];
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ...['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData'].flatMap((name) => {
    const folder = process.env[name];
    if (folder === undefined) return [];
    return ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'].map((path) =>
      join(folder, path),
    );
  }),
];

/** Its path: the one that the variable CHROMIUM names, one on the PATH, or one where installers put it. */
export function findChromium(): string | undefined {
  const named = process.env.CHROMIUM;
  if (named) return named;
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const onPath = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  return [...onPath, ...places].find((path) => existsSync(path));
}

/** Time of the page's own, in milliseconds, until it is printed; it passes as fast as the page has nothing to do. */
const settlingMs = 15_000;
const longestMs = 120_000;

/** A page of this machine as PDF. Throws `Mistake`. */
export async function printPage(url: string): Promise<Uint8Array> {
  const chromium = findChromium();
  if (chromium === undefined) {
    throw new Mistake(
      'Printing needs Chrome, Chromium or Edge on this machine; install one, or name its path in the variable CHROMIUM.',
    );
  }
  const profile = mkdtempSync(join(tmpdir(), 'plenum-print-'));
  const file = join(profile, 'page.pdf');
  try {
    await promisify(execFile)(
      chromium,
      [
        ...['--headless', '--disable-gpu', '--no-first-run', '--force-prefers-reduced-motion'],
        // Chromium has no sandbox for root; the page is our own.
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        ...[`--user-data-dir=${profile}`, `--virtual-time-budget=${settlingMs}`],
        ...['--no-pdf-header-footer', `--print-to-pdf=${file}`, url],
      ],
      { timeout: longestMs },
    );
    return readFileSync(file);
  } catch (error) {
    throw new Mistake(
      `${chromium} could not print (${error instanceof Error ? error.message.split('\n', 1)[0] : error}).`,
    );
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
