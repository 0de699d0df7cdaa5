/**
 * Reading what an author wrote.
 *
 * [KD1] An id is made of small letters and digits of any script, at most 60 characters, never empty.
 * [KD2] Different texts have different ids within a list, and an id does not depend on its neighbours without need.
 * [KD3] A near miss is at most two edits away, one for words of up to five letters; two letters swapped are one edit.
 * [KD4] Every mistake becomes a fault where it was made: at the option, at the item of the list, or at the directive.
 * [KD5] What the list fills, an author cannot write as an option.
 * [KD6] A name that YAML reads as a number or as true is the text it looks like.
 */
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import {
  distinct,
  faultAt,
  identified,
  nearest,
  readOptions,
  readWithoutList,
  slug,
  textOption,
  wholeNumber,
} from './directive.ts';
import { directiveOf } from './given.ts';

describe('slug', () => {
  it('[KD1] keeps letters and digits, without accents', () => {
    expect(slug('Élan vital!')).toBe('elan-vital');
    expect(slug('  A change at work, lately: how did it land? ')).toBe(
      'a-change-at-work-lately-how-did-it-land',
    );
    expect(slug('Größe: 50 %')).toBe('grosse-50');
    expect(slug('ماذا تغيّر؟')).toBe('ماذا-تغير');
    expect(slug('何が変わりましたか')).toBe('何が変わりましたか');
  });

  it('[KD1] gives an id to a text without letters, and to none', () => {
    expect(slug('👍')).toMatch(/^item-[0-9a-f]{16}$/);
    expect(slug('👍')).not.toBe(slug('👎'));
    expect(slug(' ')).toBe('item');
  });

  it('[KD1] makes an id of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const id = slug(text);
        expect(id).toMatch(/^[\p{L}\p{N}\p{M}]+(-[\p{L}\p{N}\p{M}]+)*$/u);
        expect([...id].length).toBeLessThanOrEqual(60);
        expect(slug(text)).toBe(id);
        expect(id in {}).toBe(false);
      }),
    );
  });

  it('[KD2] tells long texts apart that begin alike', () => {
    const long = 'I feel that the people I work with most closely every day support me when ';
    expect(slug(`${long}I am ill`)).not.toBe(slug(`${long}I am late`));
  });
});

describe('the texts of a list', () => {
  it('[KD2] have the slug, and a fingerprint where others have the same', () => {
    const [c, java, cpp] = identified(['C', 'Java', 'C++']).map((each) => each.id);
    expect(java).toBe('java');
    expect(c).toMatch(/^c-[0-9a-f]{16}$/);
    expect(cpp).toMatch(/^c-[0-9a-f]{16}$/);
    expect(c).not.toBe(cpp);
  });

  it('[KD2] have one id when they are the same but for case', () => {
    const [a, b] = identified(['Yes', ' yes']).map((each) => each.id);
    expect(a).toBe(b);
  });

  it('[KD2] keep their ids in another order', () => {
    const texts = ['C', 'C++', 'Java', '👍', '👎'];
    const idsOf = (list: readonly string[]) => new Map(identified(list).map(({ id, text }) => [text, id]));
    expect(idsOf(texts.toReversed())).toEqual(new Map([...idsOf(texts)].reverse()));
    expect(new Set(idsOf(texts).values()).size).toBe(texts.length);
  });
});

describe('nearest', () => {
  it('[KD3] finds slips', () => {
    const known = ['choose', 'other', 'sort', 'id'];
    expect(nearest('chose', known)).toBe('choose');
    expect(nearest('Choose', known)).toBe('choose');
    expect(nearest('ohter', known)).toBe('other');
    expect(nearest('sorted', known)).toBe('sort');
    expect(nearest('qiuz', ['poll', 'quiz'])).toBe('quiz');
    expect(nearest('sacle', ['sort', 'scale'])).toBe('scale');
  });

  it('[KD3] guesses nothing far away', () => {
    expect(nearest('banana', ['choose', 'other', 'sort'])).toBeUndefined();
    expect(nearest('no', ['id'])).toBeUndefined();
    expect(nearest('left', ['text'])).toBeUndefined();
    expect(nearest('print', ['points', 'pin'])).toBeUndefined();
    expect(nearest('is', ['id'])).toBe('id');
    expect(nearest('x', [])).toBeUndefined();
  });
});

describe('readOptions', () => {
  const schema = v.strictObject({
    answers: v.pipe(
      v.array(v.object({ id: v.string(), text: v.pipe(v.string(), v.minLength(2, 'is too short')) })),
      v.minLength(1, 'needs answers'),
      distinct('answer'),
    ),
    size: v.optional(v.number('size must be a number'), 3),
  });
  const read = (options: Record<string, unknown>, texts: string[]) =>
    readOptions(
      directiveOf('poll', 'Why?', options, texts),
      schema,
      { answers: identified(texts) },
      'answers',
    );
  const faults = (...given: Parameters<typeof read>) => {
    const reading = read(...given);
    return reading.ok ? [] : reading.faults;
  };

  it('[KD4] reads what is right', () => {
    expect(read({}, ['Yes'])).toEqual({
      ok: true,
      options: { answers: [{ id: 'yes', text: 'Yes' }], size: 3 },
    });
  });

  it('[KD4] points at options, items and the directive', () => {
    expect(faults({ size: 'big' }, ['Yes'])).toEqual([
      { line: 7, column: 9, message: 'poll: size must be a number' },
    ]);
    expect(faults({}, ['Yes', 'x'])).toEqual([{ line: 11, column: 3, message: 'poll: is too short' }]);
    expect(faults({}, ['Yes', 'No', 'YES'])).toEqual([
      { line: 12, column: 3, message: 'poll: has the same answer twice: "YES"' },
    ]);
    expect(faults({}, [])).toEqual([{ line: 7, column: 1, message: 'poll: needs answers' }]);
  });

  it('[KD4] tells of everything at once', () => {
    const messages = faults({ siz: 1, colour: 'red', size: 'big' }, ['x']).map((each) => each.message);
    expect(messages).toEqual([
      'poll: unknown option "siz", did you mean "size"?',
      'poll: unknown option "colour"',
      'poll: is too short',
      'poll: size must be a number',
    ]);
  });

  it('[KD5] does not let an author write what the list fills', () => {
    expect(faults({ answers: [] }, ['Yes']).map((each) => each.message)).toEqual([
      'poll: unknown option "answers"',
    ]);
    expect(faults({ answer: [] }, ['Yes']).map((each) => each.message)).toEqual([
      'poll: unknown option "answer"',
    ]);
  });

  it('[KD4] keeps a fault on one line', () => {
    const [fault] = faults({ [`a\nb${'c'.repeat(99)}`]: 1 }, ['Yes']);
    expect(fault?.message).toMatch(/^poll: unknown option "a bc{36}…"$/);
    const here = directiveOf('poll', 'Why?', {}, []);
    expect(faultAt({ line: 3, column: 4 }, here, 'is odd')).toEqual({
      line: 3,
      column: 4,
      message: 'poll: is odd',
    });
  });
});

describe('shared schemas', () => {
  const schema = v.strictObject({
    ends: v.optional(v.array(textOption('ends must be names'), 'ends must be names')),
    size: v.optional(wholeNumber('size', 2, 5)),
  });
  const read = (options: Record<string, unknown>, texts: string[] = []) =>
    readWithoutList(directiveOf('scale', 'Why?', options, texts), schema, 'people write');

  it('[KD6] take names that are numbers or truths', () => {
    expect(read({ ends: [0, 2.5, true, ' No '] })).toEqual({
      ok: true,
      options: { ends: ['0', '2.5', 'true', 'No'] },
    });
    expect(read({ ends: [null] })).toMatchObject({ faults: [{ message: 'scale: ends must be names' }] });
  });

  it('[KD4] say bounds in one sentence, and that a list is of no use', () => {
    for (const size of [1, 6, 2.5, '3'])
      expect(read({ size })).toMatchObject({
        faults: [{ message: 'scale: size must be a whole number from 2 to 5' }],
      });
    expect(read({ size: 1 }, ['x'])).toMatchObject({
      faults: [
        { line: 10, message: 'scale: takes no list below it, people write' },
        { line: 7, message: 'scale: size must be a whole number from 2 to 5' },
      ],
    });
    expect(read({}, ['x']).ok).toBe(false);
  });
});
