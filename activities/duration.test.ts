/**
 * Lengths of time.
 * [V50] An author writes hours, minutes and seconds, or a number of seconds, up to a day.
 * [V51] A clock shows hours only where there are some.
 */
import { expect, it } from 'vitest';
import { clockTime, readTime } from './duration.ts';

it('[V50] reads what authors write', () => {
  expect(['20s', '2m', '1m30s', '90m', 45, 1.5].map(readTime)).toEqual([
    20_000, 120_000, 90_000, 5_400_000, 45_000, 1_500,
  ]);
  expect(['1h', '1h15m', '90 s', '2 min', '5min', '1 h 15 min 30 s', '24h', ' 1M30S '].map(readTime)).toEqual(
    [3_600_000, 4_500_000, 90_000, 120_000, 300_000, 4_530_000, 86_400_000, 90_000],
  );
  for (const wrong of ['', '0s', '2', '25h', '1h30', '30s1m', 'soon', -3, 0, 90_000, null, [], {}, undefined])
    expect(readTime(wrong)).toBeUndefined();
});

it('[V51] shows times as clocks do', () => {
  expect([0, 999, 1000, 59_999, 247_000, 3_600_000, 3_847_000, -5].map(clockTime)).toEqual([
    '0:00',
    '0:00',
    '0:01',
    '0:59',
    '4:07',
    '1:00:00',
    '1:04:07',
    '0:00',
  ]);
});
