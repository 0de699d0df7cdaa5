/**
 * [E1] One tidy row for each participant and item, of every round and kind; dropped activities stay, and an answer
 *      that no longer fits its question has a row as well.
 * [E2] JSON has the shape that others script against, and every text exactly.
 * [E3] Pseudonyms never change, hide the order of coming, and are no participant's id.
 * [E4] Times are to the minute and rows in no order of time.
 * [E5] The codebook explains every column, activity, round and item.
 * [E6] Hard text neither breaks the report nor runs in it, and the report fetches nothing.
 * [E7] One activity can be had alone.
 * [E8] A download is of the session as it stood when it was asked for, from a running room or from the log.
 */
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { fingerprint } from '../../activities/legible.ts';
import { askedModelOf, derivedColumnsOf, kindNames, models } from '../../activities/models.ts';
import { participantId, sessionId } from '../../protocol/ids.ts';
import { openMemoryLog } from '../log/memory.ts';
import { decide } from '../session/decide.ts';
import type { Event } from '../session/events.ts';
import { evolve } from '../session/evolve.ts';
import { answering, begin, given, someActivity, someDefinition } from '../session/given.ts';
import { initialState, type State } from '../session/state.ts';
import type { Only } from './answers.ts';
import { unescapeCell } from './csv.ts';
import { exportFormats } from './formats.ts';
import { asking, hardTexts, note, say, saying } from './hard-texts.ts';
import { whole } from './pieces.ts';
import { numbersOf, pseudonym } from './pseudonyms.ts';
import { exportSession } from './results.ts';
import { asSent, columns, rowsOf } from './rows.ts';

const noFiles = async () => undefined;

async function rendered(format: string, state: State, only: Only = {}): Promise<string> {
  const made = exportFormats[format]?.render(state, only, noFiles);
  return made ? (await whole(made)).toString() : '';
}

const tableOf = (text: string): string[][] => parse(text, { bom: true, record_delimiter: '\r\n' });

/** A session with one activity of the kind, answered by nine phones. */
function answered(kind: (typeof kindNames)[number], options: unknown): State {
  const sample = askedModelOf(kind)?.sample;
  let seed = 1;
  const random = () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  const orders = Array.from({ length: 9 }, (_, index) => {
    const participant = participantId(`phone-${index}`);
    const response = sample?.honest(options, random);
    const order = { type: 'respond', participant, activity: note, round: 1, n: 1, response } as const;
    return answering(askedModelOf(kind), order);
  });
  return given(...begin(someDefinition(someActivity({ id: note, kind, options }))), ...orders.flat());
}

const varieties = kindNames.flatMap((kind) =>
  (askedModelOf(kind)?.sample.options ?? []).map((options, index) => ({ kind, variety: index + 1, options })),
);

describe('tidy rows', () => {
  it.each(varieties)('[E1] hold every answer of $kind, variety $variety', async ({ kind, options }) => {
    const state = answered(kind, options);
    const [head, ...cells] = tableOf(await rendered('csv', state));
    expect(head).toEqual([...columns]);
    const rows = [...rowsOf(state)];
    expect(cells.map((row) => row.map(unescapeCell))).toEqual(
      rows.map((row) => columns.map((column) => String(row[column]))),
    );
    // Put together again, the rows of a participant are what one response says in the kind's own columns.
    const readers = askedModelOf(kind)?.columns(options) ?? [];
    const said = (values: Record<string, unknown>) => JSON.stringify(Object.entries(values).sort());
    const stored = [...(state.activities.get(note)?.rounds[0]?.responses.values() ?? [])].map(
      ({ response }) =>
        said(
          Object.fromEntries(
            readers.flatMap(({ item, read }) =>
              read(response) === undefined ? [] : [[item, read(response)]],
            ),
          ),
        ),
    );
    // What follows from answers has no time.
    const sent = rows.filter(({ at }) => at !== '');
    const exported = Object.values(Object.groupBy(sent, ({ participant }) => participant)).map((own = []) =>
      said(Object.fromEntries(own.map(({ item, value }) => [item, value]))),
    );
    expect(exported.sort()).toEqual(stored.sort());
  });

  it('[E1] keep every round, and activities that were dropped', () => {
    const state = given(
      ...begin(someDefinition(asking)),
      say('a', 'first'),
      { type: 'askAgain', activity: note },
      say('a', 'second', 2),
      { type: 'define', definition: someDefinition() },
    );
    expect([...rowsOf(state)].map(({ round, value }) => [round, value])).toEqual([
      [1, 'first'],
      [2, 'second'],
    ]);
  });

  it.each(kindNames)('[E1] keep an answer whose question became a %s', async (kind) => {
    const [options] = models[kind].sample.options;
    const edited = someActivity({ id: note, kind, options });
    const poll = someActivity({ id: note, options: models.poll.sample.options[1] });
    const response = { options: ['email'] };
    const state = given(
      ...begin(someDefinition(poll)),
      { type: 'respond', participant: participantId('a'), activity: note, round: 1, n: 1, response },
      { type: 'define', definition: someDefinition(edited) },
    );
    const kept = [...rowsOf(state)].map(({ item, value }) => [item, value]);
    expect(kept).toEqual([[asSent, JSON.stringify(response)]]);
    expect(await rendered('json', state)).toContain(JSON.stringify(response));
    for (const format of ['xlsx', 'html', 'codebook']) expect(await rendered(format, state)).not.toBe('');
  });

  it('[E7] can be had of one activity alone', async () => {
    const state = saying('hello');
    expect([...rowsOf(state, { activity: 'note' })]).toHaveLength(1);
    expect(tableOf(await rendered('csv', state, { activity: 'other' }))).toEqual([[...columns]]);
    expect(JSON.parse(await rendered('json', state, { activity: 'other' })).activities).toEqual([]);
    expect(await rendered('html', state, { activity: 'other' })).not.toContain('What stays with you?');
  });
});

describe('privacy', () => {
  const crowd = saying(...Array.from({ length: 1200 }, (_, index) => `text ${index}`));
  const namesOf = (state: State) => {
    const numberOf = numbersOf(state);
    return Array.from({ length: state.participants.size }, (_, index) => numberOf(`phone-${index}`));
  };

  it('[E3] gives everyone a pseudonym of their own, of three digits while there are fewer than a thousand', () => {
    const names = namesOf(crowd);
    expect(new Set(names).size).toBe(1200);
    expect(names.slice(0, 999).every((number) => number >= 1 && number <= 999)).toBe(true);
    expect(names.slice(999).every((number) => number >= 1000 && number <= 9999)).toBe(true);
    expect([7, 42, 999, 1000].map(pseudonym)).toEqual(['P007', 'P042', 'P999', 'P1000']);
  });

  it('[E3] never changes a pseudonym when others come, answer again or are asked again', () => {
    const few = namesOf(saying('text 0', 'text 1', 'text 2'));
    expect(namesOf(crowd).slice(0, 3)).toEqual(few);
    const later = given(
      ...begin(someDefinition(asking)),
      ...['phone-0', 'phone-1'].map((phone) => say(phone, 'one')),
      { type: 'askAgain', activity: note },
      ...['phone-2', 'phone-1', 'phone-0'].map((phone) => say(phone, 'two', 2)),
    );
    expect(namesOf(later)).toEqual(few);
  });

  it('[E3] tells nothing of the order of coming, nor of another session', () => {
    const names = namesOf(crowd).slice(0, 999);
    // Of a random order about half of the neighbours stand the wrong way round.
    const falls = names.filter((number, index) => number < (names[index - 1] ?? 0)).length;
    expect(falls).toBeGreaterThan(400);
    expect(falls).toBeLessThan(600);
    expect(namesOf({ ...crowd, secret: 'that of another session' })).not.toEqual(namesOf(crowd));
  });

  it('[E3] [E4] lists people by pseudonym and never by id', async () => {
    for (const format of ['csv', 'json', 'html', 'codebook'])
      expect(await rendered(format, crowd)).not.toContain('phone-');
    const people = [...rowsOf(crowd)].map(({ participant }) => Number(participant.slice(1)));
    expect(people).toEqual(people.toSorted((a, b) => a - b));
  });

  it('[E4] gives times to the minute', async () => {
    const state = saying('x', 'y');
    expect([...rowsOf(state)].map(({ at }) => at)).toEqual(['1970-01-01T00:00Z', '1970-01-01T00:00Z']);
    expect(JSON.parse(await rendered('json', state)).activities[0].rounds[0].responses[0].at).toBe(
      '1970-01-01T00:00Z',
    );
  });

  it('[E4] lists texts of the same minute in no order of time', async () => {
    // The ids of real phones are as random as these.
    const orders = Array.from({ length: 50 }, (_, index) => say(fingerprint(`${index}`), `text ${index}`));
    const report = await rendered('html', given(...begin(someDefinition(asking)), ...orders));
    const shown = [...report.matchAll(/text (\d+)</g)].map(([, index]) => Number(index));
    expect(shown).toHaveLength(50);
    expect(shown).not.toEqual(shown.toSorted((a, b) => a - b));
    expect(shown).not.toEqual(shown.toSorted((a, b) => b - a));
  });
});

describe('the other files', () => {
  it('[E2] JSON has the promised shape and every text exactly', async () => {
    const texts = hardTexts.map((text) => text.trim());
    const read = JSON.parse(await rendered('json', saying(...texts)));
    expect(Object.keys(read)).toEqual(['session', 'deck', 'activities']);
    expect([read.session, read.deck]).toEqual(['PXENUM', 'A talk']);
    const [activity] = read.activities;
    expect(Object.keys(activity)).toEqual(['id', 'kind', 'question', 'options', 'rounds']);
    expect(Object.keys(activity.rounds[0])).toEqual(['round', 'responses']);
    expect(Object.keys(activity.rounds[0].responses[0])).toEqual(['participant', 'response', 'at']);
    const said = activity.rounds[0].responses.map(
      ({ response }: { response: { text: string } }) => response.text,
    );
    expect(said.sort()).toEqual(texts.sort());
  });

  it('[E2] JSON is whole with several activities and rounds, and with none', async () => {
    const poll = someActivity({ slide: { h: 0, v: 0, f: -1 } });
    const state = given(
      ...begin(someDefinition(poll, asking)),
      say('a', 'first'),
      { type: 'askAgain', activity: note },
      say('b', 'second', 2),
    );
    const { activities } = JSON.parse(await rendered('json', state));
    expect(
      activities.map(({ id, rounds }: { id: string; rounds: unknown[] }) => [id, rounds.length]),
    ).toEqual([
      ['landed', 1],
      ['note', 2],
    ]);
    expect(JSON.parse(await rendered('json', given(...begin(someDefinition())))).activities).toEqual([]);
  });

  it.each(varieties)('[E5] the codebook explains $kind, variety $variety', async ({ kind, options }) => {
    const state = answered(kind, options);
    const book = tableOf(await rendered('codebook', state));
    const named = (about: string) => book.filter(([first]) => first === about).map((row) => row[3]);
    expect(named('column')).toEqual([...columns]);
    expect(named('activity')).toEqual(['note']);
    expect(named('round')).toEqual(['1']);
    const model = askedModelOf(kind);
    const explained = model ? [...model.columns(options), ...derivedColumnsOf(model, options)] : [];
    expect(named('item')).toEqual(explained.map(({ item }) => item));
    expect(named('rule')).toContain(asSent);
  });

  it.each(varieties)(
    '[E6] the report shows the table of $kind, variety $variety',
    async ({ kind, options }) => {
      const page = await rendered('html', answered(kind, options));
      expect(page).toContain('How did it land?');
      expect(page).toMatch(/<table><caption>/);
      expect(page.match(/<table/g)).toHaveLength(page.match(/<\/table>/g)?.length ?? 0);
    },
  );

  it('[E6] the report runs nothing of what people or authors wrote, and fetches nothing', async () => {
    const attack = '"><script>alert(1)</script><img src=x onerror=alert(1)>';
    const state = given(
      ...begin({ ...someDefinition({ ...asking, question: attack }), title: attack, lang: '"><b>' }),
      ...hardTexts.map((text, index) => say(`phone-${index}`, text)),
    );
    const page = await rendered('html', state);
    const tags = new Set([...page.matchAll(/<([a-z0-9]+)/g)].map(([, tag]) => tag));
    for (const tag of ['script', 'img', 'b', 'f']) expect(tags).not.toContain(tag);
    expect(page).toContain('&#60;script&#62;');
    const written = [...page.matchAll(/<[a-z][^>]*>|<style>[^<]*/g)].join('');
    expect(written).not.toMatch(/ style=| on\w+=|src=|href="(?!#)|url\(|@import/);
    expect(page).toContain("default-src 'none'; style-src 'sha256-");
  });

  it('[E6] the report draws a bar for each count', async () => {
    const report = await rendered('html', answered('poll', models.poll.sample.options[0]));
    expect(report.match(/<rect width="[\d.]+" height="10"\/>/g)).toHaveLength(4);
    expect(report).toContain('<rect width="100" height="10"/>');
  });

  it.each(['scale', 'rank', 'points', 'sort', 'grid', 'pin', 'number'] as const)(
    '[E6] the report draws the main figure of %s as a bar',
    async (kind) => {
      const page = await rendered('html', answered(kind, models[kind].sample.options[0]));
      const widths = [...page.matchAll(/<rect width="([\d.]+)" height="10"\/>/g)].map(([, width]) =>
        Number(width),
      );
      expect(widths.length).toBeGreaterThan(1);
      for (const width of widths) expect(width).toBeLessThanOrEqual(100);
    },
  );

  it('[E8] is the same from the log as from the room', async () => {
    const log = openMemoryLog();
    const events: Event[] = [];
    let state = initialState;
    for (const order of [...begin(someDefinition(asking)), say('a', 'one'), say('b', 'two')]) {
      const decision = decide(state, order, { now: 60_000, random: Math.random });
      for (const event of 'events' in decision ? decision.events : []) {
        state = evolve(state, event);
        events.push(event);
      }
    }
    await log.append(sessionId('session-1'), events);
    for (const format of Object.values(exportFormats)) {
      const stored = await whole(exportSession(log, sessionId('session-1'), format));
      expect(stored).toEqual(await whole(format.render(state, {}, noFiles)));
    }
  });

  it('is saved under the title and the code', () => {
    const names = Object.values(exportFormats).map((format) => format.fileName(saying()));
    expect(names).toEqual([
      'a-talk-PXENUM.csv',
      'a-talk-PXENUM.xlsx',
      'a-talk-PXENUM.json',
      'a-talk-PXENUM.html',
      'a-talk-PXENUM-codebook.csv',
      'a-talk-PXENUM-pictures.zip',
      'a-talk-PXENUM-cross.csv',
    ]);
  });
});
