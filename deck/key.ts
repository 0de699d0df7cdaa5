/** The key of a screen: taken from the address, traded for a cookie no script can read, removed from the address. */

/** What came of the trade. `none`: the address held no key; the cookie of an earlier visit may still do. */
export type Trade = 'traded' | 'none' | 'refused' | 'unreachable';

/** The code in the address of this page: `/K7P2QX/room`. */
export function codeOfPage(path: string = location.pathname): string {
  return decodeURIComponent(path.split('/')[1] ?? '');
}

/** The key or the one-time pairing in a fragment: `#key=…` or `#pair=…`. */
export function secretIn(fragment: string): { key: string } | { pair: string } | undefined {
  const fields = new URLSearchParams(fragment.replace(/^#/, ''));
  const key = fields.get('key');
  if (key) return { key };
  const pair = fields.get('pair');
  return pair ? { pair } : undefined;
}

/**
 * Trades what the address holds for the cookie. The secret leaves the address before anything is shown,
 * so it is in no history and not on the projected page; only when the server was out of reach it stays,
 * for the next attempt.
 */
export async function tradeKey(code: string): Promise<Trade> {
  const secret = secretIn(location.hash);
  if (!secret) return 'none';
  try {
    const response = await fetch(`/${encodeURIComponent(code)}/key`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(secret),
      credentials: 'same-origin',
    });
    if (response.status === 429 || response.status >= 500) return 'unreachable';
    history.replaceState(history.state, '', location.pathname + location.search);
    return response.ok ? 'traded' : 'refused';
  } catch {
    return 'unreachable';
  }
}
