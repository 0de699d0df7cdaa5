/** Everything that can happen to a session. Ids, times and keys are in the event, so a replay is exact. */
import type { Verdict } from '../../activities/kind.ts';
import type { SlidePosition } from '../../protocol/commands.ts';
import type { ActivityId, Code, ParticipantId, SessionId } from '../../protocol/ids.ts';
import type { KeyRole } from '../../protocol/rights.ts';
import type { Definition } from './definition.ts';

/** `at` is milliseconds since 1970, UTC. */
export type Event =
  /** `secret` signs the participants' tokens of this session. */
  | {
      readonly type: 'started';
      readonly at: number;
      readonly session: SessionId;
      readonly code: Code;
      readonly secret: string;
    }
  | { readonly type: 'keyAdded'; readonly at: number; readonly role: KeyRole; readonly hash: string }
  | { readonly type: 'keysRevoked'; readonly at: number; readonly role: KeyRole }
  | { readonly type: 'defined'; readonly at: number; readonly definition: Definition }
  | { readonly type: 'wentTo'; readonly at: number; readonly slide: SlidePosition }
  /** `until`: when it closes by itself, or null. */
  | {
      readonly type: 'opened';
      readonly at: number;
      readonly activity: ActivityId;
      readonly until: number | null;
    }
  | { readonly type: 'closed'; readonly at: number; readonly activity: ActivityId }
  /** A time limit begins, or is moved. */
  | { readonly type: 'timed'; readonly at: number; readonly activity: ActivityId; readonly until: number }
  | { readonly type: 'shown'; readonly at: number; readonly activity: ActivityId }
  | { readonly type: 'hidden'; readonly at: number; readonly activity: ActivityId }
  | {
      readonly type: 'askedAgain';
      readonly at: number;
      readonly activity: ActivityId;
      readonly round: number;
    }
  | {
      readonly type: 'responded';
      readonly at: number;
      readonly activity: ActivityId;
      readonly round: number;
      readonly participant: ParticipantId;
      readonly n: number;
      readonly response: unknown;
    }
  /** `key` is a `verdictKey`. */
  | {
      readonly type: 'ruled';
      readonly at: number;
      readonly activity: ActivityId;
      readonly key: string;
      readonly verdict: Verdict;
    }
  | {
      readonly type: 'merged';
      readonly at: number;
      readonly activity: ActivityId;
      readonly from: string;
      readonly into: string;
    }
  | { readonly type: 'locked'; readonly at: number }
  | { readonly type: 'unlocked'; readonly at: number }
  | { readonly type: 'blackedOut'; readonly at: number; readonly on: boolean }
  | { readonly type: 'ended'; readonly at: number };

export type EventOf<Type extends Event['type']> = Extract<Event, { type: Type }>;
