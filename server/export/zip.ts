/** A ZIP archive (PKWARE APPNOTE 6.3.10), compressed in another thread while the next piece is made. */
import { pipeline } from 'node:stream/promises';
import { crc32, createDeflateRaw } from 'node:zlib';
import { bytesOf } from './pieces.ts';

export interface ZipEntry {
  /** ASCII, with `/` between folders. */
  readonly name: string;
  readonly pieces: Iterable<string> | Uint8Array;
}

/** The archive piece by piece: takes the next entry when the former one is used up. The same entries make the same bytes. */
export async function* zip(entries: Iterable<ZipEntry> | AsyncIterable<ZipEntry>): AsyncGenerator<Buffer> {
  const directory: Buffer[] = [];
  let offset = 0;
  for await (const { name, pieces } of entries) {
    const { chunks, about } = await deflated(name, pieces);
    const local = Buffer.concat([signature(0x04034b50), about, Buffer.from(name)]);
    directory.push(Buffer.concat([signature(0x02014b50), version, about, placed(offset), Buffer.from(name)]));
    yield local;
    yield* chunks;
    offset += local.length + chunks.reduce((sum, chunk) => sum + chunk.length, 0);
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  yield listed;
  yield end;
}

async function deflated(name: string, pieces: ZipEntry['pieces']) {
  const chunks: Buffer[] = [];
  let size = 0;
  let crc = 0;
  async function* counted() {
    for await (const bytes of pieces instanceof Uint8Array ? [pieces] : bytesOf(pieces)) {
      size += bytes.length;
      crc = crc32(bytes, crc);
      yield bytes;
    }
  }
  await pipeline(counted, createDeflateRaw(), async (packed: AsyncIterable<Buffer>) => {
    for await (const chunk of packed) chunks.push(chunk);
  });
  // What the local header and the directory both say.
  const about = Buffer.alloc(26);
  about.writeUInt16LE(20, 0);
  about.writeUInt16LE(8, 4);
  about.writeUInt16LE(firstOf1980, 8);
  about.writeUInt32LE(crc, 10);
  about.writeUInt32LE(
    chunks.reduce((sum, chunk) => sum + chunk.length, 0),
    14,
  );
  about.writeUInt32LE(size, 18);
  about.writeUInt16LE(name.length, 22);
  return { chunks, about };
}

/** No entry has a time of its own: day 1, month 1, of the format's first year. */
const firstOf1980 = (1 << 5) | 1;
const version = Buffer.from([20, 0]);

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

/** The end of a directory's line: no comment, first disk, no attributes, and where the entry begins. */
function placed(offset: number): Buffer {
  const bytes = Buffer.alloc(14);
  bytes.writeUInt32LE(offset, 10);
  return bytes;
}
