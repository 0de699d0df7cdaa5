/**
 * [C1] CSV is RFC 4180 after a byte order mark: CRLF, quotes doubled; a strict parser reads every cell back.
 * [C2] `unescapeCell` gives back any text exactly, halves of surrogate pairs included.
 * [C3] No text of a cell is a formula to a spreadsheet; numbers stay numbers.
 */
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvLines, escapeCell, unescapeCell } from './csv.ts';
import { hardTexts } from './hard-texts.ts';

/** Any UTF-16, well-formed or not, with much of what is hard. */
const anyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
      fc.constantFrom(...hardTexts, '\uD83D', '\uDE00', '_xD83D_', '_x005F_', "'", '"', '\r', '\n', ',', '='),
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(''));

/** Through UTF-8, as a file goes. */
function parsed(text: string): string[][] {
  return parse(Buffer.from(text), { bom: true, record_delimiter: '\r\n' });
}

describe('cells', () => {
  it('[C2] come back exactly', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(unescapeCell(escapeCell(text))).toBe(text);
      }),
    );
  });

  it.each(hardTexts)('[C2] come back exactly: %j', (text) => {
    expect(unescapeCell(escapeCell(text))).toBe(text);
  });

  it('[C3] never begin a formula, whatever a spreadsheet skips before it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('', ' ', '\t', '\r', '\n', '\0', '\u00A0', '\u200B', '\uFEFF', ' \t '),
        fc.constantFrom('=', '+', '-', '@', '＝', '＋', '－', '＠'),
        anyText,
        (before, sign, after) => {
          expect(escapeCell(before + sign + after)).toMatch(/^'/);
        },
      ),
    );
    expect(['\tx', '\rx', '\nx'].map((text) => escapeCell(text)[0])).toEqual(["'", "'", "'"]);
  });

  it('[C3] are left alone when they are harmless', () => {
    for (const text of ['', 'calm', 'a=b', 'it is -3', "don't", '3', 'a\n- b', '½', '…'])
      expect(escapeCell(text)).toBe(text);
  });
});

describe('files', () => {
  it('[C1] are read back by a strict parser', () => {
    const rows = fc.array(fc.tuple(anyText, fc.integer(), anyText), { maxLength: 8 });
    fc.assert(
      fc.property(rows, (cells) => {
        const [head, ...read] = parsed([...csvLines(['one', 'two', 'three'], cells)].join(''));
        expect(head).toEqual(['one', 'two', 'three']);
        expect(
          read.map(([one = '', two = '', three = '']) => [
            unescapeCell(one),
            Number(two),
            unescapeCell(three),
          ]),
        ).toEqual(cells);
      }),
    );
  });

  it('[C1] begin with a byte order mark, end every line with CRLF and quote what must be', () => {
    const rows = [['a"b', 'c,d', 'e\r\nf', ' g', 'h']];
    expect([...csvLines(['x'], rows)].join('')).toBe('\uFEFFx\r\n"a""b","c,d","e\r\nf"," g",h\r\n');
  });

  it('[C3] hold numbers as numbers', () => {
    expect([...csvLines(['x'], [[-3, 0.5, '-3']])][1]).toBe("-3,0.5,'-3\r\n");
  });
});
