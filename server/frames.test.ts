/** [A8] A message goes out as one piece, and arrives as it was sent. It leans on Engine.IO's insides: this says so when they change. */
import { createServer } from 'node:http';
import { Server, type Socket } from 'socket.io';
import { io } from 'socket.io-client';
import { afterEach, describe, expect, it } from 'vitest';
import { sendInOnePiece, textFrame } from './frames.ts';

const http = createServer();
const server = new Server(http, { perMessageDeflate: false, pingInterval: 50 });
sendInOnePiece(server);
const port = new Promise<number>((resolve) =>
  http.listen(0, '127.0.0.1', () => {
    const address = http.address();
    resolve(typeof address === 'object' && address ? address.port : 0);
  }),
);

async function connected(transport: 'websocket' | 'polling') {
  const arrived = new Promise<Socket>((resolve) => server.once('connection', resolve));
  const client = io(`http://127.0.0.1:${await port}`, { transports: [transport], forceNew: true });
  return { client, socket: await arrived };
}

/** How many pieces each write of a connection had. */
function piecesOf(socket: Socket): number[] {
  const pieces: number[] = [];
  const sender: unknown = Reflect.get(Reflect.get(socket.conn.transport, 'socket'), '_sender');
  if (typeof sender !== 'object' || sender === null) throw new Error('no sender');
  const send: unknown = Reflect.get(sender, 'sendFrame');
  if (typeof send !== 'function') throw new Error('no sendFrame');
  Reflect.set(sender, 'sendFrame', (list: readonly unknown[], done: unknown) => {
    pieces.push(list.length);
    send.call(sender, list, done);
  });
  return pieces;
}

afterEach(() => server.disconnectSockets(true));

describe('a frame in one piece', () => {
  const texts = [1, 117, 118, 119, 5000, 65_000, 66_000].map((length) =>
    'ä€🎈x'.repeat(length).slice(0, length),
  );

  for (const transport of ['websocket', 'polling'] as const) {
    it(`[A8] arrives as it was sent, by ${transport}, alone and to many`, async () => {
      const { client, socket } = await connected(transport);
      const got: unknown[] = [];
      client.on('text', (text) => got.push(text));
      for (const text of texts) socket.emit('text', text);
      for (const text of texts) server.emit('text', text);
      await expect.poll(() => got.length).toBe(2 * texts.length);
      expect(got).toEqual([...texts, ...texts]);
      client.close();
    });
  }

  it('[A8] is one write for a message, for one of a broadcast, for an acknowledgement and for a ping', async () => {
    const { client, socket } = await connected('websocket');
    socket.on('ask', (done: (answer: string) => void) => done('answer'));
    const pieces = piecesOf(socket);
    const pinged = new Promise<void>((resolve) => client.io.once('ping', resolve));
    socket.emit('text', 'x');
    server.emit('text', 'x'.repeat(500));
    expect(await client.emitWithAck('ask')).toBe('answer');
    await pinged;
    expect(pieces.length).toBeGreaterThanOrEqual(4);
    expect(new Set(pieces)).toEqual(new Set([1]));
    client.close();
  });

  it('leaves what needs a length of eight bytes to ws', () => {
    expect(textFrame('x'.repeat(0xffff))?.length).toBe(0xffff + 4);
    expect(textFrame('x'.repeat(0x10000))).toBeUndefined();
  });
});
