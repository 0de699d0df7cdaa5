/**
 * One person's map as a phone draws it. Parties can be tapped, and like the person themself be put elsewhere for the eye, by
 * finger or by arrow keys; the list says all of it too.
 */
import { useRef } from 'preact/hooks';
import { type Box, useBox } from '../look/box.ts';
import { styled } from '../look/styled.ts';
import { words } from '../words/phone.ts';
import { type Place, placesOf } from './around.ts';
import { own } from './draft.ts';
import css from './phone-drawing.css?inline';
import type { MapLink, MapResponse } from './response.ts';

styled(css);

interface DrawingProps {
  readonly map: MapResponse;
  /** What the participant is called where none of the parties. */
  readonly me: string;
  readonly moved: ReadonlyMap<string, Place>;
  readonly chosen: string | undefined;
  /** Absent where the drawing is only looked at. */
  readonly act?: {
    choose(id: string): void;
    move(id: string, place: Place): void;
    /** Id of the element that says how they are moved. */
    readonly describedBy: string;
  };
}

/** Further than this, px, a finger drags; nearer it taps. */
const slop = 8;
/** How far an arrow key moves, 0..1 of the drawing. */
const keyStep = 0.04;
/** A name of so few letters has room in the circle. */
const shortest = 5;

export function PhoneDrawing({ map, me, moved, chosen, act }: DrawingProps) {
  const { ref, box } = useBox<HTMLDivElement>();
  const places = placesOf(map, moved, spreadIn(box, act === undefined));
  const at = (id: string) => {
    const { x, y } = places.get(id) ?? { x: 0.5, y: 0.5 };
    return { x: x * (box?.width ?? 0), y: y * (box?.height ?? 0) };
  };
  // Names are shorter where there are many; the list has them in full.
  const isFull = map.parties.length > 8;
  // Where it is only looked at, the names stand on the page already.
  const scale = act ? 1 : 0.5;
  const shown = [...(map.me === own ? [{ id: own, name: me, size: 5 }] : []), ...map.parties];
  return (
    <div class="my-map" data-live={act !== undefined} data-many={isFull} ref={ref}>
      {box && (
        <svg class="my-lines" width={box.width} height={box.height} aria-hidden="true">
          {map.links.map((link) => (
            <LinkLine
              key={[link.from, link.to].sort().join(' ')}
              link={link}
              scale={scale}
              from={{ ...at(link.from), radius: radiusIn(shown, link.from) * scale }}
              to={{ ...at(link.to), radius: radiusIn(shown, link.to) * scale }}
            />
          ))}
        </svg>
      )}
      {shown.map(({ id, name, size }) => {
        const { x, y } = places.get(id) ?? { x: 0.5, y: 0.5 };
        const place = { left: `${x * 100}%`, top: `${y * 100}%` };
        // The name stands where no line to the middle crosses it.
        const side =
          id === map.me ? (name.length <= shortest ? 'inside' : 'below') : y < 0.45 ? 'above' : 'below';
        const mark = (
          <>
            <span class="my-circle" style={{ '--radius': `${radiusOf(size) * scale}px` }} />
            {act && (
              <span class="my-name" dir="auto">
                {shortened(name, isFull ? 17 : 26)}
              </span>
            )}
          </>
        );
        if (!act) {
          return (
            <span
              key={id}
              class="my-party"
              data-me={id === map.me}
              data-name={side}
              style={place}
              aria-hidden="true"
            >
              {mark}
            </span>
          );
        }
        return (
          <Movable
            key={id}
            isMe={id === map.me}
            side={side}
            // There is nothing to say of oneself but where one stands.
            isChosen={id === own ? undefined : id === chosen}
            at={{ x, y }}
            describedBy={act.describedBy}
            choose={() => id !== own && act.choose(id)}
            move={(next) => act.move(id, next)}
          >
            {mark}
          </Movable>
        );
      })}
      {!act && map.parties.length === 0 && <span class="heard">{words.mapNobody}</span>}
    </div>
  );
}

function shortened(name: string, most: number): string {
  const letters = [...name];
  return letters.length <= most
    ? name
    : `${letters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}

/** Room for a circle and its name is kept at the edges. */
function spreadIn(box: Box | undefined, isSmall: boolean): Place {
  const { width, height } = box ?? { width: 340, height: 240 };
  return {
    x: Math.max(0.2, 0.5 - (isSmall ? 60 : 46) / width),
    y: Math.max(0.2, 0.5 - (isSmall ? 16 : 50) / height),
  };
}

interface MovableProps {
  readonly isMe: boolean;
  readonly side: 'above' | 'below' | 'inside';
  readonly isChosen: boolean | undefined;
  readonly at: Place;
  readonly describedBy: string;
  readonly children: preact.ComponentChildren;
  choose(): void;
  move(place: Place): void;
}

/** Sideways and down, as the screen has it in every language. */
const arrows: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['ArrowLeft', [-1, 0]],
  ['ArrowRight', [1, 0]],
  ['ArrowUp', [0, -1]],
  ['ArrowDown', [0, 1]],
]);

function Movable({ isMe, side, isChosen, at, describedBy, children, choose, move }: MovableProps) {
  const start = useRef<{ x: number; y: number; moved: boolean }>(undefined);
  return (
    <button
      type="button"
      class="my-party"
      data-me={isMe}
      data-name={side}
      aria-pressed={isChosen}
      aria-describedby={describedBy}
      style={{ left: `${at.x * 100}%`, top: `${at.y * 100}%` }}
      onClick={() => {
        // The click that ends a drag is none.
        if (!start.current?.moved) choose();
        start.current = undefined;
      }}
      onKeyDown={(event) => {
        const way = arrows.get(event.key);
        if (!way) return;
        event.preventDefault();
        move(inside({ x: at.x + way[0] * keyStep, y: at.y + way[1] * keyStep }));
      }}
      onPointerDown={(event) => {
        start.current = { x: event.clientX, y: event.clientY, moved: false };
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={(event) => {
        const from = start.current;
        const ground = event.currentTarget.parentElement?.getBoundingClientRect();
        if (!from || !ground || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
        const distance = Math.hypot(event.clientX - from.x, event.clientY - from.y);
        if (distance < slop && !from.moved) return;
        start.current = { ...from, moved: true };
        move(
          inside({
            x: (event.clientX - ground.left) / ground.width,
            y: (event.clientY - ground.top) / ground.height,
          }),
        );
      }}
    >
      {children}
    </button>
  );
}

/** Room for the circle is kept at the edges. */
function inside({ x, y }: Place): Place {
  const within = (part: number, air: number) => Math.min(1 - air, Math.max(air, part));
  return { x: within(x, 0.11), y: within(y, 0.08) };
}

interface End {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

interface LineProps {
  readonly link: MapLink;
  readonly scale: number;
  readonly from: End;
  readonly to: End;
}

function LinkLine({ link, scale, from, to }: LineProps) {
  const { weight, direction, trust } = link;
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const [across, down] = [(to.x - from.x) / length, (to.y - from.y) / length];
  const along = (distance: number) => `${from.x + across * distance},${from.y + down * distance}`;
  const [first, last] = [from.radius + 2, Math.max(from.radius + 3, length - to.radius - 2)];
  const middle = { x: from.x + (across * (first + last)) / 2, y: from.y + (down * (first + last)) / 2 };
  const width = (1.5 + (weight - 1) * 1.6) * scale;
  const half = 4 * scale + width / 2;
  const tip = (distance: number, back: number) =>
    `${along(distance)} ${from.x + across * (distance + back) - down * half},${from.y + down * (distance + back) + across * half} ${from.x + across * (distance + back) + down * half},${from.y + down * (distance + back) - across * half}`;
  const sign = trust === 1 ? 'plus' : trust === -1 ? 'minus' : 'none';
  return (
    <g class="my-line" data-trust={sign}>
      <path d={`M${along(first)}L${along(last)}`} style={{ strokeWidth: `${width}px` }} />
      {(direction === 'to' || direction === 'both') && <polygon points={tip(last, -half * 1.7)} />}
      {(direction === 'from' || direction === 'both') && <polygon points={tip(first, half * 1.7)} />}
      {trust !== 0 && (
        <g transform={`translate(${middle.x} ${middle.y}) scale(${scale})`}>
          <circle r="8" />
          <path class="my-sign" d={trust === 1 ? 'M-4,0H4M0,-4V4' : 'M-4,0H4'} />
        </g>
      )}
    </g>
  );
}

/** Px; the area grows with the significance. */
function radiusOf(size: number): number {
  return 10 * Math.sqrt(size);
}

function radiusIn(parties: readonly { readonly id: string; readonly size: number }[], id: string): number {
  return radiusOf(parties.find((party) => party.id === id)?.size ?? 1);
}
