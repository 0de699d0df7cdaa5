/**
 * Numbers and axes.
 * [KM2] Numbers are written as people read them, with their unit where it belongs.
 * [KM3] Ticks are round numbers, without the dust of binary fractions.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { counted, oneDigit, percent, short, written } from './figure.ts';
import { multiples, roundStep } from './ticks.ts';

it('[KM2] parts thousands, and leaves years alone', () => {
  expect(
    [1848, 41_200, 9_999_999, 0.125, 1 / 3, 12.346, -0.0001, -4.5].map((value) => written(value)),
  ).toEqual(['1848', '41,200', '9,999,999', '0.125', '0.333', '12.35', '0', '−4.5']);
});

it('[KM2] puts signs of money before, per cent and degrees close, other units apart', () => {
  expect(['€', '%', '°', 'km'].map((unit) => written(-5, unit))).toEqual(['−€5', '−5%', '−5°', '−5\u00A0km']);
  expect(written(1234.5, 'km', 'de')).toBe('1234,5\u00A0km');
});

it('[KM2] is short on axes', () => {
  expect([50_000, 150_000, 2_500_000].map((value) => short(value))).toEqual(['50,000', '150K', '2.5M']);
});

it('[KM2] says shares, means and counts', () => {
  expect([0, 0.125, 1].map(percent)).toEqual(['0%', '13%', '100%']);
  expect([2, 1 / 3, -0.04].map(oneDigit)).toEqual([2, 0.3, 0]);
  expect([counted(1, 'card'), counted(0, 'card'), counted(2, 'party', 'parties')]).toEqual([
    '1 card',
    '0 cards',
    '2 parties',
  ]);
});

it('[KM3] rounds steps up to 1, 2 or 5', () => {
  expect([0.03, 0.2, 1, 1.1, 2.5, 7, 10, 12, 480].map(roundStep)).toEqual([
    0.05, 0.2, 1, 2, 5, 10, 10, 20, 500,
  ]);
  fc.assert(
    fc.property(fc.double({ min: 1e-6, max: 1e12, noNaN: true }), (step) => {
      expect(roundStep(step)).toBeGreaterThanOrEqual(step * (1 - 1e-8));
      expect(roundStep(step)).toBeLessThan(step * 2.6);
    }),
  );
});

it('[KM3] makes clean multiples, ends included', () => {
  expect(multiples(0, 0.6, 0.1)).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6]);
  expect(multiples(-4.5, 3, 2)).toEqual([-4, -2, 0, 2]);
});
