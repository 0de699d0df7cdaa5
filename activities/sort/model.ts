/** Sort: put cards into named bins. There is no right answer; what shows is how the room splits each card. */
import * as v from 'valibot';
import { distinct, identified, listItem, readOptions, textOption } from '../directive.ts';
import { percent } from '../figure.ts';
import type { AskedKind } from '../kind.ts';
import { someOf } from '../some-of.ts';

const intoMessage = 'into must name 2 to 6 bins, as in [Simple, Complicated, Complex]';
const binText = v.pipe(
  textOption(intoMessage),
  v.minLength(1, 'into has a bin without a name'),
  v.maxLength(40, 'into takes names of at most 40 characters'),
);

const sortOptions = v.strictObject({
  cards: v.pipe(
    v.array(listItem('card', 200)),
    v.minLength(1, 'needs a list of cards below it'),
    v.maxLength(24, 'takes at most 24 cards'),
    distinct('card'),
  ),
  /** The bins; an author writes their names alone. */
  into: v.pipe(
    v.array(v.pipe(v.unknown(), v.transform(nameOf), binText), intoMessage),
    v.minLength(2, intoMessage),
    v.maxLength(6, intoMessage),
    v.transform((texts) => identified(texts)),
    distinct('bin'),
  ),
  /** Cards on screens as the author listed them, or those first that people agree on most. */
  order: v.optional(v.picklist(['listed', 'agreement'], 'order must be listed or agreement'), 'listed'),
});
export type SortOptions = v.InferOutput<typeof sortOptions>;

export interface SortResponse {
  /** From a card's id to a bin's; a card left out is not sorted. */
  bins: Record<string, string>;
}

export interface SortTally {
  readonly people: number;
  /** By card and bin, how many put it there. */
  readonly counts: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

export interface SortedCard {
  readonly id: string;
  readonly text: string;
  /** Participants who sorted it. */
  readonly people: number;
  /** How many put it into each bin, in the order of the bins. */
  readonly counts: readonly number[];
  /**
   * The share of those who sorted the card that its fullest bin holds, 0..1, whichever bin that is; null while nobody
   * has. So it is 1 when all say the same, and never less than 1 divided by the number of bins.
   */
  readonly agreement: number | null;
}

export interface SortRevealed {
  readonly people: number;
  /** Absent while results are hidden. */
  readonly cards?: readonly SortedCard[];
}

export const sort: AskedKind<SortOptions, SortResponse, SortTally, SortRevealed> = {
  keyword: 'sort',
  asks: true,
  options: sortOptions,

  fromMarkdown(directive) {
    const cards = identified(directive.list.map((item) => item.text));
    const { into = [] } = directive.options;
    const given = { ...directive, options: { ...directive.options, into } };
    return readOptions(given, sortOptions, { cards }, 'cards');
  },

  response(options) {
    const bin = v.picklist(options.into.map(({ id }) => id));
    return v.strictObject({ bins: someOf(Object.fromEntries(options.cards.map(({ id }) => [id, bin]))) });
  },

  tally: {
    start(options) {
      const none = Object.fromEntries(options.into.map(({ id }) => [id, 0]));
      return { people: 0, counts: Object.fromEntries(options.cards.map(({ id }) => [id, none])) };
    },
    step(tally, { response }) {
      const counts = { ...tally.counts };
      for (const [card, bin] of Object.entries(response.bins)) {
        const before = counts[card];
        if (before) counts[card] = { ...before, [bin]: (before[bin] ?? 0) + 1 };
      }
      return { people: tally.people + 1, counts };
    },
  },

  reveal(options, tally, { results }) {
    const { people } = tally;
    if (results === 'hidden') return { people };
    const cards = options.cards.map(({ id, text }): SortedCard => {
      const counts = options.into.map((bin) => tally.counts[id]?.[bin.id] ?? 0);
      const people = counts.reduce((sum, count) => sum + count, 0);
      return { id, text, people, counts, agreement: people === 0 ? null : Math.max(...counts) / people };
    });
    if (options.order === 'agreement') cards.sort(moreAgreed);
    return { people, cards };
  },

  columns: (options) =>
    options.cards.map(({ id, text }) => ({
      item: id,
      label: text,
      values: 'choice',
      allowed: options.into.map((bin) => bin.text),
      read: ({ bins }) => options.into.find((bin) => bin.id === bins[id])?.text,
    })),

  describe(options, { cards = [] }) {
    const sorted = cards.filter(({ people }) => people > 0).sort(moreAgreed);
    const [first] = sorted;
    const last = sorted.at(-1);
    const most = first && `Most agreed on: ${inWords(options, first)}.`;
    const least = last && last !== first ? ` Least: ${inWords(options, last)}.` : '';
    return {
      sentence: most === undefined ? 'No answers yet.' : most + least,
      table: {
        head: ['Card', ...options.into.map(({ text }) => text), 'Sorted by', 'Agreement'],
        rows: cards.map((card) => [
          card.text,
          ...card.counts,
          card.people,
          card.agreement === null ? '–' : percent(card.agreement),
        ]),
      },
      bars: { column: options.into.length + 2, shares: cards.map(({ agreement }) => agreement) },
    };
  },

  sample: {
    question: 'What kind of problem is it?',
    options: [
      sampleOptions(
        ['Simple', 'Complicated', 'Complex'],
        [
          'Following a carrot cake recipe',
          'Sending a rocket to the moon',
          'Raising a child',
          'Getting people home from hospital on time',
          'Fixing a bicycle',
          'Making a small town proud of itself',
          'Planning a rota for eight wards over the holidays',
          'Ending homelessness',
        ],
      ),
      sampleOptions(
        ['Management', 'Leadership'],
        [
          ['Sets direction', 'Keeps to the budget', 'Asks what nobody asks', 'Plans the week'],
          ['Listens first', 'Measures results', 'Takes the blame', 'Gives others the credit'],
          ['Reduces risk', 'Makes meaning of what happens', 'Organises people', 'Goes first'],
        ].flat(),
        'agreement',
      ),
      sampleOptions(
        ['👍', '👎', 'constructor', 'لاحقاً'],
        ['C', 'C++', 'constructor', 'ماء', 'कि', 'की', '🚀'],
      ),
      sampleOptions(['Keep', 'Drop'], ['The Monday meeting']),
      sampleOptions(
        ['Now', 'This month', 'This year', 'Some day', 'Not at all', 'Somebody else has to decide on this'],
        Array.from(
          { length: 24 },
          (_, index) => `Task ${index + 1} of a list that somebody else has left us`,
        ),
      ),
    ],
    honest(options, random) {
      const bins = options.into;
      const pairs = options.cards.flatMap(({ id }, index) => {
        if (index > 0 && random() < 0.08) return [];
        // Each card has a bin that most people see it in, some more clearly than others.
        const clear = 0.25 + 0.7 * ((index * 0.37) % 1);
        const place =
          random() < clear ? (index + (index % 3)) % bins.length : Math.floor(random() * bins.length);
        return [[id, bins[place]?.id ?? ''] as const];
      });
      return { bins: Object.fromEntries(pairs) };
    },
    refused(options) {
      const [card = ''] = options.cards.map(({ id }) => id);
      const [bin = ''] = options.into.map(({ id }) => id);
      return [
        {},
        { bins: {} },
        { bins: [] },
        { bins: { 'no-such-card': bin } },
        { bins: { [card]: 'no-such-bin' } },
        { bins: { [card]: [bin] } },
        { bins: { [card]: null } },
        { bins: { [card]: bin }, extra: true },
      ];
    },
  },
};

/** The fullest bins of a card: one, or several that hold as many; none while nobody has sorted it. */
export function fullest({ counts }: Pick<SortedCard, 'counts'>): number[] {
  const most = Math.max(...counts);
  return most === 0 ? [] : counts.flatMap((count, index) => (count === most ? [index] : []));
}

/** “Raising a child” (87% say Complex) */
function inWords(options: SortOptions, card: SortedCard): string {
  const bins = fullest(card).map((index) => options.into[index]?.text ?? '');
  return `“${card.text}” (${percent(card.agreement ?? 0)} say ${bins.join(', as many ')})`;
}

/** Those nobody has sorted stand last; the author's order decides between equals. */
function moreAgreed(a: SortedCard, b: SortedCard): number {
  return (b.agreement ?? 0) - (a.agreement ?? 0);
}

/** The name of a bin, as authored or as read before. */
function nameOf(given: unknown): unknown {
  return typeof given === 'object' && given !== null && 'text' in given ? given.text : given;
}

function sampleOptions(
  into: readonly string[],
  cards: readonly string[],
  order: SortOptions['order'] = 'listed',
): SortOptions {
  return { cards: identified(cards), into: identified(into), order };
}
