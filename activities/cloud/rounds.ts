/** Two rounds as one cloud: words of the first that nobody has written again stand where they stood, outlined. */
import type { CloudRevealed, CloudWord } from './model.ts';

/** `former` was written in the first round alone, `new` was not written there. */
export type WordIs = 'former' | 'new' | 'both';

export interface RoundWord extends CloudWord {
  /** What its size shows; both rounds have one scale. */
  readonly count: number;
  readonly is: WordIs;
  /** Participants who wrote it in this round. */
  readonly now: number;
  /** Participants who wrote it in the first round. */
  readonly before: number;
}

/** So many outlined words at most: they are the ground, not the figure. */
const mostFormer = 40;
/** However many wrote in the first round, the largest word of this one is at least half as large as its largest. */
const largest = 4;

interface RoundsWords {
  /** Those of this round, most frequent first, then those of the first one alone. */
  readonly all: readonly RoundWord[];
  /** The count that is drawn as large as can be: of the first round, so that its outlines rest as this one grows. */
  readonly most: number;
}

/** Only what may be seen by the room. */
export function wordsOfRounds(
  { words = [] }: Pick<CloudRevealed, 'words'>,
  first: Pick<CloudRevealed, 'words' | 'more'> | undefined,
): RoundsWords {
  const present = words.filter(isSeen);
  const past = new Map(first?.words?.filter(isSeen).map((word) => [word.key, word]));
  // Of a list that was cut nobody knows what is not in it.
  const isWhole = first !== undefined && (first.more ?? 0) === 0;
  const shown = new Set(present.map(({ key }) => key));
  const [most, mostBefore] = [countIn(present), countIn([...past.values()])];
  const factor = most === 0 || mostBefore === 0 ? 1 : Math.min(1, (largest * most) / mostBefore);
  const gone = [...past.values()].filter(({ key }) => !shown.has(key)).slice(0, mostFormer);
  const all = [
    ...present.map((word): RoundWord => {
      const before = past.get(word.key)?.count ?? 0;
      return { ...word, is: isWhole && before === 0 ? 'new' : 'both', now: word.count, before };
    }),
    ...gone.map(
      (word): RoundWord => ({
        ...word,
        count: word.count * factor,
        is: 'former',
        now: 0,
        before: word.count,
      }),
    ),
  ];
  return { all, most: Math.max(1, mostBefore * factor) };
}

function isSeen({ verdict = 'approved' }: CloudWord): boolean {
  return verdict === 'approved';
}

function countIn(words: readonly CloudWord[]): number {
  return Math.max(0, ...words.map(({ count }) => count));
}
