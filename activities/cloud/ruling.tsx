/** On the console: what can be done with the word that was chosen. */
import type { RuleActions } from '../kind.ts';
import { fill } from '../words/say.ts';
import { words } from '../words/screen.ts';
import type { CloudWord } from './model.ts';

interface RulingProps {
  readonly rule: RuleActions;
  readonly chosen: CloudWord | undefined;
  done(): void;
}

export function Ruling({ rule, chosen, done }: RulingProps) {
  return (
    <div class="cloud-ruling">
      <p role="status">
        {chosen ? fill(words.chooseTheSame, { word: chosen.text }) : words.chooseWordToMerge}
      </p>
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
            {fill(words.hideWord, { word: chosen.text })}
          </button>
          <button type="button" onClick={done}>
            {words.cancel}
          </button>
        </>
      )}
    </div>
  );
}
