/** Branded ids: a string of one meaning cannot stand where another is expected. One constructor each. */

declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** One run of a session file; internal, never shown. */
export type SessionId = Branded<'SessionId'>;
/** What people type to join: 6 characters of `codeAlphabet`. */
export type Code = Branded<'Code'>;
/** The slug of an activity's question, or the author's `id`. */
export type ActivityId = Branded<'ActivityId'>;
/** One phone in one session; means nothing outside it. */
export type ParticipantId = Branded<'ParticipantId'>;

/** 31 characters without the pairs that look alike (0 O, 1 I L). */
export const codeAlphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
export const codeLength = 6;

export const sessionId = (text: string): SessionId => text as SessionId;
export const activityId = (text: string): ActivityId => text as ActivityId;
export const participantId = (text: string): ParticipantId => text as ParticipantId;

/** Reads a code as people type it: any case, spaces and hyphens ignored. Undefined when it can be none. */
export function readCode(text: string): Code | undefined {
  const plain = text.toUpperCase().replace(/[\s-]+/g, '');
  const fits = plain.length === codeLength && [...plain].every((letter) => codeAlphabet.includes(letter));
  return fits ? (plain as Code) : undefined;
}
