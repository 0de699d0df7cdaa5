/** One live result in its place on a slide. */
import type { ReadonlySignal } from '@preact/signals';
import { Result } from '../mount.tsx';
import type { Stage } from './stage.ts';

export function LiveResult({ id, stage }: { id: string; stage: ReadonlySignal<Stage> }) {
  const { activities, now: then, seenAt } = stage.value;
  // A slide may be drawn long after the last view came.
  const now = then + Date.now() - seenAt;
  const staged = activities.get(id);
  if (!staged) return null;
  if (!staged.asks) return <Result activity={staged.activity} revealed={undefined} now={now} />;
  const { activity } = staged;
  return (
    <Result
      activity={activity}
      revealed={activity.revealed}
      earlier={activity.earlier}
      results={activity.visible}
      now={now}
      aloud
    />
  );
}
