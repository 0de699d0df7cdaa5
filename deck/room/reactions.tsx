/** Reactions that rise up the room screen: only what has come since the last view, a few at a time. */
import { type ReadonlySignal, useSignalEffect } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { type Reaction, reactions } from '../../protocol/presence.ts';
import type { RoomView } from '../../protocol/views.ts';

/** More at once than this would hide the slide, and say no more. */
const mostAtOnce = 12;
const riseMs = 2_600;

export function RisingReactions({ view }: { readonly view: ReadonlySignal<RoomView | undefined> }) {
  const place = useRef<HTMLDivElement>(null);
  const seen = useRef<RoomView['reactions'] | undefined>(undefined);
  useSignalEffect(() => {
    const now = view.value?.reactions;
    if (!now) return;
    // What had come before this screen was opened has had its moment.
    for (const sign of seen.current ? fresh(seen.current, now) : []) rise(place.current, sign);
    seen.current = now;
  });
  return <div class="rising" ref={place} aria-hidden="true" />;
}

/** Signs that were added, at most so many; of several kinds each has its share. */
export function fresh(before: RoomView['reactions'], now: RoomView['reactions']): readonly Reaction[] {
  const added = reactions.map((sign) => ({ sign, count: (now[sign] ?? 0) - (before[sign] ?? 0) }));
  const all = added.reduce((sum, { count }) => sum + Math.max(0, count), 0);
  const share = Math.min(1, mostAtOnce / Math.max(1, all));
  return added.flatMap(({ sign, count }) =>
    Array.from({ length: Math.ceil(Math.max(0, count) * share) }, () => sign),
  );
}

function rise(place: HTMLElement | null, sign: Reaction): void {
  if (!place) return;
  const element = document.createElement('span');
  element.textContent = sign;
  element.style.insetInlineStart = `${4 + Math.random() * 88}%`;
  place.append(element);
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const sway = `${(Math.random() - 0.5) * 4}rem`;
  const frames = calm
    ? [{ opacity: 0 }, { opacity: 1, offset: 0.2 }, { opacity: 1, offset: 0.8 }, { opacity: 0 }]
    : [
        { transform: 'translate(0, 0) scale(0.6)', opacity: 0 },
        { transform: `translate(0, -12vh) scale(1)`, opacity: 1, offset: 0.2 },
        { transform: `translate(${sway}, -55vh) scale(1)`, opacity: 0 },
      ];
  const motion = element.animate(frames, {
    duration: riseMs,
    delay: Math.random() * 250,
    easing: 'ease-out',
    fill: 'both',
  });
  motion.onfinish = () => element.remove();
}
