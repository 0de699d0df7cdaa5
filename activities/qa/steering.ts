/** What a presenter does with questions: one is pinned on top, and those that were answered make way for the others. */
import * as v from 'valibot';
import {
  type Arriving,
  answered,
  arrived,
  arrivedStep,
  noArrivals,
  withoutArrivals,
} from '../cards/arrivals.ts';
import { cardKeySchema } from '../cards/schema.ts';
import type { Steering } from '../steering.ts';

export interface QaSteered extends Arriving {
  /** Key of the question that is answered now, or null. */
  readonly pinned: string | null;
  /** Keys, in the order they were marked. */
  readonly answered: readonly string[];
}

const mostAnswered = 1000;
const one = v.strictObject({ entry: cardKeySchema });
const step = v.variant('type', [
  v.strictObject({ type: v.literal('pin'), entry: cardKeySchema }),
  v.strictObject({ type: v.literal('unpin'), entry: cardKeySchema }),
  v.strictObject({ type: v.literal('markAnswered'), entry: cardKeySchema }),
  v.strictObject({ type: v.literal('markOpen'), entry: cardKeySchema }),
  arrivedStep,
]);
type Step = v.InferOutput<typeof step>;

export const qaSteering: Steering<unknown, QaSteered> = {
  commands: { pin: one, unpin: one, markAnswered: one, markOpen: one },
  start: () => ({ ...noArrivals, pinned: null, answered: [] }),
  decide(_options, steered, command) {
    const read = v.safeParse(step, command);
    return read.success && makesSense(steered, read.output) ? read.output : undefined;
  },
  answered,
  evolve(_options, steered, given, at) {
    const read = v.safeParse(step, given);
    return read.success ? after(steered, read.output, at) : steered;
  },
  without: (_options, steered, isGone) => withoutArrivals(steered, isGone),
};

function makesSense({ pinned, answered }: QaSteered, step: Step): boolean {
  switch (step.type) {
    case 'pin':
      return pinned !== step.entry;
    case 'unpin':
      return pinned === step.entry;
    case 'markAnswered':
      return !answered.includes(step.entry) && answered.length < mostAnswered;
    case 'markOpen':
      return answered.includes(step.entry);
    case 'arrived':
      return false;
  }
}

function after(steered: QaSteered, step: Step, at: number): QaSteered {
  const { pinned, answered } = steered;
  switch (step.type) {
    case 'pin':
      // What is talked about is open again.
      return { ...steered, pinned: step.entry, answered: without(answered, step.entry) };
    case 'unpin':
      return { ...steered, pinned: null };
    case 'markAnswered':
      return {
        ...steered,
        pinned: pinned === step.entry ? null : pinned,
        answered: [...without(answered, step.entry), step.entry],
      };
    case 'markOpen':
      return { ...steered, answered: without(answered, step.entry) };
    case 'arrived':
      return arrived(steered, step, at);
  }
}

function without(keys: readonly string[], key: string): readonly string[] {
  return keys.filter((each) => each !== key);
}
