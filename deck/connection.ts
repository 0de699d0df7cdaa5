/** The live connection of a screen: its state and the latest view as signals, and commands with their answers. */
import { type ReadonlySignal, signal } from '@preact/signals';
import { io, type Socket } from 'socket.io-client';
import { ClockAhead } from '../activities/look/clock-ahead.ts';
import type { PresenterCommand, SteeringCommand } from '../protocol/commands.ts';
import { type Acknowledgement, isRefusal, type Refusal } from '../protocol/refusals.ts';
import type { EmbedView, PresenterView, RoomView } from '../protocol/views.ts';

/** `lost` comes back by itself; `refused` stays until the page is opened with another link. */
export type ConnectionState =
  | { readonly is: 'connecting' }
  | { readonly is: 'open' }
  | { readonly is: 'lost' }
  | { readonly is: 'refused'; readonly reason: Refusal };

export interface Connection<View> {
  readonly state: ReadonlySignal<ConnectionState>;
  /** Its `now` is the server's clock as it was when the view came here, not when it was made: some come late. */
  readonly view: ReadonlySignal<View | undefined>;
  /** Undefined when no answer came: not connected, or the link broke. Nothing is sent again by itself. */
  command(command: PresenterCommand | SteeringCommand): Promise<Acknowledgement | undefined>;
  close(): void;
}

interface FromServer<View> {
  view: (view: View) => void;
  embed: (activity: View) => void;
}

interface ToServer {
  command: (
    command: PresenterCommand | SteeringCommand,
    answer: (acknowledgement: Acknowledgement) => void,
  ) => void;
}

interface Handshake {
  readonly code: string;
  readonly key?: string;
  readonly embed?: string;
}

/** The cookie of `tradeKey` is the key. */
export function connectRoom(code: string): Connection<RoomView> {
  return connect<RoomView>('/room', { code });
}

export function connectPresenter(code: string): Connection<PresenterView> {
  return connect<PresenterView>('/presenter', { code });
}

/** One activity alone. In a foreign frame the browser sends no cookie, so the key may be handed over. */
export function connectEmbed(
  code: string,
  activity: string,
  key: string | undefined,
): Connection<EmbedView | null> {
  const handshake = key === undefined ? { code, embed: activity } : { code, embed: activity, key };
  return connect<EmbedView | null>('/room', handshake);
}

/** Milliseconds to wait for the answer to a command, and before another try after a passing refusal. */
const answerWithin = 8_000;
const tryAgainAfter = 3_000;
const passing: readonly Refusal[] = ['too-fast', 'internal', 'not-saved'];

/** What every view has; an activity alone that there is not is null. */
type Told = { readonly now: number } | null;

function connect<View extends Told>(namespace: string, handshake: Handshake): Connection<View> {
  const state = signal<ConnectionState>({ is: 'connecting' });
  const view = signal<View | undefined>(undefined);
  const socket: Socket<FromServer<View>, ToServer> = io(namespace, {
    auth: { ...handshake },
    transports: ['websocket', 'polling'],
    // When the first transport is blocked by a proxy, the next is tried.
    tryAllTransports: true,
    reconnectionDelay: 500,
    reconnectionDelayMax: 4_000,
  });
  let retry: ReturnType<typeof setTimeout> | undefined;
  const tryAgain = () => {
    clearTimeout(retry);
    retry = setTimeout(() => socket.connect(), tryAgainAfter);
  };

  const clock = new ClockAhead();
  const see = (next: View) => {
    const here = Date.now();
    view.value = next && { ...next, now: here + clock.hear(next.now, here) };
  };

  socket.on('connect', () => {
    clock.reset();
    state.value = { is: 'open' };
  });
  socket.on('disconnect', () => {
    state.value = { is: 'lost' };
    // The server closed it: with a good key it lets us in again, otherwise it says why not.
    if (!socket.active) tryAgain();
  });
  socket.on('connect_error', (error) => {
    const { message } = error;
    if (!socket.active && isRefusal(message) && !passing.includes(message)) {
      state.value = { is: 'refused', reason: message };
      return;
    }
    if (state.value.is !== 'connecting') state.value = { is: 'lost' };
    if (!socket.active) tryAgain();
  });
  socket.on('view', see);
  socket.on('embed', see);

  // A laptop that wakes up or finds its network again does not wait for the next attempt.
  const wake = () => {
    if (!socket.connected && document.visibilityState === 'visible' && state.value.is === 'lost')
      socket.connect();
  };
  addEventListener('online', wake);
  addEventListener('pageshow', wake);
  document.addEventListener('visibilitychange', wake);

  return {
    state,
    view,
    async command(command) {
      // Without a connection the library would keep it and send it much later.
      if (!socket.connected) return undefined;
      try {
        return await socket.timeout(answerWithin).emitWithAck('command', command);
      } catch {
        return undefined;
      }
    },
    close() {
      clearTimeout(retry);
      removeEventListener('online', wake);
      removeEventListener('pageshow', wake);
      document.removeEventListener('visibilitychange', wake);
      socket.close();
    },
  };
}
