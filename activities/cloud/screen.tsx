/** Cloud on screens: words by how many wrote them, each staying where it is while it grows, also into another round. */
import { useMemo } from 'preact/hooks';
import type { ScreenViewProps } from '../views.ts';
import '../look/chart.css';
import { ResultTable } from '../look/result-table.tsx';
import { roundsOf } from '../look/rounds.ts';
import { type Choice, Ruling, useChoice } from '../look/ruling.tsx';
import { Foot, Waiting } from '../look/waiting.tsx';
import { count, fill } from '../words/say.ts';
import { words } from '../words/screen.ts';
import { type DrawnWord, useCloud } from './layout.ts';
import { type CloudOptions, type CloudRevealed, cloud } from './model.ts';
import { type RoundWord, type WordIs, wordsOfRounds } from './rounds.ts';
import './screen.css';

type Props = ScreenViewProps<CloudOptions, CloudRevealed>;

export function CloudScreen({ question, options, revealed, earlier, rule }: Props) {
  const { first, drawn: round } = roundsOf(revealed, earlier, ({ words: shown }) => shown !== undefined);
  const { all, most } = useMemo(() => wordsOfRounds(revealed, first), [revealed, first]);
  const { ref, drawn } = useCloud(all, most);
  const byKey = new Map(all.map((word) => [word.key, word]));
  const marks = new Set(first && drawn.map(({ key }) => byKey.get(key)?.is));
  const unseen =
    all.filter(({ now }) => now > 0).length - drawn.filter(({ key }) => isNow(byKey.get(key))).length;
  const choice = useChoice(rule, revealed.words);
  const more = (revealed.more ?? 0) + (drawn.length > 0 ? unseen : 0);
  return (
    <div class="chart cloud">
      <div class="chart-body" ref={ref}>
        {drawn.length === 0 && (
          <Waiting people={revealed.people} quiet={rule !== undefined} coming={words.wordsComing} />
        )}
        {drawn.length > 0 && (
          <div class="cloud-words" aria-hidden={rule === undefined}>
            {drawn.map((word) => (
              <Word
                key={word.key}
                word={word}
                of={byKey.get(word.key)}
                chosen={word.key === choice?.chosen?.key}
                choose={choice?.choose}
              />
            ))}
          </div>
        )}
      </div>
      {rule && choice && (
        <Ruling rule={rule} choice={choice} sentence={sentenceOf(choice)} merges={revealed.merged} />
      )}
      <Foot people={revealed.people} drawn={round}>
        {more > 0 && <span>{count(words.moreWords, more)}</span>}
        {marks.has('former') && <Key is="former" text={words.firstRoundAlone} />}
        {marks.has('new') && <Key is="new" text={words.newWord} />}
      </Foot>
      {revealed.words && <ResultTable question={question} description={cloud.describe(options, revealed)} />}
      {first && (
        <ResultTable
          question={`${question} (${words.firstRound})`}
          description={cloud.describe(options, first)}
        />
      )}
    </div>
  );
}

function sentenceOf({ chosen, merged }: Choice): string {
  if (chosen) return fill(words.chooseTheSame, { word: chosen.text });
  return merged ? fill(words.wordMerged, { word: merged.text }) : words.chooseWordToMerge;
}

function isNow(word: RoundWord | undefined): boolean {
  return word !== undefined && word.now > 0;
}

/** What an outline, or a line under a word, means. */
function Key({ is, text }: { readonly is: WordIs; readonly text: string }) {
  return (
    <span class="legend" aria-hidden="true">
      <span class="cloud-sign" data-is={is}>
        {words.sampleWord}
      </span>
      <span dir="auto">{text}</span>
    </span>
  );
}

interface WordProps {
  readonly word: DrawnWord;
  readonly of: RoundWord | undefined;
  readonly chosen: boolean;
  readonly choose: ((key: string) => void) | undefined;
}

function Word({ word, of, chosen, choose }: WordProps) {
  const { key, text, x, y, size, rank } = word;
  const { is = 'both', now = word.count, before = 0 } = of ?? {};
  const place = {
    transform: `translate(${x}px, ${y}px) translate(-50%, -50%) scale(${size / 100})`,
    '--scale': size / 100,
  };
  const letters = (
    <span class="cloud-letters" dir="auto">
      {text}
    </span>
  );
  // Nobody wrote it in this round: there is nothing to merge yet.
  if (!choose || is === 'former') {
    return (
      <span class="cloud-word" data-rank={rank} data-is={is} style={place} aria-hidden={is === 'former'}>
        {letters}
      </span>
    );
  }
  return (
    <button
      type="button"
      class="cloud-word"
      data-rank={rank}
      data-is={is}
      style={place}
      aria-pressed={chosen}
      aria-label={`${text}, ${count(words.answers, now)}${before > 0 ? `, ${fill(words.inFirstRound, { number: before })}` : ''}`}
      onClick={() => choose(key)}
    >
      {letters}
    </button>
  );
}
