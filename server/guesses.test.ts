/**
 * Guessing codes.
 * [A2] 20 misses a minute from one address and 200 in all, however many tries come at once; then nothing is looked up.
 * [A5] A right code is never counted, nor the same wrong one twice: a hall behind one address is not locked out.
 */
import { expect, it } from 'vitest';
import { Guesses } from './guesses.ts';

const room = { name: 'a room' };
const right = () => room;
const wrong = () => undefined;

it('[A2] tries that come at once are as many tries', async () => {
  const guesses = new Guesses();
  const outcomes = await Promise.all([
    ...Array.from({ length: 900 }, (_, index) => guesses.find('10.0.0.1', `MISS${index}`, wrong)),
    guesses.find('10.0.0.1', 'RIGHT', right),
  ]);
  expect(outcomes.filter((outcome) => outcome === 'unknown-session')).toHaveLength(20);
  expect(outcomes.filter((outcome) => outcome === 'too-fast')).toHaveLength(881);
});

it('[A2] all addresses together have 200, and who has missed nothing may still come in', async () => {
  const guesses = new Guesses();
  let looked = 0;
  for (let miss = 0; miss < 400; miss++) {
    if ((await guesses.find(`10.0.0.${miss % 40}`, `MISS${miss}`, wrong)) === 'unknown-session') looked++;
  }
  expect(looked).toBe(200);
  expect(await guesses.find('10.0.0.1', 'RIGHT', right)).toBe('too-fast');
  expect(await guesses.find('10.0.1.1', 'RIGHT', right)).toBe(room);
});

it('[A2] addresses of one network of IPv6 are one', async () => {
  const guesses = new Guesses({ perAddress: 2, inAll: 100 });
  const from = (address: string, code: string) => guesses.find(address, code, wrong);
  expect(await from('2001:db8:0:7::1', 'A')).toBe('unknown-session');
  expect(await from('2001:db8::7:1:2:3:4', 'B')).toBe('unknown-session');
  expect(await from('2001:0db8:0:0007:ffff::', 'C')).toBe('too-fast');
  expect(await from('2001:db8:0:8::1', 'D')).toBe('unknown-session');
  expect(await from('::ffff:10.0.0.1', 'E')).toBe('unknown-session');
  expect(await from('10.0.0.1', 'F')).toBe('unknown-session');
  expect(await from('::ffff:10.0.0.1', 'G')).toBe('too-fast');
});

it('[A5] a hall with the right code, or with the one of yesterday, is not locked out', async () => {
  const guesses = new Guesses();
  const from = (code: string, find: () => typeof room | undefined) => guesses.find('10.0.0.1', code, find);
  const yesterday = await Promise.all(Array.from({ length: 500 }, () => from('OLD', wrong)));
  expect(new Set(yesterday)).toEqual(new Set(['unknown-session']));
  const today = await Promise.all(Array.from({ length: 500 }, () => from('RIGHT', right)));
  expect(new Set(today)).toEqual(new Set([room]));
});
