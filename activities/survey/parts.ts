/** What the questions of a survey may be: kinds that say how they stand among others. */
import type { Directive, Reading } from '../directive.ts';
import type { AnyAskedKind, AskedKind, Column } from '../kind.ts';
import type { OwnScale, PartRow, PartStatement } from '../part.ts';
import { poll } from '../poll/model.ts';
import type { Entry } from '../rulings.ts';
import { scale } from '../scale/model.ts';
import { text } from '../text/model.ts';

/**
 * One line for each kind; its fields stand in `forms.ts`. The registry of all kinds cannot be asked: a survey is in it
 * itself, and phones have to have all fields at once.
 */
export const parts = {
  poll: part(poll),
  scale: part(scale),
  text: part(text),
} satisfies Record<string, Part>;

export type PartName = keyof typeof parts;

export const partNames = Object.keys(parts).filter(isPartName);

export function isPartName(name: string): name is PartName {
  return Object.hasOwn(parts, name);
}

export function partOf(name: PartName): Part {
  return parts[name];
}

/** The kind of a question that names none. */
export function impliedPart(by: 'list' | 'line'): PartName | undefined {
  return partNames.find((name) => partOf(name).model.part?.implied === by);
}

export interface Part {
  readonly model: AnyAskedKind;
  read(directive: Directive, scale: OwnScale): Reading<unknown>;
  /** An item and a label that are empty are the question's own. */
  columns(options: unknown): readonly Column<unknown>[];
  rows(options: unknown, revealed: unknown): readonly PartRow[];
  statements(options: unknown, scale: OwnScale): readonly PartStatement[];
  /** The result where it stands beside those of other questions. */
  brief(revealed: unknown): unknown;
  /** What of a response may need a verdict; nothing for a response of another kind. */
  entries(response: unknown): readonly Entry[];
}

/** Whatever a kind has no ways of its own for is read from its columns, or left as it is. */
function part<Options, Response, Tally, Revealed extends { readonly people: number }, Steered>(
  model: AskedKind<Options, Response, Tally, Revealed, Steered>,
): Part {
  const plain: AnyAskedKind = model;
  const own = model.part ?? {};
  const read = (directive: Directive) => model.fromMarkdown(directive);
  return {
    model: plain,
    read: (directive, scale) => own.read?.(directive, scale, read) ?? read(directive),
    columns(options: Options) {
      const columns = model.columns(options);
      return own.columns?.(options, columns) ?? ofQuestion(columns);
    },
    rows: own.rows ?? ((_options: Options, { people }: Revealed) => [{ item: '', text: '', count: people }]),
    statements: (options: Options, scale: OwnScale) => own.statements?.(options, scale) ?? [],
    brief: own.brief ?? ((revealed: Revealed) => revealed),
    entries: (response) =>
      typeof response === 'object' && response !== null && own.isResponse?.(response)
        ? (plain.entries?.(response) ?? [])
        : [],
  };
}

/** Where a kind has one item, that is the question. */
function ofQuestion<Response>(columns: readonly Column<Response>[]): readonly Column<Response>[] {
  return columns.length === 1 ? columns.map((column) => ({ ...column, item: '', label: '' })) : columns;
}
