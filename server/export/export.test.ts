/**
 * [E1] One tidy row for each participant and item, of every round and kind; dropped activities stay.
 * [E2] CSV is RFC 4180: any text comes back exactly, once its one apostrophe is taken away (half a surrogate
 *      pair, which UTF-8 has no bytes for, as U+FFFD).
 * [E3] No cell of CSV or XLSX is a formula.
 * [E4] JSON has the shape that others script against, and every text exactly.
 * [E5] Pseudonyms are stable, hide the order of joining, and are no participant's id.
 * [E6] The codebook explains every column, activity and item.
 * [E7] Hard text neither breaks a file nor runs in one.
 * [E8] One activity can be had alone.
 */
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { askedModelOf, kindNames } from '../../activities/models.ts';
import { activityId, participantId } from '../../protocol/ids.ts';
import type { Order } from '../session/decide.ts';
import { begin, given, someActivity, someDefinition } from '../session/given.ts';
import type { State } from '../session/state.ts';
import { csv, plainCell, safeCell } from './csv.ts';
import { exportFormats } from './formats.ts';
import { pseudonymsOf } from './pseudonyms.ts';
import { columns, rowsOf } from './rows.ts';

const note = activityId('note');
const asking = someActivity({
  id: note,
  kind: 'text',
  question: 'What stays with you?',
  options: { limit: 2000 },
});

function say(participant: string, text: string, round = 1): Order {
  const response = { text };
  return {
    type: 'respond',
    participant: participantId(participant),
    activity: note,
    round,
    n: round,
    response,
  };
}

function saying(...texts: readonly string[]): State {
  return given(...begin(someDefinition(asking)), ...texts.map((text, index) => say(`phone-${index}`, text)));
}

async function rendered(format: string, state: State, only = {}): Promise<string> {
  const body = await exportFormats[format]?.render(state, only);
  return typeof body === 'string' ? body : Buffer.from(body ?? []).toString('latin1');
}

const cellsOf = (text: string): string[][] => parse(text, { bom: true, record_delimiter: '\r\n' });

describe('tidy rows', () => {
  it.each(kindNames.filter((kind) => askedModelOf(kind)))('[E1] every response of %s is there', (kind) => {
    const model = askedModelOf(kind);
    if (!model) throw new Error('an asked kind');
    for (const options of model.sample.options) {
      const orders = Array.from({ length: 9 }, (_, index): Order => {
        const response = model.sample.honest(options, () => ((index * 37) % 100) / 100);
        return {
          type: 'respond',
          participant: participantId(`p${index}`),
          activity: note,
          round: 1,
          n: 1,
          response,
        };
      });
      const state = given(...begin(someDefinition(someActivity({ id: note, kind, options }))), ...orders);
      const rows = rowsOf(state);
      expect(new Set(rows.map((row) => row.participant)).size).toBe(9);
      const known = new Set(model.columns(options).map((column) => column.item));
      expect(rows.every((row) => known.has(String(row.item)))).toBe(true);
    }
  });

  it('[E1] keeps every round, and activities that were dropped', () => {
    const state = given(
      ...begin(someDefinition(asking)),
      say('a', 'first'),
      { type: 'askAgain', activity: note },
      say('a', 'second', 2),
      { type: 'define', definition: someDefinition() },
    );
    expect(rowsOf(state).map(({ round, value }) => [round, value])).toEqual([
      [1, 'first'],
      [2, 'second'],
    ]);
  });

  it('[E8] gives one activity alone', async () => {
    const state = saying('hello');
    expect(rowsOf(state, { activity: 'note' })).toHaveLength(1);
    expect(rowsOf(state, { activity: 'other' })).toHaveLength(0);
    expect(cellsOf(await rendered('csv', state, { activity: 'other' }))).toEqual([[...columns]]);
  });
});

const hard = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  ' =1',
  '＝1',
  "'quoted'",
  '"',
  '""',
  'a,b',
  'a\r\nb',
  'a\nb',
  "='",
  '=HYPERLINK("http://elsewhere.example","x")',
  '=cmd|" /C calc"!A0',
  'שלום \u202Eabc',
  '👩🏽‍🚀',
  'a\u0000b',
  'a\uD83Db',
  `Z${'\u0351'.repeat(50)}`,
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '_x0041_',
  'x'.repeat(10_000),
];

describe('spreadsheets', () => {
  it('[E2] any text comes back exactly', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...hard)), { minLength: 1 }),
        (texts) => {
          const [head, ...rows] = cellsOf(
            csv(
              ['value'],
              texts.map((text) => [text]),
            ),
          );
          expect(head).toEqual(['value']);
          // An empty line at the end is no record of its own.
          expect(rows.map(([cell = '']) => plainCell(cell)).filter((cell) => cell !== '')).toEqual(
            texts.map((text) => text.toWellFormed()).filter((text) => text !== ''),
          );
        },
      ),
    );
  });

  it.each(hard)('[E3] no formula in CSV: %j', (text) => {
    expect(safeCell(text)).not.toMatch(/^[\s\0]*[=+\-@＝＋－＠]/);
    expect(plainCell(safeCell(text))).toBe(text);
  });

  it('[E3] no formula in a workbook, and it is well-formed', async () => {
    const state = saying(...hard.filter((text) => text.length <= 2000 && text.trim() !== ''));
    const body = await exportFormats.xlsx?.render(state, {});
    if (typeof body === 'string' || !body) throw new Error('a workbook is bytes');
    const files = unzipSync(new Uint8Array(body));
    const text = Object.entries(files)
      .filter(([name]) => name.endsWith('.xml'))
      .map(([, bytes]) => new TextDecoder('utf-8', { fatal: true }).decode(bytes))
      .join('');
    expect(text).not.toMatch(/<f[ >]/);
    expect([...text].filter((sign) => sign < ' ' && !'\t\n\r'.includes(sign))).toEqual([]);
    expect(text).toContain("'=1+1");
    expect(text).toContain('_x0000_');
    expect(text).toContain('_x005F_x0041_');
  });
});

describe('the other files', () => {
  it('[E4] JSON has the promised shape and every text exactly', async () => {
    const texts = hard.filter((text) => text.length <= 2000 && text.trim() === text);
    const read = JSON.parse(await rendered('json', saying(...texts)));
    expect(Object.keys(read)).toEqual(['session', 'deck', 'activities']);
    const [activity] = read.activities;
    expect(Object.keys(activity)).toEqual(['id', 'kind', 'question', 'options', 'rounds']);
    expect(Object.keys(activity.rounds[0])).toEqual(['round', 'responses']);
    expect(Object.keys(activity.rounds[0].responses[0])).toEqual(['participant', 'response', 'at']);
    const said = activity.rounds[0].responses.map(
      ({ response }: { response: { text: string } }) => response.text,
    );
    expect([...said].sort()).toEqual([...texts].sort());
  });

  it('[E5] pseudonyms are stable and in no order of joining', () => {
    const state = saying(...Array.from({ length: 60 }, (_, index) => `text ${index}`));
    const names = pseudonymsOf(state);
    expect([...names.values()].sort()[0]).toBe('P001');
    expect(pseudonymsOf(state)).toEqual(names);
    const joined = Array.from({ length: 60 }, (_, index) => names.get(`phone-${index}`) ?? '');
    expect(joined).not.toEqual([...joined].sort());
    expect(new Set(joined).size).toBe(60);
    expect(JSON.stringify(rowsOf(state))).not.toContain('phone-');
  });

  it('[E5] times are to the minute', () => {
    expect(rowsOf(saying('x'))[0]?.at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\dZ$/);
  });

  it('[E6] the codebook explains every column and item', async () => {
    const state = saying('x');
    const book = cellsOf(await rendered('codebook', state));
    const named = (about: string) => book.filter(([first]) => first === about).map((row) => row[3]);
    expect(named('column')).toEqual([...columns]);
    expect(named('activity')).toEqual(['note']);
    expect(named('item')).toEqual([...new Set(rowsOf(state).map((row) => row.item))]);
  });

  it('[E7] a report runs nothing of what people wrote', async () => {
    const page = await rendered(
      'html',
      saying(...hard.filter((text) => text.length < 2000 && text.trim() !== '')),
    );
    expect(page).not.toMatch(/<script|<img/);
    expect(page).toContain('&#60;script&#62;');
  });
});
