/**
 * The rules of questions and answers.
 *
 * [KQA1] Most wanted first; of equals the one that was asked first.
 * [KQA2] One question is pinned at a time; it is shown whatever its votes, and marking it as answered takes it off.
 * [KQA3] Answered questions stand apart, the latest first, and can be opened again.
 * [KQA4] Phones and the room get at most 60 open questions, the latest among them, and how many more there are.
 * [KQA5] Nobody asks more at a time, or longer, than the author allows.
 * [KQA6] What a command names need not be there: a key of no question changes nothing that is seen.
 */
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { arrived } from '../cards/arrivals.ts';
import type { CardsResponse } from '../cards/response.ts';
import { cardKey } from '../cards/tally.ts';
import { directiveOf, seeded, seenBy } from '../given.ts';
import type { Visibility } from '../kind.ts';
import { nothingAround } from '../steering.ts';
import { type QaOptions, qa } from './model.ts';
import { type QaSteered, qaSteering } from './steering.ts';

const options: QaOptions = { questions: 3, limit: 240 };
const key = (participant: string) => cardKey(participant, 'question');

interface Asked {
  readonly by: string;
  readonly text?: string;
  readonly votes?: readonly string[];
}

function responseOf({ text, votes = [] }: Asked): CardsResponse {
  return { cards: text === undefined ? [] : [{ id: 'question', text }], votes: votes.map(key), joins: [] };
}

/** Questions arrive in the order given, a millisecond apart. */
function revealed(
  asked: readonly Asked[],
  commands: readonly { readonly type: string; readonly entry: string }[] = [],
  to: Visibility['to'] = 'screen',
) {
  const answers = asked.map((each, at) => ({ participant: each.by, response: responseOf(each), at }));
  let steered = qaSteering.start(options);
  for (const [at, each] of asked.entries())
    steered = arrived(
      steered,
      { type: 'arrived', participant: each.by, cards: each.text === undefined ? [] : [key(each.by)] },
      at,
    );
  steered = commands.reduce(steer, steered);
  const tally = answers.reduce(qa.tally.step, qa.tally.start(options));
  return qa.reveal(options, tally, seenBy(to), { ...nothingAround, steered });
}

function steer(steered: QaSteered, command: { readonly type: string; readonly entry: string }): QaSteered {
  const around = { ...nothingAround, steered, now: 1, random: seeded(1) };
  const step = qaSteering.decide(options, steered, command, around);
  if (step === undefined) throw new Error(`${command.type} makes no sense`);
  return qaSteering.evolve(options, steered, step, 1);
}

const some: readonly Asked[] = [
  { by: 'ann', text: 'First?' },
  { by: 'bob', text: 'Second?' },
  { by: 'cem', text: 'Third?', votes: ['bob'] },
];
const texts = (questions: readonly { readonly text: string }[] = []) => questions.map(({ text }) => text);

describe('the list', () => {
  it('[KQA1] has the most wanted first, then who asked first', () => {
    expect(texts(revealed(some).questions)).toEqual(['Second?', 'First?', 'Third?']);
  });

  it('[KQA4] is bounded, and has the latest', () => {
    const many = Array.from({ length: 200 }, (_, index) => ({ by: `p${index}`, text: `Number ${index}?` }));
    const { questions = [], more } = revealed(many);
    expect(questions).toHaveLength(60);
    expect(more).toBe(140);
    expect(texts(questions)).toContain('Number 0?');
    expect(texts(questions)).toContain('Number 199?');
    expect(texts(questions)).not.toContain('Number 100?');
    expect(revealed(many, [], 'presenter').questions).toHaveLength(200);
  });

  it('[KQA5] takes so many of one person, of such a length', () => {
    const schema = qa.response({ questions: 1, limit: 20 });
    const ask = (...asked: string[]) => ({
      cards: asked.map((text, index) => ({ id: `question-${index}`, text })),
      votes: [],
      joins: [],
    });
    expect(v.is(schema, ask('👍'.repeat(20)))).toBe(true);
    expect(v.is(schema, ask('👍'.repeat(21)))).toBe(false);
    expect(v.is(schema, ask('One?', 'Two?'))).toBe(false);
    expect(v.is(schema, { ...ask(), joins: [key('ann')] })).toBe(false);
  });
});

describe('the presenter', () => {
  it('[KQA2] pins one question', () => {
    const pinned = revealed(some, [
      { type: 'pin', entry: key('ann') },
      { type: 'pin', entry: key('cem') },
    ]);
    expect(pinned.pinned).toBe(key('cem'));
    expect(texts(pinned.questions)).toHaveLength(3);
    expect(() => steer({ ...qaSteering.start(options) }, { type: 'unpin', entry: key('ann') })).toThrow();
  });

  it('[KQA2] has the pinned one shown among any number', () => {
    const many = Array.from({ length: 200 }, (_, index) => ({ by: `p${index}`, text: `Number ${index}?` }));
    const { questions = [], more } = revealed(many, [{ type: 'pin', entry: key('p100') }]);
    expect(texts(questions)).toContain('Number 100?');
    expect(questions).toHaveLength(61);
    expect(more).toBe(139);
  });

  it('[KQA2] [KQA3] marks what was answered, and opens it again', () => {
    const pin = { type: 'pin', entry: key('bob') };
    const done = { type: 'markAnswered', entry: key('bob') };
    const result = revealed(some, [pin, done, { type: 'markAnswered', entry: key('ann') }]);
    expect(result.pinned).toBeNull();
    expect(texts(result.questions)).toEqual(['Third?']);
    expect(texts(result.answered)).toEqual(['First?', 'Second?']);
    expect(qa.describe(options, result)).toMatchObject({
      sentence: '3 questions, 2 answered. Most wanted of the open ones: “Third?” (0 votes).',
    });
    const again = revealed(some, [pin, done, { type: 'markOpen', entry: key('bob') }]);
    expect(texts(again.questions)).toEqual(['Second?', 'First?', 'Third?']);
    expect(revealed(some, [done, pin]).pinned).toBe(key('bob'));
  });

  it('[KQA6] may name what is gone', () => {
    expect(revealed(some, [{ type: 'pin', entry: key('nobody') }])).toEqual(revealed(some));
    const around = { ...nothingAround, steered: qaSteering.start(options), now: 1, random: seeded(1) };
    for (const command of [
      { type: 'pin', entry: 'short' },
      { type: 'pin' },
      { type: 'arrived', participant: 'ann', cards: [] },
    ])
      expect(qaSteering.decide(options, around.steered, command, around)).toBeUndefined();
  });
});

describe('as authored', () => {
  const faultsOf = (given: Readonly<Record<string, unknown>>, list: readonly string[] = []) => {
    const reading = qa.fromMarkdown(directiveOf('qa', 'What would you ask?', given, list));
    return reading.ok ? [] : reading.faults.map((each) => `${each.line}:${each.column} ${each.message}`);
  };

  it('points at what is wrong', () => {
    expect(faultsOf({})).toEqual([]);
    expect(faultsOf({ questions: 0, limit: 5 })).toEqual([
      '7:9 qa: questions must be a whole number from 1 to 10',
      '7:9 qa: limit must be a whole number from 20 to 1000',
    ]);
    expect(faultsOf({}, ['One?'])).toEqual(['10:3 qa: takes no list below it, people write the questions']);
  });
});
