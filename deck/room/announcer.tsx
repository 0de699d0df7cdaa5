/** Says aloud how many have answered, at most once in five seconds, for those who do not see the chart grow. */
import { type ReadonlySignal, useSignal, useSignalEffect } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { count } from '../../activities/words/say.ts';
import { words } from '../../activities/words/screen.ts';
import type { RoomView } from '../../protocol/views.ts';

const every = 5_000;

export function Announcer({ view }: { view: ReadonlySignal<RoomView | undefined> }) {
  const said = useSignal('');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useSignalEffect(() => {
    const text = sentenceOf(view.value);
    if (text === said.peek() || timer.current !== undefined) return;
    said.value = text;
    timer.current = setTimeout(() => {
      timer.current = undefined;
      said.value = sentenceOf(view.peek());
    }, every);
  });
  return (
    <p class="heard" role="status">
      {said}
    </p>
  );
}

/** Of the activities on the current slide. */
function sentenceOf(view: RoomView | undefined): string {
  const here =
    view?.activities.filter(
      ({ asks, slide }) => asks && slide.h === view.slide.h && slide.v === view.slide.v,
    ) ?? [];
  return here.map((activity) => count(words.answers, activity.answered)).join(', ');
}
