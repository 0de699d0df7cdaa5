/** The contract of a kind: plain data and pure functions. A kind never sees a socket, a clock or a database. */
import type { ComponentChild } from 'preact';
import type { GenericSchema } from 'valibot';
import type { Directive, Reading } from './directive.ts';

/** What one participant last sent for an activity. `participant` means nothing outside the session. */
export interface Answer<Response> {
  readonly participant: string;
  readonly response: Response;
  /** Milliseconds since 1970, UTC. */
  readonly at: number;
}

/** What a presenter decided about one entry (a text, a word). `pending` waits for approval. */
export type Verdict = 'pending' | 'approved' | 'hidden';

/** The presenter's editing of a result: it changes what is shown and never what is stored. */
export interface Rulings {
  /** Entries without a verdict wait for approval when the author asked for moderation. */
  readonly moderate: boolean;
  /** By `verdictKey(participant, entry)`. */
  readonly verdicts: Readonly<Record<string, Verdict>>;
  /** From a word's key to the key it was merged into. */
  readonly merges: Readonly<Record<string, string>>;
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
}

/** Seeded examples: one source for the contract test, the fuzz test, the gallery and the load test. */
export interface Sample<Options, Response> {
  readonly question: string;
  /** Every variety of options worth a look. */
  readonly options: readonly Options[];
  /** A response a person could send. `random` draws from 0 up to 1. */
  honest(options: Options, random: () => number): Response;
  /** Values that `response(options)` must refuse. */
  refused(options: Options): readonly unknown[];
}

interface Authored<Options> {
  readonly keyword: string;
  /** Schema of what the author writes, after the options every kind shares were taken out. */
  readonly options: GenericSchema<unknown, Options>;
  /** From the directive and the list under it to options, or to a fault for each mistake. */
  fromMarkdown(directive: Directive): Reading<Options>;
}

/** A kind the audience answers. Tallies and revealed results are JSON. */
export interface AskedKind<Options, Response, Tally, Revealed> extends Authored<Options> {
  readonly asks: true;
  /** Schema of what one phone may send: the only gate from the wire to the log. */
  response(options: Options): GenericSchema<unknown, Response>;
  /** Folded over each participant's latest response: no mutation, and the order never matters. */
  readonly tally: { start(options: Options): Tally; step(tally: Tally, answer: Answer<Response>): Tally };
  /** What may be seen of a tally; the only way a result leaves the server. */
  reveal(options: Options, tally: Tally, visibility: Visibility): Revealed;
  columns(options: Options): readonly Column<Response>[];
  describe(options: Options, revealed: Revealed): Description;
  readonly sample: Sample<Options, Response>;
  /** The entries of a response that a presenter may approve or hide. */
  entries?(response: Response): readonly Entry[];
  /** Whether the presenter may merge two entries that say the same. */
  readonly merges?: boolean;
  /** Options as a phone or the room screen may have them, when they hold what must stay secret. */
  conceal?(options: Options): Options;
}

/** One thing a participant wrote that may need a verdict. */
export interface Entry {
  readonly id: string;
  readonly text: string;
  /** True when a verdict holds for everybody who wrote the same, as with a word in a cloud. */
  readonly common: boolean;
}

/** A kind that only shows something: no responses, no results. */
export interface ShownKind<Options> extends Authored<Options> {
  readonly asks: false;
  readonly sample: { readonly question: string; readonly options: readonly Options[] };
}

/** Any kind, as the engine sees it. Methods are bivariant, so each typed kind is one of these. */
export type AnyAskedKind = AskedKind<unknown, unknown, unknown, unknown>;
export type AnyKind = AnyAskedKind | ShownKind<unknown>;

/** Where a verdict is kept. A common entry has one verdict whoever wrote it. */
export function verdictKey(participant: string, entry: Pick<Entry, 'id' | 'common'>): string {
  return entry.common ? `* ${entry.id}` : `${participant} ${entry.id}`;
}

/** The verdict in force for an entry. */
export function verdictOn(
  rulings: Rulings,
  participant: string,
  entry: Pick<Entry, 'id' | 'common'>,
): Verdict {
  return rulings.verdicts[verdictKey(participant, entry)] ?? unruled(rulings);
}

/** `verdictOn` for many entries under the same rulings; fast where nothing was ruled yet. */
export function verdictsUnder(
  rulings: Rulings,
): (participant: string, entry: Pick<Entry, 'id' | 'common'>) => Verdict {
  const verdict = unruled(rulings);
  if (Object.keys(rulings.verdicts).length === 0) return () => verdict;
  return (participant, entry) => rulings.verdicts[verdictKey(participant, entry)] ?? verdict;
}

function unruled({ moderate }: Rulings): Verdict {
  return moderate ? 'pending' : 'approved';
}

/** No editing at all: what a kind's tests and the export start from. */
export const noRulings: Rulings = { moderate: false, verdicts: {}, merges: {} };

/** What a phone's form gets. It calls `send` with a whole response and never waits. */
export interface PhoneViewProps<Options, Response, Revealed> {
  /** Unique on the page; prefix of every element id the form makes. */
  readonly id: string;
  readonly question: string;
  readonly options: Options;
  /** The participant's own latest response, saved or on its way. */
  readonly own: Response | undefined;
  /**
   * What was typed and not sent yet, kept across reloads: a response in the making, sent as it is when time ends.
   * It comes from the phone's storage, so its shape is looked at before use.
   */
  readonly draft: unknown;
  keepDraft(draft: unknown): void;
  /** False when answers are refused: show the own answer, disable the form. */
  readonly open: boolean;
  send(response: Response): void;
  /** Present when the presenter shows results on phones. */
  readonly revealed: Revealed | undefined;
}

/** What a chart on a screen gets. `earlier` holds former rounds, first round first. */
export interface ScreenViewProps<Options, Revealed> {
  readonly id: string;
  readonly question: string;
  readonly options: Options;
  readonly revealed: Revealed;
  readonly earlier: readonly Revealed[];
  /** `hidden` draws the empty state with the count of answers. */
  readonly results: Visibility['results'];
  /** The server's clock, milliseconds since 1970; ticks at least every 30 s. */
  readonly now: number;
  /** Present on the console: asks for a verdict on an entry, or for a merge. */
  readonly rule?: RuleActions;
}

export interface RuleActions {
  moderate(participant: string, entry: string, verdict: 'approve' | 'hide' | 'restore'): void;
  merge(from: string, into: string): void;
}

/** Methods are bivariant, so each typed view is one of these; the model of the same kind made what it gets. */
interface AnyView {
  phone(props: PhoneViewProps<unknown, unknown, unknown>): ComponentChild;
  screen(props: ScreenViewProps<unknown, unknown>): ComponentChild;
}

/** What the engine's registries hold of a view. */
export type AnyPhoneView = AnyView['phone'];
export type AnyScreenView = AnyView['screen'];
