/** For tests: texts that break tables, archives, pages and spreadsheets, and a session in which people wrote them. */
import { activityId, participantId } from '../../protocol/ids.ts';
import type { Order } from '../session/decide.ts';
import { begin, given, someActivity, someDefinition } from '../session/given.ts';
import type { State } from '../session/state.ts';

export const hardTexts = [
  '=1+1',
  '+1',
  '-1',
  '-3 degrees',
  '@SUM(A1)',
  '＝1',
  '＠x',
  "'quoted'",
  "''",
  "'=1",
  '"',
  '""',
  '"=1"',
  'a,b',
  'a;b\tc',
  'a\r\nb',
  'a\rb',
  'a\n=1+1',
  "='",
  '=HYPERLINK("http://elsewhere.example","x")',
  '=cmd|" /C calc"!A0',
  'שלום \u202Eabc\u202C',
  '\u200B=1',
  '👩🏽‍🚀 🏳️‍🌈',
  'a\u0000b',
  'bell \u0007, escape \u001B[31m, next line \u0085.',
  'half \uD83D, other half \uDE00!',
  '\uDE00\uD83D',
  'literally _xD83D_ and _x005F_xD83D_ and _x0041_',
  '\uFFFD \uFFFE \uFFFF \uFDD0 \u{1FFFF}',
  `Z${'\u0351'.repeat(50)}`,
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  ']]></t><f>1+1</f>',
  '&lt;b&gt; &amp;',
  'constructor',
  '__proto__',
  'toString',
  'x'.repeat(2000),
];

export const note = activityId('note');

/** An open question for texts. */
export const asking = someActivity({
  id: note,
  kind: 'text',
  question: 'What stays with you?',
  options: { limit: 2000 },
});

export function say(participant: string, text: string, round = 1): Order {
  const person = participantId(participant);
  return { type: 'respond', participant: person, activity: note, round, n: round, response: { text } };
}

/** A session in which each text was sent by a phone of its own: `phone-0` sent the first. */
export function saying(...texts: readonly string[]): State {
  return given(...begin(someDefinition(asking)), ...texts.map((text, index) => say(`phone-${index}`, text)));
}
