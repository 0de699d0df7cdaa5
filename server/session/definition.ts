/** What a session file says, parsed: the deck, its activities and the settings of the front matter. */
import type { KindName } from '../../activities/models.ts';
import type { SlidePosition } from '../../protocol/commands.ts';
import type { ActivityCard, DeckSlide, Look } from '../../protocol/deck.ts';

export interface Definition {
  readonly title: string;
  readonly lang: string;
  readonly look: Look;
  readonly join: 'open' | 'named';
  /** Days until the session is deleted, or null. */
  readonly retain: number | null;
  readonly wifi: { readonly ssid: string; readonly password: string } | null;
  readonly reactions: boolean;
  readonly slides: readonly (DeckSlide & { readonly notes: string })[];
  readonly activities: readonly ActivityDefinition[];
}

/** An activity as authored: its options may hold what must stay secret. */
export interface ActivityDefinition extends Omit<ActivityCard, 'asks'> {
  readonly kind: KindName;
  /** Milliseconds from opening to closing, or null. */
  readonly time: number | null;
  readonly moderate: boolean;
  readonly slide: SlidePosition;
  /** Line of the directive in the session file, from 1. */
  readonly line: number;
}

/** Whether answers that fitted the activity may not fit it any more. */
export function isEdited(before: ActivityDefinition, after: ActivityDefinition): boolean {
  return before.kind !== after.kind || JSON.stringify(before.options) !== JSON.stringify(after.options);
}
