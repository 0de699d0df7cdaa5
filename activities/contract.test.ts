/**
 * The contract of a kind, over every kind and every sample of its options.
 *
 * [K1] A response a person could send is accepted.
 * [K2] A response to refuse is refused; garbage never makes anything throw.
 * [K3] The tally does not depend on the order of answers.
 * [K4] A step changes neither the tally nor the answer.
 * [K5] Tallies and revealed results survive JSON unchanged.
 * [K6] Hidden results say how many answered, and nothing else.
 * [K7] The description agrees with the answers, in a sentence and an even table.
 * [K8] The columns cover every response; their items are unique and their cells of the kind they say.
 *  Of columns that answer one question a response fills one at most; of parts that are known before, it names one.
 * [K9] What a phone or the room screen gets names no participant, and no time.
 * [K10] Options survive JSON and are read again as they were.
 * [K11] What waits for a verdict, or was hidden, reaches neither phone nor room screen.
 * [K12] Whatever an author writes is read or becomes short faults; nothing throws.
 * [K13] A step copies little, however many have answered.
 * [K14] Hard text is bounded on screens and exact in the export.
 */
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import {
  answerOf,
  aroundRound,
  copied,
  crowd,
  directiveOf,
  folded,
  frozen,
  seeded,
  seenBy,
  shuffled,
  stringsIn,
  throughJson,
  withTexts,
} from './given.ts';
import type { Answer, AnyAskedKind, Visibility } from './kind.ts';
import { askedModelOf, kindNames, modelOf } from './models.ts';
import { noRulings, type Rulings, type Verdict, verdictKey } from './rulings.ts';

const cases = kindNames.flatMap((name) => {
  const kind = askedModelOf(name);
  return (kind?.sample.options ?? []).flatMap((options, index) =>
    kind ? [{ name: `${name} ${index + 1}`, kind, options }] : [],
  );
});

describe.each(cases)('$name', ({ kind, options }) => {
  const schema = kind.response(options);
  const around = aroundRound(kind, options);
  const seeds = fc.integer({ min: 1, max: 2 ** 31 });

  it('[K1] accepts what a person could send', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const response = kind.sample.honest(options, seeded(seed));
        expect(v.safeParse(schema, throughJson(response)).issues).toBeUndefined();
        expect(v.parse(schema, response)).toStrictEqual(response);
      }),
    );
  });

  it('[K2] refuses what is to be refused', () => {
    const accepted = kind.sample.refused(options).filter((response) => v.is(schema, response));
    expect(accepted).toEqual([]);
    expect(kind.sample.refused(options).length).toBeGreaterThan(3);
  });

  it('[K2] stands any garbage', () => {
    const names = Object.keys(Object(kind.sample.honest(options, seeded(1))));
    const nearly = fc.record(Object.fromEntries(names.map((name) => [name, fc.jsonValue()])));
    const nested = JSON.parse(`${'{"__proto__":'.repeat(50)}[]${'}'.repeat(50)}`);
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), nearly, fc.constant(nested)), (garbage) => {
        const read = v.safeParse(schema, garbage);
        if (!read.success) return;
        const tally = folded(kind, options, [answerOf(read.output, 1)]);
        kind.reveal(options, tally, seenBy('screen'), around);
        for (const column of kind.columns(options)) column.read(read.output);
        kind.entries?.(read.output);
      }),
    );
  });

  it('[K3] folds to the same tally in any order', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const answers = crowd(kind, options, seed, 40);
        const tally = folded(kind, options, answers);
        const other = folded(kind, options, shuffled(answers, seeded(seed)));
        expect(other).toStrictEqual(tally);
        for (const visibility of everybody()) {
          expect(JSON.stringify(kind.reveal(options, other, visibility, around))).toBe(
            JSON.stringify(kind.reveal(options, tally, visibility, around)),
          );
        }
      }),
      { numRuns: 30 },
    );
  });

  it('[K4] mutates neither tally, answer nor options', () => {
    let tally = frozen(kind.tally.start(frozen(options)));
    for (const answer of crowd(kind, options, 4, 60)) tally = frozen(kind.tally.step(tally, frozen(answer)));
    for (const visibility of everybody()) {
      kind.describe(options, frozen(kind.reveal(options, tally, frozen(visibility), around)));
    }
  });

  it('[K5] makes tallies and results of JSON alone', () => {
    for (const size of [0, 1, 30]) {
      const tally = folded(kind, options, crowd(kind, options, 5, size));
      expect(throughJson(tally)).toStrictEqual(tally);
      for (const visibility of everybody()) {
        const revealed = kind.reveal(options, tally, visibility, around);
        expect(throughJson(revealed)).toStrictEqual(revealed);
        expect(kind.reveal(options, throughJson(tally), visibility, around)).toStrictEqual(revealed);
      }
    }
  });

  it('[K6] hides all but how many answered', () => {
    for (const size of [0, 1, 30]) {
      const tally = folded(kind, options, crowd(kind, options, 6, size));
      for (const to of ['phone', 'screen', 'presenter'] as const) {
        expect(kind.reveal(options, tally, seenBy(to, { results: 'hidden' }), around)).toStrictEqual({
          people: size,
        });
      }
    }
  });

  it('[K7] describes the result in a sentence and an even table', () => {
    for (const size of [0, 1, 30]) {
      const tally = folded(kind, options, crowd(kind, options, 7, size));
      for (const visibility of everybody()) {
        const { sentence, table, bars } = kind.describe(
          options,
          kind.reveal(options, tally, visibility, around),
        );
        expect(sentence).toMatch(/^\S.*\.$/su);
        if (bars && table.rows.length > 0) {
          expect(table.head[bars.column]).toBeDefined();
          expect(bars.shares).toHaveLength(table.rows.length);
          for (const share of bars.shares) expect(share === null || (share >= 0 && share <= 1)).toBe(true);
        }
        for (const row of table.rows) {
          expect(row).toHaveLength(table.head.length);
          for (const cell of row) expect(cell).not.toBeNaN();
        }
      }
    }
  });

  it('[K7] counts in its table what the columns count', () => {
    const answers = crowd(kind, options, 77, 50);
    const tally = folded(kind, options, answers);
    const { table } = kind.describe(options, kind.reveal(options, tally, seenBy('presenter'), around));
    for (const column of kind.columns(options)) {
      if (column.values === 'text' || column.nth) continue;
      const filled = answers.filter(({ response }) => column.read(response) !== undefined).length;
      expect(table.rows.find(([text]) => text === column.label)).toContain(filled);
    }
  });

  it('[K8] has a cell for every response', () => {
    const columns = kind.columns(options);
    expect(new Set(columns.map((column) => column.item)).size).toBe(columns.length);
    expect(columns.filter((column) => column.item === '' || column.label === '')).toEqual([]);
    for (const { response } of crowd(kind, options, 8, 100)) {
      const cells = columns.flatMap((column) => {
        const cell = column.read(response);
        return cell === undefined ? [] : [{ column, cell }];
      });
      expect(cells.length).toBeGreaterThan(0);
      for (const { column, cell } of cells) {
        expect(typeof cell).toBe(column.values === 'number' ? 'number' : 'string');
        if (column.allowed) expect(column.allowed).toContain(cell);
      }
    }
  });

  it('[K9] names no participant and no time to phones and the room screen', () => {
    const answers = crowd(kind, options, 9, 80);
    const tally = folded(kind, options, answers);
    for (const visibility of everybody().filter(({ to }) => to !== 'presenter')) {
      const shown = JSON.stringify(kind.reveal(options, tally, visibility, around));
      const leaks = answers.filter(
        ({ participant, at }) => shown.includes(participant) || shown.includes(String(at)),
      );
      expect(leaks).toEqual([]);
    }
  });

  it('[K8] answers one question in one column, and names one part of the crowd', () => {
    const parts = kind.parts?.(options);
    const columns = kind.columns(options).filter(({ oneOf }) => oneOf !== undefined);
    expect(new Set(parts).size).toBe(parts?.length ?? 0);
    for (const { response } of crowd(kind, options, 40, 8)) {
      const filled = columns.filter((column) => column.read(response) !== undefined);
      expect(new Set(filled.map(({ oneOf }) => oneOf)).size).toBe(filled.length);
      if (parts) expect(typeof kind.segment?.(options, response)).toBe('string');
    }
  });

  it('[K10] reads its options again after JSON', () => {
    expect(v.parse(kind.options, throughJson(options))).toEqual(options);
  });

  it('[K11] shows nothing that waits for approval', () => {
    const answers = crowd(kind, options, 11, 40);
    const tally = folded(kind, options, answers);
    const rulings: Rulings = { ...noRulings, moderate: true };
    for (const to of ['phone', 'screen'] as const) {
      const shown = stringsIn(kind.reveal(options, tally, seenBy(to, { rulings }), around));
      for (const { entry } of entriesOf(kind, answers)) expect(shown).not.toContain(entry.text);
    }
  });

  it('[K11] shows nothing that was hidden, and the rest', () => {
    const answers = crowd(kind, options, 12, 40);
    const tally = folded(kind, options, answers);
    const entries = entriesOf(kind, answers);
    for (const id of new Set(entries.slice(0, 20).map(({ entry }) => entry.id))) {
      const refused = entries.filter(({ entry }) => entry.id === id);
      const verdicts: Record<string, Verdict> = {};
      for (const { participant, entry } of refused) verdicts[verdictKey(participant, entry)] = 'hidden';
      for (const to of ['phone', 'screen'] as const) {
        const before = stringsIn(kind.reveal(options, tally, seenBy(to), around));
        const after = stringsIn(
          kind.reveal(options, tally, seenBy(to, { rulings: { ...noRulings, verdicts } }), around),
        );
        for (const { entry } of refused) expect(after).not.toContain(entry.text);
        expect(after.length).toBeLessThan(before.length);
      }
    }
  });

  it('[K13] copies little in a step, with 10,000 different answers', () => {
    const random = seeded(13);
    let tally = kind.tally.start(options);
    let before = tally;
    for (let index = 0; index < 10_000; index++) {
      const honest = kind.sample.honest(options, random);
      const response = withTexts(schema, honest, (text) => `${text.slice(0, 12)} ${index} ${index % 7}`);
      before = tally;
      tally = kind.tally.step(tally, answerOf(response, index));
    }
    expect(copied(before, tally)).toBeLessThan(2000);
    expect(kind.reveal(options, tally, seenBy('screen', { results: 'hidden' }), around)).toEqual({
      people: 10_000,
    });
    // A result stays bounded too, whatever the crowd wrote.
    expect(JSON.stringify(kind.reveal(options, tally, seenBy('screen'), around)).length).toBeLessThan(50_000);
  });

  it('[K14] bounds hard text on screens and exports it exactly', () => {
    for (const hard of hardTexts) {
      const honest = Array.from({ length: 40 }, (_, index) => kind.sample.honest(options, seeded(index)));
      for (const response of honest.map((each) => withTexts(schema, each, () => hard))) {
        const cells = kind.columns(options).map((column) => column.read(response));
        for (const text of stringsIn(response).filter((each) => each === hard)) expect(cells).toContain(text);
        expect(throughJson(response)).toStrictEqual(response);
        const tally = folded(kind, options, [answerOf(response, 1)]);
        const revealed = kind.reveal(options, tally, seenBy('screen'), around);
        const texts = [...stringsIn(revealed), ...(kind.entries?.(response) ?? []).map(({ text }) => text)];
        for (const text of texts) expect(text).not.toMatch(disturbing);
        // Whoever moderates can name it.
        for (const { id } of kind.entries?.(response) ?? []) expect(id.length).toBeLessThanOrEqual(200);
      }
    }
  });
});

describe.each(kindNames.map((name) => ({ name, kind: modelOf(name) })))(
  '$name, as authored',
  ({ name, kind }) => {
    it('[K10] has a keyword of its own, and samples that its options allow', () => {
      expect(kind.keyword).toBe(name);
      expect(kind.sample.options.length).toBeGreaterThan(1);
      for (const options of kind.sample.options) {
        expect(v.parse(kind.options, throughJson(options))).toEqual(options);
      }
    });

    it('[K12] reads any directive, or says in short faults what is wrong', () => {
      const options = fc.dictionary(
        fc.oneof(
          fc.string(),
          fc.constantFrom(...optionNames(kind.options), 'choos', '__proto__', 'constructor'),
        ),
        fc.jsonValue(),
      );
      const texts = fc.array(
        fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('', '25:10 x', '9:30-', '👍', '- [x]')),
        {
          maxLength: 30,
        },
      );
      fc.assert(
        fc.property(options, texts, fc.string(), (given, list, question) => {
          const reading = kind.fromMarkdown(directiveOf(kind.keyword, question, given, list));
          if (reading.ok) expect(v.is(kind.options, throughJson(reading.options))).toBe(true);
          else {
            expect(reading.faults.length).toBeGreaterThan(0);
            for (const { message, line, column } of reading.faults) {
              expect(message).toMatch(/^[a-z]+: [^\n]{5,200}(?<!\.)$/);
              expect(message).not.toMatch(/Expected|Invalid|undefined/);
              expect([line, column].every(Number.isInteger)).toBe(true);
            }
          }
        }),
      );
    });

    it('[K12] points at an option there is not', () => {
      const reading = kind.fromMarkdown(directiveOf(kind.keyword, 'A question', { zzzzzz: 1 }, []));
      expect(reading).toMatchObject({ ok: false });
      expect(JSON.stringify(reading)).toContain(`{"line":7,"column":9,"message":"${name}: unknown option`);
    });
  },
);

/** Emoji sequences, right-to-left overrides, stacked marks, half characters, NUL, line ends, nothing but marks. */
const hardTexts = [
  '👩🏽‍🚀👨‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿1️⃣',
  '\u202Eevil\u2066\u200Fx',
  `Z${'\u0301\u0336\u20DD'.repeat(12)}`,
  `Z${'\u0301\u200D'.repeat(18)}`,
  'half \uD83D of it',
  'nul\u0000 bell\u0007 \u009B31m',
  'a\r\nb\u2028c\n\n\n\nd',
  '=SUM(A1)\t"quoted", ;',
  ' padded ',
  'ﷺ'.repeat(40),
  '__proto__',
  'constructor',
];
const disturbing =
  /(?![\n])\p{Cc}|\p{Surrogate}|\p{Bidi_Control}|(?:\p{M}[\u200B-\u200D]*){4}|\n{3}|^\s|\s$/u;

function optionNames(schema: object): string[] {
  return 'entries' in schema && typeof schema.entries === 'object' ? Object.keys(schema.entries ?? {}) : [];
}

function everybody(): Visibility[] {
  return (['phone', 'screen', 'presenter'] as const).flatMap((to) =>
    (['hidden', 'live', 'final'] as const).map((results) => seenBy(to, { results })),
  );
}

function entriesOf(kind: AnyAskedKind, answers: readonly Answer<unknown>[]) {
  return answers.flatMap(({ participant, response }) =>
    (kind.entries?.(response) ?? []).map((entry) => ({ participant, entry })),
  );
}
