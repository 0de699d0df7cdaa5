/** Load on one server: joining, voting, messages to everyone, idling, coming back. */
import { io } from 'socket.io-client';
import type { RoomView } from '../../protocol/views.ts';
import { type Served, serve } from '../serve.ts';
import { type Crowd, gather } from './crowd-control.ts';
import type { Figure } from './figures.ts';
import { memoryOf, pause, processorTimeOf } from './process-figures.ts';

const source = `# Start

---
## Which?
<!-- poll: {id: which} -->
- One
- Two
- Three
- Four
`;
const options = ['one', 'two', 'three', 'four'];

async function on(
  play: (served: Served, crowd: Crowd) => Promise<readonly Figure[]>,
): Promise<readonly Figure[]> {
  const served = await serve({ source });
  const crowd = gather();
  try {
    return await play(served, crowd);
  } finally {
    crowd.end();
    await served.remove();
  }
}

interface Screen {
  /** When the screen first showed so many answers, by this process's clock. */
  shows(answers: number): Promise<number>;
  goTo(h: number): Promise<void>;
  close(): void;
}

function openScreen({ url, code, roomKey }: Served): Promise<Screen> {
  const socket = io(`${url}/room`, { auth: { code, key: roomKey }, transports: ['websocket'] });
  let answered = 0;
  const waiting = new Set<{ answers: number; done: (at: number) => void }>();
  socket.on('view', (view: RoomView) => {
    answered = view.activities[0]?.answered ?? 0;
    for (const wait of waiting) {
      if (answered < wait.answers) continue;
      waiting.delete(wait);
      wait.done(performance.now());
    }
  });
  return new Promise((resolve) => {
    socket.once('view', () =>
      resolve({
        shows: (answers) =>
          answered >= answers
            ? Promise.resolve(performance.now())
            : new Promise((done) => waiting.add({ answers, done })),
        goTo: async (h) =>
          void (await socket.emitWithAck('command', { type: 'goTo', slide: { h, v: 0, f: -1 } })),
        close: () => void socket.close(),
      }),
    );
  });
}

const ms = (line: string, name: string, value: number | undefined, atMost?: number): Figure => ({
  line,
  name,
  value: value ?? Number.NaN,
  unit: 'ms',
  ...(atMost === undefined ? {} : { target: { atMost } }),
});

/** L1: 1,000 joins a second; 5,000 in the same instant; 10,000 in ten seconds. */
export function joining(): Promise<readonly Figure[]> {
  return on(async ({ url, code, process: server }, crowd) => {
    const steady = await crowd.do({ do: 'join', url, code, phones: 10_000, perSecond: 1000 });
    const memory = memoryOf(server.pid);
    await crowd.do({ do: 'leave' });
    await pause(1500);
    const flood = await crowd.do({ do: 'join', url, code, phones: 5000 });
    return [
      ms('L1', '1,000 joins/s for 10 s, p99', steady.joinP99, 100),
      {
        line: 'L1',
        name: 'refused of 10,000',
        value: steady.refused ?? 0,
        unit: 'phones',
        target: { atMost: 0 },
      },
      ms('L1', '10,000 joins in all', steady.allMs, 10_500),
      { line: 'L1', name: 'memory with 10,000 phones', value: memory, unit: 'MB' },
      ms('L1', '5,000 joins in the same instant, all in', flood.allMs, 3000),
      {
        line: 'L1',
        name: 'refused of 5,000 at once',
        value: flood.refused ?? 0,
        unit: 'phones',
        target: { atMost: 0 },
      },
    ];
  });
}

/** L2: 10,000 phones vote once within 2 s, with one change of stage in the middle; 3,000 phones' processor time. */
export function everyoneVotes(): Promise<readonly Figure[]> {
  return on(async (served, crowd) => {
    const { url, code, process: server } = served;
    const screen = await openScreen(served);
    await screen.goTo(1);
    await crowd.do({ do: 'join', url, code, phones: 3000, perSecond: 2000 });
    await pause(1000);
    const before = processorTimeOf(server.pid);
    await crowd.do({ do: 'vote', activity: 'which', options, forMs: 2000 });
    await screen.shows(3000);
    const used = processorTimeOf(server.pid) - before;
    await crowd.do({ do: 'leave' });
    await crowd.do({ do: 'join', url, code, phones: 10_000, perSecond: 2000 });
    await pause(1000);
    const voting = crowd
      .do({ do: 'vote', activity: 'which', options, forMs: 2000 })
      .then((figures) => ({ figures, at: performance.now() }));
    // A fragment's step is a change of stage that leaves the question open.
    await pause(1000);
    const shown = screen.shows(13_000);
    const [{ figures, at }, seen] = await Promise.all([voting, shown]);
    screen.close();
    return [
      ms('L2', '10,000 votes within 2 s, acknowledged, p50', figures.acknowledgedP50),
      ms('L2', '10,000 votes within 2 s, acknowledged, p99', figures.acknowledgedP99, 40),
      ms('L2', 'last vote acknowledged to total exact on screen', Math.max(0, seen - at), 100),
      { line: 'L2', name: 'refused', value: figures.refused ?? 0, unit: 'votes', target: { atMost: 0 } },
      {
        line: 'L2',
        name: 'processor time per 1,000 votes of 3,000 phones',
        value: used / 3,
        unit: 's',
        target: { atMost: 0.6 },
      },
    ];
  });
}

/** L3: 500 votes a second, phones changing their answers; ten minutes by the catalogue, `BENCH_STREAM_S` seconds here. */
export function steadyStream(): Promise<readonly Figure[]> {
  const seconds = Number(process.env.BENCH_STREAM_S ?? 60);
  return on(async (served, crowd) => {
    const { url, code, process: server } = served;
    const screen = await openScreen(served);
    await screen.goTo(1);
    await crowd.do({ do: 'join', url, code, phones: 1000, perSecond: 1000 });
    await crowd.do({ do: 'stream', activity: 'which', options, perSecond: 500, forMs: 10_000 });
    const before = memoryOf(server.pid);
    const figures = await crowd.do({
      do: 'stream',
      activity: 'which',
      options,
      perSecond: 500,
      forMs: seconds * 1000,
    });
    const grown = (memoryOf(server.pid) - before) / before;
    screen.close();
    return [
      ms('L3', `500 votes/s for ${seconds} s, acknowledged, p99`, figures.acknowledgedP99, 25),
      { line: 'L3', name: 'memory growth over that', value: grown * 100, unit: '%', target: { atMost: 10 } },
    ];
  });
}

/** L4: one change of stage reaches 10,000 phones. */
export function oneMessage(): Promise<readonly Figure[]> {
  return on(async (served, crowd) => {
    const { url, code } = served;
    const screen = await openScreen(served);
    await crowd.do({ do: 'join', url, code, phones: 10_000, perSecond: 2000 });
    await pause(1500);
    const spreads: Readonly<Record<string, number>>[] = [];
    for (let round = 0; round < 5; round++) {
      const seen = crowd.do({ do: 'awaitView' });
      await pause(200);
      const sent = performance.now();
      await screen.goTo(round % 2 ? 0 : 1);
      const figures = await seen;
      spreads.push({ ...figures, sinceSent: (figures.lastMs ?? 0) - 200, took: performance.now() - sent });
      await pause(500);
    }
    screen.close();
    const worst = (name: string) => Math.max(...spreads.map((figures) => figures[name] ?? Number.NaN));
    return [
      {
        line: 'L4',
        name: 'phones reached',
        value: Math.min(...spreads.map(({ reached }) => reached ?? 0)),
        unit: 'phones',
        target: { atLeast: 10_000 },
      },
      ms('L4', 'first phone to last, worst of five', worst('spreadMs'), 200),
    ];
  });
}

/** L5: 10,000 phones that do nothing, and 50 that stop reading. */
export function idlePhones(): Promise<readonly Figure[]> {
  return on(async (served, crowd) => {
    const { url, code, process: server } = served;
    const screen = await openScreen(served);
    await crowd.do({ do: 'join', url, code, phones: 10_000, perSecond: 1000 });
    await pause(5000);
    const memory = memoryOf(server.pid);
    const before = processorTimeOf(server.pid);
    await pause(10_000);
    const idle = (processorTimeOf(server.pid) - before) / 10;
    await crowd.do({ do: 'stall', phones: 50 });
    const unstalled = memoryOf(server.pid);
    for (let step = 0; step < 40; step++) await screen.goTo(step % 2 ? 0 : 1);
    const stalled = memoryOf(server.pid) - unstalled;
    screen.close();
    return [
      {
        line: 'L5',
        name: 'memory with 10,000 idle phones',
        value: memory,
        unit: 'MB',
        target: { atMost: 250 },
      },
      {
        line: 'L5',
        name: 'processor with 10,000 idle phones',
        value: idle,
        unit: 'cores',
        target: { atMost: 0.05 },
      },
      {
        line: 'L5',
        name: 'memory added while 50 phones stall through 40 views',
        value: stalled,
        unit: 'MB',
        target: { atMost: 50 },
      },
    ];
  });
}

/** L6: the server is killed and started again under 10,000 phones. */
export function everyoneReturns(): Promise<readonly Figure[]> {
  return on(async (served, crowd) => {
    const { url, code } = served;
    await crowd.do({ do: 'join', url, code, phones: 10_000, perSecond: 1000 });
    await served.stop('SIGKILL');
    const back = crowd.do({ do: 'rejoin', forMs: 30_000 });
    const again = await served.again();
    const figures = await back;
    await again.stop('SIGKILL');
    return [
      {
        line: 'L6',
        name: 'phones back after a kill',
        value: figures.back ?? 0,
        unit: 'phones',
        target: { atLeast: 10_000 },
      },
      ms('L6', '99 % back', figures.p99Ms, 10_000),
      ms('L6', 'all back', figures.allMs, 30_000),
    ];
  });
}

/** L9: as many durable votes as the server takes, with 500 phones that never wait. */
export async function saturated(): Promise<number> {
  let perSecond = 0;
  await on(async (served, crowd) => {
    const { url, code } = served;
    const screen = await openScreen(served);
    await screen.goTo(1);
    await crowd.do({ do: 'join', url, code, phones: 1000, perSecond: 1000 });
    await crowd.do({ do: 'saturate', activity: 'which', options, forMs: 2000, inFlight: 1000 });
    perSecond =
      (await crowd.do({ do: 'saturate', activity: 'which', options, forMs: 5000, inFlight: 1000 }))
        .perSecond ?? 0;
    screen.close();
    return [];
  });
  return perSecond;
}
