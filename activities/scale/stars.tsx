/** A mean in stars, and what one question rated in stars looks like: the mean large, and how often each number was given. */
import { Bars } from '../look/bars.tsx';
import { count, fill } from '../words/say.ts';
import { words } from '../words/screen.ts';
import { stepsOf } from './model.ts';
import { changeOf, fixed, shares } from './plot.tsx';
import { Star } from './star.tsx';
import type { StatementsProps } from './statements.tsx';

interface StarsProps {
  /** Null draws all of them empty. */
  readonly mean: number | null;
  readonly all: number;
}

/** The filled stars lie over the empty ones, cut off where the mean is. */
export function Stars({ mean, all }: StarsProps) {
  const row = Array.from({ length: all }, (_, index) => <Star key={index + 1} />);
  return (
    <span class="star-row">
      <span>{row}</span>
      <span class="star-row-filled" style={{ '--filled': (mean ?? 0) / all }}>
        <span>{row}</span>
      </span>
    </span>
  );
}

/** For one question alone. */
export function StarRating({ options, items: [item] }: StatementsProps) {
  const { now, before } = item ?? {};
  const [parts, first] = [shares(now), shares(before)];
  const most = Math.max(1, ...(now?.counts ?? []));
  const bars = stepsOf(options).map((step, index) => {
    const number = now?.counts[index] ?? 0;
    return {
      id: String(step),
      text: count(words.stars, step),
      ...(now?.people ? { result: { count: number, share: parts[index] ?? 0, most: number === most } } : {}),
      before: first[index],
    };
  });
  const mean = now?.mean ?? null;
  return (
    <div class="star-rating">
      <div class="star-mean">
        {mean !== null && <strong>{fixed(mean)}</strong>}
        <Stars mean={mean} all={options.to} />
        {options.ends && <span dir="auto">{options.ends.join(' – ')}</span>}
        {mean !== null && before?.mean != null && (
          <span class="scale-change">
            {fill(words.sinceFirstRound, { value: changeOf(mean, before.mean) })}
          </span>
        )}
      </div>
      <div class="star-bars">
        <Bars bars={bars.toReversed()} />
      </div>
    </div>
  );
}
