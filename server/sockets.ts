/** Live connections: who may connect, what each may send, and an answer to every message, garbage included. */
import type { Server as HttpServer } from 'node:http';
import type { Logger } from 'pino';
import { type Namespace, Server, type Socket } from 'socket.io';
import * as v from 'valibot';
import {
  introduceMessage,
  paceMessage,
  reactMessage,
  readCommand,
  readMessage,
  respondMessage,
} from '../protocol/commands.ts';
import { type ParticipantId, readCode } from '../protocol/ids.ts';
import type { Alive, Refusal } from '../protocol/refusals.ts';
import { maySend } from '../protocol/rights.ts';
import type { Mine } from '../protocol/views.ts';
import { keysOf, newToken, readToken, rolesOf } from './access.ts';
import { answering } from './answering.ts';
import { Fanout, type Member, type Namespaces } from './fanout.ts';
import { faultsIn } from './faults.ts';
import { sendInOnePiece } from './frames.ts';
import { isOurs } from './guards.ts';
import type { Guesses } from './guesses.ts';
import { noteAnswer } from './heap.ts';
import type { Metrics } from './metrics.ts';
import type { AddressOf } from './proxy.ts';
import { Quota } from './quota.ts';
import type { Room } from './room.ts';
import type { Rooms } from './rooms.ts';
import { projectMine } from './session/project-phone.ts';
import { isRemoved } from './session/removal.ts';
import { isReleased, SpentRequests } from './spent-requests.ts';

interface Surroundings {
  readonly rooms: Rooms;
  readonly guesses: Guesses;
  readonly addressOf: AddressOf;
  readonly metrics: Metrics;
  readonly log: Logger;
  /** Address that phones reach; pages may come from there beside the host that the request names itself. */
  url(): string;
}

/** The largest message: a long text in any script, with room to spare. */
const largestMessage = 64 * 1024;

const handshake = v.object({
  code: v.pipe(v.string(), v.maxLength(64)),
  // Null stands for none: so other languages write what they do not have.
  token: v.nullish(v.pipe(v.string(), v.maxLength(200))),
  key: v.nullish(v.pipe(v.string(), v.maxLength(200))),
  embed: v.optional(v.pipe(v.string(), v.maxLength(200))),
});

/** Attaches Socket.IO to the server. The result closes all connections. */
export function attachSockets(server: HttpServer, around: Surroundings): { close(): Promise<void> } {
  const spent = new SpentRequests(server);
  const io = new Server(server, {
    serveClient: false,
    transports: ['websocket', 'polling'],
    // CORS does not cover WebSocket: the origin is looked at here, for both transports.
    allowRequest: (request, decide) => {
      const allowed = isOurs(request, around.url());
      if (!allowed) around.log.warn({ origin: 'foreign' }, 'connection refused');
      decide(null, allowed);
    },
    perMessageDeflate: false,
    maxHttpBufferSize: largestMessage,
    // A half-open link is noticed within 24 s. The pings of ten thousand phones are nearly all that an idle server does.
    pingInterval: 16_000,
    pingTimeout: 8_000,
    connectTimeout: 10_000,
  });
  spent.watch(server, io);
  sendInOnePiece(io);
  const to = { phone: io.of('/phone'), room: io.of('/room'), presenter: io.of('/presenter') };
  const fanouts = new Map<Room, Fanout>();
  const fanoutOf = (room: Room) => {
    let fanout = fanouts.get(room);
    if (!fanout) {
      fanout = new Fanout(room, to, faultsIn(around.log));
      fanouts.set(room, fanout);
      dropRevoked(room, to);
      dropRemoved(room, to.phone);
    }
    return fanout;
  };
  around.metrics.watchPhones(() => [...fanouts.values()].reduce((sum, { phones }) => sum + phones, 0));
  // The root namespace has no use; a connection to it alone is closed by `connectTimeout`.
  io.use((_socket, next) => next(new Error('not-allowed' satisfies Refusal)));
  servePhones(to.phone, around, fanoutOf, spent);
  serveScreens(to.room, 'room', around, fanoutOf);
  serveScreens(to.presenter, 'presenter', around, fanoutOf);
  return {
    async close() {
      for (const fanout of fanouts.values()) fanout.close();
      await io.close();
    },
  };
}

type FanoutOf = (room: Room) => Fanout;

function servePhones(
  namespace: Namespace,
  around: Surroundings,
  fanoutOf: FanoutOf,
  spent: SpentRequests,
): void {
  const newest = new Map<ParticipantId, Socket>();
  namespace.use(
    guarded(around, async (socket) => {
      // A connection is one phone, once: coming and going on one would cost the room as much as a crowd does.
      if (isReleased(socket)) return 'too-fast';
      const auth = readMessage(handshake, socket.handshake.auth);
      if (!auth) return 'malformed';
      const room = await findRoom(
        around,
        auth.code,
        socket,
        (found) => readToken(found.state, auth.token) !== undefined,
      );
      if (typeof room === 'string') return room;
      const known = readToken(room.state, auth.token);
      if (known === undefined && room.state.locked) return 'locked';
      if (known !== undefined && isRemoved(room.state, known)) return 'removed';
      const { token, participant } =
        known === undefined ? newToken(room.state) : { token: auth.token ?? '', participant: known };
      socket.data = new Phone(socket, room, token, participant);
      return undefined;
    }),
  );
  const listen = answering<Phone>(around.log, {
    async respond({ room, participant }, payload) {
      const message = readMessage(respondMessage, payload);
      if (!message) return { refused: 'malformed' };
      const began = performance.now();
      const { activity, round, n, response } = message;
      const outcome = await room.order({ type: 'respond', participant, activity, round, n, response });
      around.metrics.noteVote(began, outcome);
      noteAnswer();
      return outcome;
    },
    introduce({ room, participant }, payload) {
      const message = readMessage(introduceMessage, payload);
      if (!message) return { refused: 'malformed' };
      return room.order({ type: 'introduce', participant, alias: message.alias });
    },
    react({ room }, payload) {
      const message = readMessage(reactMessage, payload);
      return message ? fanoutOf(room).reactions.add(message.reaction) : { refused: 'malformed' };
    },
    pace({ room, participant }, payload) {
      const message = readMessage(paceMessage, payload);
      if (!message) return { refused: 'malformed' };
      return room.order({ type: 'pace', participant, pace: message.pace });
    },
    alive({ room }): Alive {
      return { ok: true, revision: room.state.revision, now: room.clock.now() };
    },
  });
  function onDisconnect(this: Socket) {
    const phone: Phone = this.data;
    fanoutOf(phone.room).leave(phone);
    if (newest.get(phone.participant) === this) newest.delete(phone.participant);
  }
  namespace.on('connection', (socket) => {
    if (isReleased(socket)) return void socket.disconnect(true);
    const phone: Phone = socket.data;
    const { room, token, participant } = phone;
    const fanout = fanoutOf(room);
    // First of all: whatever fails below, who goes has gone.
    socket.on('disconnect', onDisconnect);
    fanout.enter(phone);
    spent.release(socket);
    const older = newest.get(participant);
    newest.set(participant, socket);
    // The newest socket of a participant wins.
    older?.emit('replaced');
    older?.disconnect(true);
    listen(socket);
    socket.emit('welcome', { token, participant });
    socket.emit('mine', projectMine(room.state, participant));
    socket.emit('view', fanout.phoneView());
  });
}

/** A phone that was let in: what its connection carries. */
class Phone implements Member {
  readonly room: Room;
  readonly token: string;
  readonly participant: ParticipantId;
  readonly quota: Quota;
  slice = 0;
  told = '';
  readonly #socket: Socket;

  constructor(socket: Socket, room: Room, token: string, participant: ParticipantId) {
    this.#socket = socket;
    this.room = room;
    this.token = token;
    this.participant = participant;
    this.quota = new Quota(room.clock);
  }

  join(socketRoom: string): void {
    this.#socket.join(socketRoom);
    // Socket.IO keeps a room for each socket alone; nobody sends to it here.
    this.#socket.leave(this.#socket.id);
  }

  tell(mine: Mine): void {
    this.#socket.emit('mine', mine);
  }
}

/** What the connection of a room screen, a console or an embedded result carries. */
interface Screen {
  readonly room: Room;
  readonly role: 'room' | 'presenter';
  readonly keys: readonly string[];
  readonly embed: string | undefined;
  readonly quota: Quota;
}

function serveScreens(
  namespace: Namespace,
  role: 'room' | 'presenter',
  around: Surroundings,
  fanoutOf: FanoutOf,
): void {
  namespace.use(
    guarded(around, async (socket) => {
      const auth = readMessage(handshake, socket.handshake.auth);
      if (!auth) return 'malformed';
      const code = readCode(auth.code);
      const keys = [...(code ? keysOf(code, socket.handshake.headers) : []), ...(auth.key ? [auth.key] : [])];
      const room = await findRoom(around, auth.code, socket, (found) => rolesOf(found.state, keys).has(role));
      if (typeof room === 'string') return room;
      if (!rolesOf(room.state, keys).has(role)) return 'not-allowed';
      const screen: Screen = { room, role, keys, embed: auth.embed, quota: new Quota(room.clock) };
      socket.data = screen;
      return undefined;
    }),
  );
  const listen = answering<Screen>(around.log, {
    command({ room }, payload) {
      const command = readCommand(payload);
      if (!command) return { refused: 'malformed' };
      const type = command.type === 'steer' ? command.command.type : command.type;
      if (!maySend(role, type)) {
        around.log.warn({ role, command: type }, 'command refused');
        return { refused: 'not-allowed' };
      }
      return room.order(command);
    },
  });
  namespace.on('connection', (socket) => {
    const { room, embed }: Screen = socket.data;
    const fanout = fanoutOf(room);
    listen(socket);
    if (embed !== undefined && role === 'room') {
      socket.on(
        'disconnect',
        fanout.enterEmbed(embed, (name) => socket.join(name)),
      );
      socket.emit('embed', fanout.embedView(embed) ?? null);
      return;
    }
    fanout.enterScreen((name) => socket.join(name));
    socket.emit('view', role === 'room' ? fanout.roomView() : fanout.presenterView());
  });
}

/** Closes the connections whose key was revoked, as soon as that is durable. */
function dropRevoked(room: Room, to: Namespaces): void {
  let keys = room.state.keys;
  room.listen(() => {
    if (room.state.keys === keys) return;
    keys = room.state.keys;
    for (const namespace of [to.room, to.presenter]) {
      for (const socket of namespace.sockets.values()) {
        const held: Screen = socket.data;
        if (held.room === room && !rolesOf(room.state, held.keys).has(held.role)) socket.disconnect(true);
      }
    }
  });
}

/** Closes the connections of those whom the presenter removed; they are told so when they come back. */
function dropRemoved(room: Room, phones: Namespace): void {
  let { removed } = room.state;
  room.listen(() => {
    if (room.state.removed === removed) return;
    removed = room.state.removed;
    for (const socket of phones.sockets.values()) {
      const phone: Phone = socket.data;
      if (phone.room === room && removed.has(phone.participant)) socket.disconnect(true);
    }
  });
}

/** The room of a code. Misses are counted; who is `known` already passes even when misses are used up. */
async function findRoom(
  { rooms, guesses, addressOf }: Surroundings,
  text: string,
  socket: Socket,
  known: (room: Room) => boolean,
): Promise<Room | Refusal> {
  const code = readCode(text);
  const room = rooms.find(code)?.room;
  if (room && known(room)) return room;
  const address = addressOf(socket.handshake.address, socket.handshake.headers);
  return guesses.find(address, code ?? text, () => room);
}

/** A middleware from a check that gives a reason to refuse, or undefined to let in. */
function guarded({ log }: Surroundings, check: (socket: Socket) => Promise<Refusal | undefined>) {
  return (socket: Socket, next: (error?: Error) => void) => {
    check(socket)
      .catch((error: unknown): Refusal => {
        log.error({ error: String(error) }, 'handshake failed');
        return 'internal';
      })
      .then((refusal) => {
        if (refusal === undefined) return next();
        const level = refusal === 'not-allowed' ? 'warn' : 'info';
        log[level]({ namespace: socket.nsp.name, refusal }, 'connection refused');
        next(new Error(refusal));
      });
  };
}
