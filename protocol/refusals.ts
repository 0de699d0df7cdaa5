/** Why a command was refused: one closed list. Phones and consoles turn a reason into words. */

export const refusals = [
  /** No session has this code. */
  'unknown-session',
  /** The session file has no such activity (any more). */
  'unknown-activity',
  /** The activity takes no answers now. */
  'closed',
  /** The session has ended. */
  'ended',
  /** The presenter has locked joining. */
  'locked',
  /** The presenter has removed this participant. */
  'removed',
  /** The answer is for an earlier round, or for one that has not begun. */
  'other-round',
  /** A newer answer of the same participant is stored already. */
  'superseded',
  /** The answer does not fit the question. */
  'invalid',
  /** The author allows one answer, and it is given. */
  'no-change',
  /** The role may not send this command. */
  'not-allowed',
  /** The message has no meaning at all. */
  'malformed',
  /** The deck has no such slide. */
  'unknown-slide',
  /** Nobody wrote such an entry, or it cannot be moderated or merged. */
  'unknown-entry',
  /** The command makes no sense as things stand: a timer that runs cannot be started. */
  'not-now',
  /** The author keeps these results for the presenter. */
  'presenter-only',
  /** The disk did not take it: it is not saved; send it again later. */
  'not-saved',
  /** Too many messages from this connection. */
  'too-fast',
  /** A fault of ours; it is in the server's log. */
  'internal',
] as const;

export type Refusal = (typeof refusals)[number];

/** The acknowledgement of every `respond` and `command`, sent once the outcome is durable. */
export type Acknowledgement = { ok: true; revision: number } | { refused: Refusal };

/** The answer to a phone's `alive`: the server's clock, milliseconds since 1970, so that one that woke up has it right. */
export type Alive = { ok: true; revision: number; now: number } | { refused: Refusal };

export function isRefusal(value: unknown): value is Refusal {
  return refusals.some((refusal) => refusal === value);
}

/** Ends a `switch` over a closed union: the compiler proves it is never reached. */
export function unreachable(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`);
}
