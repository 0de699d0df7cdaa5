// Loaded into a server under measurement (`node --import`): on SIGUSR2 it tells on standard error how long its event loop
// was held since the last time, in milliseconds, and begins anew. Plain JavaScript, so that nothing more is loaded for it.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { isMainThread } from 'node:worker_threads';

if (isMainThread) {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  process.on('SIGUSR2', () => {
    const held = { max: delay.max / 1e6, p99: delay.percentile(99) / 1e6 };
    delay.reset();
    process.stderr.write(`loop ${JSON.stringify(held)}\n`);
  });
}
