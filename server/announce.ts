/** What the terminal shows once a session runs: the links, how to join, and what may be in the way. */
import { execFileSync } from 'node:child_process';
import { relative } from 'node:path';
import QRCode from 'qrcode';
import type { Running } from './main.ts';

/** Files that the server itself needs open; the rest of the limit is phones. */
const ownFiles = 100;
/** From here on nobody needs to know how many fit. */
const plenty = 4000;

export async function announce({ links, title, resumed, database, reachable }: Running): Promise<string> {
  const code = await QRCode.toString(links.join, {
    type: 'terminal',
    small: true,
    errorCorrectionLevel: 'L',
  });
  const lines = [
    '',
    `  ${title}${resumed ? '  (resumed: nothing is lost)' : ''}`,
    '',
    `  Room screen   ${links.room}`,
    `  Console       ${links.presenter}`,
    `  Results       ${links.results}`,
    '',
    `  People join at ${links.join.replace(/^https?:\/\//, '')}`,
    '',
    code.replace(/^/gm, '  ').trimEnd(),
    '',
    `  Answers are kept in ${relative('.', database) || database}. Ctrl-C stops; starting again resumes.`,
  ];
  if (!reachable) {
    lines.push(
      '',
      '  Phones cannot reach this machine yet: join a Wi-Fi network (or open a hotspot on this',
      '  laptop or a phone) and start again.',
    );
  }
  const phones = openFilesLimit() - ownFiles;
  if (phones < plenty)
    lines.push('', `  About ${phones} phones fit; "ulimit -n 20000" before starting makes room for more.`);
  return `${lines.join('\n')}\n\n`;
}

/** How many files and connections this process may have open; no limit where the system does not say. */
function openFilesLimit(): number {
  try {
    const limit = Number(execFileSync('sh', ['-c', 'ulimit -n'], { encoding: 'utf8' }).trim());
    return Number.isNaN(limit) ? Number.POSITIVE_INFINITY : limit;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}
