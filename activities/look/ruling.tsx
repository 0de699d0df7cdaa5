/** On the console: what can be done with the word that was chosen, in the chart or in a list beside it. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { RuleActions } from '../views.ts';
import type { Merged } from '../wordings.ts';
import { words } from '../words/screen.ts';
import { Merges } from './merges.tsx';
import './ruling.css';

interface Word {
  readonly key: string;
  readonly text: string;
}

export interface Choice {
  readonly chosen: Word | undefined;
  /** The word that was just merged into another: a slip can be undone. */
  readonly merged: Word | undefined;
  /** The first word that is chosen counts as the same as the second. */
  choose(key: string): void;
  done(): void;
}

/** What of all these words is chosen; nothing can be where no ruling is. */
export function useChoice(rule: RuleActions | undefined, all: readonly Word[] = []): Choice | undefined {
  const [key, setKey] = useState<string>();
  const [merged, setMerged] = useState<Word>();
  const chosen = all.find((word) => word.key === key);
  return (
    rule && {
      chosen,
      merged,
      choose(next) {
        const merges = chosen !== undefined && chosen.key !== next;
        if (merges) rule.merge(chosen.key, next);
        setMerged(merges ? chosen : undefined);
        setKey(chosen === undefined ? next : undefined);
      },
      done() {
        setKey(undefined);
        setMerged(undefined);
      },
    }
  );
}

interface RulingProps {
  readonly rule: RuleActions;
  readonly choice: Choice;
  /** What to do, or what was done. */
  readonly sentence: string;
  /** All merges there are. */
  readonly merges: readonly Merged[] | undefined;
  readonly children?: ComponentChildren;
}

export function Ruling({
  rule,
  choice: { chosen, merged, done },
  sentence,
  merges = [],
  children,
}: RulingProps) {
  return (
    <div class="ruling">
      <p role="status">{sentence}</p>
      {children}
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
