/** Reasons of a refusal, as phones know them: each has words, so no other list of them is loaded. */
import { words } from '../activities/words/phone.ts';
import type { Refusal } from '../protocol/refusals.ts';

export function isReason(value: unknown): value is Refusal {
  return typeof value === 'string' && Object.hasOwn(words.refused, value);
}
