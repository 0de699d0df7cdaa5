/**
 * SHA-256 (FIPS 180-4, section 6.2) of a text's UTF-8 bytes. Models run on the server and in browsers, at once and
 * also where a page came over plain HTTP: no platform's own hash can be had in all of these.
 */

/** So many of the digest's 32-bit words are told: 96 bits, which nobody meets by chance or by trying. */
const wordsTold = 3;
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

const primes = firstPrimes(64);
/** The first 32 bits of the fractional parts of the cube roots of the first 64 primes, and of the square roots of eight. */
const constants = Uint32Array.from(primes, (prime) => fraction(Math.cbrt(prime)));
const start = Uint32Array.from(primes.slice(0, 8), (prime) => fraction(Math.sqrt(prime)));

/** The first 96 bits of the digest in 16 characters, `A-Z a-z 0-9 - _`. The text cannot be found from them. */
export function digestOf(text: string): string {
  const hash = sha256(new TextEncoder().encode(text));
  let digest = '';
  for (let bit = 0; bit < wordsTold * 32; bit += 6) digest += letters[sixBits(hash, bit)];
  return digest;
}

function sixBits(words: Uint32Array, from: number): number {
  const [word, shift] = [words[from >>> 5] ?? 0, from & 31];
  const next = words[(from >>> 5) + 1] ?? 0;
  const taken = shift === 0 ? word : (word << shift) | (next >>> (32 - shift));
  return taken >>> 26;
}

function sha256(bytes: Uint8Array): Uint32Array {
  const blocks = Math.ceil((bytes.length + 9) / 64);
  const padded = new DataView(new ArrayBuffer(blocks * 64));
  bytes.forEach((byte, index) => {
    padded.setUint8(index, byte);
  });
  padded.setUint8(bytes.length, 0x80);
  padded.setUint32(padded.byteLength - 4, bytes.length * 8);
  const hash = start.slice();
  for (let block = 0; block < blocks; block++) compress(hash, padded, block * 64);
  return hash;
}

const schedule = new Uint32Array(64);

function compress(hash: Uint32Array, message: DataView, from: number): void {
  for (let index = 0; index < 16; index++) schedule[index] = message.getUint32(from + index * 4);
  for (let index = 16; index < 64; index++) {
    const [before, last] = [at(schedule, index - 15), at(schedule, index - 2)];
    const low = turned(before, 7) ^ turned(before, 18) ^ (before >>> 3);
    const high = turned(last, 17) ^ turned(last, 19) ^ (last >>> 10);
    schedule[index] = at(schedule, index - 16) + low + at(schedule, index - 7) + high;
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = hash;
  for (let index = 0; index < 64; index++) {
    const choice = (e & f) ^ (~e & g);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    const first = h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + choice;
    const added = (first + at(constants, index) + at(schedule, index)) | 0;
    const second = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + majority) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + added) | 0, c, b, a, (added + second) | 0];
  }
  for (const [index, value] of [a, b, c, d, e, f, g, h].entries()) hash[index] = at(hash, index) + value;
}

function at(words: Uint32Array, index: number): number {
  return words[index] ?? 0;
}

function turned(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by));
}

function fraction(root: number): number {
  return Math.floor((root % 1) * 2 ** 32);
}

function firstPrimes(count: number): number[] {
  const found: number[] = [];
  for (let number = 2; found.length < count; number++) {
    if (found.every((prime) => number % prime !== 0)) found.push(number);
  }
  return found;
}
