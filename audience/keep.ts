/**
 * What a phone keeps, under the one key `plenum.<CODE>` of its local storage: the token it is known by, the number
 * of its latest answer, answers and a name on their way, what was typed, and what a form notes for its person alone.
 * Nothing is kept before the first of these.
 */
import type { RespondMessage } from '../protocol/commands.ts';

/** An answer that was not acknowledged yet. */
export interface Pending extends Omit<RespondMessage, 'activity'> {
  readonly activity: string;
}

export interface Kept {
  readonly token: string | undefined;
  /** Number of the latest answer; the next one is higher. */
  readonly n: number;
  readonly outbox: readonly Pending[];
  /** What was typed and not sent, by activity. */
  readonly drafts: Readonly<Record<string, unknown>>;
  /** What forms note for their person's own eyes, by activity: never sent, and kept when the answer is. */
  readonly asides: Readonly<Record<string, unknown>>;
  /** The name taken (null: given up) that the server has not acknowledged yet. */
  readonly alias?: string | null;
}

export const nothingKept: Kept = { token: undefined, n: 0, outbox: [], drafts: {}, asides: {} };

export interface Keep {
  read(): Kept;
  write(kept: Kept): void;
}

/** Falls back to memory where storage is refused (private mode, full): then a reload forgets, and nothing else fails. */
export function openKeep(code: string, storage: () => Pick<Storage, 'getItem' | 'setItem'>): Keep {
  const key = `plenum.${code}`;
  let memory = nothingKept;
  return {
    read() {
      try {
        const text = storage().getItem(key);
        // Two tabs share the storage, so it is read anew each time.
        if (text !== null) memory = parsed(text) ?? memory;
      } catch {
        // Storage is refused: memory serves.
      }
      return memory;
    },
    write(kept) {
      memory = kept;
      try {
        storage().setItem(key, JSON.stringify(kept));
      } catch {
        // Storage is full or refused: memory serves.
      }
    },
  };
}

/** Storage of this page may hold anything; what does not look like ours is not used. */
function parsed(text: string): Kept | undefined {
  try {
    const read: unknown = JSON.parse(text);
    if (typeof read !== 'object' || read === null) return undefined;
    const { token, n, outbox, drafts, asides, alias }: Partial<Record<keyof Kept, unknown>> = read;
    return {
      token: typeof token === 'string' ? token : undefined,
      n: typeof n === 'number' ? n : 0,
      outbox: Array.isArray(outbox) ? outbox.filter(isPending) : [],
      drafts: typeof drafts === 'object' && drafts !== null ? { ...drafts } : {},
      asides: typeof asides === 'object' && asides !== null ? { ...asides } : {},
      ...(typeof alias === 'string' || alias === null ? { alias } : {}),
    };
  } catch {
    return undefined;
  }
}

function isPending(value: unknown): value is Pending {
  if (typeof value !== 'object' || value === null) return false;
  const { activity, round, n }: Partial<Record<keyof Pending, unknown>> = value;
  return typeof activity === 'string' && typeof round === 'number' && typeof n === 'number';
}
