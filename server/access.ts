/** Who may come in: codes, keys, participants' tokens, and one-time links that hand on a right. */
import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { nanoid } from 'nanoid';
import {
  type Code,
  codeAlphabet,
  codeLength,
  type ParticipantId,
  participantId,
  readCode,
} from '../protocol/ids.ts';
import { type KeyRole, keyRoles } from '../protocol/rights.ts';
import type { State } from './session/state.ts';

export function newCode(): Code {
  const letters = Array.from({ length: codeLength }, () => codeAlphabet[randomInt(codeAlphabet.length)]);
  const code = readCode(letters.join(''));
  if (!code) throw new Error('a new code must be readable');
  return code;
}

/** 192 random bits, safe in an address. Only its hash is stored. */
export function newKey(): string {
  return randomBytes(24).toString('base64url');
}

export function hashKey(key: string): string {
  return createHash('sha256').update(key).digest('base64url');
}

/** Whether a request carries this key as `Authorization: Bearer`; how long it takes says nothing of the key. */
export function bears(headers: { authorization?: string | undefined }, key: string): boolean {
  const given = /^Bearer (\S{1,1000})$/i.exec(headers.authorization ?? '')?.[1];
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return given !== undefined && timingSafeEqual(digest(given), digest(key));
}

/** The roles that these keys open in the session as it stands. */
export function rolesOf(state: State, keys: readonly string[]): ReadonlySet<KeyRole> {
  const hashes = new Set(keys.map(hashKey));
  return new Set(state.keys.filter((key) => hashes.has(key.hash)).map((key) => key.role));
}

const tokenPattern = /^([\w-]{12})\.([\w-]{22})$/;

/** A token says which participant a phone is, signed by the session's secret: nothing is stored on joining. */
export function newToken(state: State): { token: string; participant: ParticipantId } {
  const participant = participantId(nanoid(12));
  return { token: `${participant}.${signature(state, participant)}`, participant };
}

/** The participant a token stands for, or undefined when this session did not issue it. */
export function readToken(state: State, token: unknown): ParticipantId | undefined {
  const [, id = '', given = ''] = (typeof token === 'string' && tokenPattern.exec(token)) || [];
  const expected = signature(state, id);
  if (given.length !== expected.length) return undefined;
  return timingSafeEqual(Buffer.from(given), Buffer.from(expected)) ? participantId(id) : undefined;
}

/** The participant whose token a request carries as `Authorization: Bearer`. */
export function participantOf(
  state: State,
  { authorization }: { authorization?: string | undefined },
): ParticipantId | undefined {
  return readToken(state, /^Bearer (\S{1,200})$/i.exec(authorization ?? '')?.[1]);
}

/** 132 bits of HMAC-SHA256, as 22 characters. */
function signature(state: State, participant: string): string {
  const mac = createHmac('sha256', state.secret).update(`${state.session} ${participant}`);
  return mac.digest('base64url').slice(0, 22);
}

/** Secret that signs a session's tokens: 256 bits. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

const pairMs = 5 * 60_000;

/** One-time links: each hands on one role of one session, once, within five minutes. */
export class Pairings {
  readonly #open = new Map<string, { code: Code; role: KeyRole; expires: number }>();

  issue(code: Code, role: KeyRole, now: number): { pair: string; expires: number } {
    for (const [hash, { expires }] of this.#open) if (expires < now) this.#open.delete(hash);
    const pair = newKey();
    const expires = now + pairMs;
    this.#open.set(hashKey(pair), { code, role, expires });
    return { pair, expires };
  }

  redeem(code: Code, pair: string, now: number): KeyRole | undefined {
    const hash = hashKey(pair);
    const found = this.#open.get(hash);
    if (!found || found.code !== code || found.expires < now) return undefined;
    this.#open.delete(hash);
    return found.role;
  }

  /** Links that hand on a revoked role are void too. */
  revoke(code: Code, role: KeyRole): void {
    for (const [hash, found] of this.#open) {
      if (found.code === code && found.role === role) this.#open.delete(hash);
    }
  }
}

/** The cookie that holds a key. The name carries code and role, so several sessions live in one browser. */
export function cookieName(code: Code, role: KeyRole): string {
  return `plenum-${code}-${role}`;
}

/** The keys a request carries: from its cookies, and from `Authorization: Bearer`. */
export function keysOf(
  code: Code,
  headers: { cookie?: string | undefined; authorization?: string | undefined },
): string[] {
  const cookies = new Map(
    (headers.cookie ?? '').split(';').map((part): [string, string] => {
      const [name = '', value = ''] = part.trim().split('=', 2);
      return [name, value];
    }),
  );
  const keys = keyRoles.map((role) => cookies.get(cookieName(code, role)) ?? '');
  const bearer = /^Bearer ([\w-]{16,200})$/i.exec(headers.authorization ?? '')?.[1];
  return [...keys, bearer ?? ''].filter((key) => key !== '');
}
