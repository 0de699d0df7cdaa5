/**
 * Short names for texts that tell nothing of them. By a library, since models run on the server and in browsers, at
 * once and also where a page came over plain HTTP: no platform's own hash can be had in all of these.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** The first 96 bits of the text's SHA-256 in 16 characters, `A-Z a-z 0-9 - _`: nobody meets another's by chance or by trying. */
export function digestOf(text: string): string {
  return inLetters(bytesOf(text).subarray(0, 12));
}

/**
 * The first 128 bits in 22 such characters: for what is named by a text that one person can try in two versions, such as
 * one to be approved and one to put in its place. Finding two of 96 bits takes 2^48 attempts, which a patient one has.
 */
export function sealOf(text: string): string {
  return inLetters(bytesOf(text).subarray(0, 16));
}

/** As `sealOf`, in 32 hexadecimal digits, which stay as they are when case and signs are ignored. */
export function plainSealOf(text: string): string {
  return bytesToHex(bytesOf(text).subarray(0, 16));
}

function bytesOf(text: string): Uint8Array {
  return sha256(utf8ToBytes(text));
}

function inLetters(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
