/** Pin on phones: the picture to tap on, or its parts by name for those who do not see it. */
import { useState } from 'preact/hooks';
import { styled } from '../look/styled.ts';
import { areaOf, type Place } from '../plane/place.ts';
import { Kept, Sending, Slider, Turn, usePlacing, Ways } from '../plane/placing.tsx';
import { Surface } from '../plane/surface.tsx';
import type { PhoneViewProps } from '../views.ts';
import { words } from '../words/phone.ts';
import { fill } from '../words/say.ts';
import type { PinOptions, PinResponse, PinRevealed } from './model.ts';
import css from './phone.css?inline';
import { Picture } from './picture.tsx';

styled(css);

export function PinPhone(props: PhoneViewProps<PinOptions, PinResponse, PinRevealed>) {
  const { id, base, options, own, open, revealed } = props;
  const things = options.named
    ? options.things
    : options.things.map((thing, index) => ({
        ...thing,
        text: fill(words.pinNumber, { number: index + 1 }),
      }));
  const placing = usePlacing(props, things);
  const [isMissing, setMissing] = useState(false);
  const { active, places, put } = placing;
  const place = places[active.id];
  return (
    <form onSubmit={placing.submit}>
      <fieldset disabled={!open} aria-labelledby={`question-${id}`}>
        {open && <Turn things={things} placing={placing} />}
        {open && <p class="hint">{words.tapToPlace}</p>}
        <Picture base={base} image={options.image} onMissing={() => setMissing(true)}>
          <Surface
            things={things}
            places={places}
            active={active.id}
            disabled={!open}
            said={`${active.text}: ${place ? regionOf(place) : words.notPlaced}`}
            put={put}
            choose={placing.choose}
          />
        </Picture>
        {open ? (
          <>
            <Ways things={things} placing={placing} />
            <details class="plane-instead" open={isMissing}>
              <summary>{words.useRegions}</summary>
              <Regions place={place} put={(to) => put(active.id, to)} />
            </details>
          </>
        ) : (
          <Kept things={things} placing={placing} said={regionOf} />
        )}
      </fieldset>
      {open && <Sending placing={placing} isChange={own !== undefined} />}
      {revealed?.things && <Results base={base} options={options} things={revealed.things} />}
    </form>
  );
}

interface RegionsProps {
  readonly place: Place | undefined;
  put(place: Place): void;
}

/** First one of nine parts, then as fine as wanted. */
function Regions({ place, put }: RegionsProps) {
  const [x = 0.5, y = 0.5] = place ?? [];
  const { left, right, top, bottom } = words.ends;
  return (
    <div>
      <div class="pin-regions">
        {words.regions.map((region, index) => (
          <button
            key={region}
            type="button"
            aria-pressed={place !== undefined && areaOf(place, 3) === index}
            onClick={() => put([((index % 3) + 0.5) / 3, (Math.floor(index / 3) + 0.5) / 3])}
          >
            {region}
          </button>
        ))}
      </div>
      <Slider from={left} to={right} value={place?.[0]} put={(value) => put([value, y])} />
      <Slider from={top} to={bottom} value={place?.[1]} put={(value) => put([x, value])} />
    </div>
  );
}

interface ResultsProps {
  readonly base: string;
  readonly options: PinOptions;
  readonly things: NonNullable<PinRevealed['things']>;
}

/** How much of it is in which part of the picture: on the picture, or for several things in words. */
function Results({ base, options, things }: ResultsProps) {
  const [one] = things;
  return (
    <section class="results">
      <h2>{words.results}</h2>
      {!options.named && one && (
        <Picture base={base} image={options.image}>
          <ul class="pin-shares">
            {one.areas.map((count, index) => {
              const share = count / Math.max(1, one.people);
              return (
                <li key={words.regions[index]} style={{ '--share': share }} data-none={count === 0}>
                  <span class="heard">{words.regions[index]}</span>
                  <span>{Math.round(share * 100)}%</span>
                </li>
              );
            })}
          </ul>
        </Picture>
      )}
      {options.named && (
        <ul class="shares">
          {things.map(({ id, text, people, areas }) => {
            const most = Math.max(...areas);
            const share = most / Math.max(1, people);
            return (
              <li key={id}>
                <span dir="auto">{text}</span>
                <span class="figure">
                  {most === 0
                    ? words.noAnswers
                    : `${words.regions[areas.indexOf(most)]} ${Math.round(share * 100)}%`}
                </span>
                <span class="share" style={{ inlineSize: `${share * 100}%` }} />
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}

function regionOf(place: Place): string {
  return words.regions[areaOf(place, 3)] ?? '';
}
