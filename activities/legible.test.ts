/**
 * What people wrote, shown and compared.
 *
 * [KW1] A shown text is bounded and cannot disturb its surroundings; ordinary text of any script stays as it is.
 * [KW2] Blank is what would show nothing.
 * [KW3] A key is bounded, stable under itself, and the same for spellings of the same.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kindAndRude, longKindAndRude } from './colliding.ts';
import { fingerprint, folded, isBlank, legible, legibleLines, lengthOf, sameAs } from './legible.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(
      fc.constantFrom('a', ' ', '\n', '\r', '\uD83D', '\u0301', '\u200D', '\u202E', '👍🏽', '\u0000', 'é'),
    )
    .map((parts) => parts.join('')),
);

describe('a text on a screen', () => {
  it('[KW1] stays as it is when it is ordinary', () => {
    const ordinary = [
      'It depends',
      'Ça dépend',
      'ماء',
      'किताबें',
      '👩🏽‍🚀 👨‍👩‍👧‍👦 🏴󠁧󠁢󠁥󠁮󠁧󠁿 1️⃣ 👁️‍🗨️',
      'ไม่รู้',
      'việc',
      '<b>&amp;</b>',
    ];
    for (const text of ordinary) {
      expect(legible(text, 80)).toBe(text);
      expect(legibleLines(text, 80)).toBe(text);
    }
    expect(legibleLines('one\n\ntwo', 80)).toBe('one\n\ntwo');
    expect(legible('one\n\ntwo', 80)).toBe('one two');
  });

  it('[KW1] loses what would disturb others', () => {
    expect(legible('\u202Eabc\u2066d\u200F', 80)).toBe('abcd');
    expect(legible(`Z${'\u0301'.repeat(50)}!`, 80)).toBe('Z\u0301\u0301\u0301!');
    expect(legible('a\u0000b\u001Bc\tt', 80)).toBe('abc t');
    expect(legible('half \uD83D', 80)).toBe('half \uFFFD');
    expect(legible('x'.repeat(99), 10)).toBe(`${'x'.repeat(9)}…`);
    expect(legible('👍'.repeat(99), 10)).toBe(`${'👍'.repeat(9)}…`);
  });

  it('[KW1] is bounded and harmless whatever was written', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 40 }), (text, limit) => {
        for (const shown of [legible(text, limit), legibleLines(text, limit)]) {
          expect(lengthOf(shown)).toBeLessThanOrEqual(limit);
          expect(shown).not.toMatch(
            /(?!\n)\p{Cc}|\p{Surrogate}|\p{Bidi_Control}|(?:\p{M}[\u200B-\u200D]*){4}|\n{3}/u,
          );
        }
        expect(legible(text, limit)).not.toContain('\n');
      }),
      { numRuns: 500 },
    );
  });

  it('[KW2] is blank when it would show nothing', () => {
    for (const text of [
      '',
      ' \n\t',
      '\u200B\u2060',
      '\u3164\u115F',
      '\u202E',
      '\u0000',
      '\u2800',
      '\u00AD',
      '\uFE0F',
    ]) {
      expect(isBlank(text)).toBe(true);
    }
    for (const text of ['a', '.', '👍', '0', '\uD83D', 'ﷺ']) expect(isBlank(text)).toBe(false);
  });
});

describe('a key', () => {
  it('[KW3] ignores case, accents, punctuation and spaces at the ends', () => {
    for (const text of ['déjà vu', 'DÉJÀ VU', 'Deja-vu!', '  deja  vu ', 'de\u0301ja vu']) {
      expect(sameAs(text)).toBe('deja vu');
    }
    expect(folded('ΟΔΟΣ')).toBe(folded('οδός'));
    expect(folded('İstanbul')).toBe('istanbul');
  });

  it('[KW3] keeps the marks that make another letter', () => {
    for (const [one, other] of [
      ['мой', 'мои'],
      ['か', 'が'],
      ['कि', 'की'],
      ['กา', 'กี'],
    ] as const) {
      expect(sameAs(one)).not.toBe(sameAs(other));
    }
    expect(sameAs('ёлка')).toBe(sameAs('елка'));
    expect(sameAs('한국')).toBe('한국');
  });

  it('[KW3] is the signs themselves where there is nothing else', () => {
    expect(sameAs('👍')).toBe('👍');
    expect(sameAs('❤️')).toBe(sameAs('❤'));
    expect(sameAs('!!!')).toBe('!!!');
  });

  it('[KW3] is bounded, never empty for what shows, and its own key', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, fc.constant('ﷺ'.repeat(140))), (text) => {
        const key = sameAs(text);
        expect(key.length).toBeLessThanOrEqual(80);
        if (!isBlank(text)) expect(key).not.toBe('');
        expect(sameAs(key)).toBe(key);
      }),
      { numRuns: 500 },
    );
  });

  it('[KW3] is no other long text’s, also where somebody looks for one', () => {
    const [kind, rude] = longKindAndRude;
    expect(fingerprint(kind)).toBe(fingerprint(rude));
    expect(sameAs(kind)).not.toBe(sameAs(rude));
    for (const key of [kind, rude, `${'a'.repeat(46)} ${'b'.repeat(50)}`].map(sameAs)) {
      expect(key.length).toBeLessThanOrEqual(80);
      expect(sameAs(key)).toBe(key);
    }
  });

  it('[KW3] has a fingerprint of 16 digits that differs for texts that differ', () => {
    const texts = Array.from({ length: 20_000 }, (_, index) => fingerprint(`text ${index}`));
    expect(new Set(texts).size).toBe(texts.length);
    expect(texts.every((each) => /^[0-9a-f]{16}$/.test(each))).toBe(true);
    // Unless somebody looks for two that do not: what must not be swapped is named by a digest.
    expect(fingerprint(kindAndRude[0])).toBe(fingerprint(kindAndRude[1]));
    expect(kindAndRude.map((each) => legible(each, 100))).toEqual(['Kind', 'Rude']);
  });
});
