/** What stands where a result will be: what to do, or how many have answered while the result is kept. */
import { count } from '../words/say.ts';
import { words } from '../words/screen.ts';

interface WaitingProps {
  readonly people: number;
  /** On the console, where nobody scans. */
  readonly quiet?: boolean;
  /** What will be seen here. */
  readonly coming?: string;
}

export function Waiting({ people, quiet = false, coming }: WaitingProps) {
  if (people === 0) {
    return (
      <div class="waiting">
        <span class="waiting-call">{quiet ? words.noAnswers : words.scanToAnswer}</span>
        {coming !== undefined && <span class="waiting-words">{coming}</span>}
      </div>
    );
  }
  const [number = '', ...rest] = count(words.answers, people).split(' ');
  return (
    <div class="waiting">
      <span class="waiting-number">{number}</span>
      <span class="waiting-words">{rest.join(' ')}</span>
    </div>
  );
}

/** The line under every chart. */
export function Foot({ people, children }: { people: number; children?: preact.ComponentChildren }) {
  return (
    <div class="chart-foot">
      {people > 0 && <span dir="auto">{count(words.answers, people)}</span>}
      {children}
    </div>
  );
}

/** What the thin bars or the hollow diamonds mean. */
export function FirstRound({ sign }: { sign: 'bar' | 'diamond' }) {
  return (
    <span class="legend" aria-hidden="true">
      <i class={`legend-${sign}`} />
      <span dir="auto">{words.firstRound}</span>
    </span>
  );
}
