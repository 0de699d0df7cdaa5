/** Links that the console hands on: one-time ones for a second device, and new ones in place of those that leaked. */
import type { KeyRole } from '../../protocol/rights.ts';
import type { Qr } from '../api.ts';

export interface OneTimeLink {
  readonly url: string;
  readonly qr: Qr;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

/** Works once, for five minutes. Undefined when the server did not give one. */
export async function oneTimeLink(code: string, role: KeyRole): Promise<OneTimeLink | undefined> {
  const link: OneTimeLink | undefined = await post(`/${code}/pair`, { role });
  return link;
}

/** Voids all links of the role and gives the new one. */
export async function renewLink(code: string, role: KeyRole): Promise<string | undefined> {
  const renewed: { url: string } | undefined = await post(`/${code}/revoke`, { role });
  return renewed?.url;
}

async function post(address: string, body: object) {
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      credentials: 'same-origin',
    });
    return response.ok ? await response.json() : undefined;
  } catch {
    return undefined;
  }
}
