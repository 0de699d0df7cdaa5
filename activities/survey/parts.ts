/** What the questions of a survey may be: a kind each, with what the survey's table and downloads say of it. */
import type { AnyAskedKind, AskedKind, Column } from '../kind.ts';
import { legibleLines } from '../legible.ts';
import { poll } from '../poll/model.ts';
import type { Entry } from '../rulings.ts';
import { scale } from '../scale/model.ts';
import { text } from '../text/model.ts';

/** Longest text beside other questions, in characters. */
const briefText = 160;

/** One line for each kind; its fields and drawings stand in `forms.ts` and `drawings.ts`. */
export const parts = {
  poll: part(poll, {
    // One choice is one item: which answer it was.
    columns(options) {
      const columns = poll.columns(options);
      if (options.choose !== 1) return columns;
      const other = options.other ? ['Other'] : [];
      const texts = new Map(options.answers.map(({ id, text: answer }) => [id, answer]));
      return [
        {
          item: '',
          label: '',
          values: 'choice',
          allowed: [...texts.values(), ...other],
          read: ({ options: [chosen = ''] }) => texts.get(chosen) ?? other[0],
        },
        ...columns.filter(({ values }) => values === 'text'),
      ];
    },
    rows: (_options, { people, bars = [], others = [] }) => [
      { item: '', text: '', count: people },
      ...bars.map(({ id, text: answer, count, share }) => ({ item: id, text: answer, count, share })),
      ...others
        .filter(({ verdict = 'approved' }) => verdict === 'approved')
        .map((other) => ({ item: '', text: `Other: ${other.text}`, count: other.count })),
    ],
    isResponse: (answer) => 'options' in answer,
  }),
  scale: part(scale, {
    rows: ({ spectrum }, { items = [] }) =>
      items.map(({ id, text: statement, people }) =>
        spectrum ? { item: '', text: '', count: people } : { item: id, text: statement, count: people },
      ),
  }),
  text: part(text, {
    rows: (_options, { people, entries = [] }) => [
      { item: '', text: '', count: people },
      ...entries
        .filter(({ verdict = 'approved' }) => verdict === 'approved')
        .map((entry) => ({ item: '', text: entry.text, count: '' as const })),
    ],
    brief: (revealed) => ({
      ...revealed,
      ...(revealed.entries
        ? { entries: revealed.entries.map((each) => ({ ...each, text: legibleLines(each.text, briefText) })) }
        : {}),
    }),
    isResponse: (answer) => 'text' in answer,
  }),
} satisfies Record<string, Part>;

export type PartName = keyof typeof parts;

export const partNames = Object.keys(parts).filter(isPartName);

export function isPartName(name: string): name is PartName {
  return Object.hasOwn(parts, name);
}

export function partOf(name: PartName): Part {
  return parts[name];
}

/** One row of the survey's table. What is empty is the question itself. */
export interface PartRow {
  readonly item: string;
  readonly text: string;
  /** How many said it. */
  readonly count: number | '';
  /** Of those who answered the question, 0..1. */
  readonly share?: number;
}

export interface Part {
  readonly model: AnyAskedKind;
  /** An item and a label that are empty are the question's own. */
  columns(options: unknown): readonly Column<unknown>[];
  rows(options: unknown, revealed: unknown): readonly PartRow[];
  /** The result where it stands beside those of other questions. */
  brief(revealed: unknown): unknown;
  /** What of a response may need a verdict; nothing for a response of another kind. */
  entries(response: unknown): readonly Entry[];
}

interface OwnWays<Options, Response, Revealed> {
  columns?(options: Options): readonly Column<Response>[];
  rows?(options: Options, revealed: Revealed): readonly PartRow[];
  brief?(revealed: Revealed): Revealed;
  /** For a kind with entries: whether a response is one of its own. */
  isResponse?(answer: object): boolean;
}

/** Whatever a kind has no ways of its own for is read from its columns. */
function part<Options, Response, Tally, Revealed extends { readonly people: number }, Steered>(
  model: AskedKind<Options, Response, Tally, Revealed, Steered>,
  own: OwnWays<Options, Response, Revealed>,
): Part {
  const any: AnyAskedKind = model;
  return {
    model: any,
    columns: own.columns ?? ((options: Options) => ofQuestion(model.columns(options))),
    rows: own.rows ?? ((_options: Options, { people }: Revealed) => [{ item: '', text: '', count: people }]),
    brief: own.brief ?? ((revealed: Revealed) => revealed),
    entries: (response) =>
      typeof response === 'object' && response !== null && own.isResponse?.(response)
        ? (any.entries?.(response) ?? [])
        : [],
  };
}

/** Where a kind has one item, that is the question. */
function ofQuestion<Response>(columns: readonly Column<Response>[]): readonly Column<Response>[] {
  return columns.length === 1 ? columns.map((column) => ({ ...column, item: '', label: '' })) : columns;
}
