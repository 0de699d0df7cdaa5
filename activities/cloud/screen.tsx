/** Cloud on screens: words by how many wrote them, each staying where it is while it grows. */
import { useState } from 'preact/hooks';
import type { ScreenViewProps } from '../views.ts';
import '../look/chart.css';
import { ResultTable } from '../look/result-table.tsx';
import { Foot, Waiting } from '../look/waiting.tsx';
import { count } from '../words/say.ts';
import { words } from '../words/screen.ts';
import { type DrawnWord, useCloud } from './layout.ts';
import { type CloudOptions, type CloudRevealed, type CloudWord, cloud } from './model.ts';
import { Ruling } from './ruling.tsx';
import './screen.css';

type Props = ScreenViewProps<CloudOptions, CloudRevealed>;

export function CloudScreen({ question, options, revealed, rule }: Props) {
  const { ref, drawn, left } = useCloud(revealed.words);
  const [chosen, setChosen] = useState<string>();
  const [merged, setMerged] = useState<CloudWord>();
  const more = (revealed.more ?? 0) + left;
  const choose =
    rule &&
    ((key: string) => {
      const first = revealed.words?.find((word) => word.key === chosen);
      const merges = first !== undefined && first.key !== key;
      if (merges) rule.merge(first.key, key);
      setMerged(merges ? first : undefined);
      setChosen(first === undefined ? key : undefined);
    });
  return (
    <div class="chart cloud">
      <div class="chart-body" ref={ref}>
        {drawn.length === 0 && (
          <Waiting people={revealed.people} quiet={rule !== undefined} coming={words.wordsComing} />
        )}
        {drawn.length > 0 && (
          <div class="cloud-words" aria-hidden={rule === undefined}>
            {drawn.map((word) => (
              <Word key={word.key} word={word} chosen={word.key === chosen} choose={choose} />
            ))}
          </div>
        )}
      </div>
      {rule && (
        <Ruling
          rule={rule}
          chosen={revealed.words?.find((word) => word.key === chosen)}
          merged={merged}
          done={() => {
            setChosen(undefined);
            setMerged(undefined);
          }}
        />
      )}
      <Foot people={revealed.people}>{more > 0 && <span>{count(words.moreWords, more)}</span>}</Foot>
      {revealed.words && <ResultTable question={question} description={cloud.describe(options, revealed)} />}
    </div>
  );
}

interface WordProps {
  readonly word: DrawnWord;
  readonly chosen: boolean;
  readonly choose: ((key: string) => void) | undefined;
}

function Word({ word, chosen, choose }: WordProps) {
  const { key, text, x, y, size, rank } = word;
  const place = { transform: `translate(${x}px, ${y}px) translate(-50%, -50%) scale(${size / 100})` };
  const letters = (
    <span class="cloud-letters" dir="auto">
      {text}
    </span>
  );
  if (!choose) {
    return (
      <span class="cloud-word" data-rank={rank} style={place}>
        {letters}
      </span>
    );
  }
  return (
    <button
      type="button"
      class="cloud-word"
      data-rank={rank}
      style={place}
      aria-pressed={chosen}
      aria-label={`${text}, ${count(words.answers, word.count)}`}
      onClick={() => choose(key)}
    >
      {letters}
    </button>
  );
}
