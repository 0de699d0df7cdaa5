/** On the console: what can be done with the party that was chosen, in the map or among all names. */
import { Merges } from '../look/merges.tsx';
import type { RuleActions } from '../views.ts';
import type { Merged } from '../wordings.ts';
import { fill } from '../words/say.ts';
import { words } from '../words/screen.ts';
import type { Named } from './model.ts';

interface RulingProps {
  readonly rule: RuleActions;
  readonly names: readonly Named[];
  readonly chosen: Named | undefined;
  /** The party that was just merged into another: a slip can be undone. */
  readonly merged: Named | undefined;
  choose(key: string): void;
  /** All merges there are. */
  readonly merges: readonly Merged[];
  done(): void;
}

export function Ruling({ rule, names, chosen, merged, merges, choose, done }: RulingProps) {
  return (
    <div class="map-ruling">
      <p role="status">{sentenceOf(chosen, merged)}</p>
      <select
        aria-label={words.mapNames}
        value=""
        onChange={(event) => {
          if (event.currentTarget.value !== '') choose(event.currentTarget.value);
        }}
      >
        <option value="">{words.mapNames}</option>
        {names
          .filter(({ key }) => key !== chosen?.key)
          .map(({ key, text, people }) => (
            <option key={key} value={key}>
              {text} ({people})
            </option>
          ))}
      </select>
      {chosen && (
        <>
          <button
            type="button"
            onClick={() => {
              // The verdict on a name holds for everybody who wrote it.
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

function sentenceOf(chosen: Named | undefined, merged: Named | undefined): string {
  if (chosen) return fill(words.mapChooseSame, { name: chosen.text });
  return merged ? fill(words.mapMerged, { name: merged.text }) : words.mapChoose;
}
