/** L10: what the phone page weighs, how dear it is to serve, and how soon it can be used on a slow phone. */
import type { Request } from 'playwright-core';
import { launch } from '../browser.ts';
import { formFiles, pageFiles, weightOf } from '../phone-files.ts';
import { serve } from '../serve.ts';
import type { Figure } from './figures.ts';
import { pause, processorTimeOf } from './process-figures.ts';

const source = '## Which?\n<!-- poll: {id: which} -->\n- One\n- Two\n';

export async function phonePage(): Promise<readonly Figure[]> {
  const served = await serve({ source });
  const browser = await launch();
  try {
    const page = pageFiles();
    const heaviest = Math.max(...formFiles().map((form) => weightOf([...page, ...form])));
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

    const tab = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
    const devtools = await tab.context().newCDPSession(tab);
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
    const received: Promise<number>[] = [];
    const hosts = new Set<string>();
    tab.on('request', (request) => {
      if (request.url().startsWith('data:')) return;
      requests++;
      hosts.add(new URL(request.url()).host);
    });
    tab.on('requestfinished', (request) => received.push(receivedOf(request)));
    tab.on('websocket', () => requests++);
    const opened = performance.now();
    await tab.goto(served.join);
    await tab.getByLabel('One').waitFor();
    const usable = (performance.now() - opened) / 1000;
    const bytes = (await Promise.all(received)).reduce((sum, each) => sum + each, 0);
    return [
      {
        line: 'L10',
        name: 'received before the first vote on a poll, brotli',
        value: bytes / 1000,
        unit: 'kB',
        target: { atMost: 40 },
      },
      {
        line: 'L10',
        name: 'the same with the heaviest form of any kind, brotli',
        value: heaviest / 1000,
        unit: 'kB',
        target: { atMost: 60 },
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

/** Bytes of the body as they came; what came in no brotli is a fault of the server's. */
async function receivedOf(request: Request): Promise<number> {
  if (request.url().startsWith('data:')) return 0;
  const encoding = await (await request.response())?.headerValue('content-encoding');
  if (encoding !== 'br') throw new Error(`${request.url()} came in ${encoding ?? 'plain'}, not in brotli`);
  return (await request.sizes()).responseBodySize;
}
