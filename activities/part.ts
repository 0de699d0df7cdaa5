/** The contract of a kind, continued: how it stands as one question among the several of a composed activity. */
import type { Directive, Reading } from './directive.ts';
import type { Column } from './kind.ts';

/** What an author says once for all the questions: the steps of what is rated, and what the ends are called. */
export interface OwnScale {
  readonly from: number;
  readonly to: number;
  readonly ends?: readonly [string, string] | undefined;
}

/** One row of the whole's table. What is empty is the question itself. */
export interface PartRow {
  readonly item: string;
  readonly text: string;
  /** How many said it. */
  readonly count: number | '';
  /** Of those who answered the question, 0..1. */
  readonly share?: number;
}

/** A statement of a question; what is empty is the question itself. */
export interface PartStatement {
  readonly id: string;
  readonly item: string;
  readonly text: string;
}

/** Whatever a kind leaves out is read from its columns, or left as it is. */
export interface PartWays<Options, Response, Revealed> {
  /** The kind of a question that names none: of one with a list below it, or of a line alone. */
  readonly implied?: 'list' | 'line';
  /** Reads a question with what holds for all of them; `read` is the kind's own reading. */
  read?(
    directive: Directive,
    scale: OwnScale,
    read: (directive: Directive) => Reading<Options>,
  ): Reading<Options>;
  /** What downloads say of it; an item and a label that are empty are the question's own. */
  columns?(options: Options, columns: readonly Column<Response>[]): readonly Column<Response>[];
  rows?(options: Options, revealed: Revealed): readonly PartRow[];
  /** Statements that are rated on the scale of all, and can stand with others as rows on one. */
  statements?(options: Options, scale: OwnScale): readonly PartStatement[];
  /** The result where it stands beside those of other questions. */
  brief?(revealed: Revealed): Revealed;
  /** For a kind with entries: whether a response is one of its own. */
  isResponse?(answer: object): boolean;
}
