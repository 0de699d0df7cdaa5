/**
 * Reading what people type.
 * [KN6] Comma and point are both read, by what the phone's language makes of them.
 * [KN7] What is no number is none.
 */
import { describe, expect, it } from 'vitest';
import { decimalSignOf, numberIn } from './entry.ts';

describe('[KN6]', () => {
  it.each([
    ['12', 12],
    [' -3 ', -3],
    ['−3', -3],
    ['+5', 5],
    ['0,5', 0.5],
    [',5', 0.5],
    ['5.', 5],
    ['1,5', 1.5],
    ['1.5', 1.5],
    ['1 234,5', 1234.5],
    ['1\u202F234', 1234],
    ["1'234'567", 1_234_567],
    ['1,234.5', 1234.5],
    ['1.234,5', 1234.5],
    ['1,234,567', 1_234_567],
    ['1.234.567', 1_234_567],
    ['12,34,567', 1_234_567],
    ['0,125', 0.125],
    ['12,3456', 12.3456],
    ['٣٫٥', 3.5],
    ['١٢٣', 123],
    ['१२', 12],
    ['１２', 12],
  ])('%s in any language', (text, value) => {
    expect(numberIn(text, '.')).toBe(value);
    expect(numberIn(text, ',')).toBe(value);
  });

  it('thousands by the language where it could be either', () => {
    expect(numberIn('1,000', '.')).toBe(1000);
    expect(numberIn('1,000', ',')).toBe(1);
    expect(numberIn('1.000', '.')).toBe(1);
    expect(numberIn('1.000', ',')).toBe(1000);
  });

  it('knows the languages’ decimal signs', () => {
    expect(['en', 'de', 'fr', 'es', 'ja', 'ar-EG'].map(decimalSignOf)).toEqual([
      '.',
      ',',
      ',',
      ',',
      '.',
      ',',
    ]);
  });
});

it.each(['', ' ', '-', '.', 'twelve', '12x', '1-2', '--1', '1e3', '1.2.3,4,5', '1.2,5', 'Infinity'])(
  '[KN7] "%s" is none',
  (text) => {
    expect(numberIn(text, '.')).toBeUndefined();
  },
);
