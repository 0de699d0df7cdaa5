/** What screens fetch from the server. */
import type { Deck } from '../protocol/deck.ts';
import { isRefusal, type Refusal } from '../protocol/refusals.ts';

/** A QR code as one SVG path in a box of `size` by `size` modules, without its quiet zone. */
export interface Qr {
  readonly path: string;
  readonly size: number;
}

/** How phones join. */
export interface Join {
  readonly url: string;
  /** Host and code as people type them. */
  readonly short: string;
  readonly code: string;
  readonly qr: Qr;
  readonly wifi: { readonly ssid: string; readonly qr: Qr } | null;
}

/** `key` only where the browser sends no cookie: in a foreign frame. */
export async function fetchDeck(code: string, key?: string): Promise<Deck> {
  const deck: Deck = await fetchJson(`/${encodeURIComponent(code)}/deck`, key);
  return deck;
}

export async function fetchJoin(code: string): Promise<Join> {
  const join: Join = await fetchJson(`/${encodeURIComponent(code)}/join`);
  return join;
}

async function fetchJson(address: string, key?: string) {
  const headers: HeadersInit = key === undefined ? {} : { Authorization: `Bearer ${key}` };
  const response = await fetch(address, { headers, credentials: 'same-origin', cache: 'no-store' });
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return response.json();
}

/** What a page of results shows, or why it cannot. */
export async function fetchView<View>(code: string, path: string): Promise<View | Refusal | 'unreachable'> {
  try {
    const response = await fetch(`/${encodeURIComponent(code)}/${path}`, {
      credentials: 'same-origin',
      cache: 'no-store',
    });
    if (response.ok) {
      const view: View = await response.json();
      return view;
    }
    const { refused }: { refused?: unknown } = await response.json();
    return isRefusal(refused) && refused !== 'too-fast' && refused !== 'internal' ? refused : 'unreachable';
  } catch {
    return 'unreachable';
  }
}
