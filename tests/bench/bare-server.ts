/** A server with nothing in it but `ws` and the log: what a vote costs at the least. Speaks as much as the crowd needs. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocketServer } from 'ws';
import { activityId, participantId, sessionId } from '../../protocol/ids.ts';
import { openSqliteLog } from '../../server/log/sqlite.ts';

const folder = mkdtempSync(join(tmpdir(), 'plenum-bare-'));
const log = await openSqliteLog(join(folder, 'bare.db'));
const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false });
let next = 0;
server.on('connection', (socket) => {
  const participant = participantId(`bare-${next++}`);
  socket.send('0{}');
  socket.on('message', (data) => {
    const text = String(data);
    if (text.startsWith('40/phone')) {
      socket.send(`42/phone,["welcome",{"token":"","participant":"${participant}"}]`);
      return;
    }
    const bracket = text.indexOf('[');
    const [, { round, n, response }] = JSON.parse(text.slice(bracket));
    const activity = activityId('which');
    void log
      .append(sessionId('bare'), [
        { type: 'responded', at: Date.now(), activity, round, participant, n, response },
      ])
      .then((revision) =>
        socket.send(`43/phone,${text.slice(9, bracket)}[{"ok":true,"revision":${revision}}]`),
      );
  });
});
server.on('listening', () => {
  const address = server.address();
  if (typeof address === 'object' && address) process.send?.(`http://127.0.0.1:${address.port}`);
});
process.on('disconnect', () => {
  rmSync(folder, { recursive: true, force: true });
  process.exit(0);
});
