/** What a new view says to somebody who cannot see it change: spoken once. Undefined for nothing. */
import { words } from '../activities/words/phone.ts';
import type { PhoneActivity, PhoneView } from '../protocol/views.ts';

export function newsOf(before: PhoneView | undefined, next: PhoneView): string | undefined {
  if (next.ended) return before && !before.ended ? words.ended : undefined;
  const [was, is] = [liveOf(before), liveOf(next)];
  if (is && is.id !== was?.id) return `${words.newQuestion} ${is.question}`;
  const again = next.activities.find((activity) => isAskedAgain(before, activity));
  if (again) return `${words.askedAgain} ${again.question}`;
  return is && was?.isOpen && !is.isOpen ? words.closed : undefined;
}

/** Whether this is another round of a question that the earlier view had. */
export function isAskedAgain(before: PhoneView | undefined, { asks, id, round }: PhoneActivity): boolean {
  const was = before?.activities.find((activity) => activity.id === id);
  return asks && was !== undefined && was.round < round;
}

function liveOf(view: PhoneView | undefined): PhoneActivity | undefined {
  return view?.activities.find((activity) => activity.live);
}
