/** QR codes as one SVG path, so that a page draws them sharp at any size. */
import QRCode from 'qrcode';

export interface QrPath {
  /** `d` of a path in a box of `size` by `size` modules; the quiet zone is the page's. */
  readonly path: string;
  readonly size: number;
}

export function qrPath(text: string): QrPath {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  let path = '';
  for (let y = 0; y < modules.size; y++) {
    for (let x = 0; x < modules.size; x++) {
      if (modules.get(y, x)) path += `M${x} ${y}h1v1h-1z`;
    }
  }
  return { path, size: modules.size };
}

/** Text of a QR code that joins a Wi-Fi network: the form Android and iOS cameras read. */
export function wifiText({ ssid, password }: { ssid: string; password: string }): string {
  const escaped = (text: string) => text.replace(/[\\;,:"]/g, '\\$&');
  return password === ''
    ? `WIFI:T:nopass;S:${escaped(ssid)};;`
    : `WIFI:T:WPA;S:${escaped(ssid)};P:${escaped(password)};;`;
}
