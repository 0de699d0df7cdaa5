/**
 * Which address phones are told.
 * [D1] An address of the room's network comes before a public one, and both before those of bridges and tunnels.
 * [D2] Addresses that no phone can reach are none: loopback, self-assigned, IPv6.
 * [D3] Names of interfaces as Linux, macOS and Windows give them.
 */
import type { NetworkInterfaceInfo } from 'node:os';
import { expect, it } from 'vitest';
import { reachableAddress } from './addresses.ts';

function ipv4(address: string, internal = false): NetworkInterfaceInfo {
  return { address, netmask: '', family: 'IPv4', mac: '', internal, cidr: null };
}

function ipv6(address: string): NetworkInterfaceInfo {
  return { address, netmask: '', family: 'IPv6', mac: '', internal: false, cidr: null, scopeid: 0 };
}

const loopback = { lo: [ipv4('127.0.0.1', true)] };

it.each<[string, Parameters<typeof reachableAddress>[0], string | undefined]>([
  ['[D2] no network', loopback, undefined],
  ['[D2] a network without an address yet', { ...loopback, wlan0: [ipv4('169.254.3.4')] }, undefined],
  ['[D2] IPv6 alone', { ...loopback, eth0: [ipv6('fd00::1')] }, undefined],
  ['[D2] an interface without addresses', { eth0: undefined }, undefined],
  ['[D1] the wireless one', { ...loopback, wlan0: [ipv6('fe80::1'), ipv4('192.168.1.20')] }, '192.168.1.20'],
  [
    '[D1] not the container bridge that comes first',
    { docker0: [ipv4('172.17.0.1')], 'br-1f2e': [ipv4('172.18.0.1')], wlp3s0: [ipv4('10.1.2.3')] },
    '10.1.2.3',
  ],
  [
    '[D1] not the tunnel, even when the room’s addresses are public ones',
    { tun0: [ipv4('10.8.0.2')], eth0: [ipv4('130.88.1.9')] },
    '130.88.1.9',
  ],
  ['[D1] the private one of two', { eth0: [ipv4('130.88.1.9'), ipv4('172.20.0.5')] }, '172.20.0.5'],
  ['[D1] 172.32 is no private network', { a: [ipv4('172.32.0.5')], b: [ipv4('10.0.0.5')] }, '10.0.0.5'],
  ['[D1] the tunnel when there is nothing else', { utun3: [ipv4('100.64.0.7')] }, '100.64.0.7'],
  [
    '[D3] Windows',
    {
      'vEthernet (WSL)': [ipv4('172.28.16.1')],
      'VirtualBox Host-Only Network': [ipv4('192.168.56.1')],
      'Wi-Fi': [ipv4('192.168.0.14')],
    },
    '192.168.0.14',
  ],
  [
    '[D3] macOS that shares its network',
    { bridge100: [ipv4('192.168.2.1')], utun0: [ipv4('10.0.0.3')], en0: [ipv4('192.168.0.9')] },
    '192.168.0.9',
  ],
  ['[D3] a hotspot of this machine alone', { bridge100: [ipv4('192.168.2.1')] }, '192.168.2.1'],
])('%s', (_name, interfaces, address) => {
  expect(reachableAddress(interfaces)).toBe(address);
});
