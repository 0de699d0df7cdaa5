/** Every message a client may send, read from the wire in this one place. */
import * as v from 'valibot';
import { isBlank, lengthOf } from '../activities/legible.ts';
import { kindCommandNames } from '../activities/models.ts';
import { type ActivityId, activityId, participantId } from './ids.ts';
import { aliasLimit, paces, reactions } from './presence.ts';

const shortText = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const index = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9999));
const activity = v.pipe(shortText, v.transform(activityId));
const participant = v.pipe(shortText, v.transform(participantId));

/** A position in the deck, as reveal.js counts: column, row, and the fragments shown (-1: none). */
const slidePosition = v.strictObject({
  h: index,
  v: v.optional(index, 0),
  f: v.optional(v.pipe(v.number(), v.integer(), v.minValue(-1), v.maxValue(999)), -1),
});
export type SlidePosition = v.InferOutput<typeof slidePosition>;

/** What a phone sends as `respond`. `n` counts up on the phone, so a resend is recognised. */
export const respondMessage = v.strictObject({
  activity,
  round: v.pipe(v.number(), v.integer(), v.minValue(1)),
  n: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER)),
  response: v.unknown(),
});
export type RespondMessage = v.InferOutput<typeof respondMessage>;

/** What a phone sends as `introduce`: the name others see, or null for none. */
export const introduceMessage = v.strictObject({
  alias: v.nullable(
    v.pipe(
      v.string(),
      v.trim(),
      v.check((text) => !isBlank(text) && lengthOf(text) <= aliasLimit),
    ),
  ),
});

/** What a phone sends as `react`: one tap. */
export const reactMessage = v.strictObject({ reaction: v.picklist(reactions) });

/** What a phone sends as `pace`; null takes it back. */
export const paceMessage = v.strictObject({ pace: v.nullable(v.picklist(paces)) });

/** What a presenter (and, for two of them, the room screen) sends as `command`. */
export const presenterCommand = v.variant('type', [
  v.strictObject({ type: v.literal('goTo'), slide: slidePosition }),
  v.strictObject({ type: v.literal('open'), activity }),
  v.strictObject({ type: v.literal('close'), activity }),
  /** Shows results on the room screen and on the phones. */
  v.strictObject({ type: v.literal('show'), activity }),
  v.strictObject({ type: v.literal('hide'), activity }),
  /** Begins a new round; the earlier ones are kept. */
  v.strictObject({ type: v.literal('askAgain'), activity }),
  v.strictObject({
    type: v.literal('moderate'),
    activity,
    participant,
    entry: shortText,
    verdict: v.picklist(['approve', 'hide', 'restore']),
  }),
  /** Counts the entry `from` as `into`; with `from` = `into` it stands alone again. */
  v.strictObject({ type: v.literal('merge'), activity, from: shortText, into: shortText }),
  /** Gives a timed activity so many more milliseconds. */
  v.strictObject({
    type: v.literal('extend'),
    activity,
    by: v.pipe(v.number(), v.integer(), v.minValue(1000), v.maxValue(3_600_000)),
  }),
  /** Removes everybody whose first answer came at `since` (milliseconds since 1970) or later, with all they gave. */
  v.strictObject({
    type: v.literal('remove'),
    since: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER)),
  }),
  v.strictObject({ type: v.literal('lock') }),
  v.strictObject({ type: v.literal('unlock') }),
  /** Blanks the room screen, or with `on: false` brings it back. */
  v.strictObject({ type: v.literal('blackOut'), on: v.optional(v.boolean(), true) }),
  v.strictObject({ type: v.literal('end') }),
]);
/** A command that an activity's kind defines; the kind reads the fields beside `type` and `activity`. */
export interface SteeringCommand {
  readonly type: string;
  readonly activity: ActivityId;
  readonly [field: string]: unknown;
}
export type PresenterCommand = v.InferOutput<typeof presenterCommand>;

const steeringCommand = v.looseObject({ type: v.picklist(kindCommandNames), activity });

/** A presenter's command: of every session, or of a kind. Undefined when it is neither. */
export function readCommand(
  value: unknown,
): PresenterCommand | { readonly type: 'steer'; readonly command: SteeringCommand } | undefined {
  const command = readMessage(presenterCommand, value);
  if (command) return command;
  const ofKind = readMessage(steeringCommand, value);
  return ofKind && { type: 'steer', command: ofKind };
}

/** The value, or undefined when it is not of the shape: what comes from the wire is `unknown` until here. */
export function readMessage<Output>(
  schema: v.GenericSchema<unknown, Output>,
  value: unknown,
): Output | undefined {
  const result = v.safeParse(schema, value);
  return result.success ? result.output : undefined;
}
