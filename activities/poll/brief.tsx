/** Poll in a few lines, beside other questions. */
import { percent } from '../figure.ts';
import type { BriefProps } from '../views.ts';
import '../look/brief.css';
import type { PollOptions, PollRevealed } from './model.ts';

/** The answers most people gave. */
export function PollBrief({ revealed: { bars = [] }, lines }: BriefProps<PollOptions, PollRevealed>) {
  const most = Math.max(1, ...bars.map((bar) => bar.count));
  const top = bars.toSorted((a, b) => b.count - a.count).slice(0, lines);
  return (
    <ul class="brief-bars">
      {top.map((bar) => (
        <li key={bar.id} data-most={bar.count === most} style={{ '--length': bar.share }}>
          <span class="brief-text" dir="auto">
            {bar.text}
          </span>
          <span>{percent(bar.share)}</span>
        </li>
      ))}
    </ul>
  );
}
