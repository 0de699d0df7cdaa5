/** Map on screens: the room's map, what it says beside it, and how to read it below. */
import { useMemo } from 'preact/hooks';
import type { ScreenViewProps } from '../views.ts';
import '../look/chart.css';
import { ResultTable } from '../look/result-table.tsx';
import { roundsOf } from '../look/rounds.ts';
import { type Choice, Ruling, useChoice } from '../look/ruling.tsx';
import { Foot, Waiting } from '../look/waiting.tsx';
import { count, fill } from '../words/say.ts';
import { words } from '../words/screen.ts';
import { useBeat } from './beat.ts';
import { Drawing, standsOf } from './drawing.tsx';
import { Legend } from './legend.tsx';
import { Lists } from './lists.tsx';
import { type MapOptions, type MapRevealed, map } from './model.ts';
import { us } from './response.ts';
import './screen.css';
import { useMap } from './use-map.ts';

type Props = ScreenViewProps<MapOptions, MapRevealed>;

/** Between two drawings, ms: a little more than things take to move, so that the eye has time to see what did. */
const beat = 500;

export function MapScreen(props: Props) {
  const { question, options, earlier, rule } = props;
  // What the presenter hides is gone at once.
  const revealed = useBeat(props.revealed, beat, (props.revealed.nodes ?? []).length === 0);
  const { first: former, drawn: round } = roundsOf(revealed, earlier, ({ nodes }) => nodes !== undefined);
  // Until somebody draws again the former map stands.
  const shown = round === 'former' && former ? former : revealed;
  const { ref, box, em, drawn } = useMap(shown, former);
  const choice = useChoice(rule, revealed.names);
  const before = useMemo(() => {
    const nodes = former?.nodes ?? [];
    return nodes.length === 0 ? undefined : new Map(nodes.map(({ key, size }) => [key, size]));
  }, [former]);
  const isEmpty = (shown.nodes ?? []).length === 0;
  const isFormer = shown === former;
  const more = (shown.more ?? 0) + (drawn?.left ?? 0);
  return (
    <div class="chart map">
      <div class="chart-body map-body" data-lists={!isEmpty} data-former={isFormer}>
        <div class="map-box" ref={ref}>
          {isEmpty && (
            <Waiting people={revealed.people} quiet={rule !== undefined} coming={words.mapComing} />
          )}
          {!isEmpty && box && drawn && (
            <Drawing
              frame={box}
              em={em}
              shapes={drawn.shapes}
              strokes={drawn.strokes}
              placed={drawn.placed}
              before={before}
            />
          )}
          {!isEmpty && !isFormer && box && drawn && choice && (
            <div class="map-choices">
              {standsOf(drawn.shapes, drawn.placed, em)
                .filter(({ shape }) => shape.key !== us)
                .map(({ shape, box: { x, y, width, height } }) => (
                  <button
                    key={shape.key}
                    type="button"
                    aria-pressed={shape.key === choice.chosen?.key}
                    aria-label={`${shape.text}, ${count(words.maps, shape.people)}`}
                    style={{
                      width: `${width}px`,
                      height: `${height}px`,
                      transform: `translate(${x - width / 2 + box.width / 2}px, ${y - height / 2 + box.height / 2}px)`,
                    }}
                    onClick={() => choice.choose(shape.key)}
                  />
                ))}
            </div>
          )}
        </div>
        {!isEmpty && <Lists revealed={shown} />}
      </div>
      {rule && choice && !(isEmpty || isFormer) && (
        <Ruling rule={rule} choice={choice} sentence={sentenceOf(choice)} merges={revealed.merged}>
          <select
            aria-label={words.mapNames}
            value=""
            onChange={(event) => {
              if (event.currentTarget.value !== '') choice.choose(event.currentTarget.value);
            }}
          >
            <option value="">{words.mapNames}</option>
            {(revealed.names ?? [])
              .filter(({ key }) => key !== choice.chosen?.key)
              .map(({ key, text, people }) => (
                <option key={key} value={key}>
                  {text} ({people})
                </option>
              ))}
          </select>
        </Ruling>
      )}
      <Foot people={props.revealed.people} drawn={round}>
        {more > 0 && <span>{count(words.mapMore, more)}</span>}
        {!isEmpty && <Legend revealed={shown} before={before !== undefined} />}
      </Foot>
      {revealed.nodes && <ResultTable question={question} description={map.describe(options, revealed)} />}
      {former && (
        <ResultTable
          question={`${question} (${words.firstRound})`}
          description={map.describe(options, former)}
        />
      )}
    </div>
  );
}

function sentenceOf({ chosen, merged }: Choice): string {
  if (chosen) return fill(words.mapChooseSame, { name: chosen.text });
  return merged ? fill(words.mapMerged, { name: merged.text }) : words.mapChoose;
}
