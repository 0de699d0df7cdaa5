/** [KCA1] The digest is the one everybody else computes. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { digestOf } from './digest.ts';

it('[KCA1] is the beginning of SHA-256, in letters that stand anywhere', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      const whole = createHash('sha256').update(text).digest('base64url');
      expect(digestOf(text)).toBe(whole.slice(0, 16));
    }),
  );
  expect(digestOf('abc')).toBe('ungWv48Bz-pBQUDe');
});
