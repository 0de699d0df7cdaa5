/** Addresses below a session's code: keys, pages of the screens, the deck, its pictures, and downloads. */
import { pipeline } from 'node:stream/promises';
import express, { type Request, type RequestHandler, type Response, type Router } from 'express';
import * as v from 'valibot';
import { readMessage } from '../protocol/commands.ts';
import type { Code } from '../protocol/ids.ts';
import { type KeyRole, keyRoles, mayOpen, type Page } from '../protocol/rights.ts';
import { cookieName, hashKey, newKey, rolesOf } from './access.ts';
import type { Only } from './export/answers.ts';
import { exportFormats } from './export/formats.ts';
import { faultsIn } from './faults.ts';
import {
  allowed,
  carriesKey,
  refuse,
  rightsOf,
  type Surroundings,
  sameSite,
  sessionOf,
  statusFor,
  withSession,
} from './guards.ts';
import type { PageName } from './pages.ts';
import { pictureRoutes } from './picture-routes.ts';
import { qrPath, wifiText } from './qr.ts';
import { projectResults } from './session/project-results.ts';
import { projectDeck, projectPrint } from './session/project-screens.ts';

/** Where the link of a role leads. */
const linkOf: Readonly<Record<KeyRole, string>> = { room: 'room', presenter: 'present', results: 'results' };
const secret = v.pipe(v.string(), v.minLength(16), v.maxLength(200));
const keyMessage = v.union([v.strictObject({ key: secret }), v.strictObject({ pair: secret })]);
const roleMessage = v.strictObject({ role: v.picklist(keyRoles) });
const cookieAge = 30 * 24 * 3600_000;

export function sessionRoutes(around: Surroundings): Router {
  const router = express.Router({ caseSensitive: true });
  const fault = faultsIn(around.log);
  const json = express.json({ limit: '4kb' });
  const found = withSession(around);
  const may = (page: Page) => [found, allowed(page, around)];

  const pages: readonly (readonly [string, Page, PageName])[] = [
    ['room', 'room', 'room'],
    ['present', 'present', 'present'],
    ['results', 'results', 'results'],
    ['print', 'print', 'print'],
    ['embed/:activity', 'embed', 'embed'],
  ];
  for (const [path, page, file] of pages) {
    // Without a key the same page is sent: it trades the key of its link, which no server has seen yet.
    router.get(`/:code/${path}`, found, async (request, response) => {
      const status = statusFor(page, request, response);
      if (status !== 200 && carriesKey(request, response))
        around.log.warn({ page, status }, 'request refused');
      if (status === 401) response.setHeader('WWW-Authenticate', 'Bearer');
      await around.pages.send(file, request, response, status);
    });
  }

  router.post('/:code/key', sameSite(around), json, found, tradeKey(around));
  router.post('/:code/pair', sameSite(around), json, ...may('pair'), (request, response) => {
    const message = readMessage(roleMessage, request.body);
    if (!message) return refuse(response, 400, 'malformed');
    const { code, room } = sessionOf(response);
    const { pair, expires } = around.pairings.issue(code, message.role, room.clock.now());
    const url = `${around.url()}/${code}/${linkOf[message.role]}#pair=${pair}`;
    response.json({ url, qr: qrPath(url), expiresAt: expires });
  });
  router.post('/:code/revoke', sameSite(around), json, ...may('pair'), renewLink(around));

  router.get('/:code/deck', ...may('deck'), (request, response) => {
    const { room } = sessionOf(response);
    response.json(
      projectDeck(
        room.state,
        rightsOf(request, response).some((role) => mayOpen(role, 'notes')),
      ),
    );
  });
  router.get('/:code/join', ...may('deck'), (_request, response) => {
    const { code, room } = sessionOf(response);
    const url = `${around.url()}/${code}`;
    const wifi = room.state.definition?.wifi;
    response.json({
      url,
      short: url.replace(/^https?:\/\//, ''),
      code,
      qr: qrPath(url),
      wifi: wifi ? { ssid: wifi.ssid, qr: qrPath(wifiText(wifi)) } : null,
    });
  });
  router.use(pictureRoutes(around));

  router.get('/:code/results/view', ...may('results'), (request, response) => {
    const { room } = sessionOf(response);
    const now = room.clock.now();
    response.json(projectResults(room.state, room.tallies.of, { now, fault, ...only(request.query) }));
  });
  router.get('/:code/print/view', ...may('print'), (_request, response) => {
    const { room } = sessionOf(response);
    response.json(projectPrint(room.state, room.tallies.of, { now: room.clock.now(), fault }));
  });
  for (const format of Object.values(exportFormats)) {
    router.get(`/:code/${format.path}`, ...may('results'), async (request, response) => {
      const { room } = sessionOf(response);
      response.attachment(format.fileName(room.state));
      response.setHeader('Content-Type', format.contentType);
      await pipeline(
        format.render(room.state, only(request.query), (file) => room.file(file)),
        response,
      );
    });
  }
  return router;
}

/** What of a session an address asks for. */
function only({ activity, by }: Request['query']): Only {
  return {
    ...(typeof activity === 'string' ? { activity } : {}),
    ...(typeof by === 'string' ? { by } : {}),
  };
}

/** Trades the key (or the one-time link) of an address for a cookie that no script can read. */
function tradeKey({ pairings, url, log }: Surroundings): RequestHandler {
  return async (request, response) => {
    const { code, room } = sessionOf(response);
    const message = readMessage(keyMessage, request.body);
    if (!message) return refuse(response, 400, 'malformed');
    let key: string;
    if ('key' in message) {
      key = message.key;
    } else {
      const role = pairings.redeem(code, message.pair, room.clock.now());
      key = newKey();
      const outcome = role && (await room.order({ type: 'addKey', role, hash: hashKey(key) }));
      if (outcome && 'refused' in outcome) return refuse(response, 503, outcome.refused);
    }
    const roles = rolesOf(room.state, [key]);
    if (roles.size === 0) {
      log.warn('key refused');
      return refuse(response, 403, 'not-allowed');
    }
    for (const role of roles) setKeyCookie(response, code, role, key, url());
    response.status(204).end();
  };
}

function setKeyCookie(response: Response, code: Code, role: KeyRole, key: string, url: string): void {
  response.cookie(cookieName(code, role), key, {
    httpOnly: true,
    sameSite: 'strict',
    secure: url.startsWith('https:'),
    maxAge: cookieAge,
    path: '/',
  });
}

/** Voids every link of a role and makes a new one. */
function renewLink({ pairings, url, log }: Surroundings): RequestHandler {
  return async (request, response) => {
    const message = readMessage(roleMessage, request.body);
    if (!message) return refuse(response, 400, 'malformed');
    const { role } = message;
    const { code, room } = sessionOf(response);
    const key = newKey();
    pairings.revoke(code, role);
    for (const order of [
      { type: 'revokeKeys', role } as const,
      { type: 'addKey', role, hash: hashKey(key) } as const,
    ]) {
      const outcome = await room.order(order);
      if ('refused' in outcome) return refuse(response, 503, outcome.refused);
    }
    log.info({ role }, 'links renewed');
    // Who asked stays in.
    if (role === 'presenter') setKeyCookie(response, code, role, key, url());
    response.json({ url: `${url()}/${code}/${linkOf[role]}#key=${key}` });
  };
}
