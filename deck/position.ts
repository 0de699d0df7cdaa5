/**
 * Who decides on which slide this screen stands: the hand at it moves it at once and the server hears of it; otherwise
 * it follows the server. Pure, so that lost links and late views can be played through in tests.
 */
import type { SlidePosition } from '../protocol/commands.ts';
import { type Acknowledgement, unreachable } from '../protocol/refusals.ts';

export interface Position {
  readonly here: SlidePosition;
  /** Where a hand at this screen moved to and the server has not confirmed yet. */
  readonly wanted: SlidePosition | null;
  /** The command on its way. */
  readonly sent: SlidePosition | null;
  /** Revision of our last confirmed command; older views know nothing of it. */
  readonly revision: number;
  readonly connected: boolean;
  /** The server's position in the newest view. */
  readonly server: SlidePosition | null;
}

export type Happening =
  /** Somebody moved this screen by keyboard, clicker or touch. */
  | { readonly type: 'moved'; readonly to: SlidePosition }
  | { readonly type: 'connected' }
  | { readonly type: 'lost' }
  /** Undefined: the link broke before the answer, or the server asks to try again. */
  | { readonly type: 'answered'; readonly answer: Acknowledgement | undefined }
  | { readonly type: 'view'; readonly revision: number; readonly slide: SlidePosition };

export interface Outcome {
  readonly position: Position;
  /** Send this as `goTo`. */
  readonly send?: SlidePosition;
  /** Show this slide. */
  readonly show?: SlidePosition;
}

export const atStart: Position = {
  here: { h: 0, v: 0, f: -1 },
  wanted: null,
  sent: null,
  revision: 0,
  connected: false,
  server: null,
};

export function step(position: Position, happening: Happening): Outcome {
  switch (happening.type) {
    case 'moved':
      if (same(happening.to, position.here)) return { position };
      return sending({ ...position, here: happening.to, wanted: happening.to });
    case 'connected':
      // What was moved without a connection wins over where the server is.
      return sending({ ...position, connected: true });
    case 'lost':
      return { position: { ...position, connected: false, sent: null } };
    case 'answered':
      return answered(position, happening.answer);
    case 'view':
      return seen(position, happening);
    default:
      return unreachable(happening);
  }
}

function answered(position: Position, answer: Acknowledgement | undefined): Outcome {
  const { sent, wanted, server } = position;
  if (sent === null) return { position };
  const free = { ...position, sent: null };
  if (answer === undefined) return sending(free);
  if ('refused' in answer) {
    // There is no such slide any more, or this screen may not move: back to where everybody is.
    if (wanted !== null && !same(wanted, sent)) return sending(free);
    return followed({ ...free, wanted: null }, server);
  }
  const revision = Math.max(position.revision, answer.revision);
  const done = wanted !== null && same(wanted, sent);
  return sending({ ...free, revision, wanted: done ? null : wanted });
}

function seen(position: Position, view: { revision: number; slide: SlidePosition }): Outcome {
  if (view.revision < position.revision) return { position };
  const known = { ...position, server: view.slide };
  if (position.wanted !== null) return { position: known };
  return followed(known, view.slide);
}

function followed(position: Position, to: SlidePosition | null): Outcome {
  if (to === null || same(to, position.here)) return { position };
  return { position: { ...position, here: to }, show: to };
}

/** One command at a time: the next goes out when the last was answered, and only the newest wish counts. */
function sending(position: Position): Outcome {
  const { wanted, sent, connected } = position;
  if (wanted === null || sent !== null || !connected) return { position };
  return { position: { ...position, sent: wanted }, send: wanted };
}

export function same(a: SlidePosition, b: SlidePosition): boolean {
  return a.h === b.h && a.v === b.v && a.f === b.f;
}
