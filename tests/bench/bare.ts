/** The bare transport that ours is compared with: `ws` alone, the same bytes, the same log with its group commit. */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { gather } from './crowd-control.ts';
import type { Figure } from './figures.ts';

export async function bareTransport(ours: number): Promise<readonly Figure[]> {
  const server = fork(fileURLToPath(new URL('bare-server.ts', import.meta.url)));
  const url = await new Promise<string>((resolve) =>
    server.once('message', (address: string) => resolve(address)),
  );
  const crowd = gather();
  try {
    await crowd.do({ do: 'join', url, code: 'ABCDEF', phones: 1000, perSecond: 1000 });
    const task = {
      do: 'saturate',
      activity: 'which',
      options: ['one', 'two', 'three', 'four'],
      inFlight: 1000,
    } as const;
    await crowd.do({ ...task, forMs: 2000 });
    const { perSecond: bare = Number.NaN } = await crowd.do({ ...task, forMs: 5000 });
    return [
      {
        line: 'L9',
        name: 'durable votes, saturated',
        value: ours,
        unit: 'votes/s',
        target: { atLeast: 20_000 },
      },
      { line: 'L9', name: 'the same over bare ws', value: bare, unit: 'votes/s' },
      { line: 'L9', name: 'ours to bare ws', value: ours / bare, unit: 'ratio', target: { atLeast: 0.4 } },
    ];
  } finally {
    crowd.end();
    server.kill('SIGKILL');
  }
}
