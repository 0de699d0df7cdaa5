/** What all faces of a timer say in the same way: its numbers. */
import { clockTime } from '../duration.ts';
import { type Position, wholeSeconds } from './course.ts';

/** From here on the time is nearly up, milliseconds. */
const nearlyUp = 30_000;

/** `4:59`, or `+0:12` once it is over. */
export function digitsOf({ phase, left, over }: Position): string {
  return phase === 'over' ? `+${clockTime(over)}` : clockTime(wholeSeconds(left));
}

/** The last half minute of what takes a minute or more. */
export function isLast({ phase, left, total }: Position): boolean {
  return phase === 'running' && left <= nearlyUp && total >= 2 * nearlyUp;
}

/** What is left, as a bar. */
export function TimeBar({ at, class: name }: { readonly at: Position; readonly class: string }) {
  const share = at.total === 0 ? 0 : at.left / at.total;
  return (
    <span class={name} aria-hidden="true" data-phase={at.phase} data-last={isLast(at)}>
      <span style={{ inlineSize: `${share * 100}%` }} />
    </span>
  );
}
