/** The leader board: as it stood before this question, and then, once people have found themselves, as it stands now. */
import { useEffect, useState } from 'preact/hooks';
import { useFit } from '../look/fit.ts';
import { useGlide } from '../look/move.ts';
import { count, fill, grouped } from '../words/say.ts';
import { words } from '../words/screen.ts';
import './leaders.css';
import type { Place } from './places.ts';

/** Milliseconds in which the former order can be read. */
const restsFor = 1400;

interface LeadersProps {
  /** Undefined until the answer is shown. */
  readonly places: readonly Place[] | undefined;
}

export function Leaders({ places = [] }: LeadersProps) {
  const list = useFit<HTMLOListElement>(places.map(({ names }) => names.join('\n')).join('\n\n'));
  // After the first question there is no former order.
  const settled = useSettled(places.some(({ before = 0 }) => before > 0));
  useGlide(list);
  if (places.length === 0) return null;
  const shown = settled ? places : places.toSorted((a, b) => (b.before ?? 0) - (a.before ?? 0));
  const keys = keysOf(shown);
  const isNamed = places.some(({ names }) => names.length > 0);
  return (
    <div class="leaders">
      <p class="leaders-title">{words.leaderBoard}</p>
      {isNamed || <p class="leaders-hint">{words.nobodyNamed}</p>}
      <ol class="leaders-list" ref={list} data-settled={settled}>
        {isNamed &&
          shown.map((place, index) => (
            <li key={keys[index]} class="leaders-place" data-key={keys[index]}>
              <span class="leaders-rank">{place.rank}</span>
              <Who place={place} />
              {place.points !== null && <Points points={settled ? place.points : (place.before ?? 0)} />}
            </li>
          ))}
      </ol>
    </div>
  );
}

function Who({ place: { names, more, nameless } }: { readonly place: Place }) {
  const further = [
    ...(more > 0 ? [fill(words.more, { number: more })] : []),
    ...(nameless > 0
      ? [fill(names.length > 0 ? words.andWithoutName : words.withoutName, { number: nameless })]
      : []),
  ];
  return (
    <span class="leaders-who">
      {names.map((name, index) => (
        // Two people may have taken the same name.
        <bdi key={`${index} ${name}`} class="leaders-name">
          {name}
        </bdi>
      ))}
      {further.length > 0 && <span class="leaders-further">{further.join(' ')}</span>}
    </span>
  );
}

function Points({ points }: { readonly points: number }) {
  return (
    <span class="leaders-points">
      <span aria-hidden="true">{grouped(points)}</span>
      <span class="heard">{count(words.points, points)}</span>
    </span>
  );
}

/** Whether the present order is to be shown: at once, unless the board appears while people look on. */
function useSettled(hasBefore: boolean): boolean {
  const [settled, setSettled] = useState(hasBefore);
  useEffect(() => {
    if (!hasBefore) {
      setSettled(false);
      return undefined;
    }
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const timer = setTimeout(() => setSettled(true), calm ? 0 : restsFor);
    return () => clearTimeout(timer);
  }, [hasBefore]);
  return settled || !hasBefore;
}

/** A key for each line that is the same before and after: who stands in it. */
function keysOf(places: readonly Place[]): readonly string[] {
  const seen = new Map<string, number>();
  return places.map(({ names, rank }) => {
    const key = names.length > 0 ? names.join('\n') : `\n${rank}`;
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    return `${key}\n${times}`;
  });
}
