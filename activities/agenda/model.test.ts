/**
 * The rules of an agenda.
 *
 * [KA1] A time before an item is its start, two with a dash its start and end; without one an item has no time.
 * [KA2] Times no clock shows, ends before their start and times without a text are faults at their item.
 * [KA4] With a date it is for that day alone, which must be one of the calendar; without one for every day.
 * [KA3] On now is what began last and has not ended; an item without an end lasts until the next begins.
 */
import { describe, expect, it } from 'vitest';
import { directiveOf } from '../given.ts';
import { type AgendaItem, agenda, currentItem, isFor } from './model.ts';

function read(...texts: readonly string[]) {
  return agenda.fromMarkdown(directiveOf('agenda', 'Today', {}, texts));
}

function itemsOf(...texts: readonly string[]): readonly AgendaItem[] {
  const reading = read(...texts);
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  return reading.options.items;
}

function faultsOf(...texts: readonly string[]): readonly string[] {
  const reading = read(...texts);
  return reading.ok ? [] : reading.faults.map((each) => `${each.line}:${each.column} ${each.message}`);
}

const at = (hour: number, minute = 0) => hour * 60 + minute;

describe('an item', () => {
  it('[KA1] may have a time', () => {
    expect(itemsOf('09:30 Welcome', '9.45: Coffee', 'Goodbye')).toEqual([
      { text: 'Welcome', start: at(9, 30) },
      { text: 'Coffee', start: at(9, 45) },
      { text: 'Goodbye' },
    ]);
  });

  it('[KA1] may have an end', () => {
    const welcome = { text: 'Welcome', start: at(9, 30), end: at(10) };
    for (const text of ['09:30–10:00 Welcome', '9:30 - 10:00 Welcome', '9.30—10.00: Welcome']) {
      expect(itemsOf(text)).toEqual([welcome]);
    }
    expect(itemsOf('22:00–24:00 Dancing')).toEqual([{ text: 'Dancing', start: at(22), end: at(24) }]);
  });

  it('[KA1] knows the halves of a day', () => {
    expect(itemsOf('9:30 am Welcome', '1:30–2:00 pm Lunch', '12:00 pm Noon', '12:15 a.m. Night')).toEqual([
      { text: 'Welcome', start: at(9, 30) },
      { text: 'Lunch', start: at(13, 30), end: at(14) },
      { text: 'Noon', start: at(12) },
      { text: 'Night', start: at(0, 15) },
    ]);
    expect(itemsOf('11:30–1:00 pm Lunch')).toEqual([{ text: 'Lunch', start: at(11, 30), end: at(13) }]);
  });

  it('[KA1] may begin with another number', () => {
    expect(itemsOf('3 questions', '10:300 runners', '5 to 9').map((item) => item.start)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('[KA2] is faulty with a time that cannot be', () => {
    expect(faultsOf('09:00 Welcome', '25:10 Talk', '10:61 Break', '13:00 pm Lunch', '24:00 Night')).toEqual([
      '11:3 agenda: no such time in "25:10 Talk"',
      '12:3 agenda: no such time in "10:61 Break"',
      '13:3 agenda: no such time in "13:00 pm Lunch"',
      '14:3 agenda: no such time in "24:00 Night"',
    ]);
    expect(faultsOf('10:00–09:30 Welcome')).toEqual([
      '10:3 agenda: ends before it begins: "10:00–09:30 Welcome"',
    ]);
    expect(faultsOf('09:30')).toEqual(['10:3 agenda: says when and not what: "09:30"']);
    expect(faultsOf()).toEqual(['7:1 agenda: needs a list of what happens when']);
    expect(faultsOf('Talk', '')).toEqual(['11:3 agenda: has an empty item']);
  });
});

describe('its day', () => {
  const dated = (date: unknown) => agenda.fromMarkdown(directiveOf('agenda', 'Today', { date }, ['Talk']));

  it('[KA4] is the one it names', () => {
    const reading = dated('2026-11-25');
    if (!reading.ok) throw new Error('a date is an option');
    expect(isFor(reading.options, '2026-11-25')).toBe(true);
    expect(isFor(reading.options, '2026-11-26')).toBe(false);
    expect(isFor({ items: [...itemsOf('Talk')] }, '2026-11-26')).toBe(true);
    expect(dated('2028-02-29').ok).toBe(true);
  });

  it('[KA4] is one of the calendar', () => {
    for (const date of [
      '25.11.2026',
      '2026-11-31',
      '2027-02-29',
      '2026-13-01',
      'tomorrow',
      '',
      20261125,
      true,
    ])
      expect(dated(date)).toMatchObject({
        ok: false,
        faults: [{ line: 7, column: 9, message: 'agenda: date must be a day such as 2026-11-25' }],
      });
  });
});

describe('what is on now', () => {
  const day = itemsOf('09:30–10:00 Welcome', '10:15 First talk', '11:00–11:15 Break', '12:00 Lunch');
  const onAt = (hour: number, minute = 0) => day[currentItem(day, at(hour, minute))]?.text;

  it('[KA3] is nothing before the first item and in a gap', () => {
    expect(onAt(9, 29)).toBeUndefined();
    expect(onAt(10)).toBeUndefined();
    expect(onAt(11, 30)).toBeUndefined();
    expect(currentItem([{ text: 'Talk' }], at(9))).toBe(-1);
  });

  it('[KA3] is an item from its start to its end', () => {
    expect(onAt(9, 30)).toBe('Welcome');
    expect(onAt(9, 59)).toBe('Welcome');
    expect(onAt(10, 15)).toBe('First talk');
    expect(onAt(11)).toBe('Break');
    expect(onAt(23, 59)).toBe('Lunch');
  });

  it('[KA3] is what surrounds a break when the break is over', () => {
    const items = itemsOf('09:00–12:00 Workshop', '10:00–10:15 Break');
    expect(currentItem(items, at(10, 5))).toBe(1);
    expect(currentItem(items, at(10, 30))).toBe(0);
  });

  it('[KA3] does not depend on the order of the list', () => {
    expect(currentItem(itemsOf('11:00 Second', '09:00 First'), at(12))).toBe(0);
  });
});
