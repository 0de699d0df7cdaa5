/** Agenda: the parts of the day with their times; the screen marks what is on now. */
import * as v from 'valibot';
import { type Fault, type ListItem, readOptions } from '../directive.ts';
import type { ShownKind } from '../kind.ts';

const minutes = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(24 * 60 - 1));

export const agendaOptions = v.strictObject({
  items: v.pipe(
    v.array(v.object({ text: v.string(), start: v.optional(minutes), end: v.optional(minutes) })),
    v.minLength(1, 'needs a list of what happens when'),
    v.maxLength(20, 'takes at most 20 items'),
  ),
});
export type AgendaOptions = v.InferOutput<typeof agendaOptions>;
export type AgendaItem = AgendaOptions['items'][number];

/** `09:30 Welcome`, `9.30-10.00 Welcome`, `Welcome`. */
const timed = /^(\d{1,2})[:.](\d{2})(?:\s*[–—-]\s*(\d{1,2})[:.](\d{2}))?[\s:–—-]*(.*)$/s;

export const agenda: ShownKind<AgendaOptions> = {
  keyword: 'agenda',
  asks: false,
  options: agendaOptions,

  fromMarkdown(directive) {
    const faults: Fault[] = [];
    const items = directive.list.map((item) => readItem(item, faults));
    if (faults.length > 0) return { ok: false, faults };
    return readOptions(directive, agendaOptions, { ...directive.options, items }, 'items');
  },

  sample: {
    question: 'Today',
    options: [
      {
        items: [
          { text: 'Welcome', start: 570, end: 600 },
          { text: 'Creating connections', start: 600 },
          { text: 'Break', start: 660 },
          { text: 'A visiting speaker', start: 675 },
          { text: 'Lunch', start: 735, end: 795 },
        ],
      },
      { items: [{ text: 'Arrive' }, { text: 'Talk' }, { text: 'Leave' }] },
    ],
  },
};

function readItem({ text, line, column }: ListItem, faults: Fault[]): AgendaItem {
  const match = timed.exec(text);
  if (!match) return { text };
  const [, hour = '', minute = '', endHour, endMinute = '', rest = ''] = match;
  const start = minutesOf(hour, minute);
  const end = endHour === undefined ? undefined : minutesOf(endHour, endMinute);
  if (start === undefined || (endHour !== undefined && end === undefined)) {
    faults.push({ line, column, message: `agenda: no such time in "${text}"` });
  }
  return {
    text: rest.trim() || text,
    ...(start === undefined ? {} : { start }),
    ...(end === undefined ? {} : { end }),
  };
}

/** Minutes since midnight, or undefined for a time no clock shows. */
function minutesOf(hour: string, minute: string): number | undefined {
  const [hours, rest] = [Number(hour), Number(minute)];
  return hours < 24 && rest < 60 ? hours * 60 + rest : undefined;
}

/** Which item is on at `now` (minutes since midnight), or -1: the last that began and has not ended. */
export function currentItem(items: readonly AgendaItem[], now: number): number {
  return items.findLastIndex(
    ({ start, end }) => start !== undefined && start <= now && (end === undefined || now < end),
  );
}
