/** Pictures from phones, made anew: what leaves is a JPEG of our own making, and nothing of what came but its look. */
import sharp, { type Metadata, type Sharp } from 'sharp';

/** The longer edge of a stored picture, in px: as wide as most projectors. */
export const longestEdge = 1920;
/** More is a trap rather than a picture: 14,000 x 14,000 would take 600 MB to unpack. */
const mostPixels = 50_000_000;
/** What cameras and browsers make. A drawing with scripts (SVG) or a film (GIF) is neither. */
const formats: readonly Metadata['format'][] = ['jpeg', 'png', 'webp', 'heif'];
// Nothing else is so much as looked into.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['Jpeg', 'Png', 'Webp', 'Heif'].map((format) => `VipsForeignLoad${format}Buffer`),
});

// One picture at a time on one core: the room goes first.
sharp.concurrency(1);
sharp.cache(false);

/** How many wait at the most; each holds its upload in memory. */
const longestQueue = 40;
let waiting = 0;
let last: Promise<unknown> = Promise.resolve();

/** `busy`: too many at once; `invalid`: no picture that we take. */
export type Reencoded = { readonly jpeg: Uint8Array } | { readonly refused: 'busy' | 'invalid' };

/** Upright, at most `longestEdge` px, without any metadata: where, when and with what it was taken is gone. */
export async function reencode(upload: Uint8Array): Promise<Reencoded> {
  if (waiting >= longestQueue) return { refused: 'busy' };
  waiting++;
  const work = last.then(() => encode(upload));
  last = work.catch(() => {});
  try {
    return { jpeg: await work };
  } catch {
    // Whatever the library says of a broken or a hostile file: it is no picture that we take.
    return { refused: 'invalid' };
  } finally {
    waiting--;
  }
}

async function encode(upload: Uint8Array): Promise<Uint8Array> {
  const picture: Sharp = sharp(upload, { limitInputPixels: mostPixels, failOn: 'error', pages: 1 });
  const { format, pages = 1 } = await picture.metadata();
  if (!formats.includes(format) || pages > 1) throw new Error(`no picture of ours: ${format}`);
  return await picture
    .autoOrient()
    .resize(longestEdge, longestEdge, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    // A better compressor takes seconds for what a hostile phone can make, and saves a tenth.
    .jpeg({ quality: 82 })
    .toBuffer();
}
