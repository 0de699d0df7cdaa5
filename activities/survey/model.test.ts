/**
 * The rules of a survey.
 *
 * [KU1] An item with a list is a poll, one with a directive is of its kind, any other is a statement on the survey's scale.
 * [KU2] A response answers at least one question, each as its kind has it; the personal code is an answer named code.
 * [KU3] Downloads have an item for each question, and for each part of one that has several.
 * [KU4] What a verdict is on is one text of one question.
 * [KU5] With an earlier survey the table has before, after and change; only items of the same steps are compared.
 * [KU10] is tested beside the pairs, and here: nobody learns from a result whether a code is somebody's.
 * [KU6] The presenter chooses which question fills the screen; one that is gone leaves the overview.
 */
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { Directive, ItemDirective, ListItem } from '../directive.ts';
import { answerOf, directiveOf, seenBy } from '../given.ts';
import type { Visibility } from '../kind.ts';
import { noRulings, verdictKey } from '../rulings.ts';
import { type Around, type Linked, nothingAround } from '../steering.ts';
import { type SurveyResponse, type SurveySteered, survey } from './model.ts';
import type { SurveyOptions } from './options.ts';

interface Written {
  readonly text: string;
  readonly items?: readonly string[];
  readonly is?: { readonly keyword: string; readonly options?: ItemDirective['options'] };
}

function item({ text, items = [], is }: Written, index: number): ListItem {
  const place = { line: 10 + index, column: 3 };
  const bare = { ...place, checked: undefined, image: undefined };
  const directive = is && { ...place, options: {}, ...is, placeOf: () => ({ line: 10 + index, column: 20 }) };
  return { ...bare, text, items: items.map((each) => ({ ...bare, text: each, items: [] })), directive };
}

function read(list: readonly Written[], options: Directive['options'] = {}) {
  return survey.fromMarkdown({
    ...directiveOf('survey', 'Where do you stand?', options, []),
    list: list.map(item),
  });
}

function optionsOf(...given: Parameters<typeof read>): SurveyOptions {
  const reading = read(...given);
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  return reading.options;
}

function faultsOf(...given: Parameters<typeof read>): readonly string[] {
  const reading = read(...given);
  return reading.ok ? [] : reading.faults.map((each) => `${each.line}:${each.column} ${each.message}`);
}

const list: readonly Written[] = [
  { text: 'I know whom to call' },
  { text: 'Where do you work?', items: ['Hospital', 'Council'] },
  { text: 'Which days?', items: ['Monday', 'Friday'], is: { keyword: 'poll', options: { choose: 'any' } } },
  { text: 'What do you hope for?', is: { keyword: 'text', options: { limit: 50 } } },
  { text: 'How likely?', is: { keyword: 'scale', options: { recommend: true, id: 'likely' } } },
  { text: 'How strong in', items: ['Listening', 'Asking'], is: { keyword: 'scale' } },
];
const options = optionsOf(list, { code: true, ends: ['Never', 'Always'] });

const responses: readonly SurveyResponse['answers'][] = [
  {
    'i-know-whom-to-call': { ratings: { value: 2 } },
    'where-do-you-work': { options: ['hospital'] },
    'which-days': { options: ['monday', 'friday'] },
    'what-do-you-hope-for': { text: 'Fewer forms' },
    likely: { ratings: { value: 9 } },
    'how-strong-in': { ratings: { listening: 4, asking: 2 } },
    code: { text: 'Oak 14' },
  },
  { 'i-know-whom-to-call': { ratings: { value: 5 } }, 'which-days': { options: ['friday'] } },
];

function tallyOf(given: readonly SurveyResponse['answers'][], of = options) {
  const answers = given.map((each, index) => answerOf({ answers: each }, index));
  return answers.reduce(survey.tally.step, survey.tally.start(of));
}

const around: Around<SurveySteered> = { ...nothingAround, steered: { part: null } };

function revealed(given: readonly SurveyResponse['answers'][], changes: Partial<Around<SurveySteered>> = {}) {
  return survey.reveal(options, tallyOf(given), seenBy('screen'), { ...around, ...changes });
}

describe('as authored', () => {
  it('[KU1] makes a question of each item', () => {
    expect(options.questions.map(({ id, kind }) => `${id}: ${kind}`)).toEqual([
      'i-know-whom-to-call: scale',
      'where-do-you-work: poll',
      'which-days: poll',
      'what-do-you-hope-for: text',
      'likely: scale',
      'how-strong-in: scale',
    ]);
    expect(options.questions[0]?.options).toEqual({
      statements: [{ id: 'value', text: 'I know whom to call' }],
      spectrum: true,
      from: 1,
      to: 5,
      ends: ['Never', 'Always'],
    });
    expect(options.questions[5]?.options).toMatchObject({
      spectrum: false,
      to: 5,
      ends: ['Never', 'Always'],
    });
    expect(options.questions[4]?.options).toMatchObject({ from: 0, to: 10, recommend: true });
  });

  it('[KU1] gives a question that is called "Code" another id', () => {
    expect(optionsOf([{ text: 'Code' }]).questions[0]?.id).toBe('code-question');
  });

  it('[KU1] points at what is wrong', () => {
    expect(faultsOf([])).toEqual(['7:1 survey: needs a list of questions']);
    expect(faultsOf([{ text: 'Trust' }, { text: '' }])).toEqual(['11:3 survey: has an empty question']);
    expect(faultsOf([{ text: 'Trust' }, { text: 'trust' }])).toEqual([
      '11:3 survey: has the same question twice: "trust"',
    ]);
    expect(faultsOf([{ text: 'Words', is: { keyword: 'cloud' } }])).toEqual([
      '10:3 survey: a question can be one of poll, scale, text, not cloud',
    ]);
    expect(faultsOf([{ text: 'Where?', items: ['Here'] }])).toEqual([
      '10:3 poll: needs at least two answers',
    ]);
    expect(faultsOf([{ text: 'Why?', is: { keyword: 'text', options: { limt: 5, time: '2m' } } }])).toEqual([
      '10:20 text: time is said once, for the whole survey',
      '10:20 text: unknown option "limt", did you mean "limit"?',
      '10:20 text: unknown option "time"',
    ]);
    for (const id of ['Not Slug', '', 'a.b', 7.5, null])
      expect(faultsOf([{ text: 'Why?', is: { keyword: 'text', options: { id } } }])).toEqual([
        '10:20 text: id of a question must be small letters, digits and hyphens',
      ]);
    expect(faultsOf([{ text: 'Why?', is: { keyword: 'text', options: { id: 'code' } } }])).toEqual([
      '10:20 text: id "code" is taken, by personal codes',
    ]);
    expect(faultsOf([{ text: 'Trust' }], { to: 1, codeHint: 'x', befor: 'y' })).toEqual([
      '7:9 survey: unknown option "befor", did you mean "before"?',
      '7:9 survey: from and to must make 2 to 11 steps',
      '7:9 survey: codeHint needs code: true',
    ]);
  });

  it('[KU5] names the survey it builds on', () => {
    expect(survey.links?.(optionsOf([{ text: 'Trust' }], { before: 'start' }))).toEqual([
      { option: 'before', activity: 'start', needs: 'same-kind' },
    ]);
    expect(survey.links?.(options)).toEqual([]);
  });
});

describe('a response', () => {
  const accepts = (answers: unknown, of = options) => v.is(survey.response(of), { answers });

  it('[KU2] may leave questions out, not all', () => {
    for (const answers of responses) expect(accepts(answers)).toBe(true);
    expect(accepts({})).toBe(false);
    expect(accepts({ code: { text: 'Oak 14' } })).toBe(true);
    expect(
      v.parse(survey.response(options), { answers: { likely: undefined, ...responses[1] } }),
    ).toStrictEqual({
      answers: responses[1],
    });
  });

  it('[KU2] is refused as a whole when one answer does not fit', () => {
    expect(accepts({ ...responses[0], likely: { ratings: { value: 11 } } })).toBe(false);
    expect(accepts({ ...responses[0], 'where-do-you-work': { options: ['hospital', 'council'] } })).toBe(
      false,
    );
    expect(accepts({ ...responses[0], 'what-do-you-hope-for': { text: 'x'.repeat(51) } })).toBe(false);
    expect(accepts({ ...responses[0], else: { text: 'x' } })).toBe(false);
  });

  it('[KU2] has a code only where one is asked for', () => {
    expect(accepts({ ...responses[1], code: { text: ' \u200b' } })).toBe(false);
    expect(accepts({ ...responses[1], code: { text: 'x'.repeat(41) } })).toBe(false);
    expect(accepts(responses[0], optionsOf(list))).toBe(false);
  });
});

describe('downloads', () => {
  it('[KU3] have an item for each question and its parts', () => {
    const columns = survey.columns(options);
    const [full = {}, sparse = {}] = responses;
    expect(columns.map((each) => [each.item, each.label, each.read({ answers: full })])).toEqual([
      ['i-know-whom-to-call', 'I know whom to call', 2],
      ['where-do-you-work', 'Where do you work?', 'Hospital'],
      ['which-days.monday', 'Which days?: Monday', 'Monday'],
      ['which-days.friday', 'Which days?: Friday', 'Friday'],
      ['what-do-you-hope-for', 'What do you hope for?', 'Fewer forms'],
      ['likely', 'How likely?', 9],
      ['how-strong-in.listening', 'How strong in: Listening', 4],
      ['how-strong-in.asking', 'How strong in: Asking', 2],
      ['code', 'Personal code', 'Oak 14'],
    ]);
    expect(columns.filter((each) => each.read({ answers: sparse }) !== undefined)).toHaveLength(2);
  });

  it('[KU3] say of a choice that it was another, and which', () => {
    const other = optionsOf([
      { text: 'Where?', items: ['A', 'B'], is: { keyword: 'poll', options: { other: true } } },
    ]);
    const answers = { where: { options: [], other: 'Elsewhere' } };
    expect(survey.columns(other).map((each) => [each.item, each.read({ answers })])).toEqual([
      ['where', 'Other'],
      ['where.other', 'Elsewhere'],
    ]);
  });
});

describe('the result', () => {
  it('[KU3] is described question by question', () => {
    const { sentence, table } = survey.describe(options, revealed(responses));
    expect(sentence).toBe(
      '2 answers, highest “How strong in: Listening” with a mean of 4, lowest “How strong in: Asking” with a mean of 2.',
    );
    expect(table.head).toEqual(['Question', 'Answers', 'Share', 'Mean']);
    expect(table.rows).toEqual([
      ['I know whom to call', 2, '', '3.5'],
      ['Where do you work?', 1, '', ''],
      ['Where do you work?: Hospital', 1, '100%', ''],
      ['Where do you work?: Council', 0, '0%', ''],
      ['Which days?', 2, '', ''],
      ['Which days?: Monday', 1, '50%', ''],
      ['Which days?: Friday', 2, '100%', ''],
      ['What do you hope for?', 1, '', ''],
      ['What do you hope for?: Fewer forms', '', '', ''],
      ['How likely?', 1, '', '9'],
      ['How strong in: Listening', 1, '', '4'],
      ['How strong in: Asking', 1, '', '2'],
    ]);
  });

  it('[KU4] hides one text of one question', () => {
    const two = optionsOf([
      { text: 'One', is: { keyword: 'text' } },
      { text: 'Two', is: { keyword: 'text' } },
    ]);
    const answer = answerOf({ answers: { one: { text: 'Same' }, two: { text: 'Same' } } }, 1);
    const [entry, other] = survey.entries?.(answer.response) ?? [];
    expect([entry?.id.split('.')[0], other?.id.split('.')[0]]).toEqual(['one', 'two']);
    const tally = survey.tally.step(survey.tally.start(two), answer);
    const verdicts = entry ? { [verdictKey(answer.participant, entry)]: 'hidden' as const } : {};
    const seen = survey.reveal(two, tally, seenBy('screen', { rulings: { ...noRulings, verdicts } }), around);
    expect(seen.parts).toMatchObject({ one: { entries: [] }, two: { entries: [{ text: 'Same' }] } });
  });

  it('[KU4] gives nobody the personal code', () => {
    const [full = {}] = responses;
    expect(survey.entries?.({ answers: full })).toHaveLength(1);
    for (const to of ['phone', 'screen', 'presenter'] as const) {
      const seen = survey.reveal(options, tallyOf(responses), seenBy(to), around);
      expect(JSON.stringify(seen).toLowerCase()).not.toContain('oak 14');
    }
  });

  it('[KU6] fills the screen with the question that the presenter chose', () => {
    const steering = survey.steering;
    const start = steering?.start(options) ?? { part: null };
    const circumstances = { ...around, now: 0, random: () => 0 };
    const decide = (part: unknown) =>
      steering?.decide(options, start, { type: 'showPart', part }, circumstances);
    expect(decide('no-such-question')).toBeUndefined();
    const step = decide('likely');
    const steered = steering?.evolve(options, start, step, 0) ?? start;
    expect(revealed(responses, { steered }).shown).toBe('likely');
    expect(revealed(responses, { steered: { part: 'gone' } })).not.toHaveProperty('shown');
    const own = survey.reveal(options, tallyOf(responses), seenBy('presenter'), { ...around, steered });
    expect(own).toMatchObject({ chosen: 'likely' });
    expect(own).not.toHaveProperty('shown');
    expect(steering?.decide(options, steered, { type: 'showPart', part: null }, circumstances)).toEqual({
      part: null,
    });
  });
});

describe('since an earlier survey', () => {
  const rated = (value: number) => ({ 'i-know-whom-to-call': { ratings: { value } } });
  const linkedTo = (earlier: SurveyOptions, before: readonly SurveyResponse['answers'][]): Linked => ({
    options: earlier,
    tally: tallyOf(before, earlier),
    answered: [],
    segmentOf: () => undefined,
    sets: [],
  });
  const again = { ...options, before: 'start' };
  const seen = (
    linked: Linked | undefined,
    after: readonly SurveyResponse['answers'][],
    to: Visibility['to'] = 'presenter',
    results: Visibility['results'] = 'live',
  ) =>
    survey.reveal(again, tallyOf(after, again), seenBy(to, { results }), { ...around, linked: () => linked });
  const before = [1, 2, 3, 1, 2, 3, 1, 2, 3].map(rated);

  it('[KU5] tells before, after, change and pairs', () => {
    const result = seen(linkedTo(options, before), [2, 3, 3, 2, 3, 3, 2, 3, 3, 5].map(rated));
    expect(result.pairs).toBe(9);
    const { sentence, table } = survey.describe(again, result);
    expect(sentence).toBe(
      '10 answers, 9 of them from people who answered before; “I know whom to call” changed most, by +0.7.',
    );
    expect(table.head.slice(-4)).toEqual(['Before', 'After', 'Change', 'Pairs']);
    expect(table.rows[0]).toEqual(['I know whom to call', 10, '', '2.9', '2', '2.7', '+0.7', 9]);
    expect(table.rows[1]).toEqual(['Where do you work?', 0, '', '', '', '', '', '']);
  });

  it('[KU10] tells a phone that tries codes nothing, as long as it can', () => {
    const coded = (code: string) => ({ ...rated(3), code: { text: code } });
    const linked = linkedTo(
      options,
      Array.from({ length: 20 }, (_, index) => coded(`Oak ${index}`)),
    );
    const honest = Array.from({ length: 10 }, (_, index) => coded(`Oak ${index}`));
    // One who guesses a code right, one who guesses wrong, and one who uses another's a second time.
    const guesses = ['Oak 15', 'Elm 99', 'Oak 3'].map((code) => [...honest, coded(code)]);
    const shown = (state: Linked, ...by: readonly [Visibility['to'], Visibility['results']]) =>
      new Set(guesses.map((after) => JSON.stringify(seen(state, after, ...by))));
    for (const to of ['phone', 'screen'] as const) {
      expect(shown(linked, to, 'live').size).toBe(1);
      expect(shown({ ...linked, isOpen: true }, to, 'final').size).toBe(1);
      expect(seen(linked, honest, to, 'live')).toMatchObject({ pairs: null });
      expect(seen(linked, honest, to, 'final')).toMatchObject({ pairs: 10 });
    }
    expect(seen(linked, honest)).toMatchObject({ pairs: 10 });
    const { sentence, table } = survey.describe(again, seen(linked, honest, 'screen'));
    expect(sentence).toBe('10 answers.');
    expect(table.rows[0]).toEqual(['I know whom to call', 10, '', '3', '3', '3', '–', '']);
  });

  it('[KU10] tells of few pairs neither change nor number, so that who knows some cannot tell the others', () => {
    const result = seen(
      linkedTo(options, before.slice(0, 7)),
      [5, 5, 5, 5, 5, 5, 5].map(rated),
      'screen',
      'final',
    );
    expect(result.pairs).toBe(null);
    expect(result.figures?.[0]).toMatchObject({ since: { pairs: null, change: null, after: 5 } });
  });

  it('[KU5] compares only what was asked on the same steps', () => {
    const other = optionsOf([{ text: 'I know whom to call' }], { to: 7 });
    const result = seen(linkedTo(other, [rated(7)]), [rated(2)]);
    expect(result.figures?.[0]).not.toHaveProperty('since');
  });

  it('[KU5] stands alone when the earlier one is gone', () => {
    const result = seen(undefined, [rated(2)]);
    expect(result).not.toHaveProperty('pairs');
    expect(survey.describe(again, result).table.head).toHaveLength(4);
  });
});
