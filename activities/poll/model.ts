/** Poll: choose one answer, or several, or write another. */
import * as v from 'valibot';
import { readOptions, slug } from '../directive.ts';
import type { AskedKind, Column } from '../kind.ts';

const answer = v.object({ id: v.string(), text: v.string() });

export const pollOptions = v.strictObject({
  answers: v.pipe(
    v.array(answer),
    v.minLength(2, 'needs at least two answers'),
    v.maxLength(24, 'takes at most 24 answers'),
    v.check((list) => new Set(list.map((each) => each.id)).size === list.length, 'has the same answer twice'),
  ),
  /** How many answers one participant may choose. */
  choose: v.optional(
    v.union(
      [v.pipe(v.number(), v.integer(), v.minValue(1)), v.literal('any')],
      'choose must be a number from 1, or any',
    ),
    1,
  ),
  /** Whether a participant may write an answer that is not listed. */
  other: v.optional(v.boolean('other must be true or false'), false),
  /** Sorted by count instead of the author's order. */
  sort: v.optional(v.boolean('sort must be true or false'), false),
});
export type PollOptions = v.InferOutput<typeof pollOptions>;

export interface PollResponse {
  options: string[];
  other?: string | undefined;
}

export interface PollTally {
  readonly people: number;
  readonly counts: Readonly<Record<string, number>>;
  /** What people wrote instead, with the key they wrote it under. */
  readonly others: readonly { readonly participant: string; readonly text: string }[];
}

export interface PollRevealed {
  readonly people: number;
  /** Absent while results are hidden. */
  readonly bars?: readonly {
    readonly id: string;
    readonly text: string;
    readonly count: number;
    readonly share: number;
  }[];
  readonly others?: readonly string[];
}

/** Longest "other" a phone may send, in characters. */
export const otherLimit = 140;

export const poll: AskedKind<PollOptions, PollResponse, PollTally, PollRevealed> = {
  keyword: 'poll',
  asks: true,
  options: pollOptions,

  fromMarkdown(directive) {
    const answers = directive.list.map((item) => ({ id: slug(item.text), text: item.text }));
    return readOptions(directive, pollOptions, { ...directive.options, answers }, 'answers');
  },

  response(options) {
    const ids = options.answers.map((each) => each.id);
    const most = options.choose === 'any' ? ids.length : Math.min(options.choose, ids.length);
    return v.pipe(
      v.strictObject({
        options: v.pipe(
          v.array(v.picklist(ids)),
          v.maxLength(most),
          v.check((chosen) => new Set(chosen).size === chosen.length),
        ),
        other: v.optional(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(otherLimit))),
      }),
      v.check(({ options: chosen, other }) => {
        const picks = chosen.length + (other === undefined ? 0 : 1);
        return picks >= 1 && picks <= Math.max(most, 1) + (most > 1 && options.other ? 1 : 0);
      }),
      v.check(({ other }) => other === undefined || options.other),
    );
  },

  tally: {
    start: (options) => ({
      people: 0,
      counts: Object.fromEntries(options.answers.map((each) => [each.id, 0])),
      others: [],
    }),
    step(tally, { participant, response }) {
      const counts = { ...tally.counts };
      for (const id of response.options) counts[id] = (counts[id] ?? 0) + 1;
      const others =
        response.other === undefined
          ? tally.others
          : [...tally.others, { participant, text: response.other }];
      return { people: tally.people + 1, counts, others };
    },
  },

  reveal(options, tally, visibility) {
    if (visibility.results === 'hidden') return { people: tally.people };
    const share = (count: number) => (tally.people === 0 ? 0 : count / tally.people);
    const bars = options.answers.map(({ id, text }) => {
      const count = tally.counts[id] ?? 0;
      return { id, text, count, share: share(count) };
    });
    if (options.sort) bars.sort((a, b) => b.count - a.count);
    if (!options.other) return { people: tally.people, bars };
    const count = tally.others.length;
    // Sorted, so that the order says nothing about who answered when.
    const others = tally.others.map((each) => each.text).sort();
    return {
      people: tally.people,
      bars: [...bars, { id: 'other', text: 'Other', count, share: share(count) }],
      others,
    };
  },

  columns(options) {
    const columns: Column<PollResponse>[] = options.answers.map(({ id, text }) => ({
      item: id,
      label: text,
      values: 'choice',
      allowed: [text],
      read: (response) => (response.options.includes(id) ? text : undefined),
    }));
    if (!options.other) return columns;
    return [
      ...columns,
      { item: 'other', label: 'Other', values: 'text', read: (response) => response.other },
    ];
  },

  describe(_options, revealed) {
    const bars = revealed.bars ?? [];
    const top = Math.max(0, ...bars.map((bar) => bar.count));
    const leaders = bars.filter((bar) => bar.count === top).map((bar) => bar.text);
    return {
      sentence: top === 0 ? 'No answers yet.' : `${leaders.join(' and ')}: ${top} of ${revealed.people}.`,
      table: {
        head: ['Answer', 'Count', 'Share'],
        rows: bars.map((bar) => [bar.text, bar.count, `${Math.round(bar.share * 100)}%`]),
      },
    };
  },

  sample: {
    question: 'A change at work, lately: how did it land?',
    options: [
      sampleOptions(['It gave me energy', 'I was curious', 'I was wary', 'It wore me out'], 1, false),
      sampleOptions(['Email', 'In person', 'By phone', 'In a meeting', 'Not at all'], 'any', true),
      sampleOptions(['Yes', 'No'], 1, true),
    ],
    honest(options, random) {
      if (options.other && random() < 0.1)
        return { options: [], other: `Something else ${Math.floor(random() * 9)}` };
      const most = options.choose === 'any' ? options.answers.length : options.choose;
      const wanted = 1 + Math.floor(random() * most);
      const chosen = [...options.answers]
        .map((each, index) => ({ id: each.id, weight: random() / (index + 1) }))
        .sort((a, b) => b.weight - a.weight)
        .slice(0, wanted);
      return { options: chosen.map((each) => each.id) };
    },
    refused: (options) => [
      { options: [] },
      { options: ['no-such-answer'] },
      { options: [options.answers[0]?.id, options.answers[0]?.id] },
      { options: 'first' },
      ...(options.choose === 1 ? [{ options: options.answers.slice(0, 2).map((each) => each.id) }] : []),
      { options: [], other: 'x'.repeat(otherLimit + 1) },
      ...(options.other ? [] : [{ options: [], other: 'not offered here' }]),
    ],
  },
};

function sampleOptions(texts: readonly string[], choose: PollOptions['choose'], other: boolean): PollOptions {
  return { answers: texts.map((text) => ({ id: slug(text), text })), choose, other, sort: false };
}
