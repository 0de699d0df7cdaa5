/**
 * [KCA1] A digest is the one everybody else computes, and so is a seal.
 */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { digestOf, plainSealOf, sealOf } from './digest.ts';

const sha256 = (text: string) => createHash('sha256').update(text);

it('[KCA1] is the beginning of SHA-256, in letters that stand anywhere', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      expect(digestOf(text)).toBe(sha256(text).digest('base64url').slice(0, 16));
    }),
  );
  expect(digestOf('abc')).toBe('ungWv48Bz-pBQUDe');
});

it('[KCA1] is sealed by the first 128 bits', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      const bytes = sha256(text).digest().subarray(0, 16);
      expect(sealOf(text)).toBe(bytes.toString('base64url'));
      expect(plainSealOf(text)).toBe(bytes.toString('hex'));
    }),
  );
});
