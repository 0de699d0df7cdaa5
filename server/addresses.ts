/** The address that phones can reach this machine by. */
import type { NetworkInterfaceInfo } from 'node:os';

type Interfaces = Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>;

/** Names of bridges, tunnels and virtual machines: phones are never behind them. */
const virtual =
  /^(docker|br-|veth|virbr|vmnet|vmware|vbox|virtualbox|vEthernet|hyper-v|utun|tun|tap|wg|zt|tailscale|llw|awdl|bridge)/i;

/** The IPv4 address of the network a room shares, or undefined when there is only this machine. */
export function reachableAddress(interfaces: Interfaces): string | undefined {
  const found = Object.entries(interfaces).flatMap(([name, addresses]) =>
    (addresses ?? [])
      .filter(
        ({ family, internal, address }) => family === 'IPv4' && !internal && !address.startsWith('169.254.'),
      )
      .map(({ address }) => ({ address, rank: (virtual.test(name) ? 2 : 0) + (isPrivate(address) ? 0 : 1) })),
  );
  return found.sort((a, b) => a.rank - b.rank)[0]?.address;
}

/** RFC 1918: addresses of homes, offices and hotspots. */
function isPrivate(address: string): boolean {
  const [a = 0, b = 0] = address.split('.').map(Number);
  return a === 10 || (a === 172 && b >= 16 && b <= 31) || (a === 192 && b === 168);
}
