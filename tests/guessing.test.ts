/**
 * Guessing codes, against a whole server.
 * [A2] 20 misses a minute from one address, then none is tried; behind a proxy by the address it names, and by no other.
 */
import supertest from 'supertest';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { entered, type Hall, openHall } from './hall.ts';
import { LightPhone } from './light-phone.ts';

let hall: Hall;
beforeEach(async () => {
  hall = await openHall();
});
afterEach(() => hall.close());

describe('codes', () => {
  it('[A2] misses are limited by address, and a token passes all the same', async () => {
    const phone = new LightPhone({ url: hall.url, code: hall.code });
    await phone.connect();
    const reasons: string[] = [];
    for (let guess = 0; guess < 30; guess++) {
      const other = new LightPhone({
        url: hall.url,
        code: `AAAA${'23456789'[guess % 8]}${'ABCD'[Math.floor(guess / 8)]}`,
      });
      reasons.push(
        await other.connect().then(
          () => 'in',
          (error: Error) => error.message,
        ),
      );
      other.close();
    }
    expect(reasons.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => 'unknown-session'));
    expect(reasons.slice(20)).toEqual(Array.from({ length: 10 }, () => 'too-fast'));
    expect((await supertest(hall.url).get('/AAAA22/deck')).status).toBe(429);
    const back = new LightPhone({ url: hall.url, code: hall.code, token: phone.token });
    await back.connect();
    expect(back.participant).toBe(phone.participant);
    back.close();
    phone.close();
  });

  // Another wrong code each time, since the same one counts once.
  const letters = 'ABCDEFGHJKMNPQRSTUVWXYZ';
  let guessed = 0;
  const guess = (address: string) =>
    supertest(hall.url)
      .get(`/AAAA2${letters[guessed++ % letters.length]}/deck`)
      .set('X-Forwarded-For', address)
      .then(({ status }) => status);
  const join = (address: string) => entered(hall.connect('phone', {}, { 'x-forwarded-for': address }));

  it('[A2] behind a proxy one guesser shuts out nobody else', async () => {
    await hall.close();
    hall = await openHall({ isProxied: true });
    for (let count = 0; count < 20; count++) expect(await guess('198.51.100.7, 203.0.113.5')).toBe(404);
    expect(await guess('203.0.113.5')).toBe(429);
    expect(await join('203.0.113.5')).toBe('too-fast');
    expect(await guess('203.0.113.6')).toBe(404);
    expect(await join('203.0.113.7')).toBe(null);
  });

  it('[A2] without a proxy nobody takes on another address', async () => {
    for (let count = 0; count < 20; count++) expect(await guess(`203.0.113.${count}`)).toBe(404);
    expect(await guess('203.0.113.99')).toBe(429);
    expect(await join('203.0.113.99')).toBe('too-fast');
  });
});
