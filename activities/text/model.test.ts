/**
 * The rules of a wall of texts.
 *
 * [KT1] Newest first; answers of one moment stand in the same order on every screen.
 * [KT2] The room gets at most 60 texts and how many more there are.
 * [KT3] A text keeps its key while others come and go; equal texts have different keys.
 * [KT4] A verdict is on one text of one participant: it ends when the text is edited.
 * [KT5] Texts are measured in characters, shown fit for a screen and exported as they were sent.
 * [KT6] A text parts the crowd by what counts as the same.
 */
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { kindAndRude } from '../colliding.ts';
import { answerOf, directiveOf, seenBy } from '../given.ts';
import type { Visibility } from '../kind.ts';
import { noRulings, type Rulings, type Verdict, verdictKey } from '../rulings.ts';
import { nothingAround } from '../steering.ts';
import { text } from './model.ts';

const options = { limit: 280 };

interface Written {
  readonly by: string;
  readonly text: string;
  readonly at: number;
}

function revealed(
  written: readonly Written[],
  rulings: Partial<Rulings> = {},
  to: Visibility['to'] = 'screen',
  results: Visibility['results'] = 'live',
) {
  const tally = written
    .map(({ by, text, at }) => ({ participant: by, response: { text }, at }))
    .reduce(text.tally.step, text.tally.start(options));
  return text.reveal(
    options,
    tally,
    seenBy(to, { results, rulings: { ...noRulings, ...rulings } }),
    nothingAround,
  );
}

function textsOf(...given: Parameters<typeof revealed>): readonly string[] {
  return (revealed(...given).entries ?? []).map((entry) => entry.text);
}

function keysOf(...given: Parameters<typeof revealed>): readonly string[] {
  return (revealed(...given).entries ?? []).map((entry) => entry.key);
}

function verdictsOn(verdict: Verdict, ...written: readonly Written[]): Pick<Rulings, 'verdicts'> {
  const pairs = written.flatMap(({ by, text: words }) =>
    (text.entries?.({ text: words }) ?? []).map((entry) => [verdictKey(by, entry), verdict] as const),
  );
  return { verdicts: Object.fromEntries(pairs) };
}

const ann = { by: 'ann', text: 'The choir', at: 10 };
const bob = { by: 'bob', text: 'The hill', at: 20 };
const cem = { by: 'cem', text: 'The choir', at: 30 };

describe('the wall', () => {
  it('[KT1] has the newest first', () => {
    expect(textsOf([bob, cem, ann])).toEqual(['The choir', 'The hill', 'The choir']);
    const together = [
      { ...ann, at: 5, text: 'a' },
      { ...cem, at: 5, text: 'c' },
      { ...bob, at: 5, text: 'b' },
    ];
    expect(textsOf(together)).toEqual(textsOf(together.toReversed()));
  });

  it('[KT2] is bounded for the room, wider for the presenter, and widest in the end', () => {
    const many = Array.from({ length: 1500 }, (_, index) => ({
      by: `p${index}`,
      text: `text ${index}`,
      at: index,
    }));
    expect(revealed(many)).toMatchObject({ people: 1500, more: 1440 });
    expect(textsOf(many)[0]).toBe('text 1499');
    expect(textsOf(many)).toHaveLength(60);
    expect(textsOf(many, {}, 'presenter')).toHaveLength(100);
    expect(textsOf(many, {}, 'presenter', 'final')).toHaveLength(1000);
  });

  it('[KT3] keeps the keys of what was there', () => {
    const before = keysOf([ann, bob]);
    const [newest, ...rest] = keysOf([ann, bob, cem]);
    expect(rest).toEqual(before);
    expect(before).not.toContain(newest);
    // The hill goes; the others keep their keys.
    expect(keysOf([ann, cem])).toEqual([newest, before[1]]);
  });

  it('[KT3] says in a key neither who nor when', () => {
    const keys = keysOf([{ ...ann, at: 1_700_000_000_000 }]);
    expect(keys).toEqual(keysOf([{ ...bob, text: ann.text, at: 5 }]));
  });
});

describe('moderation', () => {
  it('[KT4] hides one text of one participant', () => {
    expect(textsOf([ann, bob, cem], verdictsOn('hidden', cem))).toEqual(['The hill', 'The choir']);
    expect(revealed([ann, bob, cem], verdictsOn('hidden', cem))).toMatchObject({ people: 3, more: 0 });
  });

  it('[KT4] is not fooled by a text that was made to look the same to it', () => {
    const [kind, rude] = kindAndRude.map((text) => ({ ...ann, text }));
    if (!kind || !rude) throw new Error('there are two');
    expect(textsOf([kind], { moderate: true, ...verdictsOn('approved', kind) })).toEqual(['Kind']);
    expect(textsOf([rude], { moderate: true, ...verdictsOn('approved', kind) })).toEqual([]);
  });

  it('[KT4] asks for a new verdict when the text was edited', () => {
    const rulings = { moderate: true, ...verdictsOn('approved', ann) };
    expect(textsOf([ann], rulings)).toEqual(['The choir']);
    expect(textsOf([{ ...ann, text: 'The choir!' }], rulings)).toEqual([]);
  });

  it('[KT4] gives the presenter what a verdict needs', () => {
    const [entry] = text.entries?.({ text: ann.text }) ?? [];
    const result = revealed([ann], { moderate: true }, 'presenter');
    expect(result.entries).toMatchObject([{ participant: 'ann', entry: entry?.id, verdict: 'pending' }]);
    expect(text.describe(options, result).table.rows).toEqual([]);
  });
});

describe('a text', () => {
  const accepts = (words: string, limit = 280) => v.is(text.response({ limit }), { text: words });

  it('[KT5] is measured in characters', () => {
    expect(accepts('🎢'.repeat(280))).toBe(true);
    expect(accepts('🎢'.repeat(281))).toBe(false);
    expect(accepts('x'.repeat(10_000), 2000)).toBe(false);
  });

  it('[KT5] is shown fit for a screen and exported as it was sent', () => {
    const sent = `  one\r\n\n\n\ntwo\u202E ${'e\u0301\u0301\u0301\u0301\u0301'} \uD83D `;
    expect(textsOf([{ ...ann, text: sent }])).toEqual(['one\n\ntwo e\u0301\u0301\u0301 \uFFFD']);
    expect(text.columns(options).map((column) => column.read({ text: sent }))).toEqual([sent]);
    expect(v.parse(text.response(options), { text: sent })).toEqual({ text: sent });
  });

  it('[KT5] has no more lines than a card', () => {
    const [shown = ''] = textsOf([
      { ...ann, text: Array.from({ length: 90 }, (_, index) => index).join('\n') },
    ]);
    expect(shown.split('\n')).toHaveLength(12);
    expect(shown).toContain('88 89');
  });
});

it('[KT6] parts the crowd by what counts as the same', () => {
  const partOf = (words: string) => text.segment?.(options, { text: words });
  expect(partOf(' County council')).toBe(partOf('county  Council.'));
  expect(partOf('County council')).not.toBe(partOf('City council'));
  expect(partOf('🚒')).toBe('🚒');
});

it('is described by how many answered', () => {
  expect(text.describe(options, revealed([])).sentence).toBe('No answers yet.');
  expect(text.describe(options, revealed([ann])).sentence).toBe('1 answer.');
  expect(text.describe(options, revealed([ann, bob]))).toEqual({
    sentence: '2 answers.',
    table: { head: ['Answer'], rows: [['The hill'], ['The choir']] },
  });
});

it('takes a limit from 1 to 2000, and no list', () => {
  const read = (given: Record<string, unknown>, list: string[] = []) =>
    text.fromMarkdown(directiveOf('text', 'What makes you proud?', given, list));
  expect(read({})).toEqual({ ok: true, options: { limit: 280 } });
  expect(read({ limit: 2000 })).toEqual({ ok: true, options: { limit: 2000 } });
  for (const limit of [0, 2001, 1.5, '280', null]) expect(read({ limit }).ok).toBe(false);
  expect(read({}, ['hint'])).toMatchObject({ faults: [{ line: 10, column: 3 }] });
});

it('counts every participant of a crowd', () => {
  const answers = Array.from({ length: 300 }, (_, index) => answerOf({ text: `text ${index % 3}` }, index));
  const tally = answers.reduce(text.tally.step, text.tally.start(options));
  expect(text.reveal(options, tally, seenBy('phone'), nothingAround)).toMatchObject({
    people: 300,
    more: 240,
  });
});
