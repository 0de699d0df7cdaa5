/**
 * The rules of a quiz.
 *
 * [KQ1] One right answer is one choice; with several any number may be chosen, and an answer of one's own never.
 * [KQ2] An answer is right when it is exactly what is right, no less and no more.
 * [KQ3] A right answer gives 1000 points at once and 500 at the last moment and in the grace after it; any, where speed does not count.
 * [KQ4] What is right, why, who knew it and who leads is seen with the answer, not before.
 * [KQ5] Equal points share a place; people without a name keep theirs and are counted.
 * [KQ6] A phone is told how it went, and nothing before the answer is shown.
 * [KQ7] Mistakes of an author stand where they were made.
 */
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { ListItem } from '../directive.ts';
import { answerOf, directiveOf, seenBy } from '../given.ts';
import type { Answer } from '../kind.ts';
import { nothingAround, type Standing } from '../steering.ts';
import { type QuizOptions, type QuizResponse, quiz } from './model.ts';
import { placesOf, ranksOf } from './places.ts';
import { fullPoints, pointsFor } from './points.ts';

/** `[x] Answer` or `[ ] Answer`, with the explanations under it. */
type Line = string | readonly [text: string, ...explanations: string[]];

function itemOf(line: Line, index: number): ListItem {
  const [written = '', ...explanations] = typeof line === 'string' ? [line] : line;
  const [, box, text = ''] = /^(?:\[([ x])\] )?(.*)$/.exec(written) ?? [];
  const place = { line: 10 + index, column: 3 };
  return {
    ...place,
    text,
    checked: box === undefined ? undefined : box === 'x',
    image: undefined,
    items: explanations.map((each) => ({ ...itemOf(each, index), line: place.line + 0.5 })),
  };
}

function read(lines: readonly Line[], options: Readonly<Record<string, unknown>> = {}) {
  const directive = directiveOf('quiz', 'Which?', options, []);
  return quiz.fromMarkdown({ ...directive, list: lines.map(itemOf) });
}

function optionsOf(...given: Parameters<typeof read>): QuizOptions {
  const reading = read(...given);
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  return reading.options;
}

function faultsOf(...given: Parameters<typeof read>): readonly string[] {
  const reading = read(...given);
  return reading.ok ? [] : reading.faults.map((each) => `${each.line}:${each.column} ${each.message}`);
}

const one = optionsOf(['[ ] Wrong', ['[x] Right', 'This is why.'], '[ ] Off']);
const two = optionsOf(['[x] A', '[ ] B', '[x] C'], { points: 'flat' });
const accepts = (options: QuizOptions, response: unknown) => v.is(quiz.response(options), response);

function tallyOf(options: QuizOptions, answers: readonly Answer<QuizResponse>[]) {
  return answers.reduce(quiz.tally.step, quiz.tally.start(options));
}

describe('answering', () => {
  it('[KQ1] takes one choice where one answer is right', () => {
    expect(one).toMatchObject({ several: false, right: ['right'] });
    expect(accepts(one, { options: ['wrong'] })).toBe(true);
    expect(accepts(one, { options: ['wrong', 'right'] })).toBe(false);
    expect(accepts(one, { options: [] })).toBe(false);
  });

  it('[KQ1] takes any number where several are right', () => {
    expect(two).toMatchObject({ several: true, right: ['a', 'c'] });
    for (const options of [['a'], ['b', 'c'], ['a', 'b', 'c']]) expect(accepts(two, { options })).toBe(true);
    expect(accepts(two, { options: ['a', 'a'] })).toBe(false);
  });

  it('[KQ1] takes no answer of one’s own', () => {
    expect(accepts(one, { options: ['right'], other: 'Both' })).toBe(false);
    expect(accepts(two, { options: [], other: 'Both' })).toBe(false);
  });

  it('[KQ2] is right when it is exactly that', () => {
    const score = (...options: string[]) =>
      quiz.score?.(two, answerOf({ options }, 1), { began: null, time: null });
    expect(score('a', 'c')).toBe(fullPoints);
    expect(score('c', 'a')).toBe(fullPoints);
    expect([score('a'), score('a', 'b', 'c'), score('b')]).toEqual([0, 0, 0]);
  });
});

describe('points', () => {
  const around = { began: 10_000, time: 20_000 };
  const points = (at: number, rule: 'speed' | 'flat' = 'speed', right = true) =>
    pointsFor(rule, { right, at }, around);

  it('[KQ3] fall from 1000 to 500 over the time there is', () => {
    expect([10_000, 12_000, 20_000, 30_000].map((at) => points(at))).toEqual([1000, 950, 750, 500]);
    expect(points(10_333)).toBe(992);
  });

  it('[KQ3] are half in the grace and after an extension, and never above full', () => {
    expect([32_999, 90_000, 9_000].map((at) => points(at))).toEqual([500, 500, 1000]);
  });

  it('[KQ3] are the same for all where speed does not count, or nothing measures it', () => {
    expect(points(29_000, 'flat')).toBe(1000);
    expect(pointsFor('speed', { right: true, at: 5 }, { began: 1, time: null })).toBe(1000);
    expect(points(10_000, 'speed', false)).toBe(0);
  });

  it('[KQ3] are in the download with whether the answer is right', () => {
    const answers = [
      { ...answerOf({ options: ['right'] }, 1), at: 20_000 },
      { ...answerOf({ options: ['off'] }, 2), at: 10_000 },
    ];
    const rows = [...(quiz.derived?.rows(one, answers, { ...nothingAround, ...around }) ?? [])];
    expect(rows.map(({ item, value }) => [item, value])).toEqual([
      ['(right)', 'yes'],
      ['(points)', 750],
      ['(right)', 'no'],
      ['(points)', 0],
    ]);
  });
});

describe('the result', () => {
  const answers = ['right', 'right', 'wrong'].map((option, index) => answerOf({ options: [option] }, index));
  const standings: readonly Standing[] = answers.map(({ participant }, index) => ({
    participant,
    points: 2000 - index * 1000,
  }));
  const aliasOf = (participant: string) => (participant.endsWith('0') ? 'Ada' : undefined);
  const around = { ...nothingAround, aliasOf, standings: () => standings };
  const reveal = (...seen: Parameters<typeof seenBy>) =>
    quiz.reveal(one, tallyOf(one, answers), seenBy(...seen), around);

  it('[KQ4] has nothing of the answer before it is shown', () => {
    for (const to of ['phone', 'screen'] as const) {
      expect(reveal(to)).toEqual({
        people: 3,
        bars: [
          { id: 'wrong', text: 'Wrong', count: 1, share: 1 / 3 },
          { id: 'right', text: 'Right', count: 2, share: 2 / 3 },
          { id: 'off', text: 'Off', count: 0, share: 0 },
        ],
      });
    }
    expect(quiz.describe(one, reveal('screen')).sentence).toBe('3 answers.');
  });

  it('[KQ4] has all of it afterwards', () => {
    const shown = reveal('screen', { answer: true });
    expect(shown.bars?.map(({ right }) => right)).toEqual([false, true, false]);
    expect(shown.bars?.[1]?.explanation).toBe('This is why.');
    expect(shown.correct).toBe(2);
    expect(shown.leaders).toEqual([
      { rank: 1, names: ['Ada'], more: 0, nameless: 0, points: 2000, before: 1000 },
      { rank: 2, names: [], more: 0, nameless: 1, points: 1000, before: 0 },
    ]);
    expect(quiz.describe(one, shown)).toMatchObject({
      sentence: '2 of 3 right. The right answer is “Right”.',
      table: { head: ['Answer', 'Count', 'Share', 'Right'] },
    });
  });

  it('[KQ4] shows the presenter the standings as they are, and phones nothing of others', () => {
    const board = reveal('presenter', { answer: true });
    expect(board.leaders).toEqual([
      { rank: 1, names: ['Ada'], more: 0, nameless: 0, points: 2000 },
      { rank: 2, names: [], more: 0, nameless: 1, points: 1000 },
    ]);
    expect(reveal('phone', { answer: true })).not.toHaveProperty('leaders');
    // What is downloaded has no names.
    expect(JSON.stringify(quiz.describe(one, board))).not.toContain('Ada');
  });

  it('[KQ4] keeps secret what phones and the room must not know', () => {
    const text = JSON.stringify(quiz.conceal?.(one));
    expect(text).not.toContain('why');
    expect(quiz.conceal?.(one)).toEqual({
      ...one,
      answers: one.answers.map(({ id, text }) => ({ id, text })),
      right: [],
    });
    // With any other answer right it would be the same.
    const other = optionsOf([['[x] Wrong', 'Another reason.'], '[ ] Right', '[ ] Off']);
    expect(JSON.stringify(quiz.conceal?.(other))).toBe(text);
  });

  it('[KQ6] tells a phone nothing early', () => {
    const [own] = answers;
    expect(quiz.personal?.(one, { ...around, participant: 'x', own, shown: false })).toBe(undefined);
  });

  it('[KQ6] tells each phone how it went', () => {
    const told = (index: number) => {
      const own = answers[index];
      const participant = own?.participant ?? 'nobody';
      return quiz.personal?.(one, { ...around, participant, own, shown: true });
    };
    expect(told(0)).toEqual({ outcome: 'right', points: 1000, total: 2000, rank: 1, of: 3 });
    expect(told(2)).toEqual({ outcome: 'wrong', points: 0, total: 0, rank: null, of: 3 });
    expect(told(9)).toEqual({ outcome: 'none', points: 0, total: 0, rank: null, of: 3 });
  });

  it('[KQ6] takes an answer that no longer fits an edited file for none', () => {
    const own = answerOf({ options: ['gone'] }, 0);
    expect(quiz.personal?.(one, { ...around, participant: 'x', own, shown: true })).toMatchObject({
      outcome: 'none',
    });
  });
});

describe('the leader board', () => {
  const board = (points: readonly number[], names: Readonly<Record<number, string>>, most = 5) =>
    placesOf(
      points.map((each, index) => ({ participant: String(index), points: each })),
      { most, aliasOf: (participant) => names[Number(participant)] },
    ).map(({ rank, names: named, more, nameless, points: each }) => [
      rank,
      named.join('+'),
      more,
      nameless,
      each,
    ]);

  it('[KQ5] lets equal points share a place, and counts on behind them', () => {
    expect(board([900, 900, 500], { 0: 'B', 1: 'A', 2: 'C' })).toEqual([
      [1, 'A+B', 0, 0, 900],
      [3, 'C', 0, 0, 500],
    ]);
    const ranks = ranksOf([
      { participant: 'a', points: 5 },
      { participant: 'b', points: 5 },
      { participant: 'c', points: 1 },
    ]);
    expect([...ranks].map(([participant, { rank }]) => [participant, rank])).toEqual([
      ['a', 1],
      ['b', 1],
      ['c', 3],
    ]);
  });

  it('[KQ5] counts people without a name in their place', () => {
    expect(board([900, 800, 800, 700, 600], { 0: 'A', 2: 'C', 4: 'E' })).toEqual([
      [1, 'A', 0, 0, 900],
      [2, 'C', 0, 1, 800],
      [4, '', 0, 1, 700],
      [5, 'E', 0, 0, 600],
    ]);
  });

  it('[KQ5] takes people without a name who follow one another together', () => {
    expect(board([900, 800, 700, 600, 500], { 3: 'D' }, 2)).toEqual([
      [1, '', 0, 3, null],
      [4, 'D', 0, 0, 600],
    ]);
    expect(board([900, 800], {})).toEqual([[1, '', 0, 2, null]]);
  });

  it('[KQ5] has so many lines as the author wants, and none for who has no points', () => {
    expect(board([900, 800, 700], { 0: 'A', 1: 'B', 2: 'C' }, 2)).toHaveLength(2);
    expect(board([900, 0], { 0: 'A', 1: 'B' })).toHaveLength(1);
    expect(board([900], { 0: 'A' }, 0)).toEqual([]);
    const many = board(
      Array.from({ length: 20 }, () => 900),
      Object.fromEntries(Array.from({ length: 20 }, (_, index) => [index, `N${index}`])),
    );
    expect(many).toMatchObject([[1, expect.stringMatching(/^(N\d+\+){5}N\d+$/), 14, 0, 900]]);
  });
});

describe('as authored', () => {
  it('reads answers, boxes and explanations', () => {
    expect(optionsOf(['[ ] No', ['[x] Yes', 'First.', 'Second.']], { leaders: 0, points: 'flat' })).toEqual({
      answers: [
        { id: 'no', text: 'No' },
        { id: 'yes', text: 'Yes', explanation: 'First. Second.' },
      ],
      right: ['yes'],
      several: false,
      points: 'flat',
      leaders: 0,
    });
    expect(quiz.names?.(optionsOf(['[ ] No', '[x] Yes'], { leaders: 0 }))).toBe(false);
  });

  it('[KQ7] points at what is wrong', () => {
    expect(faultsOf(['[x] Only'])).toEqual(['7:1 quiz: needs at least two answers']);
    expect(faultsOf([])).toEqual(['7:1 quiz: needs at least two answers']);
    expect(faultsOf(['[ ] A', '[ ] B'])).toEqual(['7:1 quiz: needs a right answer, marked [x]']);
    expect(faultsOf(['A', 'B'])).toEqual([
      '7:1 quiz: needs a box before each answer, [x] right or [ ] wrong',
    ]);
    expect(faultsOf(['[x] A', 'B', '[ ] C'])).toEqual(['11:3 quiz: needs a box, [x] or [ ], before "B"']);
    expect(faultsOf(['[x] A', '[ ] a'])).toEqual(['11:3 quiz: has the same answer twice: "a"']);
    expect(faultsOf(['[x] A', '[ ] '])).toEqual(['11:3 quiz: has an empty answer']);
    expect(faultsOf(['[x] A', ['[ ] B', '[ ] C']])).toEqual([
      '11.5:3 quiz: takes no box before an explanation',
    ]);
    expect(faultsOf(['[x] A', ['[ ] B', 'long '.repeat(90)]])).toEqual([
      '11:3 quiz: takes explanations of at most 300 characters',
    ]);
    expect(faultsOf(['[x] A', '[ ] B'], { points: 'fast', leaders: 11, leader: 3 })).toEqual([
      '7:9 quiz: unknown option "leader", did you mean "leaders"?',
      '7:9 quiz: points must be speed or flat',
      '7:9 quiz: leaders must be a whole number from 0 to 10',
    ]);
  });
});
