/** Poll as one question among several. */
import type { PartWays } from '../part.ts';
import type { PollOptions, PollResponse, PollRevealed } from './model.ts';

export const pollPart: PartWays<PollOptions, PollResponse, PollRevealed> = {
  implied: 'list',
  // One choice is one item: which answer it was.
  columns(options, columns) {
    if (options.choose !== 1) return columns;
    const other = options.other ? ['Other'] : [];
    const texts = new Map(options.answers.map(({ id, text }) => [id, text]));
    return [
      {
        item: '',
        label: '',
        values: 'choice',
        allowed: [...texts.values(), ...other],
        read: ({ options: [chosen = ''] }) => texts.get(chosen) ?? other[0],
      },
      ...columns.filter(({ values }) => values === 'text'),
    ];
  },
  rows: (_options, { people, bars = [], others = [] }) => [
    { item: '', text: '', count: people },
    ...bars.map(({ id, text, count, share }) => ({ item: id, text, count, share })),
    ...others
      .filter(({ verdict = 'approved' }) => verdict === 'approved')
      .map((other) => ({ item: '', text: `Other: ${other.text}`, count: other.count })),
  ],
  isResponse: (answer) => 'options' in answer,
};
