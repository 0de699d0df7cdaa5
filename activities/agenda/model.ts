/** Agenda: the parts of the day with their times; the screen marks what is on now. */
import * as v from 'valibot';
import { type Directive, type Fault, faultAt, type ListItem, readOptions, withFaults } from '../directive.ts';
import type { ShownKind } from '../kind.ts';
import { legible } from '../legible.ts';

const dayEnd = 24 * 60;
/** Minutes since midnight; an end may be midnight itself. */
const minutes = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(dayEnd));

const dateMessage = 'date must be a day such as 2026-11-25';

export const agendaOptions = v.strictObject({
  /** The day it is for, as 2026-11-25; without one it is for any day. */
  date: v.optional(v.pipe(v.string(dateMessage), v.check(isOfCalendar, dateMessage))),
  items: v.pipe(
    v.array(
      v.object({
        text: v.pipe(v.string(), v.minLength(1, 'has an empty item')),
        start: v.optional(minutes),
        end: v.optional(minutes),
      }),
    ),
    v.minLength(1, 'needs a list of what happens when'),
    v.maxLength(20, 'takes at most 20 items'),
  ),
});
export type AgendaOptions = v.InferOutput<typeof agendaOptions>;
export type AgendaItem = AgendaOptions['items'][number];

/** `09:30 Welcome`, `9.30-10.00 Welcome`, `1:30 pm: Welcome`. */
const clock = String.raw`(\d{1,2})[:.](\d{2})(?!\d)(?:\s*([ap])\.?m\b\.?)?`;
const timed = new RegExp(String.raw`^${clock}(?:\s*[–—-]\s*${clock})?[\s:–—-]*(.*)$`, 'is');

export const agenda: ShownKind<AgendaOptions> = {
  keyword: 'agenda',
  asks: false,
  options: agendaOptions,

  fromMarkdown(directive) {
    const faults: Fault[] = [];
    const items = directive.list.map((item) => readItem(item, directive, faults));
    return withFaults(readOptions(directive, agendaOptions, { items }, 'items'), faults);
  },

  sample: {
    question: 'Today',
    options: [
      {
        items: [
          { text: 'Welcome', start: 570, end: 600 },
          { text: 'Creating connections', start: 600 },
          { text: 'Break', start: 660 },
          { text: 'A visiting speaker, and time for your questions in small groups', start: 675 },
          { text: 'Lunch', start: 735, end: 795 },
        ],
      },
      { date: '2026-11-25', items: [{ text: 'Arrive' }, { text: 'Talk' }, { text: 'Leave' }] },
      {
        items: [
          { text: 'Doors', start: 1140 },
          { text: 'ערב של סיפורים', start: 1200, end: dayEnd },
        ],
      },
    ],
  },
};

function readItem(item: ListItem, directive: Directive, faults: Fault[]): AgendaItem {
  const match = timed.exec(item.text);
  if (!match) return { text: item.text };
  const [, hour = '', minute = '', half, endHour, endMinute = '', endHalf, rest = ''] = match;
  const end = endHour === undefined ? undefined : minutesOf(endHour, endMinute, endHalf);
  const start = startOf(hour, minute, half ?? endHalf, half === undefined ? end : undefined);
  const fault = (message: string) =>
    faults.push(faultAt(item, directive, `${message} "${legible(item.text, 60)}"`));
  if (start === undefined || start === dayEnd || (endHour !== undefined && end === undefined)) {
    fault('no such time in');
  } else if (end !== undefined && end <= start) {
    fault('ends before it begins:');
  } else if (rest.trim() === '') {
    fault('says when and not what:');
  }
  return {
    text: rest.trim() || item.text,
    ...(start === undefined ? {} : { start }),
    ...(end === undefined ? {} : { end }),
  };
}

/** A start without am or pm has its end's (1:30–2:00 pm), unless it would be later than that (11:30–1:00 pm). */
function startOf(hour: string, minute: string, half: string | undefined, end: number | undefined) {
  const start = minutesOf(hour, minute, half);
  const isLater = half !== undefined && start !== undefined && end !== undefined && start > end;
  return isLater ? minutesOf(hour, minute, 'a') : start;
}

/** Minutes since midnight, or undefined for a time no clock shows. `half` is a or p, as in 1:30 pm. */
function minutesOf(hour: string, minute: string, half: string | undefined): number | undefined {
  const [hours, rest] = [Number(hour), Number(minute)];
  if (rest > 59) return undefined;
  if (half === undefined) return hours < 24 || (hours === 24 && rest === 0) ? hours * 60 + rest : undefined;
  if (hours < 1 || hours > 12) return undefined;
  return ((hours % 12) + (half.toLowerCase() === 'p' ? 12 : 0)) * 60 + rest;
}

/** Whether it is a day as `date` has it; 30 February is none. */
function isOfCalendar(date: string): boolean {
  const [, year = 0, month = 0, day = 0] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date)?.map(Number) ?? [];
  const found = new Date(Date.UTC(year, month - 1, day));
  return found.getUTCMonth() === month - 1 && found.getUTCDate() === day;
}

/** Whether the agenda is for `today`, written as its date is; without a date it is for every day. */
export function isFor({ date = '' }: AgendaOptions, today: string): boolean {
  return date === '' || date === today;
}

/**
 * The index of the item that is on at `now` (minutes since midnight), or -1: the one that began last and has
 * not ended. An item without an end lasts until the next one begins.
 */
export function currentItem(items: readonly AgendaItem[], now: number): number {
  let current = -1;
  let began = -1;
  items.forEach(({ start, end }, index) => {
    if (start === undefined || start > now || start < began) return;
    if (end !== undefined ? now >= end : items.some((next) => isBetween(next.start, start, now))) return;
    current = index;
    began = start;
  });
  return current;
}

function isBetween(start: number | undefined, after: number, until: number): boolean {
  return start !== undefined && start > after && start <= until;
}
