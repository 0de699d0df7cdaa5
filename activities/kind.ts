/** The contract of a kind: plain data and pure functions. A kind never sees a socket, a clock or a database. */
import type { GenericSchema } from 'valibot';
import type { Directive, Reading } from './directive.ts';
import type { PartWays } from './part.ts';
import type { Entry, Rulings } from './rulings.ts';
import type { Around, KindCommand, Linked, Personal, Steering } from './steering.ts';

/** What one participant last sent for an activity. `participant` means nothing outside the session. */
export interface Answer<Response> {
  readonly participant: string;
  readonly response: Response;
  /** Milliseconds since 1970, UTC. */
  readonly at: number;
}

/** Who looks, and how much they may see. */
export interface Visibility {
  readonly to: 'phone' | 'screen' | 'presenter';
  /** `hidden`: how many answered and nothing else. `final`: the activity is closed. */
  readonly results: 'hidden' | 'live' | 'final';
  /** Whether the right answer, where there is one, may be seen. */
  readonly answer: boolean;
  readonly rulings: Rulings;
}

/** One column of the export; a response becomes one tidy row for each column it fills. */
export interface Column<Response> {
  readonly item: string;
  /** What the item is, for the codebook. */
  readonly label: string;
  readonly values: 'text' | 'number' | 'choice';
  /** What a cell may be where there are few: the choices, or the steps. */
  readonly allowed?: readonly (string | number)[];
  /**
   * True for one of several places that people fill in any order, such as the size of the third party: the result is about
   * what stands there, so its table has no row for the place.
   */
  readonly nth?: boolean;
  /** Columns that say the same here are the answers to one question, of which a response fills one at most. */
  readonly oneOf?: string;
  /** The cell, or undefined where the response says nothing about the item. */
  read(response: Response): string | number | undefined;
}

/** A result in words and as a small table. */
export interface Description {
  readonly sentence: string;
  readonly table: {
    readonly head: readonly string[];
    readonly rows: readonly (readonly (string | number)[])[];
  };
  /** What a printed table draws beside its rows; without it, the second column where that is a count. */
  readonly bars?: {
    /** The column that they show. */
    readonly column: number;
    /** A length for each row, 0..1, or null for none. */
    readonly shares: readonly (number | null)[];
  };
}

/** Seeded examples: one source for the contract test, the fuzz test, the gallery and the load test. */
export interface Sample<Options, Response> extends ShownSample<Options> {
  /** A response a person could send. `random` draws from 0 up to 1. */
  honest(options: Options, random: () => number): Response;
  /** Values that `response(options)` must refuse. */
  refused(options: Options): readonly unknown[];
}

export interface ShownSample<Options> {
  readonly question: string;
  /** Every variety of options worth a look. */
  readonly options: readonly Options[];
  /** What activities that the options name could have been answered, when these are the answers to this one. */
  linked?(options: Options, answers: readonly Answer<unknown>[]): Linked;
  /** What a presenter could do once people have answered, in this order; for kinds that are steered. */
  commands?(
    options: Options,
    random: () => number,
    answers: readonly Answer<unknown>[],
  ): readonly KindCommand[];
}

interface Authored<Options, Revealed, Steered> {
  readonly keyword: string;
  /** Schema of what the author writes, after the options every kind shares were taken out. */
  readonly options: GenericSchema<unknown, Options>;
  /** From the directive and the list under it to options, or to a fault for each mistake. */
  fromMarkdown(directive: Directive): Reading<Options>;
  /** Its own options by those of other kinds that an author may take for them. */
  readonly instead?: Readonly<Record<string, string>>;
  /** Whether items of the list may hold directives of their own. */
  readonly composes?: boolean;
  /** Addresses of pictures in the options; phones may load these, and no others. */
  pictures?(options: Options): readonly string[];
  /** Other activities that the options name. */
  links?(options: Options): readonly Link[];
  /** What the presenter does with it, beyond opening and showing. */
  readonly steering?: Steering<Options, Steered>;
  /**
   * What one phone alone is told, as JSON; undefined for nothing. It may name others only by their aliases.
   * Worked out for every phone after each change of stage, so it must be quick.
   */
  personal?(options: Options, seen: Personal<Steered>): unknown;
  /** Whether people may give themselves a name here, which others see. */
  names?(options: Options): boolean;
  describe?(options: Options, revealed: Revealed): Description;
}

/** An activity that another one builds on, by the option that names it. */
export interface Link {
  readonly option: string;
  readonly activity: string;
  /** What it must have: answers that part people (`segment`), groups that were made (`sets`), or the same kind. */
  readonly needs: 'segment' | 'sets' | 'same-kind';
}

/** A kind the audience answers. Tallies, revealed results and what is steered are JSON. */
export interface AskedKind<Options, Response, Tally, Revealed, Steered = undefined>
  extends Authored<Options, Revealed, Steered> {
  readonly asks: true;
  /** Schema of what one phone may send: the only gate from the wire to the log. */
  response(options: Options): GenericSchema<unknown, Response>;
  /** Folded over each participant's latest response: no mutation, and the order never matters. */
  readonly tally: { start(options: Options): Tally; step(tally: Tally, answer: Answer<Response>): Tally };
  /** What may be seen of a tally; the only way a result leaves the server. */
  reveal(options: Options, tally: Tally, visibility: Visibility, around: Around<Steered>): Revealed;
  columns(options: Options): readonly Column<Response>[];
  describe(options: Options, revealed: Revealed): Description;
  readonly sample: Sample<Options, Response>;
  /** The entries of a response that a presenter may approve or hide. */
  entries?(response: Response): readonly Entry[];
  /** Whether the presenter may merge two entries that say the same. */
  readonly merges?: boolean;
  /**
   * Options as a phone or the room screen may have them, when they hold what must stay secret. Once results are shown
   * the secret is out: that round takes no answers any more.
   */
  conceal?(options: Options): Options;
  /** How results are shown where the author does not say; `live` when left out. */
  readonly results?: 'live' | 'hidden';
  /** Whether phones see what others gave while they answer, unless the author hides it: people build on one another. */
  readonly together?: boolean;
  /** What part of the crowd an answer puts its participant in, such as an organisation. */
  segment?(options: Options, response: Response): string | undefined;
  /** What people call such a part; without it, or for a part it does not know, the part itself is shown. */
  segmentName?(options: Options, segment: string): string | undefined;
  /**
   * The segments that are known before anybody answers, in order, where an answer names one alone: results can be compared
   * between them. Answers of any other segment are one part together.
   */
  parts?(options: Options): readonly string[] | undefined;
  /** Participants by set, once groups were made. */
  sets?(options: Options, steered: Steered): readonly (readonly string[])[];
  /** What people call a set, by its place among `sets`. */
  setName?(options: Options, index: number): string;
  /** How many take part, from a result of any visibility, where that is another number than who answered. */
  turnout?(revealed: Revealed): number;
  /** Whether answers come bit by bit, each in place of the one before: authors cannot forbid to change them. */
  readonly gradual?: boolean;
  /** Points for one answer, where right answers give some. Whole numbers; they count once the results were shown. */
  score?(options: Options, answer: Answer<Response>, around: Pick<Around<Steered>, 'began' | 'time'>): number;
  /** Whether what people give waits for approval unless the author says otherwise. */
  readonly moderated?: boolean;
  /** Files that a response names; each must have been handed in by its participant before. */
  files?(response: Response): readonly string[];
  /** How it stands as one question among the several of a composed activity. */
  readonly part?: PartWays<Options, Response, Revealed>;
  /** What downloads hold beside the answers. */
  readonly derived?: Derived<Options, Response, Steered>;
}

/** Rows of a download that no answer holds alone: who was put in which group, the points of an answer. */
export interface Derived<Options, Response, Steered> {
  readonly columns: readonly DerivedColumn[];
  /** Columns that depend on the options, beside the others. */
  columnsFor?(options: Options): readonly DerivedColumn[];
  rows(
    options: Options,
    answers: readonly Answer<Response>[],
    around: Around<Steered>,
  ): Iterable<{ readonly participant: string; readonly item: string; readonly value: string | number }>;
}

export type DerivedColumn = Pick<Column<never>, 'item' | 'label' | 'values'>;

/** A kind that takes no answers. One that is steered is live: screens and phones are shown what `present` gives. */
export interface ShownKind<Options, Revealed = undefined, Steered = undefined>
  extends Authored<Options, Revealed, Steered> {
  readonly asks: false;
  /** What screens and phones are shown; called for kinds with `steering`. */
  present?(options: Options, around: Around<Steered>): Revealed;
  readonly sample: ShownSample<Options>;
}

/** Any kind, as the engine sees it. Methods are bivariant, so each typed kind is one of these. */
export type AnyAskedKind = AskedKind<unknown, unknown, unknown, unknown, unknown>;
export type AnyShownKind = ShownKind<unknown, unknown, unknown>;
export type AnyKind = AnyAskedKind | AnyShownKind;
