/**
 * WebSocket frames in one piece. `ws` hands header and payload to the system as two pieces, which every ping,
 * acknowledgement and view to ten thousand phones pays for. Socket.IO's own adapter prepares frames for a broadcast
 * (`wsPreEncodedFrame`), again in two; here each packet is given one when it is created. Only a WebSocket looks at it,
 * and only where no compression was agreed upon.
 */
import type { Server } from 'socket.io';

/** What Engine.IO tells of when it is about to send: the data is text, or bytes that nothing here sends. */
interface Packet {
  readonly type: string;
  readonly data?: unknown;
  readonly options: { wsPreEncodedFrame?: readonly Uint8Array[] };
}

/** The first character of a packet of Engine.IO. */
const marks: Readonly<Record<string, string>> = { ping: '2', pong: '3', message: '4' };

export function sendInOnePiece(io: Server): void {
  io.engine.on('connection', (connection: Server['engine']) => connection.on('packetCreate', prepare));
}

/** One and the same function for all connections: ten thousand closures would be memory for nothing. */
function prepare({ type, data = '', options }: Packet): void {
  const given = options.wsPreEncodedFrame;
  if (given) {
    // Shared by all receivers of a broadcast: the first one joins the pieces.
    if (given.length > 1) options.wsPreEncodedFrame = [Buffer.concat(given)];
    return;
  }
  const mark = marks[type];
  if (mark === undefined || typeof data !== 'string') return;
  const frame = textFrame(mark + data);
  if (frame) options.wsPreEncodedFrame = [frame];
}

/** An unmasked text frame (RFC 6455, 5.2), or undefined where its length would need eight bytes. */
export function textFrame(text: string): Buffer | undefined {
  const length = Buffer.byteLength(text);
  if (length > 0xffff) return undefined;
  const start = length < 126 ? 2 : 4;
  const frame = Buffer.allocUnsafe(start + length);
  frame[0] = 0x81;
  frame[1] = length < 126 ? length : 126;
  if (start === 4) frame.writeUInt16BE(length, 2);
  frame.write(text, start);
  return frame;
}
