/** Addresses of pictures: beside the session file, never elsewhere. */

export type Picture =
  | { readonly kind: 'beside'; readonly address: string }
  | { readonly kind: 'inline'; readonly address: string }
  | { readonly kind: 'elsewhere' }
  | { readonly kind: 'outside' };

/** What an author's `src` means. `address` is where the screens find it, below the session's own address. */
export function readPicture(src: string): Picture {
  const plain = src.trim();
  if (/^data:image\/(png|jpeg|gif|webp|avif|svg\+xml)[;,]/i.test(plain))
    return { kind: 'inline', address: plain };
  if (/^[a-z][a-z\d+.-]*:|^\/\//i.test(plain)) return { kind: 'elsewhere' };
  const path = plain.replace(/^\.\//, '').replace(/^files\//, '');
  const outside = path.startsWith('/') || path.split(/[\\/]/).includes('..') || /%2e|%2f|%5c/i.test(path);
  return outside ? { kind: 'outside' } : { kind: 'beside', address: `files/${path}` };
}
