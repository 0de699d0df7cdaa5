/** Pages in development: Vite serves the sources with hot reload, and the gallery of all kinds at `/gallery`. */
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';
import type { PageName, Pages } from './pages.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const sources: Readonly<Record<PageName | 'gallery', string>> = {
  phone: 'audience/index.html',
  room: 'deck/room.html',
  present: 'deck/present.html',
  results: 'deck/results.html',
  print: 'deck/print.html',
  embed: 'deck/embed.html',
  gallery: 'tests/gallery/index.html',
};
/** Paths of sources; an address of a session never begins so. */
const sourcePath = /^\/(@|activities\/|protocol\/|audience\/|deck\/|tests\/|node_modules\/)/;

export async function devPages(server: Server): Promise<Pages> {
  const vite = await createServer({
    root,
    appType: 'custom',
    server: { middlewareMode: true, hmr: { server } },
  });
  server.once('close', () => void vite.close());
  async function html(
    name: PageName | 'gallery',
    request: IncomingMessage,
    response: ServerResponse,
    status: number,
  ) {
    const file = sources[name];
    const text = await vite.transformIndexHtml(`/${file}`, await readFile(join(root, file), 'utf8'));
    response.removeHeader('Content-Security-Policy');
    response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8' });
    response.end(request.method === 'HEAD' ? undefined : text);
  }
  return {
    asset(request, response) {
      const path = request.url ?? '';
      if (path === '/gallery' || path.startsWith('/gallery?')) {
        void html('gallery', request, response, 200);
        return true;
      }
      if (path.startsWith('/gallery/pictures/')) {
        response.writeHead(200, { 'Content-Type': 'image/svg+xml' });
        response.end(samplePicture(path));
        return true;
      }
      if (!sourcePath.test(path)) return false;
      vite.middlewares(request, response);
      return true;
    },
    send: html,
  };
}

/** Stands for a picture that somebody handed in: circles of a colour of its own. */
function samplePicture(path: string): string {
  const letters = [...path].map((letter) => letter.charCodeAt(0));
  const hue = letters.reduce((sum, code) => sum + code, 0) % 360;
  const circles = letters.slice(-5).map((code, index) => {
    const [x, y] = [120 + index * 130, 120 + ((code * 37) % 280)];
    return `<circle cx="${x}" cy="${y}" r="${30 + (code % 40)}" fill="none" stroke="#333" stroke-width="4"/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 ${450 + (hue % 3) * 150}"><rect width="800" height="800" fill="hsl(${hue} 40% 88%)"/>${circles.join('')}</svg>`;
}
