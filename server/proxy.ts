/** Whose request it is: behind a proxy of the operator's own, not the proxy's. */
import type { IncomingHttpHeaders } from 'node:http';
import { BlockList, isIP } from 'node:net';

/** Tells the address that somebody asks from, given the connection's and its headers. */
export type AddressOf = (peer: string | undefined, headers: IncomingHttpHeaders) => string;

/** Where the operator's proxy stands: on this machine, or in its own network. */
const near = new BlockList();
near.addSubnet('127.0.0.0', 8);
near.addSubnet('10.0.0.0', 8);
near.addSubnet('172.16.0.0', 12);
near.addSubnet('192.168.0.0', 16);
near.addAddress('::1', 'ipv6');
near.addSubnet('fc00::', 7, 'ipv6');

/**
 * With `--url` a proxy hands on what people ask, and adds where they ask from as the last of `X-Forwarded-For`: all
 * before that they may have written themselves. Without a proxy all of it is theirs, and is not read.
 */
export function addressBehind(isProxied: boolean): AddressOf {
  return (peer = '', headers) => {
    if (!isProxied || !isNear(peer)) return peer;
    const forwarded = [headers['x-forwarded-for'] ?? []].flat().join(',').split(',').at(-1)?.trim() ?? '';
    return isIP(forwarded) === 0 ? peer : forwarded;
  };
}

function isNear(address: string): boolean {
  const family = isIP(address);
  return family !== 0 && near.check(address, family === 6 ? 'ipv6' : 'ipv4');
}
