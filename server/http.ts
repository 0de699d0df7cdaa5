/** The web server: pages, keys, decks and downloads. Live connections are in `sockets.ts`. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import helmet from 'helmet';
import type { Logger } from 'pino';
import { readCode } from '../protocol/ids.ts';
import { bears, Pairings } from './access.ts';
import { refuse } from './guards.ts';
import { Guesses } from './guesses.ts';
import { Metrics } from './metrics.ts';
import { builtPages, type PageName, type Pages } from './pages.ts';
import { pagesFolder } from './place.ts';
import { type AddressOf, addressBehind } from './proxy.ts';
import type { Rooms } from './rooms.ts';
import { sessionRoutes } from './session-routes.ts';
import { attachSockets } from './sockets.ts';

export interface Settings {
  /** Address that phones reach, without a slash at its end: `http://192.168.1.20:4800` or `https://…`. */
  url(): string;
  readonly log: Logger;
  /** Whether a proxy stands before it, which says in `X-Forwarded-For` whom it speaks for. */
  readonly isProxied?: boolean;
  /** Opens the operator's figures from another machine; without it nothing does. */
  readonly adminKey?: string | undefined;
  /** Folder of the built pages; the repository's own when left out. */
  readonly pages?: string;
  /** Serves pages with hot reload from the sources instead. */
  readonly dev?: boolean;
}

/** Not listening yet. Closing it ends the live connections as well. */
export async function createPlenumServer(rooms: Rooms, settings: Settings): Promise<Server> {
  const metrics = new Metrics();
  const guesses = new Guesses();
  const addressOf = addressBehind(settings.isProxied === true);
  const app = express();
  const server = createServer({ requestTimeout: 30_000, headersTimeout: 15_000 });
  const pages = await openPages(server, settings);
  const secure = securityHeaders(settings.dev === true);
  // Ahead of Express: the phone page and its files are most of the traffic when a hall comes in.
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    secure(request, response, () => {
      if (pages.asset(request, response)) return;
      if (isPhonePage(request)) void pages.send('phone', request, response, 200);
      else app(request, response);
    });
  });
  addRoutes(app, rooms, settings, { metrics, guesses, addressOf, pages });
  const sockets = attachSockets(server, {
    rooms,
    guesses,
    addressOf,
    metrics,
    log: settings.log,
    url: settings.url,
  });
  const close = server.close.bind(server);
  server.close = (done) => {
    // Socket.IO closes its connections first and then this server, which must be closed by itself then.
    server.close = close;
    sockets.close().then(
      () => done?.(),
      (error: unknown) => done?.(error instanceof Error ? error : new Error(String(error))),
    );
    server.closeAllConnections();
    return server;
  };
  return server;
}

async function openPages(server: Server, settings: Settings): Promise<Pages> {
  if (settings.dev) return (await import('./dev-pages.ts')).devPages(server);
  return builtPages(settings.pages ?? pagesFolder);
}

/** `/` and `/:code` (or `/:code/`), where the page itself says whether there is such a session. */
function isPhonePage({ method, url = '' }: IncomingMessage): boolean {
  const path = url.split('?', 1)[0] ?? '';
  const code = readCode(path.replace(/^\/|\/$/g, ''));
  return (method === 'GET' || method === 'HEAD') && (path === '/' || code !== undefined);
}

const hostPattern = /^[\w.-]+(:\d+)?$|^\[[\da-f:]+\](:\d+)?$/i;

/** Scripts, connections and fonts from here alone; styles may stand in attributes, scripts never. */
function securityHeaders(dev: boolean) {
  return helmet({
    contentSecurityPolicy: dev
      ? false
      : {
          useDefaults: false,
          directives: {
            defaultSrc: ["'none'"],
            scriptSrc: ["'self'"],
            styleSrc: ["'self'", "'unsafe-inline'"],
            // A phone shows the picture it is about to send.
            imgSrc: ["'self'", 'data:', 'blob:'],
            mediaSrc: ["'self'"],
            fontSrc: ["'self'"],
            // Older phones do not count ws: as 'self'.
            connectSrc: [
              "'self'",
              ({ headers: { host = '' } }) =>
                hostPattern.test(host) ? `ws://${host} wss://${host}` : "'self'",
            ],
            baseUri: ["'none'"],
            formAction: ["'self'"],
            frameAncestors: [({ url }) => (isEmbed(url) ? '*' : "'self'")],
          },
        },
    // The page of one live result is made to stand inside other slide tools; `frameAncestors` says so.
    xFrameOptions: false,
    referrerPolicy: { policy: 'no-referrer' },
    // A laptop in a room has no certificate; behind a proxy the proxy decides.
    strictTransportSecurity: false,
    crossOriginEmbedderPolicy: false,
  });
}

function isEmbed(url: string | undefined): boolean {
  return /^\/[^/]+\/embed\//.test(url ?? '');
}

interface Inside {
  readonly metrics: Metrics;
  readonly guesses: Guesses;
  readonly addressOf: AddressOf;
  readonly pages: Pages;
}

function addRoutes(
  app: Express,
  rooms: Rooms,
  settings: Settings,
  { metrics, guesses, addressOf, pages }: Inside,
): void {
  app.disable('x-powered-by');
  app.disable('etag');
  app.get('/healthz', (_request, response) => {
    response.json({ ok: true });
  });
  app.get('/metrics', operatorOnly(settings), async (_request, response) => {
    response.type(metrics.contentType).send(await metrics.text());
  });
  app.get('/favicon.ico', (_request, response) => {
    response.status(204).end();
  });
  app.use(
    sessionRoutes({
      ...{ rooms, guesses, addressOf, pages, pairings: new Pairings() },
      ...{ url: settings.url, log: settings.log },
    }),
  );
  app.use(sendNotFound(pages));
  app.use(answerFault(settings.log));
}

function operatorOnly({ log, adminKey }: Settings): RequestHandler {
  return ({ socket, headers }, response, next) => {
    const address = socket.remoteAddress ?? '';
    const local = address === '::1' || address.startsWith('127.') || address.startsWith('::ffff:127.');
    // A proxy on this machine speaks for somebody else.
    if (local && headers['x-forwarded-for'] === undefined) return next();
    if (adminKey !== undefined && bears(headers, adminKey)) return next();
    log.warn({ page: 'metrics', status: 403 }, 'request refused');
    refuse(response, 403, 'not-allowed');
  };
}

/** An address that is none: people see the page with the code box, programs a short answer. */
function sendNotFound(pages: Pages): RequestHandler {
  return (request, response, next) => {
    if (request.method === 'GET' && request.accepts(['json', 'html']) === 'html') {
      const page: PageName = 'phone';
      pages.send(page, request, response, 404).catch(next);
    } else {
      response.status(404).json({ refused: 'malformed' });
    }
  };
}

function answerFault(log: Logger): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) return next(error);
    const status = statusOf(error);
    if (status >= 500)
      log.error({ error: String(error), stack: error instanceof Error ? error.stack : '' }, 'request failed');
    response.status(status).json({ refused: status >= 500 ? 'internal' : 'malformed' });
  };
}

/** What Express and its parsers put on an error for bad input; anything else is a fault of ours. */
function statusOf(error: unknown): number {
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : 500;
  return typeof status === 'number' && status >= 400 && status < 600 ? status : 500;
}
