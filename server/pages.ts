/** The built pages, served from memory: compressed once, answered ahead of every other middleware. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** Pages that have a file of their own. */
export type PageName = 'phone' | 'room' | 'present' | 'results' | 'print' | 'embed';

const files: Readonly<Record<PageName, string>> = {
  phone: 'audience/index.html',
  room: 'deck/room.html',
  present: 'deck/present.html',
  results: 'deck/results.html',
  print: 'deck/print.html',
  embed: 'deck/embed.html',
};

/** What serves pages: from memory, or in development from the sources. */
export interface Pages {
  /** Answers a request for a script, a style or a font; false when it is none. */
  asset(request: IncomingMessage, response: ServerResponse): boolean;
  send(page: PageName, request: IncomingMessage, response: ServerResponse, status: number): Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.png': 'image/png',
};
const compressible = new Set(['.html', '.js', '.css', '.svg', '.ttf']);

interface StoredFile {
  readonly body: Buffer;
  readonly type: string;
  readonly etag: string;
  readonly compressible: boolean;
  /** Made at the first request for each encoding. */
  readonly encoded: Map<string, Promise<Buffer>>;
}

/** Reads all built pages below `folder` (`dist/pages`). Throws when they were not built. */
export function builtPages(folder: string): Pages {
  const stored = new Map<string, StoredFile>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    stored.set(relative(folder, path).split(sep).join('/'), readStored(path));
  }
  for (const file of Object.values(files)) {
    if (!stored.has(file)) throw new Error(`${file} is missing in ${folder}: run "npm run build:pages"`);
  }
  return {
    asset(request, response) {
      const path = request.url?.split('?', 1)[0] ?? '';
      const file = path.startsWith('/assets/') ? stored.get(path.slice(1)) : undefined;
      if (!file || (request.method !== 'GET' && request.method !== 'HEAD')) return false;
      // The name carries a hash of the content, so it may be kept for ever.
      response.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
      void sendFile(file, request, response, 200);
      return true;
    },
    async send(page, request, response, status) {
      const file = stored.get(files[page]);
      if (!file) throw new Error(`page ${page} is missing`);
      response.setHeader('Cache-Control', 'no-cache');
      await sendFile(file, request, response, status);
    },
  };
}

function readStored(path: string): StoredFile {
  const body = readFileSync(path);
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  const extension = extname(path);
  return {
    body,
    etag,
    type: types[extension] ?? 'application/octet-stream',
    compressible: compressible.has(extension),
    encoded: new Map(),
  };
}

const compressors: Readonly<Record<string, (body: Buffer) => Promise<Buffer>>> = {
  br: (body) =>
    promisify(brotliCompress)(body, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 10, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
    }),
  gzip: (body) => promisify(gzip)(body, { level: 9 }),
};

async function sendFile(
  file: StoredFile,
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
): Promise<void> {
  response.setHeader('ETag', file.etag);
  response.setHeader('Vary', 'Accept-Encoding');
  if (status === 200 && request.headers['if-none-match'] === file.etag) {
    response.writeHead(304).end();
    return;
  }
  const accepted = String(request.headers['accept-encoding'] ?? '');
  const encoding = ['br', 'gzip'].find((name) => file.compressible && accepted.includes(name));
  let body = file.body;
  const compress = encoding === undefined ? undefined : compressors[encoding];
  if (encoding !== undefined && compress) {
    let encoded = file.encoded.get(encoding);
    if (!encoded) {
      encoded = compress(file.body);
      file.encoded.set(encoding, encoded);
    }
    body = await encoded;
    response.setHeader('Content-Encoding', encoding);
  }
  response.setHeader('Content-Type', file.type);
  response.setHeader('Content-Length', body.length);
  response.writeHead(status);
  response.end(request.method === 'HEAD' ? undefined : body);
}
