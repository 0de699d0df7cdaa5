/** [A8] A connection lets go of the request that opened it, and is still counted. */
import { createServer } from 'node:http';
import { Server, type Socket } from 'socket.io';
import { io } from 'socket.io-client';
import { expect, it } from 'vitest';
import { SpentRequests } from './spent-requests.ts';

it('[A8] nothing of Engine.IO holds the request any more', async () => {
  const http = createServer();
  const spent = new SpentRequests(http);
  const server = new Server(http);
  spent.watch(http, server);
  const connected = new Promise<Socket>((resolve) => server.on('connection', resolve));
  const port = await new Promise<number>((resolve) =>
    http.listen(0, '127.0.0.1', () => {
      const address = http.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    }),
  );
  const client = io(`http://127.0.0.1:${port}`, { transports: ['websocket'] });
  const socket = await connected;
  const stream = socket.conn.request.socket;
  const before = [stream.listenerCount('close'), String(socket.conn.listeners('close')[0])];
  spent.release(socket);
  expect(Reflect.get(socket.conn, 'request')).toBe(null);
  expect(stream.listenerCount('close')).toBe(Number(before[0]) - 1);
  // The listener that counts clients is ours now.
  expect(String(socket.conn.listeners('close')[0])).not.toBe(before[1]);
  expect(server.engine.clientsCount).toBe(1);
  const receiver = Reflect.get(Reflect.get(socket.conn.transport, 'socket'), '_receiver');
  expect(Reflect.get(receiver, '_mask')).toHaveLength(4);
  const heard = new Promise((resolve) => socket.on('hello', resolve));
  client.emit('hello');
  await heard;
  expect(Reflect.get(receiver, '_mask')).toBeUndefined();
  client.close();
  await expect.poll(() => server.engine.clientsCount).toBe(0);
  expect(Object.keys(Reflect.get(server.engine, 'clients'))).toEqual([]);
  await server.close();
});
