/** What participants say of themselves and of the room, beside their answers. Phones load this, so it imports nothing. */

/** Longest name a participant may take, in characters. */
export const aliasLimit = 40;

/** Signs that people may send up the room screen. */
export const reactions = ['👏', '❤️', '😂', '💡', '🎉'] as const;
export type Reaction = (typeof reactions)[number];

/** How the presenter's pace suits a participant, told to the presenter alone. */
export const paces = ['faster', 'slower', 'lost'] as const;
export type Pace = (typeof paces)[number];

/** What was said of the pace counts for so long, in milliseconds. */
export const paceLasts = 5 * 60_000;
