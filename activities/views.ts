/** What the views of a kind get: a form on phones, a chart on screens, controls on the console. */
import type { ComponentChild } from 'preact';
import type { Visibility } from './kind.ts';
import type { KindCommand } from './steering.ts';

/** What a phone's form gets. It calls `send` with a whole response and never waits. */
export interface PhoneViewProps<Options, Response, Revealed, Personal = unknown> {
  /** Unique on the page; prefix of every element id the form makes. */
  readonly id: string;
  readonly question: string;
  /** Address of the session with a slash at its end, for `pictureAt`. */
  readonly base: string;
  readonly options: Options;
  /** The participant's own latest response, saved or on its way. */
  readonly own: Response | undefined;
  /**
   * What was typed and not sent yet, kept across reloads: a response in the making, sent as it is when time ends.
   * It comes from the phone's storage, so its shape is looked at before use.
   */
  readonly draft: unknown;
  keepDraft(draft: unknown): void;
  /**
   * What the form noted for its person's own eyes: kept on this phone across reloads and rounds, and never sent. It comes
   * from the phone's storage, too.
   */
  readonly aside?: unknown;
  keepAside?(aside: unknown): void;
  /** What this phone last answered to another activity that the options name, as far as it knows. */
  answerTo?(activity: string): unknown;
  /** False when answers are refused: show the own answer, disable the form. */
  readonly open: boolean;
  send(response: Response): void;
  /** Present when the presenter shows results on phones, or people answer together. */
  readonly revealed: Revealed | undefined;
  /** What `personal` says to this phone. */
  readonly personal: Personal | undefined;
  /** The server's clock less this phone's, milliseconds. */
  readonly clockAhead: number;
  /**
   * Hands in a file to name in a response; resolves with its id. It is kept and tried again until it is there, also when
   * the form is gone, and what becomes of it is said below the form; rejects once it is refused.
   */
  handIn(file: Blob): Promise<string>;
  /** A picture that was handed in, by its id; rejects where this phone may not see it, or has no connection. */
  pictureOf(file: string): Promise<Blob>;
  /** What opens another activity that stands on this phone; undefined for one that does not. */
  wayTo?(activity: string): (() => void) | undefined;
}

/** What the inputs of a kind get, in the kind's own form and in forms of several questions. */
export interface FieldsProps<Options, Response> {
  /** Unique on the page; prefix of every element id they make. */
  readonly id: string;
  /** Id of the element that says the question. */
  readonly labelledBy: string;
  /** Address of the session with a slash at its end, for `pictureAt`. */
  readonly base: string;
  readonly options: Options;
  /** What stands in them now, whole or not. */
  readonly filled: Response | undefined;
  readonly open: boolean;
  /** `typing`: more of it is to be expected. */
  onFill(filled: Response, typing: boolean): void;
}

/** What a kind's form is made of, for its own form and for forms of several questions. */
export interface FormParts<Options, Response, Revealed> {
  /** The inputs, without a button that sends. */
  Fields(props: FieldsProps<Options, Response>): ComponentChild;
  /** The result as phones show it, below a heading. */
  Result(props: { readonly options: Options; readonly revealed: Revealed }): ComponentChild;
  /** What was kept of an answer in the making, when it looks like one: it comes from the phone's storage. */
  read(kept: unknown): Response | undefined;
  /** As much of it as may be sent; undefined while it is no answer. */
  answer(options: Options, filled: Response): Response | undefined;
}

/** What a chart on a screen gets. `earlier` holds former rounds, first round first. */
export interface ScreenViewProps<Options, Revealed> {
  readonly id: string;
  readonly question: string;
  /** Address of the session with a slash at its end, for `pictureAt`. */
  readonly base: string;
  readonly options: Options;
  readonly revealed: Revealed;
  readonly earlier: readonly Revealed[];
  /** `hidden` draws the empty state with the count of answers. */
  readonly results: Visibility['results'];
  /** The server's clock when this was drawn, milliseconds since 1970. Nothing ticks it: what counts down reads `useServerNow`. */
  readonly now: number;
  /** True on the room screen, the one that may make a sound. */
  readonly aloud?: boolean;
  /** Present on the console: what a presenter does with what is drawn. */
  readonly rule?: RuleActions;
}

export interface RuleActions {
  /** Sends one of the kind's own commands; resolves with whether it was carried out. */
  command(command: KindCommand): Promise<boolean>;
  moderate(participant: string, entry: string, verdict: 'approve' | 'hide' | 'restore'): void;
  merge(from: string, into: string): void;
}

/** What a result gets that is drawn in a few lines, where it stands beside those of other questions. */
export interface BriefProps<Options, Revealed> {
  readonly options: Options;
  readonly revealed: Revealed;
  /** How many lines there is room for. */
  readonly lines: number;
  /** By how much its first number has changed since an earlier time; null or absent where nothing can be said. */
  readonly change?: number | null | undefined;
}

/** What the presenter's own controls of an activity get, on the console. */
export interface ControlsProps<Options, Revealed> {
  readonly id: string;
  readonly options: Options;
  /** As the presenter may see it. */
  readonly revealed: Revealed;
  /** The server's clock, milliseconds since 1970. */
  readonly now: number;
  /** Phones connected now. */
  readonly people: number;
  /** False once the session has ended: nothing may be changed. */
  readonly enabled: boolean;
  /** Sends one of the kind's commands; resolves with whether it was carried out. */
  command(command: KindCommand): Promise<boolean>;
}

/** Methods are bivariant, so each typed view is one of these; the model of the same kind made what it gets. */
interface AnyView {
  phone(props: PhoneViewProps<unknown, unknown, unknown>): ComponentChild;
  screen(props: ScreenViewProps<unknown, unknown>): ComponentChild;
  controls(props: ControlsProps<unknown, unknown>): ComponentChild;
  brief(props: BriefProps<unknown, unknown>): ComponentChild;
}

/** What the engine's registries hold of a view. */
export type AnyPhoneView = AnyView['phone'];
/** What screens draw of a kind, and on the console what the presenter steers it with. */
export interface AnyScreenView {
  readonly Screen: AnyView['screen'];
  readonly Controls?: AnyView['controls'];
  /** For kinds that stand among others; without it their result is said in words there. */
  readonly Brief?: AnyView['brief'];
}
