/** Load on one server: joining, voting, messages to everyone, idling, coming back. */
import { io } from 'socket.io-client';
import type { RoomView } from '../../protocol/views.ts';
import { type Served, serve } from '../serve.ts';
import { type Crowd, gather } from './crowd-control.ts';
import { type Figure, median, percentile } from './figures.ts';
import { memoryOf, pause, processorTimeOf, systemTime } from './process-figures.ts';

const source = `# Start

---
## Which?
<!-- poll: {id: which} -->
- One
- Two
- Three
- Four

---
## And which then?
<!-- poll: {id: then, open: manual} -->
- One
- Two
`;
const options = ['one', 'two', 'three', 'four'];

const loopProbe = ['--import', new URL('loop-probe.js', import.meta.url).href];

async function on(
  play: (served: Served, crowd: Crowd) => Promise<readonly Figure[]>,
  nodeArgs: readonly string[] = [],
): Promise<readonly Figure[]> {
  const served = await serve({ source, nodeArgs });
  const crowd = gather();
  try {
    return await play(served, crowd);
  } finally {
    crowd.end();
    await served.remove();
  }
}

/** How long the server's event loop was held since the last call, in milliseconds; with `loopProbe` only. */
async function loopOf({ process: server, said }: Served): Promise<{ max: number; p99: number }> {
  const before = said().length;
  server.kill('SIGUSR2');
  for (;;) {
    await pause(20);
    const told = said()
      .slice(before)
      .match(/^loop (.*)\n/m)?.[1];
    if (told !== undefined) return JSON.parse(told);
  }
}

interface Screen {
  /** Resolves when the screen shows so many answers. */
  shows(answers: number): Promise<void>;
  /** When the screen first showed at least so many answers, by the system's clock. */
  when(answers: number): number;
  goTo(h: number): Promise<void>;
  command(command: unknown): Promise<void>;
  close(): void;
}

/** A room screen that notes what it shows, or with `role` a console that can open questions as well. */
function openScreen(
  { url, code, roomKey, presenterKey }: Served,
  role: 'room' | 'presenter' = 'room',
): Promise<Screen> {
  const key = role === 'room' ? roomKey : presenterKey;
  const socket = io(`${url}/${role}`, { auth: { code, key }, transports: ['websocket'] });
  const seen: { answers: number; at: number }[] = [];
  const answered = () => seen.at(-1)?.answers ?? 0;
  const waiting = new Set<{ answers: number; done: () => void }>();
  socket.on('view', ({ activities }: RoomView) => {
    const answers = activities.find(({ id }) => id === 'which')?.answered ?? 0;
    // Asked again, it begins with none.
    if (answers < answered()) seen.length = 0;
    if (answers > answered()) seen.push({ answers, at: systemTime() });
    for (const wait of waiting) {
      if (answered() < wait.answers) continue;
      waiting.delete(wait);
      wait.done();
    }
  });
  const command = async (given: unknown) => void (await socket.emitWithAck('command', given));
  return new Promise((resolve) => {
    socket.once('view', () =>
      resolve({
        shows: (answers) =>
          answered() >= answers ? Promise.resolve() : new Promise((done) => waiting.add({ answers, done })),
        when: (answers) => seen.find((each) => each.answers >= answers)?.at ?? Number.NaN,
        goTo: (h) => command({ type: 'goTo', slide: { h, v: 0, f: -1 } }),
        command,
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

/**
 * L2: 10,000 phones vote once within 2 s, with one change of stage in the middle; 3,000 phones' processor time. Three
 * times, each asked anew, since two seconds on a machine that others share say little.
 */
export function everyoneVotes(): Promise<readonly Figure[]> {
  return on(async (served, crowd) => {
    const { url, code, process: server } = served;
    const screen = await openScreen(served);
    const console = await openScreen(served, 'presenter');
    await screen.goTo(1);
    await crowd.do({ do: 'join', url, code, phones: 3000, perSecond: 2000 });
    await pause(1000);
    const before = processorTimeOf(server.pid);
    await crowd.do({ do: 'vote', activity: 'which', options, forMs: 2000 });
    await screen.shows(3000);
    const used = processorTimeOf(server.pid) - before;
    await crowd.do({ do: 'leave' });
    await crowd.do({ do: 'join', url, code, phones: 10_000, perSecond: 2000 });
    const rounds: Voted[] = [];
    for (const round of [2, 3, 4]) {
      await console.command({ type: 'askAgain', activity: 'which' });
      rounds.push(await tenThousandVote(round, { crowd, screen, console }));
    }
    screen.close();
    console.close();
    const [first] = rounds;
    const p99 = rounds.map(({ acknowledged }) => acknowledged.p99);
    const toScreen = rounds.map((each) => each.toScreen);
    return [
      ms(
        'L2',
        '10,000 votes, acknowledged, p50, median of three',
        median(rounds.map((each) => each.acknowledged.p50)),
      ),
      ms('L2', '10,000 votes, acknowledged, p99, first round', first?.acknowledged.p99, 40),
      ms('L2', '10,000 votes, acknowledged, p99, median of three', median(p99), 40),
      ms('L2', 'vote to screen, p99, first round', first?.toScreen, 100),
      ms('L2', 'vote to screen, p99, median of three', median(toScreen), 100),
      ms(
        'L2',
        'last acknowledged to total exact on screen, worst',
        Math.max(...rounds.map(({ exact }) => exact)),
        100,
      ),
      {
        line: 'L2',
        name: 'refused in three rounds',
        value: rounds.reduce((sum, { refused }) => sum + refused, 0),
        unit: 'votes',
        target: { atMost: 0 },
      },
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

/** What one round of everybody's votes took, in milliseconds. */
interface Voted {
  readonly acknowledged: { readonly p50: number; readonly p99: number };
  /** From sending to the screen, p99. */
  readonly toScreen: number;
  /** From the last acknowledgement to the exact total on the screen. */
  readonly exact: number;
  readonly refused: number;
}

async function tenThousandVote(
  round: number,
  { crowd, screen, console }: { crowd: Crowd; screen: Screen; console: Screen },
): Promise<Voted> {
  await pause(1500);
  const voting = crowd.ask({ do: 'vote', activity: 'which', options, forMs: 2000, round });
  await pause(1000);
  // Another question opens or closes: a change of stage that all phones are shown and that leaves the first one open.
  await console.command({ type: round % 2 ? 'close' : 'open', activity: 'then' });
  const { figures = {}, sentAt = [] } = await voting;
  const acknowledged = systemTime();
  await screen.shows(10_000);
  const toScreen = sentAt.map((at, index) => screen.when(index + 1) - at).sort((a, b) => a - b);
  return {
    acknowledged: { p50: figures.acknowledgedP50 ?? Number.NaN, p99: figures.acknowledgedP99 ?? Number.NaN },
    toScreen: percentile(toScreen, 0.99),
    exact: Math.max(0, screen.when(10_000) - acknowledged),
    refused: figures.refused ?? 0,
  };
}

/** L3: 500 votes a second, phones changing their answers; ten minutes by the catalogue. */
export function steadyStream(seconds: number): Promise<readonly Figure[]> {
  return on(async (served, crowd) => {
    const { url, code, process: server } = served;
    const screen = await openScreen(served);
    await screen.goTo(1);
    await crowd.do({ do: 'join', url, code, phones: 1000, perSecond: 1000 });
    await crowd.do({ do: 'stream', activity: 'which', options, perSecond: 500, forMs: 10_000 });
    const before = memoryOf(server.pid);
    await loopOf(served);
    const figures = await crowd.do({
      do: 'stream',
      activity: 'which',
      options,
      perSecond: 500,
      forMs: seconds * 1000,
    });
    const loop = await loopOf(served);
    const grown = (memoryOf(server.pid) - before) / before;
    screen.close();
    return [
      ms('L3', `500 votes/s for ${seconds} s, acknowledged, p99`, figures.acknowledgedP99, 25),
      ms('L3', 'event loop held, p99', loop.p99, 20),
      { line: 'L3', name: 'memory growth over that', value: grown * 100, unit: '%', target: { atMost: 10 } },
    ];
  }, loopProbe);
}

/** L4: one change of stage reaches 10,000 phones. */
export function oneMessage(): Promise<readonly Figure[]> {
  return on(async (served, crowd) => {
    const { url, code } = served;
    const screen = await openScreen(served);
    await crowd.do({ do: 'join', url, code, phones: 10_000, perSecond: 2000 });
    await pause(1500);
    await loopOf(served);
    const rounds: { reached: number; spread: number; last: number }[] = [];
    for (let round = 0; round < 5; round++) {
      const seeing = crowd.do({ do: 'awaitView' });
      await pause(200);
      const sent = systemTime();
      await screen.goTo(round % 2 ? 0 : 1);
      const { reached = 0, firstAt = Number.NaN, lastAt = Number.NaN } = await seeing;
      rounds.push({ reached, spread: lastAt - firstAt, last: lastAt - sent });
      await pause(500);
    }
    const loop = await loopOf(served);
    screen.close();
    const reached = Math.min(...rounds.map((each) => each.reached));
    const spreads = rounds.map(({ spread }) => spread);
    const lasts = rounds.map(({ last }) => last);
    return [
      { line: 'L4', name: 'phones reached', value: reached, unit: 'phones', target: { atLeast: 10_000 } },
      ms('L4', 'first phone to last, median of five', median(spreads), 200),
      ms('L4', 'first phone to last, worst of five', Math.max(...spreads), 200),
      ms('L4', 'command to last phone, median of five', median(lasts), 200),
      ms('L4', 'command to last phone, worst of five', Math.max(...lasts), 200),
      ms('L4', 'event loop held at the most', loop.max, 20),
    ];
  }, loopProbe);
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
    // Two rounds of pings, which the server sends as unevenly as the phones came.
    await pause(32_000);
    const idle = (processorTimeOf(server.pid) - before) / 32;
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
