/**
 * Pseudonyms of an export: P001, P002, … in an order that only the session's secret knows, so that a number tells
 * neither when somebody came nor who it is elsewhere. While people still join the numbers may shift; once the last
 * has answered every download has the same.
 */
import { createHmac } from 'node:crypto';
import type { State } from '../session/state.ts';

export function pseudonymsOf(state: State): ReadonlyMap<string, string> {
  const participants = new Set<string>();
  for (const { rounds } of state.activities.values()) {
    for (const { responses } of rounds)
      for (const participant of responses.keys()) participants.add(participant);
  }
  const shuffled = [...participants]
    .map((participant) => ({
      participant,
      place: createHmac('sha256', state.secret).update(`pseudonym ${participant}`).digest('hex'),
    }))
    .sort((a, b) => (a.place < b.place ? -1 : 1));
  const width = Math.max(3, String(shuffled.length).length);
  return new Map(
    shuffled.map(({ participant }, index) => [participant, `P${String(index + 1).padStart(width, '0')}`]),
  );
}
