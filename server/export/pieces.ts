/** A download in the making: pieces of text, with a turn for everybody else between them. */
import { setImmediate } from 'node:timers/promises';

/** Pieces (lines, rows) made in one turn: well under a millisecond's worth, so that no phone waits for a download. */
const inOneTurn = 100;

/** The pieces as UTF-8. A character never spans two pieces. */
export async function* bytesOf(pieces: Iterable<string>): AsyncGenerator<Buffer> {
  let text = '';
  let count = 0;
  for (const piece of pieces) {
    text += piece;
    if (++count % inOneTurn > 0) continue;
    yield Buffer.from(text);
    text = '';
    await setImmediate();
  }
  yield Buffer.from(text);
}

/** What came in pieces, as one. */
export async function whole(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of pieces) chunks.push(chunk);
  return Buffer.concat(chunks);
}
