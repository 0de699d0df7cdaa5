/**
 * Figures as authors write them.
 * [KF1] Thousands, decimals, signs and units are read as they are meant.
 * [KF2] What could be either is read as the rest of the table.
 * [KF3] What is no figure is none: a gap where nothing stands, a fault where something else does.
 */
import { describe, expect, it } from 'vitest';
import { readFigures } from './figures.ts';

const cellOf = (text: string) => readFigures([text])[0];

describe('[KF1]', () => {
  it.each([
    ['12', 12, ''],
    ['1,234', 1234, ''],
    ['1,234.5', 1234.5, ''],
    ['1.234,5', 1234.5, ''],
    ['1 234 567', 1_234_567, ''],
    ['1\u202F234', 1234, ''],
    ["1'234", 1234, ''],
    ['0,5', 0.5, ''],
    ['45%', 45, '%'],
    ['45 %', 45, '%'],
    ['−4.5', -4.5, ''],
    ['-4,5 °', -4.5, '°'],
    ['+3', 3, ''],
    ['€2.9bn', 2.9, '€ bn'],
    ['-$12', -12, '$'],
    ['12 km', 12, 'km'],
    ['3 t CO2', 3, 't CO2'],
    ['7×', 7, '×'],
    ['~40', 40, '~'],
  ])('%s', (text, value, unit) => {
    expect(cellOf(text)).toEqual({ value, unit });
  });
});

it('[KF2] reads what could be either as the rest of the table', () => {
  const values = (texts: string[]) => readFigures(texts).map((each) => each?.value);
  expect(values(['1.234', '0,5'])).toEqual([1234, 0.5]);
  expect(values(['1.234', '0.5'])).toEqual([1.234, 0.5]);
  expect(values(['1,234', '2,345'])).toEqual([1234, 2345]);
  expect(values(['1.234.567', '2.345'])).toEqual([1_234_567, 2345]);
});

it('[KF3] has gaps and faults', () => {
  for (const text of ['', '–', '-', '—', '…', 'n/a', '  ']) expect(cellOf(text)).toBeNull();
  for (const text of ['many', '2019-20', '1/2', '10:30', '12,34,56', '1 23', 'Q1', '1.2.3,4'])
    expect(cellOf(text), text).toBeUndefined();
});
