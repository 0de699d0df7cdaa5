/** Events that the suites of the logs store. */
import { activityId, participantId, readCode, type SessionId } from '../../protocol/ids.ts';
import type { Event } from '../session/events.ts';

export function started(session: SessionId, at = 1): Event {
  const code = readCode('ABCDEF');
  if (!code) throw new Error('a code');
  return { type: 'started', at, session, code, secret: 'secret' };
}

export function said(text: string, at = 2): Event {
  const [activity, participant] = [activityId('text'), participantId('p')];
  return { type: 'responded', at, activity, round: 1, participant, n: at, response: { text } };
}
