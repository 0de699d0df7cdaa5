/** On the console: what can be done with the word that was chosen. */
import { Merges } from '../look/merges.tsx';
import type { RuleActions } from '../views.ts';
import type { Merged } from '../wordings.ts';
import { fill } from '../words/say.ts';
import { words } from '../words/screen.ts';
import type { CloudWord } from './model.ts';

interface RulingProps {
  readonly rule: RuleActions;
  readonly chosen: CloudWord | undefined;
  /** The word that was just merged into another: a slip can be undone. */
  readonly merged: CloudWord | undefined;
  /** All merges there are. */
  readonly merges: readonly Merged[];
  done(): void;
}

export function Ruling({ rule, chosen, merged, merges, done }: RulingProps) {
  return (
    <div class="cloud-ruling">
      <p role="status">{sentenceOf(chosen, merged)}</p>
      {chosen && (
        <>
          <button
            type="button"
            onClick={() => {
              // A word's verdict holds for everybody who wrote it.
              rule.moderate('*', chosen.key, 'hide');
              done();
            }}
          >
            {words.hideWord}
          </button>
          <button type="button" onClick={done}>
            {words.cancel}
          </button>
        </>
      )}
      {merged && (
        <button
          type="button"
          onClick={() => {
            rule.merge(merged.key, merged.key);
            done();
          }}
        >
          {words.undo}
        </button>
      )}
      <Merges merged={merges} rule={rule} />
    </div>
  );
}

function sentenceOf(chosen: CloudWord | undefined, merged: CloudWord | undefined): string {
  if (chosen) return fill(words.chooseTheSame, { word: chosen.text });
  return merged ? fill(words.wordMerged, { word: merged.text }) : words.chooseWordToMerge;
}
