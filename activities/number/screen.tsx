/** Number on screens: how the answers spread along an axis, their median and middle half; then the right number. */
import type { ComponentChildren } from 'preact';
import { short, written } from '../figure.ts';
import type { ScreenViewProps } from '../views.ts';
import '../look/chart.css';
import { useBox } from '../look/box.ts';
import { ResultTable } from '../look/result-table.tsx';
import { roundsOf } from '../look/rounds.ts';
import { Foot, Waiting } from '../look/waiting.tsx';
import { multiples, roundStep } from '../ticks.ts';
import { fill } from '../words/say.ts';
import { words } from '../words/screen.ts';
import { stripOf } from './dots.ts';
import { type NumberOptions, type NumberRevealed, number, type Solution } from './model.ts';
import './screen.css';
import { emptied, endsOf, type Spread } from './spread.ts';

type Props = ScreenViewProps<NumberOptions, NumberRevealed>;

export function NumberScreen({ question, options, revealed, earlier, rule }: Props) {
  const { first, drawn } = roundsOf(revealed, earlier, ({ spread }) => spread !== undefined);
  const { people, spread, solution } = revealed;
  // Nobody has answered yet: the first round's axis, which this one's will hold too.
  const axis = spread ?? (first?.spread && emptied(first.spread));
  const { unit } = options;
  return (
    <div class="chart number">
      <div class="chart-body" aria-hidden="true">
        {axis ? (
          <Drawn revealed={revealed} axis={axis} first={first} unit={unit} />
        ) : (
          <Waiting people={people} quiet={rule !== undefined} />
        )}
      </div>
      <Foot people={people} drawn={drawn}>
        {spread && people > 1 && !solution && (
          <span class="legend">
            <i class="legend-middle" />
            <span dir="auto">{words.middleHalfOfAnswers}</span>
          </span>
        )}
        {spread && solution && <Reached solution={solution} people={people} unit={unit} />}
        {first?.median !== undefined && (
          <span class="legend">
            <i class="legend-diamond" />
            <span dir="auto">
              {words.firstRound}: {fill(words.median, { value: written(first.median, brief(unit)) })}
            </span>
          </span>
        )}
      </Foot>
      {(spread || first) && (
        <ResultTable question={question} description={number.describe(options, revealed)} />
      )}
      {first && (
        <ResultTable
          question={`${question} (${words.firstRound})`}
          description={number.describe(options, first)}
        />
      )}
    </div>
  );
}

interface DrawnProps {
  readonly revealed: NumberRevealed;
  /** The spread as it is drawn. */
  readonly axis: Spread;
  readonly first: NumberRevealed | undefined;
  readonly unit: string;
}

function Drawn({ revealed, axis, first, unit }: DrawnProps) {
  const { solution, dots, median, middle } = revealed;
  const { bins, below, above } = axis;
  const isFormer = revealed.spread === undefined;
  const [low, high] = [bins[0]?.from ?? 0, bins.at(-1)?.to ?? 1];
  const [least, most] = endsOf(axis);
  /** 0..1 along the axis. */
  const along = (value: number) => (value - low) / (high - low);
  return (
    <div class="number-drawn" data-solved={solution !== undefined} dir="ltr">
      {below > 0 && (
        <Beyond words={fill(words.below, { number: below, value: short(least, brief(unit)) })} sign="←" />
      )}
      <div class="number-main">
        <div class="number-plot">
          {solution && <Near solution={solution} along={along} />}
          {median !== undefined && (
            <>
              <i class="number-line" style={{ insetInlineStart: percent(along(median)) }} />
              <Label at={along(median)} kind="median">
                {fill(words.median, { value: written(median, unit) })}
              </Label>
            </>
          )}
          {dots ? (
            <Dots values={dots.map(along)} />
          ) : (
            <Columns spread={isFormer && first?.spread ? first.spread : axis} isFormer={isFormer} />
          )}
          {solution && <Right solution={solution} along={along} unit={unit} />}
        </div>
        <div class="number-axis">
          {/* That of the first round stays the same one in a later round, so it is seen to make room. */}
          {first?.middle && first.median !== undefined && (
            <Middle key="first" along={along} middle={first.middle} median={first.median} round="first" />
          )}
          {middle && median !== undefined && (
            <Middle
              key={first ? 'later' : 'first'}
              along={along}
              middle={middle}
              median={median}
              round="now"
            />
          )}
        </div>
        <Ticks spread={axis} along={along} unit={unit} />
      </div>
      {above > 0 && (
        <Beyond words={fill(words.above, { number: above, value: short(most, brief(unit)) })} sign="→" />
      )}
    </div>
  );
}

type Along = (value: number) => number;

/** What lies beyond an end of the axis. */
function Beyond({ words: said, sign }: { words: string; sign: string }) {
  return (
    <div class="number-beyond">
      <span dir="auto">{said}</span>
      {`\u00A0${sign}`}
    </div>
  );
}

/** Those of the first round, until anybody answers the later one, are hollow and have no numbers. */
function Columns({ spread: { bins }, isFormer }: { spread: Spread; isFormer: boolean }) {
  const highest = Math.max(1, ...bins.map((bin) => bin.count));
  return (
    <div class="number-columns" data-former={isFormer}>
      {bins.map(({ from, count }) => (
        <span key={from} class="number-bin" data-most={!isFormer && count === highest}>
          {!isFormer && count > 0 && <span class="number-count">{count}</span>}
          <span class="number-bar" style={{ '--height': count / highest }} />
        </span>
      ))}
    </div>
  );
}

function Dots({ values }: { values: readonly number[] }) {
  const { ref, box } = useBox<HTMLDivElement>();
  const strip = box && stripOf(values, box);
  return (
    <div class="number-dots" ref={ref}>
      {strip?.dots.map(({ key, left, bottom }) => (
        <i
          key={key}
          class="number-dot"
          style={{ '--size': `${strip.size}px`, insetInlineStart: `${left}px`, insetBlockEnd: `${bottom}px` }}
        />
      ))}
    </div>
  );
}

interface MiddleProps {
  readonly along: Along;
  readonly middle: readonly [number, number];
  readonly median: number;
  readonly round: 'now' | 'first';
}

/** The middle half of the answers as a band, the median as a diamond on it. */
function Middle({ along, middle: [from, to], median, round }: MiddleProps) {
  const [start, end] = [within(along(from)), within(along(to))];
  return (
    <span class="number-middle" data-round={round}>
      <i class="number-band" style={{ insetInlineStart: percent(start), inlineSize: percent(end - start) }} />
      <i class="number-diamond" style={{ insetInlineStart: percent(within(along(median))) }} />
    </span>
  );
}

function Ticks({ spread, along, unit }: { spread: Spread; along: Along; unit: string }) {
  const [low, high] = endsOf(spread);
  const { bins, single } = spread;
  const ticks =
    single && bins.length <= 11
      ? bins.map(({ from, to }) => (from + to) / 2)
      : multiples(low, high, roundStep((high - low) / 6 || 1));
  return (
    <div class="number-ticks" data-full={ticks.length > 4}>
      {ticks.map((tick) => (
        <span
          key={tick}
          class="number-tick"
          data-side={sideOf(along(tick), 0.02)}
          style={{ insetInlineStart: percent(along(tick)) }}
        >
          {short(tick, brief(unit))}
        </span>
      ))}
    </div>
  );
}

/** What counts as near, behind everything. */
function Near({ solution: { value, within: reach }, along }: { solution: Solution; along: Along }) {
  const [start, end] = [within(along(value - reach)), within(along(value + reach))];
  return (
    <i class="number-near" style={{ insetInlineStart: percent(start), inlineSize: percent(end - start) }} />
  );
}

/** The right number; beyond the axis an arrow says where it is. */
function Right({ solution: { value }, along, unit }: { solution: Solution; along: Along; unit: string }) {
  const at = along(value);
  return (
    <>
      {at >= 0 && at <= 1 && (
        <i class="number-line" data-right="true" style={{ insetInlineStart: percent(at) }} />
      )}
      <Label at={within(at)} kind="right">
        {at < 0 && '← '}
        {fill(words.rightIs, { value: written(value, unit) })}
        {at > 1 && ' →'}
      </Label>
    </>
  );
}

interface LabelProps {
  /** 0..1 along the axis. */
  readonly at: number;
  readonly kind: 'median' | 'right';
  readonly children: ComponentChildren;
}

/** Words over a place on the axis; near its ends they stand on the inner side. */
function Label({ at, kind, children }: LabelProps) {
  return (
    <span
      class="number-label"
      data-kind={kind}
      data-side={sideOf(at, 0.14)}
      style={{ insetInlineStart: percent(at) }}
    >
      {children}
    </span>
  );
}

function Reached({ solution, people, unit }: { solution: Solution; people: number; unit: string }) {
  const { value, near, nearest, within: reach } = solution;
  return (
    <>
      <strong dir="auto">
        {fill(words.withinReach, { number: near, people, reach: written(reach, brief(unit)) })}
      </strong>
      <span dir="auto">
        {nearest === value
          ? words.nearestExact
          : fill(words.nearestGuess, { value: written(nearest, brief(unit)) })}
      </span>
    </>
  );
}

/** Which side of its place a text stands on: within `margin` of an end the inner one. */
function sideOf(at: number, margin: number): 'start' | 'middle' | 'end' {
  return at < margin ? 'start' : at > 1 - margin ? 'end' : 'middle';
}

/** A long unit is said once, with the median. */
function brief(unit: string): string {
  return unit.length <= 2 ? unit : '';
}

function within(at: number): number {
  return Math.min(1, Math.max(0, at));
}

function percent(share: number): string {
  return `${share * 100}%`;
}
