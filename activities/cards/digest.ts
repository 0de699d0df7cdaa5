/**
 * A short name for a text that tells nothing of it. By a library, since models run on the server and in browsers, at
 * once and also where a page came over plain HTTP: no platform's own hash can be had in all of these.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

/** So many bytes of the hash are told: 96 bits, which nobody meets by chance or by trying. */
const told = 12;

/** The first 96 bits of the text's SHA-256 in 16 characters, `A-Z a-z 0-9 - _`. */
export function digestOf(text: string): string {
  const bytes = sha256(utf8ToBytes(text)).subarray(0, told);
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_');
}
