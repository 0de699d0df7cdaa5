/**
 * The simulation: phones with the real outbox, the real room and a real log, over a network and a clock that are
 * played. One seed makes one run; a failing seed becomes a named test.
 */
import { slug } from '../activities/directive.ts';
import { seeded } from '../activities/given.ts';
import { askedModelOf, kindNames, liveModelOf, modelOf } from '../activities/models.ts';
import { openKeep } from '../audience/keep.ts';
import { Outbox, type Send, type Standing } from '../audience/outbox.ts';
import { activityId, participantId, type SessionId, sessionId } from '../protocol/ids.ts';
import type { Acknowledgement } from '../protocol/refusals.ts';
import { rowsOf } from '../server/export/rows.ts';
import type { Log } from '../server/log/log.ts';
import { type Clock, Room } from '../server/room.ts';
import type { Order } from '../server/session/decide.ts';
import { foldLog } from '../server/session/fold.ts';
import { begin, someActivity, someDefinition } from '../server/session/given.ts';
import { personalOf, projectPhone } from '../server/session/project-phone.ts';
import { projectResults } from '../server/session/project-results.ts';
import { projectRoom } from '../server/session/project-screens.ts';
import { cameSince } from '../server/session/removal.ts';
import { currentRound, isOpen, isTogether, type State } from '../server/session/state.ts';
import { foldTally } from '../server/session/tally.ts';

/** A clock that goes on only when told to. */
export class PlayedClock implements Clock {
  #now = 1_700_000_000_000;
  /** Each with the time it has, which is no time of day: a clock that is set neither hurries nor delays it. */
  readonly #timers = new Set<{ at: number; call: () => void }>();

  now(): number {
    return this.#now;
  }

  after(ms: number, call: () => void): () => void {
    const timer = { at: this.#now + ms, call };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  /** Goes on by so many milliseconds; what is due on the way is called in its order. */
  advance(ms: number): void {
    const end = this.#now + ms;
    for (;;) {
      const due = [...this.#timers].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (!due) break;
      this.#timers.delete(due);
      this.#now = Math.max(this.#now, due.at);
      due.call();
    }
    this.#now = end;
  }

  /** The system's clock was set: forwards or back, without time passing. */
  jump(ms: number): void {
    this.#now += ms;
    for (const timer of this.#timers) timer.at += ms;
  }
}

/** One answer as its phone knows it. */
interface Ledger {
  readonly activity: string;
  readonly round: number;
  readonly n: number;
  readonly response: unknown;
  outcome: 'saved' | 'refused' | 'open';
}

class Phone {
  readonly id;
  readonly ledger: Ledger[] = [];
  readonly #keep;
  readonly #clock: Clock;
  #outbox: Outbox;
  /** Told when a standing says "Saved" before the server has acknowledged it. */
  readonly violations: string[] = [];
  readonly #acknowledged = new Set<number>();

  constructor(name: string, clock: Clock) {
    this.id = participantId(name);
    this.#clock = clock;
    const storage = new Map<string, string>();
    this.#keep = openKeep(name, () => ({
      getItem: (key) => storage.get(key) ?? null,
      setItem: (key, value) => void storage.set(key, value),
    }));
    this.#outbox = this.#open();
  }

  #open(): Outbox {
    return new Outbox(this.#keep, this.#clock, ({ activity }, standing) => this.#hear(activity, standing));
  }

  #hear(activity: string, standing: Standing): void {
    if (standing !== 'saved' && typeof standing !== 'object') return;
    const entry = this.ledger.findLast((each) => each.activity === activity);
    if (!entry) return;
    entry.outcome = standing === 'saved' ? 'saved' : 'refused';
    if (standing === 'saved' && !this.#acknowledged.has(entry.n)) {
      this.violations.push(`${this.id} says saved before the acknowledgement of ${entry.n}`);
    }
  }

  answer(activity: string, round: number, response: unknown): void {
    const n = this.#keep.read().n + 1;
    for (const older of this.ledger) {
      if (older.activity === activity && older.outcome === 'open') older.outcome = 'refused';
    }
    this.ledger.push({ activity, round, n, response, outcome: 'open' });
    this.#outbox.put(activity, round, response);
  }

  connect(send: Send): void {
    this.#outbox.connected((message, done) =>
      send(message, (acknowledgement) => {
        if ('ok' in acknowledgement) this.#acknowledged.add(message.n);
        done(acknowledgement);
      }),
    );
  }

  disconnect(): void {
    this.#outbox.disconnected();
  }

  /** The page is gone and opened again: only what was kept is there. */
  reload(): void {
    this.#outbox.disconnected();
    this.#outbox = this.#open();
  }

  get pending(): number {
    return this.#outbox.pending.length;
  }
}

export interface Outcome {
  readonly violations: readonly string[];
  readonly operations: number;
  readonly responses: number;
  readonly state: State;
}

/** One activity of every kind that is live, on two slides, one of them with a time limit and one always open. */
function definitionFor(random: () => number) {
  const live = kindNames.filter((kind) => liveModelOf(kind));
  return someDefinition(
    ...live.map((kind, index) => {
      const samples = modelOf(kind).sample.options;
      return someActivity({
        id: activityId(slug(`about ${kind}`)),
        kind,
        question: `About ${kind}`,
        options: samples[Math.floor(random() * samples.length)],
        slide: { h: index % 2, v: 0, f: -1 },
        open: index === 0 ? 'always' : 'on-slide',
        time: index === 1 ? 20_000 : null,
        results: random() < 0.3 ? 'hidden' : 'live',
        change: random() < 0.8,
      });
    }),
  );
}

/** Lets everything that was started come to its end: promises, and the writer's thread. */
async function settle(log: Log, session: SessionId): Promise<void> {
  for await (const _ of log.read(session, Number.MAX_SAFE_INTEGER)) break;
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
}

/** Plays `operations` random operations over the log, then lets everybody come back, and checks what is left. */
export async function simulate(seed: number, log: Log, operations = 200): Promise<Outcome> {
  const random = seeded(seed);
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[Math.floor(random() * items.length)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  };
  const clock = new PlayedClock();
  const session = sessionId(`simulated-${seed}`);
  const definition = definitionFor(random);
  const violations: string[] = [];
  let room = new Room(log, undefined, clock, random);
  /** Counts the server's lives: what was sent to an earlier one is never answered. */
  let life = 0;

  const order = async (each: Order) => {
    const during = life;
    const outcome = await room.order(each);
    // What a server answers after its crash is heard by nobody.
    if (during === life && 'refused' in outcome && outcome.refused === 'internal')
      violations.push(`internal: ${JSON.stringify(each)}`);
    return outcome;
  };
  for (const each of begin(definition)) await order(each.type === 'start' ? { ...each, session } : each);

  const phones = Array.from({ length: 6 }, (_, index) => new Phone(`phone-${index}`, clock));
  const connected = new Set<Phone>();
  const underWay: Promise<unknown>[] = [];

  function connect(phone: Phone): void {
    connected.add(phone);
    const mine = life;
    phone.connect((message, done) => {
      // A message, or its acknowledgement, is lost now and then without the link being known as broken.
      if (!connected.has(phone) || random() < 0.05) return;
      const { round, n, response } = message;
      const sending = order({
        type: 'respond',
        participant: phone.id,
        activity: activityId(message.activity),
        round,
        n,
        response,
      });
      underWay.push(
        sending.then((acknowledgement: Acknowledgement) => {
          if (mine === life && connected.has(phone) && random() >= 0.05) done(acknowledgement);
        }),
      );
    });
  }

  function disconnect(phone: Phone): void {
    connected.delete(phone);
    phone.disconnect();
  }

  async function crash(): Promise<void> {
    life++;
    for (const phone of [...connected]) disconnect(phone);
    room.close();
    await settle(log, session);
    room = new Room(log, await foldLog(log, session), clock, random);
  }

  function someActivityNow() {
    return pick([...room.state.activities.values()]);
  }

  const moves: readonly (() => void | Promise<void>)[] = [
    () => connect(pick(phones)),
    () => connect(pick(phones)),
    () => disconnect(pick(phones)),
    () => {
      const phone = pick(phones);
      disconnect(phone);
      phone.reload();
    },
    ...Array.from({ length: 6 }, () => async () => {
      const activity = someActivityNow();
      const model = askedModelOf(activity.definition.kind);
      const { id, options } = activity.definition;
      const phone = pick(phones);
      const response = model?.sample.honest(options, random);
      for (const file of (response !== undefined && model?.files?.(response)) || [])
        await order({ type: 'handIn', participant: phone.id, file });
      if (model) phone.answer(id, currentRound(activity).number, response);
    }),
    async () => void (await order({ type: 'goTo', slide: { h: Math.floor(random() * 3), v: 0, f: -1 } })),
    async () => void (await order({ type: 'open', activity: someActivityNow().definition.id })),
    async () => void (await order({ type: 'close', activity: someActivityNow().definition.id })),
    async () =>
      void (await order({
        type: random() < 0.5 ? 'show' : 'hide',
        activity: someActivityNow().definition.id,
      })),
    async () =>
      void (random() < 0.3 && (await order({ type: 'askAgain', activity: someActivityNow().definition.id }))),
    async () => void (await order({ type: 'define', definition })),
    async () => {
      const activity = someActivityNow();
      const { id, kind, options } = activity.definition;
      const answers = [...currentRound(activity).round.responses.values()];
      const commands = modelOf(kind).sample.commands?.(options, random, answers) ?? [];
      if (commands.length > 0) await order({ type: 'steer', command: { ...pick(commands), activity: id } });
    },
    async () => {
      const participant = pick(phones).id;
      await order({ type: 'introduce', participant, alias: random() < 0.2 ? null : `Name ${random()}` });
    },
    async () => {
      // Now and then whoever came last, as long as some are left to answer.
      const { participants, removed } = room.state;
      const since = Math.max(0, ...participants.valueSeq().map(({ came }) => came));
      const isFew = removed.size + cameSince(room.state, since).length <= phones.length / 2;
      if (isFew && random() < 0.3) await order({ type: 'remove', since });
    },
    async () => void (await order({ type: 'react', counts: { '👏': 1 + Math.floor(random() * 9) } })),
    async () => void (await order({ type: 'pace', participant: pick(phones).id, pace: 'slower' })),
    () => clock.advance(Math.floor(random() * 30_000)),
    () => clock.jump(Math.floor((random() - 0.5) * 3_600_000)),
    () => (random() < 0.4 ? crash() : undefined),
  ];

  for (let operation = 0; operation < operations; operation++) {
    await pick(moves)();
    if (random() < 0.5) await settle(log, session);
    violations.push(...checkViews(room));
  }

  // Everybody comes back, and waits until the server has said what became of each answer.
  for (let attempt = 0; attempt < 60 && phones.some((phone) => phone.pending > 0); attempt++) {
    for (const phone of phones) if (!connected.has(phone)) connect(phone);
    clock.advance(60_000);
    await Promise.all(underWay.splice(0));
    await settle(log, session);
  }
  violations.push(...phones.flatMap((phone) => phone.violations));
  const stored = await foldLog(log, session);
  violations.push(...checkLedgers(phones, stored), ...checkState(room, stored));
  room.close();
  const responses = [...stored.activities.values()].reduce(
    (sum, { rounds }) => sum + rounds.reduce((all, round) => all + round.responses.size, 0),
    0,
  );
  return { violations, operations, responses, state: stored };
}

/** [V3] and [V2]: no view of phones or of the room holds a participant's id, or what is hidden. */
function checkViews(room: Room): string[] {
  const { state } = room;
  const around = { now: 0, people: 0, warnings: [] };
  const phoneView = projectPhone(state, room.tallies.of, around);
  const personal = personalOf(state);
  const told = [...state.participants.keys()].map((participant) => personal(participant));
  const roomView = projectRoom(state, room.tallies.of, around);
  const found: string[] = [];
  if (JSON.stringify([phoneView, roomView, told]).includes('phone-'))
    found.push('a view names a participant');
  found.push(...checkRemoved(room));
  for (const activity of phoneView.activities) {
    const known = state.activities.get(activity.id);
    if (
      activity.asks &&
      activity.revealed !== undefined &&
      known?.shown !== true &&
      !(known && isTogether(known))
    )
      found.push(`${activity.id} shows hidden results`);
    if (known && activity.isOpen !== isOpen(state, known))
      found.push(`${activity.id} is not open as the state says`);
  }
  return found;
}

/** [N4] Nothing of whoever was removed is anywhere, and what is counted is what is there. */
function checkRemoved({ state, tallies }: Room): string[] {
  const { removed, participants, arrivals, ...others } = state;
  if (removed.isEmpty()) return [];
  const text = JSON.stringify([others, [...rowsOf(state)], projectResults(state, tallies.of, { now: 0 })]);
  const found = [...removed]
    .filter((participant) => text.includes(`"${participant}`) || !participants.has(participant))
    .map((participant) => `${participant} was removed, and is still there or lost its number`);
  const stored = [...state.activities.values()].flatMap(({ rounds }) =>
    rounds.flatMap(({ responses }) => [...responses.keys()]),
  );
  const counted = arrivals.reduce((sum, { answers }) => sum + answers, 0);
  if (counted !== stored.length) found.push(`${stored.length} answers, counted as ${counted}`);
  return found;
}

/** Lost, twice, invented, wrong: all four must be empty. Whoever was removed has lost all, and was told so. */
function checkLedgers(phones: readonly Phone[], state: State): string[] {
  const found: string[] = [];
  for (const phone of phones) {
    if (phone.pending > 0) found.push(`${phone.id} still waits for ${phone.pending}`);
    for (const [id, { rounds }] of state.activities) {
      for (const [index, { responses }] of rounds.entries()) {
        const stored = responses.get(phone.id);
        const given = phone.ledger.filter((each) => each.activity === id && each.round === index + 1);
        const saved = given.filter(({ outcome }) => outcome === 'saved');
        const match = given.find(({ n }) => n === stored?.n);
        if (stored && !match) found.push(`invented: ${phone.id} ${id} ${stored.n}`);
        if (stored && match && JSON.stringify(match.response) !== JSON.stringify(stored.response)) {
          found.push(`wrong: ${phone.id} ${id} ${stored.n}`);
        }
        const newest = state.removed.has(phone.id) ? undefined : saved.at(-1);
        if (newest && (!stored || stored.n < newest.n)) found.push(`lost: ${phone.id} ${id} ${newest.n}`);
      }
    }
  }
  return found;
}

/** The room shows what the log holds, and a stepped tally is the folded one. */
function checkState(room: Room, stored: State): string[] {
  const found: string[] = [];
  if (room.state.revision !== stored.revision)
    found.push(`revision ${room.state.revision} but the log has ${stored.revision}`);
  for (const activity of room.state.activities.values()) {
    for (const index of activity.rounds.keys()) {
      const stepped = JSON.stringify(room.tallies.of(activity, index + 1));
      if (stepped !== JSON.stringify(foldTally(activity, index + 1)))
        found.push(`${activity.definition.id}: tally differs`);
    }
  }
  return found;
}
