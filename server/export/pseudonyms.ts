/**
 * Pseudonyms of a session's downloads: P001, P002, … They are the same in every download of the session, whenever it
 * is made, since nobody's number ever changes; and they say neither who somebody is, here or elsewhere, nor when they
 * came. Each who answers for the first time draws a number: the first 999 from 1 to 999, the next 9,000 from 1000 to
 * 9999, and so on, each lot in an order that only the session's secret knows. So numbers have gaps.
 */
import { createHash } from 'node:crypto';
import { participantId } from '../../protocol/ids.ts';
import type { State } from '../session/state.ts';

/** By participant, the number of the pseudonym. */
export function numbersOf(state: State): (participant: string) => number {
  const { participants } = state;
  const drawn: number[] = [];
  for (let first = 1, size = 999; drawn.length < participants.size; first += size, size = first * 9) {
    for (const number of shuffled(`${state.secret} pseudonyms from ${first}`, first, size))
      drawn.push(number);
  }
  return (participant) => {
    const number = drawn[participants.get(participantId(participant))?.number ?? drawn.length];
    if (number === undefined) throw new Error('everyone who answered is among the participants');
    return number;
  };
}

export function pseudonym(number: number): string {
  return `P${String(number).padStart(3, '0')}`;
}

/** Numbers from `first`, in the order of as many 32-bit words of SHAKE256 over the key. */
function shuffled(key: string, first: number, size: number): number[] {
  const words = createHash('shake256', { outputLength: 4 * size })
    .update(key)
    .digest();
  return Array.from({ length: size }, (_, index) => ({
    number: first + index,
    place: words.readUInt32LE(4 * index),
  }))
    .sort((a, b) => a.place - b.place)
    .map(({ number }) => number);
}
