/**
 * [N1] Whatever happens to phones, network, clock and server: nothing acknowledged is lost, nothing is stored twice,
 *      invented or changed, and "Saved" never comes before the acknowledgement.
 * [N2] No view names a participant or shows what is hidden, after any operation.
 * [N3] The room shows what its log holds.
 * [N4] Nothing of whoever was removed is left, in any state, table or download.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Log } from '../server/log/log.ts';
import { openMemoryLog } from '../server/log/memory.ts';
import { openSqliteLog } from '../server/log/sqlite.ts';
import { simulate } from './simulation.ts';

const folder = mkdtempSync(join(tmpdir(), 'plenum-simulation-'));
const logs: Readonly<Record<string, () => Promise<Log>>> = {
  memory: async () => openMemoryLog(),
  sqlite: () => openSqliteLog(join(folder, 'simulated.db')),
};

describe.each(Object.entries(logs))('[N1] [N2] [N3] [N4] over %s', (_name, open) => {
  let log: Log;
  beforeAll(async () => {
    log = await open();
  });
  afterAll(async () => {
    await log.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(Array.from({ length: 50 }, (_, seed) => seed))('seed %i', async (seed) => {
    const { violations, responses } = await simulate(seed, log);
    expect(violations).toEqual([]);
    // A run that stored nothing would prove nothing.
    expect(responses).toBeGreaterThan(0);
  });
});
