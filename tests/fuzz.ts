/** `npm run fuzz [runs] [first seed]`: many simulated runs; prints the seed of each that fails, and how to repeat it. */
import { openMemoryLog } from '../server/log/memory.ts';
import { simulate } from './simulation.ts';

const [, , runs = '10000', first = '1000'] = process.argv;
let failed = 0;
for (let seed = Number(first); seed < Number(first) + Number(runs); seed++) {
  const log = openMemoryLog();
  const { violations } = await simulate(seed, log);
  await log.close();
  if (violations.length === 0) continue;
  failed++;
  console.log(`seed ${seed}: ${violations[0]} (npm run fuzz 1 ${seed})`);
}
console.log(`${runs} runs, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
