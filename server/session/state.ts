/** The state of a session: a pure function of its log. Big tables are persistent maps, so a step copies little. */
import { Set as Bag, OrderedMap, Map as Table } from 'immutable';
import type { Answer } from '../../activities/kind.ts';
import { askedModelOf, modelOf } from '../../activities/models.ts';
import { noRulings, type Rulings } from '../../activities/rulings.ts';
import type { SlidePosition } from '../../protocol/commands.ts';
import type { ActivityId, Code, ParticipantId, SessionId } from '../../protocol/ids.ts';
import type { Pace, Reaction } from '../../protocol/presence.ts';
import type { KeyRole } from '../../protocol/rights.ts';
import type { ActivityDefinition, Definition } from './definition.ts';

export interface State {
  readonly session: SessionId | null;
  readonly code: Code | null;
  readonly secret: string;
  readonly startedAt: number;
  readonly endedAt: number | null;
  /** Events folded so far: the revision a view belongs to. */
  readonly revision: number;
  readonly keys: readonly { readonly role: KeyRole; readonly hash: string }[];
  readonly definition: Definition | null;
  /** Counts `defined` events. */
  readonly deck: number;
  readonly slide: SlidePosition;
  readonly black: boolean;
  readonly locked: boolean;
  /** Every activity there ever was: those of the session file in its order, then dropped ones, which keep their responses. */
  readonly activities: OrderedMap<ActivityId, ActivityState>;
  /** Names that participants gave themselves. */
  readonly aliases: Table<ParticipantId, Alias>;
  /** How often each sign was sent up. */
  readonly reactions: Readonly<Partial<Record<Reaction, number>>>;
  /** What participants last said of the pace, and when. */
  readonly paces: Table<ParticipantId, { readonly pace: Pace; readonly at: number }>;
  /** Files handed in, by id, and by whom. */
  readonly files: Table<string, ParticipantId>;
  /** Everyone who ever answered, removed or not; shown to nobody. */
  readonly participants: Table<ParticipantId, Participant>;
  /** Those of them whom the presenter removed: nothing of theirs is here any more, and nothing more is taken. */
  readonly removed: Bag<ParticipantId>;
  /** By the second of their first answer, how many of the others there are, and how many answers they gave. */
  readonly arrivals: Table<number, Arrivals>;
}

export interface Arrivals {
  readonly people: number;
  readonly answers: number;
}

export interface Participant {
  /** How many had answered before; names them in downloads. */
  readonly number: number;
  /** When the first answer came, milliseconds since 1970. */
  readonly came: number;
  /** Answers given: one for each round of each activity. */
  readonly answers: number;
}

/** Stands for a participant's name among the entries of an activity where it is seen. */
export const aliasEntry = '(name)';

export interface Alias {
  readonly text: string;
  /** The presenter took it off the screens. */
  readonly hidden: boolean;
}

export interface ActivityState {
  /** As last authored. */
  readonly definition: ActivityDefinition;
  /** False once the session file no longer has it. */
  readonly current: boolean;
  /** True once its options were edited: answers stored before may no longer fit. */
  readonly edited: boolean;
  /** The presenter's word on it, which outranks the author's `open`. */
  readonly gate: 'authored' | 'open' | 'closed';
  /** When it closes by itself, milliseconds since 1970, or null. */
  readonly until: number | null;
  /** The presenter's word on results, or null: as authored. */
  readonly shown: boolean | null;
  /** Round 1 is rounds[0]. */
  readonly rounds: readonly Round[];
}

export interface Round {
  readonly rulings: Rulings;
  /** When it first took answers, milliseconds since 1970, or null. */
  readonly began: number | null;
  /** Whether results were ever shown, and with them the right answer where there is one. */
  readonly told: boolean;
  /** What the presenter's commands have made of it, for kinds that are steered. */
  readonly steered: unknown;
  readonly responses: Table<ParticipantId, StoredAnswer>;
}

export interface StoredAnswer extends Answer<unknown> {
  readonly n: number;
  /** The revision that stored it, acknowledged again for a resend. */
  readonly revision: number;
}

export const initialState: State = {
  session: null,
  code: null,
  secret: '',
  startedAt: 0,
  endedAt: null,
  revision: 0,
  keys: [],
  definition: null,
  deck: 0,
  slide: { h: 0, v: 0, f: -1 },
  black: false,
  locked: false,
  activities: OrderedMap(),
  aliases: Table(),
  reactions: {},
  paces: Table(),
  files: Table(),
  participants: Table(),
  removed: Bag(),
  arrivals: Table(),
};

export function newActivity(definition: ActivityDefinition): ActivityState {
  return {
    definition,
    current: true,
    edited: false,
    gate: 'authored',
    until: null,
    shown: null,
    rounds: [newRound(definition)],
  };
}

export function newRound(definition: ActivityDefinition): Round {
  const { kind, options, moderate } = definition;
  return {
    rulings: { ...noRulings, moderate },
    began: null,
    told: false,
    steered: modelOf(kind).steering?.start(options) ?? null,
    responses: Table(),
  };
}

/** The round that is asked now, and its number. */
export function currentRound(activity: ActivityState): { readonly number: number; readonly round: Round } {
  const round = activity.rounds.at(-1) ?? newRound(activity.definition);
  return { number: Math.max(1, activity.rounds.length), round };
}

/** Whether the activity belongs to the slide on the room screen. */
export function isOnStage(state: State, activity: ActivityState): boolean {
  const { slide } = activity.definition;
  return activity.current && slide.h === state.slide.h && slide.v === state.slide.v;
}

/** Whether the activity takes answers. A time limit that has passed is closed by an event, not by a clock here. */
export function isOpen(state: State, activity: ActivityState): boolean {
  if (state.endedAt !== null || !activity.current) return false;
  if (activity.gate !== 'authored') return activity.gate === 'open';
  switch (activity.definition.open) {
    case 'always':
      return true;
    case 'on-slide':
      return isOnStage(state, activity) || isStanding(activity);
    case 'manual':
      return false;
  }
}

/** Whether what the presenter has made of it stays with people, whatever the slide. */
function isStanding({ definition: { kind, options }, rounds }: ActivityState): boolean {
  const round = rounds.at(-1);
  return round !== undefined && modelOf(kind).steering?.stands?.(options, round.steered) === true;
}

/** Whether the right answer is out: who answered now would know it, so only another round can be asked. */
export function isOver(activity: ActivityState): boolean {
  return currentRound(activity).round.told && hasSecret(activity.definition);
}

/** Whether showing the results gives away what phones must not know while they answer. */
export function hasSecret({ kind, options }: ActivityDefinition): boolean {
  const conceal = askedModelOf(kind)?.conceal;
  return conceal !== undefined && JSON.stringify(conceal(options)) !== JSON.stringify(options);
}

/** Whether the room screen shows the results. */
export function isShownInRoom(activity: ActivityState): boolean {
  if (activity.definition.results === 'presenter') return false;
  return activity.shown ?? activity.definition.results === 'live';
}

/** Whether phones see what others gave while they answer. */
export function isTogether(activity: ActivityState): boolean {
  const { kind, results } = activity.definition;
  return askedModelOf(kind)?.together === true && results === 'live' && activity.shown !== false;
}

/** Whether phones show the results: only when the presenter said so. */
export function isShownOnPhones(activity: ActivityState): boolean {
  return activity.definition.results !== 'presenter' && activity.shown === true;
}
