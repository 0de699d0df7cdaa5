/** The contract of a kind, continued: what the presenter does with an activity, and what a kind may know of the session around it. */
import type { GenericSchema } from 'valibot';
import type { Answer } from './kind.ts';
import type { Rulings } from './rulings.ts';

/** A command of the presenter to one activity, as its kind defines it: `type`, and the fields of its schema. */
export interface KindCommand {
  readonly type: string;
  readonly [field: string]: unknown;
}

/** What the presenter's own commands to an activity make of it: a state beside the answers, in each round anew. */
export interface Steering<Options, Steered> {
  /** By the command's `type`: schema of its fields beside `type` and `activity`. */
  readonly commands: Readonly<Record<string, GenericSchema<unknown, object>>>;
  start(options: Options): Steered;
  /**
   * From a command to what happens, as JSON that is stored, with every draw in it; undefined where it makes no sense now.
   */
  decide(options: Options, steered: Steered, command: KindCommand, around: Circumstances<Steered>): unknown;
  /** Also after an answer something may happen, such as finding a place for who comes late. */
  answered?(
    options: Options,
    steered: Steered,
    participant: string,
    around: Circumstances<Steered>,
    response: unknown,
  ): unknown;
  /**
   * Whether it now stays with people when the slide changes: phones keep it and it takes answers, until the presenter
   * closes it. For what would else close with its slide.
   */
  stands?(options: Options, steered: Steered): boolean;
  /** The state after what `decide` or `answered` gave. Total: what no longer fits edited options changes nothing. */
  evolve(options: Options, steered: Steered, step: unknown, at: number): Steered;
  /** The state without the participants whom the presenter removed; needed where it names participants. */
  without?(options: Options, steered: Steered, isGone: (participant: string) => boolean): Steered;
}

/** What a decision may use besides the state. */
export interface Circumstances<Steered> extends Around<Steered> {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Draws from 0 up to 1. */
  random(): number;
}

/** What a kind may know of the session around one round of it. */
export interface Around<Steered> {
  /** When the round first took answers, milliseconds since 1970, or null. */
  readonly began: number | null;
  /** How long it takes answers as authored, milliseconds, or null. */
  readonly time: number | null;
  readonly steered: Steered;
  /** Tallies of the rounds before this one, first round first, for a result that must fit on one axis with theirs. */
  readonly earlier?: () => readonly unknown[];
  /** Participants who answered this round. */
  readonly answered: Iterable<string>;
  /** The name a participant chose to show to others. */
  aliasOf(participant: string): string | undefined;
  /** The activity that `links` names, or undefined when the session file no longer has it. */
  linked(activity: string): Linked | undefined;
  /**
   * Points over all activities that give points and whose results were shown, most first; those with as many stand in
   * no order that means anything. The same array as long as nothing about it has changed.
   */
  standings(): readonly Standing[];
}

export interface Linked {
  readonly options: unknown;
  /** Whether it takes answers now. */
  readonly isOpen?: boolean;
  /** Of its latest round. */
  readonly tally: unknown;
  /** Participants who answered it, in its latest round. */
  readonly answered: Iterable<string>;
  /** Whether somebody did, without a walk through all who did. */
  hasAnswered?(participant: string): boolean;
  /** What part of the crowd a participant belongs to by its latest round, where the kind has `segment`. */
  segmentOf(participant: string): string | undefined;
  /** What people call such a part of the crowd. */
  nameOf?(segment: string): string;
  /** Participants by set, where the kind has `sets`. */
  readonly sets: readonly (readonly string[])[];
  /** What people call a set, by its place among `sets`, where the kind has `setName`. */
  setName?(index: number): string | undefined;
}

export interface Standing {
  readonly participant: string;
  readonly points: number;
}

/** One phone, and how much it may see. */
export interface Personal<Steered> extends Around<Steered> {
  readonly participant: string;
  /** Its latest response of this round with its time, or undefined. */
  readonly own: Answer<unknown> | undefined;
  /** Whether the presenter shows results on phones, and with them the right answer. */
  readonly shown: boolean;
  /** The presenter's verdicts: whoever wrote something may know what became of it. */
  readonly rulings?: Rulings;
}

/** A round nobody has steered, in a session with nothing else in it: what a kind's tests start from. */
export const nothingAround: Around<undefined> = {
  began: null,
  time: null,
  steered: undefined,
  answered: [],
  aliasOf: () => undefined,
  linked: () => undefined,
  standings: () => [],
};
