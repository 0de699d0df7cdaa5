/** What forms that place things have in common: whose turn it is, the way to the next, and sliders instead of the plane. */
import { useState } from 'preact/hooks';
import { styled } from '../look/styled.ts';
import type { PhoneViewProps } from '../views.ts';
import { words } from '../words/phone.ts';
import { fill } from '../words/say.ts';
import css from './phone.css?inline';
import type { Place, Thing } from './place.ts';
import type { PlacedResponse } from './placed.ts';

styled(css);

type Places = Readonly<Record<string, Place>>;
type Props = Pick<PhoneViewProps<unknown, PlacedResponse, unknown>, 'own' | 'draft' | 'keepDraft' | 'send'>;

export interface Placing {
  readonly places: Places;
  /** The thing whose turn it is. */
  readonly active: Thing;
  choose(thing: string): void;
  /** Keeps the place within the plane; undefined takes the thing off. */
  put(thing: string, place: Place | undefined): void;
  readonly isEmpty: boolean;
  /** Whether nothing is left to place. */
  readonly isComplete: boolean;
  submit(event: Event): void;
}

/** `things` has at least one. */
export function usePlacing(props: Props, things: readonly Thing[]): Placing {
  const { own, draft, keepDraft, send } = props;
  const [places, setPlaces] = useState(() =>
    fitting((isPlacedResponse(draft) ? draft : own)?.places ?? {}, things),
  );
  const [chosen, choose] = useState(() => things.find(({ id }) => !places[id])?.id ?? things[0]?.id);
  const active = things.find(({ id }) => id === chosen) ?? things[0] ?? { id: '', text: '' };
  const isEmpty = Object.keys(places).length === 0;
  return {
    places,
    active,
    choose,
    isEmpty,
    isComplete: things.every(({ id }) => places[id]),
    put(thing, place) {
      const { [thing]: _, ...others } = places;
      const next = place ? { ...others, [thing]: within(place) } : others;
      setPlaces(next);
      keepDraft(Object.keys(next).length === 0 ? undefined : responseOf(next));
    },
    submit(event) {
      event.preventDefault();
      if (!isEmpty) send(responseOf(places));
    },
  };
}

interface TurnProps {
  readonly things: readonly Thing[];
  readonly placing: Placing;
}

/** The thing whose turn it is. Nothing where there is but one. */
export function Turn({ things, placing: { active } }: TurnProps) {
  if (things.length === 1) return null;
  return (
    <p class="plane-turn" aria-live="polite">
      <span class="figure">
        {fill(words.cardOf, { number: things.indexOf(active) + 1, all: things.length })}
      </span>
      <strong dir="auto">{active.text}</strong>
    </p>
  );
}

/** To the thing before and the next one, and off the plane again. */
export function Ways({ things, placing }: TurnProps) {
  const { active, places, choose, put } = placing;
  if (things.length === 1) return null;
  const index = things.indexOf(active);
  const [before, after] = [things[index - 1], things[index + 1]];
  const isPlaced = places[active.id] !== undefined;
  return (
    <div class="plane-ways">
      <button
        type="button"
        class="quiet-button"
        disabled={!before}
        onClick={() => before && choose(before.id)}
      >
        ← {words.cardBack}
      </button>
      <button
        type="button"
        class="quiet-button"
        disabled={!isPlaced}
        onClick={() => put(active.id, undefined)}
      >
        {words.takeOff}
      </button>
      <button
        type="button"
        class="quiet-button"
        data-next={isPlaced}
        disabled={!after}
        onClick={() => after && choose(after.id)}
      >
        {words.nextThing} →
      </button>
    </div>
  );
}

interface KeptProps extends TurnProps {
  /** The place in words. */
  said(place: Place): string;
}

/** What was placed where, once nothing can be changed. */
export function Kept({ things, placing: { places }, said }: KeptProps) {
  return (
    <ol class="plane-kept" data-single={things.length === 1}>
      {things.map(({ id, text }, index) => {
        const place = places[id];
        if (!place) return null;
        return (
          <li key={id} value={index + 1}>
            {things.length > 1 && <span dir="auto">{text}</span>} <span class="figure">{said(place)}</span>
          </li>
        );
      })}
    </ol>
  );
}

interface SendingProps {
  readonly placing: Placing;
  /** Something was sent before. */
  readonly isChange: boolean;
}

export function Sending({ placing: { isEmpty, isComplete }, isChange }: SendingProps) {
  return (
    <div class="send plane-send" data-complete={isComplete}>
      <button type="submit" class="main-button" disabled={isEmpty}>
        {isChange ? words.change : words.send}
      </button>
    </div>
  );
}

interface SliderProps {
  readonly from: string;
  readonly to: string;
  /** 0..1, or undefined where the thing is not placed yet. */
  readonly value: number | undefined;
  put(value: number): void;
}

/** One axis, without the plane: for fingers, keys and listeners alike. */
export function Slider({ from, to, value, put }: SliderProps) {
  const share = Math.round((value ?? 0.5) * 100);
  const said = value === undefined ? words.notPlaced : fill(words.towards, { share, end: to });
  return (
    <label class="plane-slider">
      <span class="ends" aria-hidden="true">
        <span dir="auto">{from}</span>
        <span dir="auto">{to}</span>
      </span>
      <input
        type="range"
        min={0}
        max={100}
        step={2}
        value={share}
        data-placed={value !== undefined}
        aria-label={fill(words.fromTo, { from, to })}
        aria-valuetext={said}
        onInput={(event) => put(event.currentTarget.valueAsNumber / 100)}
      />
    </label>
  );
}

/** Thousandths are finer than any finger. */
function within([x, y]: Place): Place {
  const kept = (value: number) => Math.round(Math.min(1, Math.max(0, value)) * 1000) / 1000;
  return [kept(x), kept(y)];
}

function responseOf(places: Places): PlacedResponse {
  return { places: Object.fromEntries(Object.entries(places).map(([id, [x, y]]) => [id, [x, y]])) };
}

/** What is still there in the file as it is now. */
function fitting(places: Places, things: readonly Thing[]): Places {
  return Object.fromEntries(
    things.flatMap(({ id }) => {
      const place = places[id];
      return place ? [[id, place]] : [];
    }),
  );
}

function isPlacedResponse(value: unknown): value is PlacedResponse {
  if (typeof value !== 'object' || value === null || !('places' in value)) return false;
  const { places } = value;
  if (typeof places !== 'object' || places === null) return false;
  return Object.values(places).every(
    (place) => Array.isArray(place) && place.length === 2 && place.every(Number.isFinite),
  );
}
