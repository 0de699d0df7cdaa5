/** How to read a map, in signs with a word each: only of what is in the picture. */
import { words } from '../words/screen.ts';
import type { MapRevealed } from './model.ts';
import { trustOf } from './shape.ts';

interface LegendProps {
  readonly revealed: MapRevealed;
  /** Whether a former round is drawn too. */
  readonly before: boolean;
}

export function Legend({ revealed: { nodes = [], ties = [], people }, before }: LegendProps) {
  const trusts = new Set(ties.map(({ trust }) => trustOf(trust)));
  const isKnown = ties.some(({ trust }) => trust !== null);
  return (
    <span class="map-legend" aria-hidden="true">
      <Key sign="size" text={words.mapSize} />
      <Key sign="often" text={words.mapOften} />
      {trusts.has('plus') && <Key sign="plus" text={words.mapPlus} />}
      {trusts.has('minus') && <Key sign="minus" text={words.mapMinus} />}
      {!isKnown && people > 0 && <span dir="auto">{words.mapTrustLater}</span>}
      {ties.some(({ direction }) => direction === 'to' || direction === 'from') && (
        <Key sign="arrow" text={words.mapArrow} />
      )}
      {nodes.some(({ here }) => here) && <Key sign="here" text={words.mapHere} />}
      {before && <Key sign="before" text={words.firstRound} />}
    </span>
  );
}

function Key({ sign, text }: { readonly sign: keyof typeof signs; readonly text: string }) {
  return (
    <span class="map-key" data-sign={sign}>
      <svg viewBox="0 0 30 20" aria-hidden="true">
        {signs[sign]}
      </svg>
      <span dir="auto">{text}</span>
    </span>
  );
}

const signs = {
  size: (
    <>
      <circle cx="6" cy="13" r="4" />
      <circle cx="20" cy="10" r="8" />
    </>
  ),
  often: (
    <>
      <path d="M2,5H28" style={{ strokeWidth: '2' }} />
      <path d="M2,14H28" style={{ strokeWidth: '7' }} />
    </>
  ),
  plus: (
    <>
      <path d="M0,10H30" style={{ strokeWidth: '4' }} />
      <circle cx="15" cy="10" r="8" />
      <path class="map-arm" d="M11,10H19M15,6V14" />
    </>
  ),
  minus: (
    <>
      <path d="M0,10H30" style={{ strokeWidth: '4' }} />
      <circle cx="15" cy="10" r="8" />
      <path class="map-arm" d="M11,10H19" />
    </>
  ),
  arrow: (
    <>
      <path d="M1,10H20" style={{ strokeWidth: '4' }} />
      <polygon points="29,10 18,4 18,16" />
    </>
  ),
  here: <circle cx="15" cy="10" r="8" />,
  before: <circle cx="15" cy="10" r="8" />,
};
