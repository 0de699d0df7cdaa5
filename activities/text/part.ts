/** Text as one question among several. */
import { legibleLines } from '../legible.ts';
import type { PartWays } from '../part.ts';
import type { TextOptions, TextResponse, TextRevealed } from './model.ts';

/** Longest text beside other questions, in characters. */
const briefText = 160;

export const textPart: PartWays<TextOptions, TextResponse, TextRevealed> = {
  rows: (_options, { people, entries = [] }) => [
    { item: '', text: '', count: people },
    ...entries
      .filter(({ verdict = 'approved' }) => verdict === 'approved')
      .map((entry) => ({ item: '', text: entry.text, count: '' as const })),
  ],
  brief: (revealed) => ({
    ...revealed,
    ...(revealed.entries
      ? { entries: revealed.entries.map((each) => ({ ...each, text: legibleLines(each.text, briefText) })) }
      : {}),
  }),
  isResponse: (answer) => 'text' in answer,
};
