/** What each role is shown. A view is complete: first join, reconnect and change are one message. */
import type { Description, Visibility } from '../activities/kind.ts';
import type { SlidePosition } from './commands.ts';
import type { ActivityCard, Deck, Look } from './deck.ts';
import type { ActivityId, ParticipantId } from './ids.ts';
import type { Pace, Reaction } from './presence.ts';

/** Common to all phones of a session: sent as `view`. */
export interface PhoneView {
  readonly revision: number;
  readonly title: string;
  readonly lang: string;
  readonly look: { readonly theme: string; readonly accent?: string | undefined };
  /** Days until the session is deleted, or null when no day is set. */
  readonly retain: number | null;
  readonly ended: boolean;
  /** Signs a phone may send up the room screen; empty when the author wants none. */
  readonly reactions: readonly Reaction[];
  /** Whether everybody is asked for a name, which nobody must give. */
  readonly named: boolean;
  /** Activities of the current slide first, then the standing ones; only these take answers or show results. */
  readonly activities: readonly PhoneActivity[];
  /** The server's clock when this was made, milliseconds since 1970. */
  readonly now: number;
}

export interface PhoneActivity extends ActivityCard {
  readonly round: number;
  readonly isOpen: boolean;
  /** True for an activity of the slide on the room screen. */
  readonly live: boolean;
  /** When it closes by itself, or null. */
  readonly until: number | null;
  /** Whether people may give themselves a name here, which others see. */
  readonly names: boolean;
  /** Whether people see what others gave while they answer. */
  readonly together: boolean;
  /** Present when the presenter shows results on phones, or people answer together. */
  readonly revealed?: unknown;
}

/** What belongs to one phone alone: sent as `mine` before the first `view`, and whenever it changes otherwise than by what the phone sent. */
export interface Mine {
  readonly responses: Readonly<Record<ActivityId, { round: number; n: number; response: unknown }>>;
  /** What activities say to this phone alone: its group, its role, its points. */
  readonly personal: Readonly<Record<ActivityId, unknown>>;
  /** The name it gave itself, or null. */
  readonly alias: string | null;
}

/** Sent once to a phone that was let in. It keeps the token to be known again. */
export interface Welcome {
  readonly token: string;
  readonly participant: ParticipantId;
}

/** What room screen and console have in common. */
interface StageView {
  readonly revision: number;
  /** Version of the deck to show; fetched from `/:code/deck` when it differs from the one at hand. */
  readonly deck: number;
  readonly code: string;
  readonly slide: SlidePosition;
  readonly black: boolean;
  readonly locked: boolean;
  readonly ended: boolean;
  /** Phones connected now. */
  readonly people: number;
  /** How often each sign was sent up so far; screens let rise what has come since the last view. */
  readonly reactions: Readonly<Partial<Record<Reaction, number>>>;
  readonly now: number;
}

/** The room screen, sent as `view` on `/room`. */
export interface RoomView extends StageView {
  /** Activities of the deck whose results may be on screen now: the current slide and its neighbours. */
  readonly activities: readonly StageActivity[];
}

export interface StageActivity extends ActivityCard {
  readonly round: number;
  readonly isOpen: boolean;
  /** When it closes by itself, or null. */
  readonly until: number | null;
  /** How long it takes answers as authored, milliseconds, or null. */
  readonly time: number | null;
  readonly visible: Visibility['results'];
  /** How many participants have answered in this round, or take part where nobody need answer. */
  readonly answered: number;
  readonly revealed: unknown;
  /** Results of former rounds, first round first. */
  readonly earlier: readonly unknown[];
}

/** One live result alone, sent as `embed` on `/room`. */
export interface EmbedView extends StageActivity {
  readonly now: number;
}

/** The whole deck with its results as they stand, to be printed; fetched from `/:code/print/view`. */
export interface PrintView {
  readonly deck: Deck;
  readonly activities: readonly StageActivity[];
  readonly now: number;
}

/** The console, sent as `view` on `/presenter`. */
export interface PresenterView extends StageView {
  readonly activities: readonly PresenterActivity[];
  /** What needs the presenter's eye: a faulty save, orphaned answers, a disk that does not take answers. */
  readonly warnings: readonly Warning[];
  /** How many find the pace wrong, of what was said in the last five minutes. */
  readonly pace: Readonly<Record<Pace, number>>;
  /** Who came of late, so that a flood can be removed; shortest span first. */
  readonly newcomers: readonly Newcomers[];
}

/** People whose first answer came within so many minutes, and the answers they gave since. */
export interface Newcomers {
  readonly minutes: number;
  /** When the span began, milliseconds since 1970: what `remove` takes. */
  readonly since: number;
  readonly people: number;
  readonly answers: number;
}

export interface PresenterActivity extends StageActivity {
  /** Whether the right answer is out, so that it can only be asked again. */
  readonly over: boolean;
  /** Whether phones are shown the results. */
  readonly shownOnPhones: boolean;
  /** Result as the presenter may see it, whether or not the room does. */
  readonly own: unknown;
  /**
   * Entries for moderation, at most 200: those that wait, longest first, then the others, newest first. After them, where
   * names are seen, at most 200 of these.
   */
  readonly entries: readonly ModerationEntry[];
  /** How many wait, of all there are. */
  readonly waiting: number;
}

export interface ModerationEntry {
  readonly participant: ParticipantId;
  readonly entry: string;
  readonly text: string;
  /** File of a picture to judge. */
  readonly picture?: string;
  readonly verdict: 'pending' | 'approved' | 'hidden';
}

export interface Warning {
  readonly kind: 'file' | 'doubts' | 'orphans' | 'storage';
  readonly message: string;
}

/** The results page, fetched from `/:code/results/view`: every activity and round, those of the file in its order, dropped ones last. */
export interface ResultsView {
  readonly title: string;
  readonly code: string;
  readonly look: Look;
  readonly lang: string;
  readonly startedAt: number;
  readonly endedAt: number | null;
  readonly retain: number | null;
  /** Participants who answered anything. */
  readonly participants: number;
  readonly activities: readonly ResultsActivity[];
  readonly compare: Comparing;
  readonly now: number;
}

/** Between what parts of the crowd results can be compared, and are. */
export interface Comparing {
  /** Activities whose answers part the crowd. */
  readonly by: readonly { readonly id: ActivityId; readonly question: string }[];
  /** The one that was asked for, or null. */
  readonly chosen: ActivityId | null;
  /** Whether the session has ended; before, nothing is compared. */
  readonly ready: boolean;
}

/** A round's result by parts of the crowd. No number in it, nor the difference of any two, stands for fewer than 8 people. */
export interface Cut {
  readonly people: number;
  /** None where all parts are too small. */
  readonly parts: readonly CutPart[];
  readonly rows: readonly CutRow[];
}

export interface CutPart {
  readonly name: string;
  readonly people: number;
  /** Names of the parts that were put together in this one; none for a part alone. */
  readonly of: readonly string[];
}

export interface CutRow {
  readonly label: string;
  /** Numbers of people, or means. */
  readonly unit: 'people' | 'mean';
  /** After the point, of all numbers of the row. */
  readonly digits: number;
  readonly all: number;
  /** One for each part; null where one of them would say too much. */
  readonly cells: readonly number[] | null;
}

export interface ResultsActivity extends ActivityCard {
  /** False when the session file no longer has it. */
  readonly current: boolean;
  /** How many pictures its answers name, which the archive of pictures holds. */
  readonly pictures: number;
  readonly rounds: readonly {
    readonly round: number;
    readonly answered: number;
    /** Also without an answer there may be something to show: groups of people who were in already. */
    readonly hasResult: boolean;
    readonly revealed: unknown;
    readonly description: Description;
    /** By parts of the crowd, where that was asked for and says something. */
    readonly cut?: Cut;
  }[];
}
