/** A QR code, dark on white in every theme: cameras want it so. */
import type { Qr } from './api.ts';

/** Modules of white around the code; scanners ask for four, and the page around adds to it. */
const quiet = 3;

export function QrCode({ qr, label }: { qr: Qr; label: string }) {
  const side = qr.size + quiet * 2;
  return (
    <svg class="qr" viewBox={`${-quiet} ${-quiet} ${side} ${side}`} role="img" aria-label={label}>
      <title>{label}</title>
      <rect class="qr-ground" x={-quiet} y={-quiet} width={side} height={side} rx={1.5} />
      <path class="qr-modules" d={qr.path} shape-rendering="crispEdges" />
    </svg>
  );
}
