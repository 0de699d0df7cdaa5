/**
 * Where a timer stands: worked out from its options, its state and the server's clock, and from nothing else. So every
 * screen and phone shows the same, also one that slept or comes late. Phones load this, so it imports nothing.
 */

export interface TimerOptions {
  /** What a round without a time of its own takes, milliseconds. */
  readonly each: number;
  /** How many rounds; with a list, how often it is gone through. */
  readonly rounds?: number | undefined;
  /** Rounds by name, or the steps of each round where `rounds` is given. */
  readonly list: readonly { readonly name: string; readonly time?: number | undefined }[];
  /** Who does what within a group; roles go round with every round. */
  readonly roles: readonly string[];
  /** The activity whose groups take part. */
  readonly groups?: string | undefined;
  /** Goes on to what comes next by itself. */
  readonly auto: boolean;
  /** Sounds on the room screen at each end. */
  readonly sound: boolean;
}

/** One thing that is timed. */
export interface Stretch {
  /** Empty where the author named none. */
  readonly name: string;
  /** Milliseconds. */
  readonly time: number;
  /** The round it belongs to, from 0. */
  readonly round: number;
}

/** What the presenter has made of the course. */
export interface Lengthened {
  /** Rounds beyond those of the author; absent for none. */
  readonly added?: number | undefined;
}

/** `stretch` counts from 0, times are milliseconds; `total` is all the stretch was given, added minutes included. */
export type TimerState = Lengthened &
  (
    | { readonly is: 'ready'; readonly stretch: number }
    | { readonly is: 'paused'; readonly stretch: number; readonly total: number; readonly left: number }
    /** `endsAt` is on the server's clock, since 1970. */
    | { readonly is: 'running'; readonly stretch: number; readonly total: number; readonly endsAt: number }
  );

export interface Position {
  /** `over`: its time has passed, and the clock counts on. `ended`: it was stopped after that. */
  readonly phase: 'ready' | 'running' | 'paused' | 'over' | 'ended';
  readonly stretch: number;
  readonly total: number;
  readonly left: number;
  /** How long ago its time was up. */
  readonly over: number;
}

/** All stretches in their order, at least one. An added round is like the last, and has no name where rounds are named. */
export function courseOf(
  { each, rounds, list, roles }: TimerOptions,
  { added = 0 }: Lengthened = {},
): readonly Stretch[] {
  if (list.length === 0) {
    const count = (rounds ?? Math.max(1, roles.length)) + added;
    return Array.from({ length: count }, (_, round) => ({ name: '', time: each, round }));
  }
  const steps = list.map(({ name, time = each }) => ({ name, time }));
  if (rounds === undefined) {
    const more = { name: '', time: steps.at(-1)?.time ?? each };
    return [...steps, ...Array<typeof more>(added).fill(more)].map((step, round) => ({ ...step, round }));
  }
  return Array.from({ length: rounds + added }, (_, round) =>
    steps.map((step) => ({ ...step, round })),
  ).flat();
}

/** How many rounds it takes until everybody in groups of these sizes has had each role; none where there are no roles. */
export function roundsFor({ roles }: Pick<TimerOptions, 'roles'>, sizes: readonly number[]): number {
  return roles.length === 0 ? 0 : Math.max(0, ...sizes);
}

/** How many rounds there are; what has but one need not be counted. */
export function roundsIn(course: readonly Stretch[]): number {
  return (course.at(-1)?.round ?? 0) + 1;
}

/**
 * Where the timer stands at `now`, the server's clock in milliseconds. A clock that was set back shows no more than was
 * given. With `auto`, what should have begun since has begun.
 */
export function positionAt(options: TimerOptions, state: TimerState, now: number): Position {
  const course = courseOf(options, state);
  const last = course.length - 1;
  // The file may have been edited, and have fewer rounds now.
  let stretch = Math.min(state.stretch, last);
  if (state.is === 'ready') {
    const total = course[stretch]?.time ?? 0;
    return { phase: 'ready', stretch, total, left: total, over: 0 };
  }
  let { total } = state;
  if (state.is === 'paused') {
    const { left } = state;
    const phase = left === 0 ? 'ended' : left === total ? 'ready' : 'paused';
    return { phase, stretch, total, left, over: 0 };
  }
  let { endsAt } = state;
  while (options.auto && endsAt <= now && stretch < last) {
    stretch++;
    total = course[stretch]?.time ?? 0;
    endsAt += total;
  }
  const left = Math.min(total, Math.max(0, endsAt - now));
  return { phase: left > 0 ? 'running' : 'over', stretch, total, left, over: Math.max(0, now - endsAt) };
}

/**
 * Who has which role in a round: one role for each place in a group of `size`. Roles go one place further with every
 * round, so that everybody has each once in as many rounds as the group has people. In a larger group the last role is
 * held by several; in a smaller one the last roles are left out.
 */
export function rolesIn(roles: readonly string[], size: number, round: number): readonly string[] {
  const last = roles.at(-1);
  if (last === undefined || size < 1) return [];
  return Array.from({ length: size }, (_, seat) => roles[(((seat - round) % size) + size) % size] ?? last);
}

/** A place in a group by its letter: A, B, C. */
export function letterOf(seat: number): string {
  return seat < 26 ? String.fromCharCode(65 + seat) : String(seat + 1);
}

/** What a clock shows of a time that is left: `0:00` only once nothing is. */
export function wholeSeconds(left: number): number {
  return Math.ceil(left / 1000) * 1000;
}
