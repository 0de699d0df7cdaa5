/** [A8] Who reads nothing is dropped, however often it says that it is there; who is slow is not. */
import { createServer } from 'node:http';
import { Server, type Socket } from 'socket.io';
import { expect, it } from 'vitest';
import WebSocket from 'ws';
import { SpentRequests } from './spent-requests.ts';

it('[A8] a reader that has stopped is closed at its next sign of life', async () => {
  const http = createServer();
  const spent = new SpentRequests(http);
  const server = new Server(http, { perMessageDeflate: false });
  spent.watch(http, server);
  const port = await new Promise<number>((resolve) =>
    http.listen(0, '127.0.0.1', () => {
      const address = http.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    }),
  );
  const arrived = new Promise<Socket>((resolve) => server.once('connection', resolve));
  const client = new WebSocket(`ws://127.0.0.1:${port}/socket.io/?EIO=4&transport=websocket`);
  client.on('message', (data) => String(data).startsWith('0') && client.send('40'));
  const socket = await arrived;
  spent.release(socket);
  const signOfLife = async () => {
    const heard = new Promise((resolve) => socket.conn.once('heartbeat', resolve));
    client.send('3');
    await heard;
  };

  for (let message = 0; message < 200; message++) socket.emit('view', 'x'.repeat(1000));
  await expect.poll(() => Reflect.get(socket.conn, 'writeBuffer').length).toBe(0);
  await signOfLife();
  expect(socket.connected).toBe(true);

  client.pause();
  // More than the system takes for somebody who does not read: the rest waits here.
  socket.emit('view', 'x'.repeat(32_000_000));
  for (let message = 0; message < 60; message++) socket.emit('view', message);
  await signOfLife();
  expect(socket.connected).toBe(true);
  for (let message = 0; message < 10; message++) socket.emit('view', message);
  client.send('3');
  await expect.poll(() => socket.connected).toBe(false);
  client.terminate();
  await server.close();
});
