/**
 * The plane on phones: a tap places the thing whose turn it is, a dot can be dragged, and arrow keys move the dot that
 * has the focus, in steps of a fiftieth, with Shift of a tenth. Nobody needs it: the sliders below say the same.
 */
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import type { Place, Thing } from './place.ts';

interface SurfaceProps {
  readonly things: readonly Thing[];
  /** By the thing's id; here y is from above. */
  readonly places: Readonly<Record<string, Place>>;
  /** Id of the thing whose turn it is: its dot can have the focus, and waits in the middle until it is placed. */
  readonly active: string;
  readonly disabled: boolean;
  /** What a listener is told of the active thing and its place. */
  readonly said: string;
  /** What lies under the dots. */
  readonly children?: ComponentChildren;
  put(thing: string, place: Place): void;
  choose(thing: string): void;
}

const arrows: Readonly<Record<string, Place>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
const middle: Place = [0.5, 0.5];

export function Surface({ things, places, active, disabled, said, children, put, choose }: SurfaceProps) {
  const plane = useRef<HTMLFieldSetElement>(null);
  /** The dot under the finger, and how far from its middle the finger is. */
  const held = useRef<{ readonly thing: string; readonly off: Place } | undefined>(undefined);
  const isOfDot = useRef(false);
  const placeAt = (event: MouseEvent): Place => {
    const box = plane.current?.getBoundingClientRect();
    if (!box) return middle;
    return [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height];
  };
  const take = (event: PointerEvent) => {
    const thing = thingOf(event.target);
    isOfDot.current = thing !== undefined;
    if (thing === undefined || disabled || event.button !== 0) return;
    const [x, y] = placeAt(event);
    const [ownX, ownY] = places[thing] ?? middle;
    held.current = { thing, off: [ownX - x, ownY - y] };
    plane.current?.setPointerCapture(event.pointerId);
    choose(thing);
  };
  const drag = (event: PointerEvent) => {
    if (!held.current) return;
    const { thing, off } = held.current;
    put(thing, sum(placeAt(event), off));
  };
  const release = () => {
    held.current = undefined;
  };
  const tap = (event: MouseEvent) => {
    if (!disabled && !isOfDot.current && thingOf(event.target) === undefined) put(active, placeAt(event));
  };
  const press = (event: KeyboardEvent) => {
    const arrow = arrows[event.key];
    if (!arrow || disabled || thingOf(event.target) === undefined) return;
    event.preventDefault();
    const step = event.shiftKey ? 0.1 : 0.02;
    put(active, sum(places[active] ?? middle, [arrow[0] * step, arrow[1] * step]));
  };
  return (
    <div class="plane" data-disabled={disabled}>
      {children}
      <fieldset
        class="plane-taps"
        ref={plane}
        disabled={disabled}
        onPointerDown={take}
        onPointerMove={drag}
        onPointerUp={release}
        onPointerCancel={release}
        onClick={tap}
        onKeyDown={press}
      >
        {things.map(({ id }, index) => {
          const place = places[id];
          const number = <span class="plane-number">{things.length > 1 ? index + 1 : ''}</span>;
          if (id === active && !disabled) {
            return (
              <button
                key="active"
                type="button"
                class="plane-dot"
                data-thing={id}
                data-placed={place !== undefined}
                style={at(place ?? middle)}
              >
                {number}
                <span class="heard">{said}</span>
              </button>
            );
          }
          return (
            place && (
              <span key={id} class="plane-dot" data-thing={id} style={at(place)} aria-hidden="true">
                {number}
              </span>
            )
          );
        })}
      </fieldset>
    </div>
  );
}

/** Where a dot stands in its plane. */
export function at([x, y]: Place) {
  return { left: `${x * 100}%`, top: `${y * 100}%` };
}

function sum([x, y]: Place, [right, down]: Place): Place {
  return [x + right, y + down];
}

function thingOf(target: EventTarget | null): string | undefined {
  const dot = target instanceof Element ? target.closest<HTMLElement>('[data-thing]') : null;
  return dot?.dataset.thing;
}
