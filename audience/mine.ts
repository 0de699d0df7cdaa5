/** What the server says is this phone's own, put together with what it has acknowledged since. */
import type { Mine } from '../protocol/views.ts';

export const nothingMine: Mine = { responses: {}, personal: {}, alias: null };

/** An acknowledged answer stands until the server tells of a newer one, or of one of a later round. */
export function told(before: Mine, next: Mine): Mine {
  const others = new Map(Object.entries(next.responses));
  const newer = Object.entries(before.responses).filter(([activity, own]) => {
    const other = others.get(activity);
    return !other || own.round > other.round || (own.round === other.round && own.n > other.n);
  });
  return { ...next, responses: { ...next.responses, ...Object.fromEntries(newer) } };
}
