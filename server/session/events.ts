/** Everything that can happen to a session. Ids, times and keys are in the event, so a replay is exact. */
import type { Verdict } from '../../activities/rulings.ts';
import type { SlidePosition } from '../../protocol/commands.ts';
import type { ActivityId, Code, ParticipantId, SessionId } from '../../protocol/ids.ts';
import type { Pace, Reaction } from '../../protocol/presence.ts';
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
  /** What a kind's `steering` made of a command, or of an answer: `step` is its own. */
  | {
      readonly type: 'steered';
      readonly at: number;
      readonly activity: ActivityId;
      readonly round: number;
      readonly step: unknown;
    }
  /** A participant took a name that others see, or gave it up. */
  | {
      readonly type: 'introduced';
      readonly at: number;
      readonly participant: ParticipantId;
      readonly alias: string | null;
    }
  | {
      readonly type: 'aliasRuled';
      readonly at: number;
      readonly participant: ParticipantId;
      readonly hidden: boolean;
    }
  /** Taps of a fraction of a second, counted together. */
  | {
      readonly type: 'reacted';
      readonly at: number;
      readonly counts: Readonly<Partial<Record<Reaction, number>>>;
    }
  | {
      readonly type: 'paced';
      readonly at: number;
      readonly participant: ParticipantId;
      readonly pace: Pace | null;
    }
  /** The file stands in the store under this id. */
  | {
      readonly type: 'handedIn';
      readonly at: number;
      readonly participant: ParticipantId;
      readonly file: string;
    }
  /** The presenter removed people who came in a flood. */
  | { readonly type: 'removed'; readonly at: number; readonly participants: readonly ParticipantId[] }
  | { readonly type: 'locked'; readonly at: number }
  | { readonly type: 'unlocked'; readonly at: number }
  | { readonly type: 'blackedOut'; readonly at: number; readonly on: boolean }
  | { readonly type: 'ended'; readonly at: number };

export type EventOf<Type extends Event['type']> = Extract<Event, { type: Type }>;
