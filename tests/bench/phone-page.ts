/** L10: what the phone page weighs, how dear it is to serve, and how soon it can be used on a slow phone. */
import { brotliCompressSync } from 'node:zlib';
import { launch } from '../browser.ts';
import { phoneFiles } from '../phone-files.ts';
import { serve } from '../serve.ts';
import type { Figure } from './figures.ts';
import { pause, processorTimeOf } from './process-figures.ts';

const source = '## Which?\n<!-- poll: {id: which} -->\n- One\n- Two\n';

export async function phonePage(): Promise<readonly Figure[]> {
  const served = await serve({ source });
  const browser = await launch();
  try {
    const weight = phoneFiles().reduce((sum, { body }) => sum + brotliCompressSync(body).length, 0) / 1000;
    const before = processorTimeOf(served.process.pid);
    const began = performance.now();
    const seconds = 10;
    const loads: Promise<unknown>[] = [];
    for (let load = 0; load < 500 * seconds; load++) {
      const wait = began + load * 2 - performance.now();
      if (wait > 1) await pause(wait);
      loads.push(
        fetch(served.join, { headers: { 'accept-encoding': 'br' } }).then((reply) => reply.arrayBuffer()),
      );
    }
    await Promise.all(loads);
    const cores = (processorTimeOf(served.process.pid) - before) / ((performance.now() - began) / 1000);

    const page = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Network.enable');
    // Slow 4G as Chromium's own tools have it: 1.6 Mbit/s down, 750 kbit/s up, 150 ms.
    await devtools.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 150,
      downloadThroughput: 200_000,
      uploadThroughput: 93_750,
    });
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    let requests = 0;
    const hosts = new Set<string>();
    page.on('request', (request) => {
      if (request.url().startsWith('data:')) return;
      requests++;
      hosts.add(new URL(request.url()).host);
    });
    page.on('websocket', () => requests++);
    const opened = performance.now();
    await page.goto(served.join);
    await page.getByLabel('One').waitFor();
    const usable = (performance.now() - opened) / 1000;
    return [
      {
        line: 'L10',
        name: 'everything before the first vote, brotli',
        value: weight,
        unit: 'kB',
        target: { atMost: 40 },
      },
      {
        line: 'L10',
        name: 'requests before the first vote, the live link included',
        value: requests,
        unit: 'requests',
        target: { atMost: 6 },
      },
      { line: 'L10', name: 'hosts asked', value: hosts.size, unit: 'hosts', target: { atMost: 1 } },
      { line: 'L10', name: '500 page loads/s', value: cores, unit: 'cores', target: { atMost: 0.3 } },
      {
        line: 'L10',
        name: 'usable on slow 4G with a 4x slower processor',
        value: usable,
        unit: 's',
        target: { atMost: 2 },
      },
    ];
  } finally {
    await browser.close();
    await served.remove();
  }
}
