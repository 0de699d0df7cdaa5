/** On the console: what was merged into what, each to be undone, however long ago it was. */
import type { RuleActions } from '../views.ts';
import type { Merged } from '../wordings.ts';
import { count, fill } from '../words/say.ts';
import { words } from '../words/screen.ts';
import './merges.css';

interface MergesProps {
  readonly merged: readonly Merged[];
  readonly rule: RuleActions;
}

export function Merges({ merged, rule }: MergesProps) {
  if (merged.length === 0) return null;
  return (
    <details class="merges">
      <summary>{count(words.mergedWords, merged.length)}</summary>
      <ul>
        {merged.map(({ key, text, into }) => (
          <li key={key}>
            <span>
              <bdi>{text}</bdi> → <bdi>{into}</bdi>
            </span>
            <button
              type="button"
              aria-label={fill(words.undoMerge, { word: text, into })}
              // What counts as itself is merged with nothing.
              onClick={() => rule.merge(key, key)}
            >
              {words.undo}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
