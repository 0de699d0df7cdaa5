/**
 * The rules of a poll.
 *
 * [KP1] A single choice is exactly one pick, listed or written.
 * [KP2] Several choices are one pick up to `choose`, a written one included.
 * [KP3] Shares are of the people who answered, so with several choices they may add up to more than one.
 * [KP4] Written answers are counted by what counts as the same, under the form most people wrote.
 * [KP5] Answers keep apart what only signs or marks tell apart.
 * [KP6] Mistakes of an author stand where they were made.
 * [KP7] An answer is what stands beside its picture, or what a picture alone shows.
 * [KP8] An answer parts the crowd by the first that was chosen, or by what was written, spellings aside.
 */
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { answerOf, directiveOf, folded, seenBy } from '../given.ts';
import { noRulings } from '../rulings.ts';
import { nothingAround } from '../steering.ts';
import { otherLimit, type PollOptions, type PollResponse, poll } from './model.ts';

function read(texts: readonly string[], options: Readonly<Record<string, unknown>> = {}) {
  return poll.fromMarkdown(directiveOf('poll', 'How did it land?', options, texts));
}

function optionsOf(...given: Parameters<typeof read>): PollOptions {
  const reading = read(...given);
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  return reading.options;
}

function faultsOf(...given: Parameters<typeof read>): readonly string[] {
  const reading = read(...given);
  return reading.ok ? [] : reading.faults.map((each) => `${each.line}:${each.column} ${each.message}`);
}

function revealed(options: PollOptions, responses: readonly PollResponse[], visibility = seenBy('screen')) {
  return poll.reveal(options, tallyOf(options, responses), visibility, nothingAround);
}

function tallyOf(options: PollOptions, responses: readonly PollResponse[]) {
  return responses.map(answerOf).reduce(poll.tally.step, poll.tally.start(options));
}

const accepts = (options: PollOptions, response: unknown) => v.is(poll.response(options), response);

describe('picking', () => {
  it('[KP1] takes one pick of a single choice', () => {
    const options = optionsOf(['Yes', 'No'], { other: true });
    expect(accepts(options, { options: ['yes'] })).toBe(true);
    expect(accepts(options, { options: [], other: 'Perhaps' })).toBe(true);
    expect(accepts(options, { options: ['yes', 'no'] })).toBe(false);
    expect(accepts(options, { options: ['yes'], other: 'Perhaps' })).toBe(false);
    expect(accepts(options, { options: [] })).toBe(false);
  });

  it('[KP2] counts a written answer among several choices', () => {
    const options = optionsOf(['A', 'B', 'C'], { choose: 2, other: true });
    expect(accepts(options, { options: ['a', 'b'] })).toBe(true);
    expect(accepts(options, { options: ['a'], other: 'D' })).toBe(true);
    expect(accepts(options, { options: ['a', 'b'], other: 'D' })).toBe(false);
    expect(accepts(options, { options: ['a', 'b', 'c'] })).toBe(false);
  });

  it('[KP2] allows everything at once where any number may be chosen', () => {
    const options = optionsOf(['A', 'B', 'C'], { choose: 'any', other: true });
    expect(accepts(options, { options: ['a', 'b', 'c'], other: 'D' })).toBe(true);
    expect(accepts(optionsOf(['A', 'B'], { choose: 9 }), { options: ['a', 'b'] })).toBe(true);
  });

  it('[KP2] measures a written answer in characters and refuses one that shows nothing', () => {
    const options = optionsOf(['A', 'B'], { other: true });
    expect(accepts(options, { options: [], other: '👍'.repeat(otherLimit) })).toBe(true);
    expect(accepts(options, { options: [], other: '👍'.repeat(otherLimit + 1) })).toBe(false);
    expect(accepts(options, { options: [], other: ' \u200b\n' })).toBe(false);
  });
});

describe('the result', () => {
  it('[KP3] takes shares of the people', () => {
    const options = optionsOf(['A', 'B', 'C'], { choose: 'any' });
    const result = revealed(options, [{ options: ['a', 'b'] }, { options: ['a'] }]);
    expect(result).toEqual({
      people: 2,
      bars: [
        { id: 'a', text: 'A', count: 2, share: 1 },
        { id: 'b', text: 'B', count: 1, share: 0.5 },
        { id: 'c', text: 'C', count: 0, share: 0 },
      ],
    });
    expect(poll.describe(options, result)).toEqual({
      sentence: 'A: 2 of 2.',
      table: {
        head: ['Answer', 'Count', 'Share'],
        rows: [
          ['A', 2, '100%'],
          ['B', 1, '50%'],
          ['C', 0, '0%'],
        ],
      },
    });
  });

  it('[KP3] can be sorted by count, the author’s order deciding between equals', () => {
    const options = optionsOf(['A', 'B', 'C'], { sort: true });
    const result = revealed(options, [{ options: ['c'] }]);
    expect(result.bars?.map((bar) => bar.id)).toEqual(['c', 'a', 'b']);
  });

  it('[KP4] counts written answers that are the same together', () => {
    const options = optionsOf(['Yes', 'No'], { other: true });
    const texts = ['It depends', 'it depends!', 'It depends', 'Ça dépend', 'ca depend'];
    const result = revealed(options, [
      { options: ['yes'] },
      ...texts.map((other) => ({ options: [], other })),
    ]);
    expect(result.bars?.at(-1)).toEqual({ id: 'other', text: 'Other', count: 5, share: 5 / 6 });
    expect(result.others).toEqual([
      { key: 'it depends', text: 'It depends', count: 3 },
      { key: 'ca depend', text: 'ca depend', count: 2 },
    ]);
    expect(poll.describe(options, result).table.rows.slice(3)).toEqual([
      ['Other: It depends', 3, '50%'],
      ['Other: ca depend', 2, '33%'],
    ]);
  });

  it('[KP4] keeps the count of written answers while their texts wait, and shows the presenter all', () => {
    const options = optionsOf(['Yes', 'No'], { other: true });
    const rulings = { ...noRulings, moderate: true, verdicts: { '* fine': 'approved' } as const };
    const responses = ['Fine', 'Rude'].map((other) => ({ options: [], other }));
    const onScreen = revealed(options, responses, seenBy('screen', { rulings }));
    expect(onScreen.bars?.at(-1)?.count).toBe(2);
    expect(onScreen.others?.map(({ text }) => text)).toEqual(['Fine']);
    const forPresenter = revealed(options, responses, seenBy('presenter', { rulings }));
    expect(forPresenter.others?.map(({ text, verdict }) => [text, verdict])).toEqual([
      ['Fine', 'approved'],
      ['Rude', 'pending'],
    ]);
    expect(JSON.stringify(poll.describe(options, forPresenter))).not.toContain('Rude');
  });

  it('[KP4] says how many different texts it leaves out', () => {
    const options = optionsOf(['Yes', 'No'], { other: true });
    const responses = Array.from({ length: 75 }, (_, index) => ({ options: [], other: `reason ${index}` }));
    expect(revealed(options, responses)).toMatchObject({ moreOthers: 15 });
  });

  it('says that nobody has answered', () => {
    const options = optionsOf(['Yes', 'No']);
    expect(poll.describe(options, revealed(options, [])).sentence).toBe('No answers yet.');
  });
});

describe('pictures', () => {
  const item = (text: string, alt: string, src = 'files/bridge.jpg') => {
    return { line: 10, column: 3, text, checked: undefined, image: { src, alt }, items: [] };
  };
  const answersOf = (...list: ReturnType<typeof item>[]) => {
    const reading = poll.fromMarkdown({ ...directiveOf('poll', 'Where to?', {}, []), list });
    if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
    return reading.options.answers;
  };

  it('[KP7] take their description out of the answer', () => {
    const answers = answersOf(
      item('A bridge The bridge', 'A bridge'),
      item('A hill', 'A hill'),
      item('The harbour', ''),
      item('The wood an old oak', 'an  old oak'),
    );
    expect(answers.map(({ text }) => text)).toEqual(['The bridge', 'A hill', 'The harbour', 'The wood']);
    expect(answers[0]).toEqual({
      id: 'the-bridge',
      text: 'The bridge',
      image: { src: 'files/bridge.jpg', alt: 'A bridge' },
    });
  });

  it('[KP7] are named to phones, unless they are written into the file', () => {
    const answers = answersOf(item('A', 'A', 'files/a.png'), item('B', 'B', 'data:image/png;base64,AA=='));
    const options = { answers, choose: 1, other: false, sort: false };
    expect(poll.pictures?.(options)).toEqual(['files/a.png']);
    expect(poll.describe(options, revealed(options, [])).table.rows).toEqual([
      ['A', 0, '0%'],
      ['B', 0, '0%'],
    ]);
  });
});

describe('the part of the crowd', () => {
  const options = optionsOf(['Hospital', 'Council', 'Other'], { choose: 'any' });
  const writing = optionsOf(['Hospital', 'Council'], { choose: 'any', other: true });
  const partOf = (response: PollResponse, asked = options) => poll.segment?.(asked, response) ?? '';
  const nameOf = (response: PollResponse, asked = options) =>
    poll.segmentName?.(asked, partOf(response, asked));

  it('[KP8] is the first answer that was chosen', () => {
    expect(partOf({ options: ['council', 'hospital'] })).toBe('council');
    expect(partOf({ options: ['council'], other: 'Fire service' }, writing)).toBe('council');
    expect(nameOf({ options: ['council'] })).toBe('Council');
  });

  it('[KP8] is what was written where nothing was chosen', () => {
    expect(partOf({ options: [], other: 'Fire Service' }, writing)).toBe(
      partOf({ options: [], other: 'fire service!' }, writing),
    );
    expect(nameOf({ options: [], other: 'Fire Service' }, writing)).toBe('fire service');
    // Who writes what is listed, or the word “other”, is not taken for who chose it.
    expect(partOf({ options: [], other: 'Hospital' }, writing)).not.toBe('hospital');
    expect(partOf({ options: [], other: 'x' }, writing)).not.toBe(partOf({ options: ['other'] }));
  });
});

describe('as authored', () => {
  it('[KP5] gives every answer an id of its own', () => {
    const ids = optionsOf(['C', 'C++', 'C#', '👍', '👎', 'कि', 'की', 'constructor']).answers.map(
      ({ id }) => id,
    );
    expect(new Set(ids).size).toBe(ids.length);
    const tally = folded(poll, optionsOf(['Yes', 'Constructor']), [answerOf({ options: ['yes'] }, 1)]);
    expect(tally).toMatchObject({ counts: { yes: 1, 'constructor-item': 0 } });
  });

  it('[KP6] points at what is wrong', () => {
    expect(faultsOf(['Only'])).toEqual(['7:1 poll: needs at least two answers']);
    expect(faultsOf(['Yes', 'No', 'yes'])).toEqual(['12:3 poll: has the same answer twice: "yes"']);
    expect(faultsOf(['Yes', ''])).toEqual(['11:3 poll: has an empty answer']);
    expect(faultsOf(['Yes', 'No'], { chose: 2 })).toEqual([
      '7:9 poll: unknown option "chose", did you mean "choose"?',
    ]);
    expect(faultsOf(['Yes', 'No'], { choose: 0, other: 'yes' })).toEqual([
      '7:9 poll: choose must be a whole number from 1, or any',
      '7:9 poll: other must be true or false',
    ]);
    expect(faultsOf(['Yes', 'Other'], { other: true })).toEqual([
      '7:9 poll: other adds an answer that the list has already',
    ]);
    expect(faultsOf(['Yes', 'No'], { answers: ['x', 'y'] })).toEqual(['7:9 poll: unknown option "answers"']);
  });
});
