/** How ratings spread over the steps: a small column for each, diamonds at the means, and the axis below. */
import type { ComponentChildren } from 'preact';
import { signed } from '../figure.ts';
import { type ScaleItem, type ScaleOptions, stepsOf } from './model.ts';

interface PlotProps {
  readonly options: Pick<ScaleOptions, 'from' | 'to'>;
  readonly item: ScaleItem | undefined;
  /** In the first round, when this is a later one: thin columns, and a hollow diamond. */
  readonly before: ScaleItem | undefined;
  /** The share that is drawn as high as can be. */
  readonly highest: number;
  readonly children?: ComponentChildren;
}

export function Plot({ options, item, before, highest, children }: PlotProps) {
  const [parts, former] = [shares(item), shares(before)];
  const [mean, meanBefore] = [item?.mean ?? null, before?.mean ?? null];
  const isLater = meanBefore !== null;
  return (
    <span class="scale-plot">
      {stepsOf(options).map((step, index) => (
        <span
          key={step}
          class="scale-step"
          data-most={(parts[index] ?? 0) > 0 && parts[index] === Math.max(...parts)}
        >
          {/* What was drawn of the first round stays the same element in a later one, so it is seen to step back. */}
          {isLater && (
            <span
              key="first"
              class="scale-bar scale-former"
              style={{ '--height': (former[index] ?? 0) / highest }}
            />
          )}
          <span
            key={isLater ? 'later' : 'first'}
            class="scale-bar"
            style={{ '--height': (parts[index] ?? 0) / highest }}
          />
        </span>
      ))}
      {meanBefore !== null && (
        <span
          key="first"
          class="scale-marker"
          data-round="first"
          style={{ insetInlineStart: positionOf(meanBefore, options) }}
        />
      )}
      {mean !== null && (
        <span
          key={isLater ? 'later' : 'first'}
          class="scale-marker"
          style={{ insetInlineStart: positionOf(mean, options) }}
        />
      )}
      {children}
    </span>
  );
}

export function Axis({ options }: { readonly options: Pick<ScaleOptions, 'from' | 'to' | 'ends'> }) {
  const [low, high] = options.ends ?? [];
  return (
    <span class="scale-scale">
      <span class="scale-steps">
        {stepsOf(options).map((step) => (
          <span key={step}>{step}</span>
        ))}
      </span>
      {low !== undefined && (
        <span class="scale-ends">
          <span dir="auto">{low}</span>
          <span dir="auto">{high}</span>
        </span>
      )}
    </span>
  );
}

/** One scale for all statements, so that their heights can be compared. */
export function highestOf(items: readonly (ScaleItem | undefined)[], steps: number): number {
  return Math.max(1.5 / steps, ...items.flatMap(shares));
}

export function shares(item: ScaleItem | undefined): number[] {
  if (!item) return [];
  return item.counts.map((count) => count / Math.max(1, item.people));
}

export function changeOf(now: number, before: number): string {
  const change = signed(now - before);
  return change === '0' ? '±0' : change;
}

/** Means are compared down a column: all with one digit. */
export function fixed(mean: number): string {
  // Rounded first, so that a little below zero is no minus zero.
  const rounded = Math.round(mean * 10) / 10;
  return `${rounded < 0 ? '−' : ''}${Math.abs(rounded).toFixed(1)}`;
}

/** Each step has a column of its own; its middle is the step. */
export function positionOf(value: number, { from, to }: Pick<ScaleOptions, 'from' | 'to'>): string {
  return `${((value - from + 0.5) / (to - from + 1)) * 100}%`;
}
