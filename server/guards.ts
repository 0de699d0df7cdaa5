/** What stands before the addresses of a session: which one it is, who asks, and whether they may. */
import type { IncomingMessage } from 'node:http';
import type { Request, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import { type Code, readCode } from '../protocol/ids.ts';
import type { Refusal } from '../protocol/refusals.ts';
import { type KeyRole, mayOpen, type Page } from '../protocol/rights.ts';
import { keysOf, type Pairings, participantOf, rolesOf } from './access.ts';
import type { Guesses } from './guesses.ts';
import type { Pages } from './pages.ts';
import type { AddressOf } from './proxy.ts';
import type { Hosted, Rooms } from './rooms.ts';
import type { State } from './session/state.ts';

export interface Surroundings {
  readonly rooms: Rooms;
  readonly guesses: Guesses;
  readonly addressOf: AddressOf;
  readonly pages: Pages;
  readonly pairings: Pairings;
  url(): string;
  readonly log: Logger;
}

export interface Session extends Hosted {
  readonly code: Code;
}

/**
 * Finds the session of the address, or answers that there is none; misses are counted. Once they are used up, only who
 * carries a right of the session passes, and what `isFree` to whoever asks for it.
 */
export function withSession(
  { rooms, guesses, addressOf, pages }: Surroundings,
  isFree: (state: State, request: Request) => boolean = () => false,
): RequestHandler {
  return async (request, response, next) => {
    const code = readCode(String(request.params.code));
    // A path that is no code at all is a wrong address, not a guess.
    if (!code) return next('router');
    const address = addressOf(request.socket.remoteAddress, request.headers);
    const hosted = rooms.find(code);
    const state = hosted?.room.state;
    const passes = state && (hasRight(state, code, request) || isFree(state, request));
    const found = passes ? hosted : await guesses.find(address, code, () => hosted);
    if (found === 'too-fast') return refuse(response, 429, found);
    if (found === 'unknown-session') {
      // The phone page explains to people that there is no such session, and asks for the code.
      const person = request.method === 'GET' && request.accepts(['json', 'html']) === 'html';
      return person ? pages.send('phone', request, response, 404) : refuse(response, 404, found);
    }
    response.locals.session = { ...found, code } satisfies Session;
    response.setHeader('Cache-Control', 'no-store');
    next();
  };
}

/** Whether a request carries a key of the session, or the token of one of its participants. */
function hasRight(state: State, code: Code, { headers }: Request): boolean {
  return rolesOf(state, keysOf(code, headers)).size > 0 || participantOf(state, headers) !== undefined;
}

export function sessionOf(response: Response): Session {
  const { session }: { session?: Session } = response.locals;
  if (!session) throw new Error('withSession must run first');
  return session;
}

/** Roles of the keys that the request carries, as the session stands now. */
export function rightsOf(request: Request, response: Response): readonly KeyRole[] {
  const { code, room } = sessionOf(response);
  return [...rolesOf(room.state, keysOf(code, request.headers))];
}

/** 200 for a key that opens the page, 403 for one that does not, 401 for none. */
export function statusFor(page: Page, request: Request, response: Response): 200 | 401 | 403 {
  const rights = rightsOf(request, response);
  if (rights.some((role) => mayOpen(role, page))) return 200;
  return rights.length > 0 ? 403 : 401;
}

/** Whether a key came with the request, good or not. */
export function carriesKey({ headers }: Request, response: Response): boolean {
  return headers.authorization !== undefined || keysOf(sessionOf(response).code, headers).length > 0;
}

export function allowed(page: Page, { log }: Surroundings): RequestHandler {
  return (request, response, next) => {
    const status = statusFor(page, request, response);
    if (status === 200) return next();
    log.warn({ page, status }, 'request refused');
    if (status === 401) response.setHeader('WWW-Authenticate', 'Bearer');
    refuse(response, status, 'not-allowed');
  };
}

export function refuse(response: Response, status: number, refused: Refusal): void {
  response.status(status).json({ refused });
}

/** A request that changes something must come from a page of ours, or from no browser at all. */
export function sameSite({ url, log }: Surroundings): RequestHandler {
  return (request, response, next) => {
    const ours = isOurs(request, url());
    if (ours && request.is('application/json')) return next();
    log.warn({ origin: ours ? 'own' : 'foreign' }, 'request refused');
    refuse(response, ours ? 415 : 403, ours ? 'malformed' : 'not-allowed');
  };
}

/** Whether a request, of either transport, comes from a page of ours (under `url` or the host it names), or from no browser. */
export function isOurs({ headers }: Pick<IncomingMessage, 'headers'>, url: string): boolean {
  const { origin, host } = headers;
  if (origin === undefined) return true;
  if (!URL.canParse(origin)) return false;
  const from = new URL(origin);
  return from.origin === new URL(url).origin || from.host === host?.toLowerCase();
}
