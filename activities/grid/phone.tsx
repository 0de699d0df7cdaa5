/** Grid on phones: a square plane between the names of its ends. */
import { styled } from '../look/styled.ts';
import type { Place } from '../plane/place.ts';
import { Kept, Sending, Slider, Turn, usePlacing, Ways } from '../plane/placing.tsx';
import { at, Surface } from '../plane/surface.tsx';
import type { PhoneViewProps } from '../views.ts';
import { words } from '../words/phone.ts';
import { fill } from '../words/say.ts';
import type { GridOptions, GridResponse, GridRevealed } from './model.ts';
import css from './phone.css?inline';

styled(css);

export function GridPhone(props: PhoneViewProps<GridOptions, GridResponse, GridRevealed>) {
  const { id, options, own, open, revealed } = props;
  const { things, x, y } = options;
  const placing = usePlacing(props, things);
  const { active, places, put } = placing;
  const place = places[active.id];
  const [across = 0.5, up = 0.5] = place ?? [];
  const shown = Object.fromEntries(Object.entries(places).map(([thing, each]) => [thing, turned(each)]));
  return (
    <form onSubmit={placing.submit}>
      <fieldset disabled={!open} aria-labelledby={`question-${id}`}>
        {open && <Turn things={things} placing={placing} />}
        {open && <p class="hint">{words.tapToPlace}</p>}
        <Frame options={options}>
          <Surface
            things={things}
            places={shown}
            active={active.id}
            disabled={!open}
            said={`${active.text}: ${place ? saidOf(place, options) : words.notPlaced}`}
            put={(thing, to) => put(thing, turned(to))}
            choose={placing.choose}
          >
            <Quadrants options={options} />
          </Surface>
        </Frame>
        {open ? (
          <>
            <Ways things={things} placing={placing} />
            <details class="plane-instead">
              <summary>{words.useSliders}</summary>
              <div>
                <Slider
                  from={x[0]}
                  to={x[1]}
                  value={place?.[0]}
                  put={(value) => put(active.id, [value, up])}
                />
                <Slider
                  from={y[0]}
                  to={y[1]}
                  value={place?.[1]}
                  put={(value) => put(active.id, [across, value])}
                />
              </div>
            </details>
          </>
        ) : (
          <Kept things={things} placing={placing} said={(kept) => saidOf(kept, options)} />
        )}
      </fieldset>
      {open && <Sending placing={placing} isChange={own !== undefined} />}
      {revealed?.things && <Results options={options} things={revealed.things} />}
    </form>
  );
}

/** The names of the ends, around what stands between them. */
function Frame({
  options: { x, y },
  children,
}: {
  options: GridOptions;
  children: preact.ComponentChildren;
}) {
  return (
    <div class="grid-square">
      <span class="grid-name" data-end="above" dir="auto">
        {y[1]}
      </span>
      {children}
      <span class="grid-name" data-end="below" dir="auto">
        {y[0]}
      </span>
      <span class="grid-name" data-end="left" dir="auto">
        {x[0]}
      </span>
      <span class="grid-name" data-end="right" dir="auto">
        {x[1]}
      </span>
    </div>
  );
}

function Quadrants({ options: { quadrants } }: { options: GridOptions }) {
  return (
    <span class="grid-quadrants" aria-hidden={quadrants === undefined}>
      {(quadrants ?? ['', '', '', '']).map((text, index) => (
        <span key={`quarter ${index + 1}`} dir="auto">
          {text}
        </span>
      ))}
    </span>
  );
}

interface ResultsProps {
  readonly options: GridOptions;
  readonly things: NonNullable<GridRevealed['things']>;
}

/** Where each thing stands on average, and in figures how far along the two axes. */
function Results({ options, things }: ResultsProps) {
  return (
    <section class="results">
      <h2>{words.results}</h2>
      <Frame options={options}>
        <div class="plane plane-still" aria-hidden="true">
          <Quadrants options={options} />
          {things.map(
            ({ id, mean }, index) =>
              mean && (
                <span key={id} class="plane-dot" style={at(turned(mean))}>
                  <span class="plane-number">{things.length > 1 ? index + 1 : ''}</span>
                </span>
              ),
          )}
        </div>
      </Frame>
      {options.single && options.quadrants ? (
        <Quarters names={options.quadrants} thing={things[0]} />
      ) : (
        <ol class="plane-kept" data-single={options.single}>
          {things.map(({ id, text, mean }) => (
            <li key={id}>
              {!options.single && <span dir="auto">{text}</span>}
              <span class="figure">{mean ? saidOf(mean, options) : words.noAnswers}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

interface QuartersProps {
  readonly names: readonly string[];
  readonly thing: ResultsProps['things'][number] | undefined;
}

/** How much of one thing is in which quarter, in the order in which they are read. */
function Quarters({ names, thing }: QuartersProps) {
  const [lowerLeft = 0, lowerRight = 0, upperLeft = 0, upperRight = 0] = thing?.areas ?? [];
  return (
    <ul class="shares">
      {[upperLeft, upperRight, lowerLeft, lowerRight].map((count, index) => {
        const share = `${Math.round((count / Math.max(1, thing?.people ?? 0)) * 100)}%`;
        return (
          <li key={`quarter ${index + 1}`}>
            <span dir="auto">{names[index]}</span>
            <span class="figure">
              {share} · {count}
            </span>
            <span class="share" style={{ inlineSize: share }} />
          </li>
        );
      })}
    </ul>
  );
}

/** "63% towards Unpredictable, 40% towards Much known" */
function saidOf(place: Place, { x, y }: GridOptions): string {
  const along = (value: number, end: string) => fill(words.towards, { share: Math.round(value * 100), end });
  return `${along(place[0], x[1])}, ${along(place[1], y[1])}`;
}

/** From y as answers have it, from below, to y as pages have it, from above; and back. */
function turned([x, y]: Place): Place {
  return [x, 1 - y];
}
