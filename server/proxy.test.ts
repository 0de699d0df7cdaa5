/**
 * [A11] Behind the operator's proxy people are told apart by the address it adds; nobody chooses an address for himself.
 */
import { expect, it } from 'vitest';
import { addressBehind } from './proxy.ts';

const from = (isProxied: boolean, peer: string | undefined, forwarded?: string) =>
  addressBehind(isProxied)(peer, forwarded === undefined ? {} : { 'x-forwarded-for': forwarded });

it.each([
  ['127.0.0.1', '203.0.113.5', '203.0.113.5'],
  ['::1', '203.0.113.5', '203.0.113.5'],
  ['::ffff:127.0.0.1', '2001:db8::5', '2001:db8::5'],
  ['10.1.2.3', '198.51.100.1, 203.0.113.5', '203.0.113.5'],
  ['::ffff:172.18.0.2', ' 203.0.113.5 ', '203.0.113.5'],
  ['fd12::1', '203.0.113.5', '203.0.113.5'],
  // No proxy of the operator's own.
  ['203.0.113.9', '198.51.100.1', '203.0.113.9'],
  ['2001:db8::9', '198.51.100.1', '2001:db8::9'],
  // Nothing that is an address.
  ['127.0.0.1', undefined, '127.0.0.1'],
  ['127.0.0.1', '', '127.0.0.1'],
  ['127.0.0.1', '203.0.113.5, unknown', '127.0.0.1'],
  [undefined, '203.0.113.5', ''],
])('[A11] behind a proxy: peer %s, forwarded for %s', (peer, forwarded, address) => {
  expect(from(true, peer, forwarded)).toBe(address);
});

it('[A11] without a proxy the header is not read', () => {
  expect(from(false, '127.0.0.1', '203.0.113.5')).toBe('127.0.0.1');
});
