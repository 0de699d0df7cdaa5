/** The deck as the server gives it to screens: rendered, sanitised, and without what must stay secret. */
import type { KindName } from '../activities/models.ts';
import type { SlidePosition } from './commands.ts';
import type { ActivityId } from './ids.ts';

export interface Deck {
  /** Grows whenever the session file changed; views name the version they belong to. */
  readonly version: number;
  readonly title: string;
  /** BCP 47 tag of the slides' language. */
  readonly lang: string;
  readonly look: Look;
  readonly slides: readonly DeckSlide[];
  /** Activities that only show something (an agenda): all they need is here, views never mention them. */
  readonly displays: readonly ActivityCard[];
}

export interface Look {
  readonly theme: 'paper' | 'night' | 'harvest';
  /** Accent colour as #rrggbb. */
  readonly accent?: string | undefined;
  /** Address of the logo below the session's own address. */
  readonly logo?: string | undefined;
}

export interface DeckSlide {
  /** Slug of the slide's first heading; survives edits elsewhere in the file. */
  readonly id: string;
  readonly h: number;
  readonly v: number;
  /** Plain text of the first heading. */
  readonly title: string;
  /** How many fragments the slide has. */
  readonly fragments: number;
  /**
   * Sanitised HTML of the slide's content. Each activity is `<div data-activity="id"></div>` at its place:
   * its list is taken out, and its heading stays in the HTML.
   */
  readonly html: string;
  /** Attributes of `<section>` (`class`, `id`, `data-*`) from `.slide:` comments. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly activities: readonly ActivityId[];
  /** Sanitised HTML of the speaker's notes; given to presenters only. */
  readonly notes?: string | undefined;
}

/** An activity without anything secret, as phones and screens know it. */
export interface ActivityCard {
  readonly id: ActivityId;
  readonly kind: KindName;
  /** False for a kind that takes no answers, such as a timer. */
  readonly asks: boolean;
  readonly question: string;
  readonly options: unknown;
  readonly open: 'on-slide' | 'manual' | 'always';
  readonly results: 'live' | 'hidden' | 'presenter';
  /** May an answer be changed while the activity is open? */
  readonly change: boolean;
  readonly slide: SlidePosition;
}
