/**
 * The crowd of the bench: a process of its own that plays phones against a server, told what to do by its parent.
 * It looks into no message before all have come, so that its own work is not taken for the server's.
 */
import { LightPhone } from '../light-phone.ts';
import { percentile } from './figures.ts';
import { systemTime } from './process-figures.ts';

export interface Task {
  readonly id: number;
  readonly do:
    | 'join'
    | 'vote'
    | 'stream'
    | 'saturate'
    | 'awaitView'
    | 'leave'
    | 'stall'
    | 'ledger'
    | 'rejoin';
  readonly url?: string;
  readonly code?: string;
  readonly phones?: number;
  readonly perSecond?: number;
  readonly forMs?: number;
  readonly activity?: string;
  readonly options?: readonly string[];
  readonly inFlight?: number;
  /** Which time the question is asked, from 1. */
  readonly round?: number;
}

export interface Report {
  readonly id: number;
  readonly failed?: string;
  readonly figures?: Readonly<Record<string, number>>;
  /** When each vote of the last `vote` was sent, in order, by the system's clock. */
  readonly sentAt?: readonly number[];
  readonly ledger?: readonly (readonly { activity: string; n: number; response: unknown; ok: boolean }[])[];
}

const phones: LightPhone[] = [];
/** When each phone saw its first view since `watching` began, by the system's clock. */
let seenAt = new Map<number, number>();
/** Called when the last phone has seen one. */
let allSeen = () => {};
let sentAt: number[] = [];

async function join({ url = '', code = '', phones: wanted = 0, perSecond = Infinity }: Task) {
  const took: number[] = [];
  let refused = 0;
  const began = performance.now();
  const joining: Promise<void>[] = [];
  const first = phones.length;
  for (let index = first; index < first + wanted; index++) {
    const phone = new LightPhone({
      url,
      code,
      onView: () => {
        if (seenAt.has(index)) return;
        seenAt.set(index, systemTime());
        if (seenAt.size === phones.length) allSeen();
      },
    });
    phones.push(phone);
    const due = began + ((index - first) / perSecond) * 1000;
    const wait = due - performance.now();
    if (wait > 1) await pause(wait);
    const start = performance.now();
    joining.push(
      phone.connect().then(
        () => void took.push(performance.now() - start),
        () => void refused++,
      ),
    );
  }
  await Promise.all(joining);
  return { ...spread('join', took), refused, allMs: performance.now() - began };
}

async function vote({ activity = '', options = [], forMs = 0, round = 1 }: Task) {
  const began = performance.now();
  const took: number[] = [];
  let refused = 0;
  let last = 0;
  sentAt = [];
  const votes: Promise<void>[] = [];
  for (const [index, phone] of phones.entries()) {
    const wait = began + (index / phones.length) * forMs - performance.now();
    if (wait > 1) await pause(wait);
    const option = options[index % options.length] ?? '';
    const start = performance.now();
    sentAt.push(systemTime());
    votes.push(
      phone.respond(activity, { options: [option] }, { round }).then((outcome) => {
        last = performance.now();
        if ('ok' in outcome) took.push(last - start);
        else refused++;
      }),
    );
  }
  await Promise.all(votes);
  return { ...spread('acknowledged', took), refused, allMs: last - began };
}

/** So many votes a second, spread over all phones, each changing its answer again and again. */
async function stream({ activity = '', options = [], perSecond = 1, forMs = 0 }: Task) {
  const began = performance.now();
  const took: number[] = [];
  let refused = 0;
  const votes: Promise<void>[] = [];
  for (let sent = 0; sent < (perSecond * forMs) / 1000; sent++) {
    const wait = began + (sent / perSecond) * 1000 - performance.now();
    if (wait > 1) await pause(wait);
    const start = performance.now();
    const option = options[(sent * 7) % options.length] ?? '';
    votes.push(
      (phones[sent % phones.length] ?? fail())
        .respond(activity, { options: [option] })
        .then((outcome) => void ('ok' in outcome ? took.push(performance.now() - start) : refused++)),
    );
  }
  await Promise.all(votes);
  return { ...spread('acknowledged', took), refused, allMs: performance.now() - began };
}

/** As many votes as the server takes, each phone sending its next when the last is acknowledged. */
async function saturate({ activity = '', options = [], forMs = 0, inFlight = 1 }: Task) {
  const began = performance.now();
  let votes = 0;
  await Promise.all(
    phones.slice(0, inFlight).map(async (phone) => {
      while (performance.now() - began < forMs) {
        const outcome = await phone.respond(activity, { options: [options[votes % options.length] ?? ''] });
        if (!('ok' in outcome)) throw new Error(outcome.refused);
        votes++;
        phone.ledger.length = 0;
      }
    }),
  );
  const took = performance.now() - began;
  return { votes, perSecond: votes / (took / 1000) };
}

/** Waits until every phone had a view after the call, for at most `forMs`. Times are by the system's clock. */
async function awaitView({ forMs = 5000 }: Task) {
  seenAt = new Map();
  let over = false;
  // Awake all the time: waking another process is dear in a virtual machine, and the server would pay for it, phone by phone.
  const stayAwake = () => void (over || setImmediate(stayAwake));
  stayAwake();
  await Promise.race([new Promise<void>((resolve) => (allSeen = resolve)), pause(forMs)]);
  over = true;
  const times = [...seenAt.values()].sort((a, b) => a - b);
  return { reached: times.length, firstAt: times[0] ?? 0, lastAt: times.at(-1) ?? 0 };
}

/** After a restart: everybody comes back with their token; what was never acknowledged is sent again. */
async function rejoin({ forMs = 30_000 }: Task) {
  const began = performance.now();
  const times: number[] = [];
  await Promise.all(
    phones.map(async (phone, index) => {
      // As Socket.IO's client does: tries spread over a second, then again and again.
      let wait = 500 + ((index * 7919) % 1000);
      while (performance.now() - began < forMs) {
        await pause(wait);
        wait = Math.min(wait * 1.5, 4000);
        const back = await phone.connect().then(
          () => true,
          () => false,
        );
        if (back) {
          times.push(performance.now() - began);
          await phone.resend();
          return;
        }
      }
    }),
  );
  times.sort((a, b) => a - b);
  return { back: times.length, p99Ms: percentile(times, 0.99), allMs: times.at(-1) ?? 0 };
}

function spread(name: string, took: number[]): Record<string, number> {
  const sorted = took.sort((a, b) => a - b);
  return {
    count: sorted.length,
    [`${name}P50`]: percentile(sorted, 0.5),
    [`${name}P99`]: percentile(sorted, 0.99),
  };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function fail(): never {
  throw new Error('no phones');
}

async function perform(task: Task): Promise<Omit<Report, 'id'>> {
  switch (task.do) {
    case 'join':
      return { figures: await join(task) };
    case 'vote':
      return { figures: await vote(task), sentAt };
    case 'stream':
      return { figures: await stream(task) };
    case 'saturate':
      return { figures: await saturate(task) };
    case 'awaitView':
      return { figures: await awaitView(task) };
    case 'rejoin':
      return { figures: await rejoin(task) };
    case 'stall':
      for (const phone of phones.slice(0, task.phones)) phone.stall();
      return {};
    case 'leave':
      for (const phone of phones.splice(0)) phone.close();
      seenAt.clear();
      return {};
    case 'ledger':
      return {
        ledger: phones.map((phone) =>
          phone.ledger.map(({ activity, n, response, outcome }) => ({
            activity,
            n,
            response,
            ok: outcome !== undefined && 'ok' in outcome,
          })),
        ),
      };
  }
}

process.on('message', (task: Task) => {
  perform(task)
    .catch((error: unknown): Omit<Report, 'id'> => ({ failed: String(error) }))
    .then((outcome) => process.send?.({ id: task.id, ...outcome } satisfies Report));
});
process.on('disconnect', () => process.exit(0));
