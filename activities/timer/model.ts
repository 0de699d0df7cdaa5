/** Timer: rounds with their times, and the roles that go round in groups. The presenter runs it; all clocks agree. */
import * as v from 'valibot';
import {
  type Directive,
  type Fault,
  faultAt,
  type ListItem,
  readOptions,
  textOption,
  wholeNumber,
  withFaults,
} from '../directive.ts';
import { readTime, timeExample } from '../duration.ts';
import type { ShownKind } from '../kind.ts';
import { once } from '../once.ts';
import { courseOf, type Position, positionAt, type TimerOptions, type TimerState } from './course.ts';

const day = 24 * 3_600_000;
const defaultTime = 5 * 60_000;
const mostStretches = 60;
const mostSizes = 3;

const ms = (message: string) =>
  v.pipe(v.number(message), v.integer(message), v.minValue(1, message), v.maxValue(day, message));
const rolesMessage = 'roles must be a list of two to eight names, as in [Coach, Coachee, Observer]';
const groupsMessage = 'groups must be the id of an activity that makes groups';

export const timerOptions = v.pipe(
  v.strictObject({
    each: v.optional(ms(`each must be ${timeExample}`), defaultTime),
    rounds: v.optional(wholeNumber('rounds', 1, 30)),
    list: v.pipe(
      v.array(
        v.object({
          name: v.pipe(v.string(), v.maxLength(80, 'takes names of at most 80 characters')),
          time: v.optional(ms(`a time must be ${timeExample}`)),
        }),
      ),
      v.maxLength(30, 'takes at most 30 rounds'),
    ),
    roles: v.optional(
      v.pipe(
        v.array(
          v.pipe(textOption(rolesMessage), v.minLength(1, rolesMessage), v.maxLength(40, rolesMessage)),
          rolesMessage,
        ),
        v.check(({ length }) => length !== 1 && length <= 8, rolesMessage),
        v.check((roles) => new Set(roles).size === roles.length, 'roles has the same role twice'),
      ),
      [],
    ),
    groups: v.optional(v.pipe(textOption(groupsMessage), v.minLength(1, groupsMessage))),
    auto: v.optional(v.boolean('auto must be true or false'), false),
    sound: v.optional(v.boolean('sound must be true or false'), false),
  }),
  v.forward(
    v.check(
      ({ list, rounds = 1 }) => list.length * rounds <= mostStretches,
      `rounds would go through the list so often that there are more than ${mostStretches} times`,
    ),
    ['rounds'],
  ),
);

export interface TimerRevealed {
  readonly state: TimerState;
  /** Sizes that groups have, smallest first; none while there are no groups. */
  readonly sizes: readonly number[];
}

/** A phone's place in its group, from 0, how many the group has, and what it is called. */
export interface TimerPersonal {
  readonly seat: number;
  readonly size: number;
  readonly group?: string;
}

const stretch = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(mostStretches));
const time = v.pipe(v.number(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER));
const added = v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(mostStretches)));
const timerState: v.GenericSchema<unknown, TimerState> = v.variant('is', [
  v.strictObject({ is: v.literal('ready'), stretch, added }),
  v.strictObject({ is: v.literal('paused'), stretch, total: time, left: time, added }),
  v.strictObject({ is: v.literal('running'), stretch, total: time, endsAt: time, added }),
]);

export const timer: ShownKind<TimerOptions, TimerRevealed, TimerState> = {
  keyword: 'timer',
  asks: false,
  options: timerOptions,
  instead: { time: 'each' },

  fromMarkdown(directive) {
    const faults: Fault[] = [];
    const list = directive.list.map((item) => readRound(item, directive, faults));
    const { each } = directive.options;
    // What is no time is left to the schema, which says so.
    const options = each === undefined ? {} : { each: readTime(each) ?? String(each) };
    const reading = readOptions(
      { ...directive, options: { ...directive.options, ...options } },
      timerOptions,
      { list },
      'list',
    );
    return withFaults(reading, faults);
  },

  links: ({ groups }) =>
    groups === undefined ? [] : [{ option: 'groups', activity: groups, needs: 'sets' as const }],

  present(options, { steered, linked }) {
    const sets = options.groups === undefined ? undefined : linked(options.groups)?.sets;
    const sizes = new Set(sets?.map(({ length }) => length).filter((size) => size > 0));
    return { state: steered, sizes: [...sizes].sort((a, b) => a - b).slice(-mostSizes) };
  },

  personal(options, { participant, linked }): TimerPersonal | undefined {
    const groups = options.groups === undefined ? undefined : linked(options.groups);
    const place = groups && seatsIn(groups.sets).get(participant);
    if (!place) return undefined;
    const { seat, size, set } = place;
    const group = groups.setName?.(set);
    return group === undefined ? { seat, size } : { seat, size, group };
  },

  steering: {
    commands: {
      start: v.strictObject({}),
      pause: v.strictObject({}),
      /** More time for what is on: milliseconds. */
      addTime: v.strictObject({
        by: v.pipe(v.number(), v.integer(), v.minValue(1000), v.maxValue(3_600_000)),
      }),
      /** The next round, or the one before: it runs at once if the timer runs. */
      next: v.strictObject({}),
      back: v.strictObject({}),
      /** To the beginning of the first round, at rest. */
      reset: v.strictObject({}),
      /** One round more, and back again while it has not begun. */
      addRound: v.strictObject({}),
      dropRound: v.strictObject({}),
    },
    start: () => ({ is: 'ready', stretch: 0 }),
    decide(options, state, { type, by }, { now }): TimerState | undefined {
      const { added = 0 } = state;
      const at = positionAt(options, state, now);
      switch (type) {
        case 'start':
          return at.phase === 'ready' || at.phase === 'paused' ? kept(state, running(at, now)) : undefined;
        case 'pause':
          return state.is === 'running' ? kept(state, resting(at)) : undefined;
        case 'addTime':
          return typeof by === 'number'
            ? kept(state, withMore(at, by, state.is === 'running' ? now : undefined))
            : undefined;
        case 'next':
          return kept(state, moved(options, state, at.stretch + 1, now));
        case 'back':
          return kept(state, moved(options, state, at.stretch - 1, now));
        case 'reset':
          return state.is === 'ready' && at.stretch === 0
            ? undefined
            : kept(state, { is: 'ready', stretch: 0 });
        case 'addRound':
          return lengthened(options, state, added + 1);
        case 'dropRound':
          return added > 0 ? lengthened(options, state, added - 1, at.stretch) : undefined;
        default:
          return undefined;
      }
    },
    /** A step is the whole state that follows it. */
    evolve(options, state, step) {
      const read = v.safeParse(timerState, step);
      return read.success && read.output.stretch < courseOf(options, read.output).length
        ? read.output
        : state;
    },
  },

  sample: {
    question: 'Practice in trios',
    options: [
      sampleOptions({ list: [], each: 10 * 60_000 }),
      sampleOptions({
        each: 15 * 60_000,
        roles: ['Coach', 'Coachee', 'Observer'],
        // As the simulation calls them.
        groups: 'about-groups',
      }),
      sampleOptions({
        list: [
          { name: 'How a recent change at work landed with you' },
          { name: 'The hardest thing you ever learned', time: 180_000 },
          { name: 'What makes you proud of where you live' },
          { name: 'What about the future excites you' },
        ],
        each: 240_000,
        auto: true,
        sound: true,
      }),
      sampleOptions({
        rounds: 3,
        list: [
          { name: 'The owner tells', time: 180_000 },
          { name: 'Questions', time: 300_000 },
          { name: 'The others think aloud', time: 300_000 },
          { name: 'The owner speaks last', time: 120_000 },
        ],
        roles: ['Owner of the problem', 'Time-keeper', 'Listener'],
        groups: 'about-groups',
      }),
      sampleOptions({
        list: [
          { name: 'المتحدث الأول' },
          { name: 'constructor' },
          { name: '🎤 Open floor', time: 5_400_000 },
        ],
        each: 20_000,
        roles: ['מדריך', 'Zuhörerin'],
      }),
      sampleOptions({ rounds: 12, each: 90_000 }),
    ],
    commands: (options) => [
      { type: 'start' },
      { type: 'pause' },
      { type: 'addTime', by: 60_000 },
      { type: 'start' },
      { type: 'addRound' },
      { type: 'addRound' },
      { type: 'dropRound' },
      ...(courseOf(options).length > 2 ? [{ type: 'next' }, { type: 'next' }, { type: 'back' }] : []),
    ],
  },
};

/** What follows, with the rounds that were added. */
function kept<Next extends TimerState | undefined>({ added: before }: TimerState, next: Next): Next {
  return next && before !== undefined ? { ...next, added: before } : next;
}

/** With so many rounds added; undefined where these are too many, or what is on now would be cut off. */
function lengthened(
  options: TimerOptions,
  { added: _before, ...state }: TimerState,
  more: number,
  on = 0,
): TimerState | undefined {
  const { length } = courseOf(options, { added: more });
  if (length > mostStretches || on >= length) return undefined;
  return more === 0 ? state : { ...state, added: more };
}

function running({ stretch: on, total, left }: Position, now: number): TimerState {
  return { is: 'running', stretch: on, total, endsAt: now + left };
}

function resting({ stretch: on, total, left }: Position): TimerState {
  return { is: 'paused', stretch: on, total, left };
}

/** What is over gets the time from now on. `now` is undefined for a timer at rest. */
function withMore(at: Position, by: number, now: number | undefined): TimerState | undefined {
  const left = Math.min(day, at.left + by);
  if (left === at.left) return undefined;
  const longer = { ...at, left, total: Math.max(left, Math.min(day, at.total + by)) };
  return now === undefined ? resting(longer) : running(longer, now);
}

function moved(options: TimerOptions, state: TimerState, to: number, now: number): TimerState | undefined {
  const next = courseOf(options, state)[to];
  if (!next) return undefined;
  if (state.is !== 'running') return { is: 'ready', stretch: to };
  return { is: 'running', stretch: to, total: next.time, endsAt: now + next.time };
}

/** By participant, the place in the group, and the group's among all. */
const seatsIn = once(
  (sets: readonly (readonly string[])[]) =>
    new Map(
      sets.flatMap((members, set) =>
        members.map((participant, seat) => [participant, { seat, size: members.length, set }] as const),
      ),
    ),
);

/** A time at the end of an item, spaced or not. */
const timed = /(?:^|\s)\(?((?:\d+\s?(?:h|min|m|sec|s)\s?)+)\)?$/;
/** What looks like one, and is written otherwise. */
const almostTimed = /(?:^|\s)\(?\d+\s*(?:mins?|minutes?|secs?|seconds?|h|hours?)\.?\)?$/i;

/** A time may end an item: `Coaching 15m`, `Coaching: 1m30s`, `Coaching (90 s)`. */
function readRound(item: ListItem, directive: Directive, faults: Fault[]): TimerOptions['list'][number] {
  const text = item.text.trim();
  const found = timed.exec(text.slice(-40));
  const time = readTime(found?.[1]);
  if (found && time !== undefined) {
    return { name: text.slice(0, text.length - found[0].length).replace(/[\s:,–—-]+$/, ''), time };
  }
  if (text === '') faults.push(faultAt(item, directive, 'has an empty item'));
  else if (almostTimed.test(text.slice(-20))) {
    faults.push(faultAt(item, directive, `a time must be ${timeExample}`));
  }
  return { name: text };
}

function sampleOptions(changes: Partial<TimerOptions>): TimerOptions {
  return { each: defaultTime, list: [], roles: [], auto: false, sound: false, ...changes };
}
