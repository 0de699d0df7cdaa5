/** Quiz: a question with one right answer or several, points for them, and a leader board over all quizzes. */
import * as v from 'valibot';
import {
  type Directive,
  distinct,
  type Fault,
  faultAt,
  identified,
  listItem,
  readOptions,
  wholeNumber,
  withFaults,
} from '../directive.ts';
import { counted, percent } from '../figure.ts';
import type { Answer, AskedKind, Column } from '../kind.ts';
import { legible } from '../legible.ts';
import { once } from '../once.ts';
import type { Around } from '../steering.ts';
import { cellsOf, changed, emptyTable, type Table } from '../table.ts';
import { type Place, placesOf, ranksOf } from './places.ts';
import { type Given, pointsFor } from './points.ts';

const quizOptions = v.strictObject({
  answers: v.pipe(
    v.array(
      v.object({
        ...listItem('answer', 200).entries,
        /** What people read once the answer is shown. */
        explanation: v.optional(
          v.pipe(v.string(), v.maxLength(300, 'takes explanations of at most 300 characters')),
        ),
      }),
    ),
    v.minLength(2, 'needs at least two answers'),
    v.maxLength(12, 'takes at most 12 answers'),
    distinct('answer'),
  ),
  /** Ids of the right answers; empty where they are kept secret. */
  right: v.array(v.string()),
  /** Whether several answers are right, and all of them must be chosen. */
  several: v.boolean(),
  /** Whether a quick answer gives more points than a slow one; only where the question has a time limit. */
  points: v.optional(v.picklist(['speed', 'flat'], 'points must be speed or flat'), 'speed'),
  /** Lines of the leader board on the room screen. */
  leaders: v.optional(wholeNumber('leaders', 0, 10), 5),
});
export type QuizOptions = v.InferOutput<typeof quizOptions>;

export interface QuizResponse {
  options: string[];
}

export interface QuizTally {
  readonly people: number;
  /** As in the options: a step must know what is right. */
  readonly right: readonly string[];
  readonly counts: Readonly<Record<string, number>>;
  /** Participants who chose exactly what is right. */
  readonly correct: number;
  /** By participant: what points depend on. */
  readonly given: Table<Given>;
}

export interface QuizBar {
  readonly id: string;
  readonly text: string;
  readonly count: number;
  /** Of the people who answered, 0..1. */
  readonly share: number;
  /** Absent until the answer may be seen, as is what follows. */
  readonly right?: boolean;
  readonly explanation?: string;
}

export interface QuizRevealed {
  readonly people: number;
  /** Absent while results are hidden. */
  readonly bars?: readonly QuizBar[];
  /** Participants who chose exactly what is right; absent until the answer may be seen. */
  readonly correct?: number;
  /** For screens, once the answer may be seen; the names are those that people chose to show. */
  readonly leaders?: readonly Place[];
}

/** What one phone is told once the answer is shown. */
export interface QuizPersonal {
  readonly outcome: 'right' | 'wrong' | 'none';
  readonly points: number;
  /** Over all quizzes whose answers were shown. */
  readonly total: number;
  /** Null for who has no points: the last place is nobody's. */
  readonly rank: number | null;
  /** How many have answered any of them. */
  readonly of: number;
}

export const quiz: AskedKind<QuizOptions, QuizResponse, QuizTally, QuizRevealed> = {
  keyword: 'quiz',
  asks: true,
  options: quizOptions,
  // What others chose would be a hint.
  results: 'hidden',

  fromMarkdown(directive) {
    const { list } = directive;
    const answers = identified(list.map((item) => item.text)).map((answer, index) => {
      const explanation = list[index]?.items.map((item) => item.text).join(' ') ?? '';
      return explanation === '' ? answer : { ...answer, explanation };
    });
    const right = answers.filter((_, index) => list[index]?.checked === true).map(({ id }) => id);
    const filled = { answers, right, several: right.length > 1 };
    return withFaults(readOptions(directive, quizOptions, filled, 'answers'), markFaults(directive));
  },

  conceal: (options) => ({
    ...options,
    answers: options.answers.map(({ id, text }) => ({ id, text })),
    right: [],
  }),

  names: (options) => options.leaders > 0,

  response: (options) => responseTo(options),

  tally: {
    start: ({ answers, right }) => ({
      people: 0,
      right,
      counts: Object.fromEntries(answers.map((each) => [each.id, 0])),
      correct: 0,
      given: emptyTable,
    }),
    step(tally, { participant, response, at }) {
      const counts = { ...tally.counts };
      for (const id of response.options) counts[id] = (counts[id] ?? 0) + 1;
      const right = isRight(response, tally.right);
      return {
        people: tally.people + 1,
        right: tally.right,
        counts,
        correct: tally.correct + (right ? 1 : 0),
        given: changed(tally.given, participant, () => ({ right, at })),
      };
    },
  },

  reveal(options, tally, visibility, around) {
    const { people, correct } = tally;
    if (visibility.results === 'hidden') return { people };
    const bars = options.answers.map(({ id, text, explanation }): QuizBar => {
      const count = tally.counts[id] ?? 0;
      const bar = { id, text, count, share: people === 0 ? 0 : count / people };
      if (!visibility.answer) return bar;
      const shown = { ...bar, right: options.right.includes(id) };
      return explanation === undefined ? shown : { ...shown, explanation };
    });
    if (!visibility.answer) return { people, bars };
    if (visibility.to === 'phone') return { people, bars, correct };
    const board = { most: options.leaders, aliasOf: around.aliasOf };
    // A presenter sees the answer before the room does, when the standings do not hold this question's points yet.
    const gained = visibility.to === 'screen' ? { gained: gainOf(options, tally, around) } : {};
    return { people, bars, correct, leaders: placesOf(around.standings(), { ...board, ...gained }) };
  },

  personal(options, { participant, own, shown, ...around }): QuizPersonal | undefined {
    if (!shown) return undefined;
    const standings = around.standings();
    const { points: total = 0, rank = null } = ranksOf(standings).get(participant) ?? {};
    const given = own && fittingGiven(options, own);
    return {
      outcome: given === undefined ? 'none' : given.right ? 'right' : 'wrong',
      points: given === undefined ? 0 : pointsFor(options.points, given, around),
      total,
      rank: total > 0 ? rank : null,
      of: standings.length,
    };
  },

  score: (options, answer, around) => pointsFor(options.points, givenBy(options, answer), around),

  columns(options) {
    return options.answers.map(
      ({ id, text }): Column<QuizResponse> => ({
        item: id,
        label: text,
        values: 'choice',
        allowed: [text],
        ...(options.several ? {} : { oneOf: 'answers' }),
        read: (response) => (response.options.includes(id) ? text : undefined),
      }),
    );
  },

  derived: {
    // No answer's id has brackets.
    columns: [
      { item: '(right)', label: 'Whether the answer is right: yes or no', values: 'choice' },
      { item: '(points)', label: 'Points for the answer', values: 'number' },
    ],
    *rows(options, answers, around) {
      for (const answer of answers) {
        const { participant } = answer;
        const given = givenBy(options, answer);
        yield { participant, item: '(right)', value: given.right ? 'yes' : 'no' };
        yield { participant, item: '(points)', value: pointsFor(options.points, given, around) };
      }
    },
  },

  describe(_options, { people, bars = [], correct }) {
    const marked = correct !== undefined;
    const right = bars.filter((bar) => bar.right).map((bar) => `“${bar.text}”`);
    const outcome = `${correct} of ${people} right. ${right.length > 1 ? 'The right answers are' : 'The right answer is'} ${right.join(' and ')}.`;
    const count = `${counted(people, 'answer')}.`;
    return {
      sentence: people === 0 ? 'No answers yet.' : marked ? outcome : count,
      table: {
        head: ['Answer', 'Count', 'Share', ...(marked ? ['Right'] : [])],
        rows: bars.map(({ text, count, share, right }) => [
          text,
          count,
          percent(share),
          ...(marked ? [right ? 'yes' : 'no'] : []),
        ]),
      },
    };
  },

  sample: {
    question: 'A colleague says “I am fine” and looks away. What helps first?',
    options: [
      sampleOptions([
        ['Telling them about your own week'],
        ['Asking again, and then waiting', 'A second question says that there is time for the real answer.'],
        ['Letting them be', 'Often kind, and easily mistaken for not having noticed.'],
        ['Telling their manager'],
      ]),
      sampleOptions(
        [
          ['What the next shift must know'],
          ['Who was on shift', 'They can read that in the rota.'],
          ['What could go wrong', 'A warning that is spoken is remembered.'],
          ['What was promised to whom', 'Promises get lost between shifts more often than facts.'],
          ['How busy it was'],
        ],
        [0, 2, 3],
        { points: 'flat' },
      ),
      sampleOptions(
        [['True'], ['False', 'People speak up less the higher the most senior person in the room is.']],
        [1],
        { leaders: 0 },
      ),
      sampleOptions([['نعم، دائماً'], ['لا'], ['constructor'], ['👍🏽'], ['👎'], ['C++'], ['C#']], [0, 3], {
        leaders: 10,
      }),
      sampleOptions(
        [
          ['A plan that everybody has signed and that says who does what until the end of the next quarter'],
          ['A budget'],
          [
            'A first small step that can be taken back',
            'What happens next says more about the system than any plan: who helps, who waits, who was never asked. Then there is a second step to choose, and nobody has lost face if the first one was the wrong one.',
          ],
          ['A review'],
          ['A steering group with a member from each of the organisations that are affected by the change'],
          ['A charter'],
          ['A survey of all who work there'],
          ['A pilot in the keenest team'],
          ['A name'],
          ['A website'],
          ['A second opinion'],
          ['Time'],
        ],
        [2],
      ),
    ],
    honest(options, random) {
      const { answers, right, several } = options;
      const wrong = answers.filter(({ id }) => !right.includes(id)).map(({ id }) => id);
      if (random() < 0.5 || wrong.length === 0) return { options: several ? [...right] : right.slice(0, 1) };
      const drawn = wrong[Math.floor(random() ** 2 * wrong.length)] ?? '';
      const [first] = right;
      return { options: several && first !== undefined && random() < 0.6 ? [first, drawn] : [drawn] };
    },
    refused({ answers, several }) {
      const [first = '', second = ''] = answers.map((each) => each.id);
      return [
        {},
        { options: [] },
        { options: ['no-such-answer'] },
        { options: [first, first] },
        { options: first },
        { options: [first], other: 'and this' },
        { options: [], other: 'my own' },
        { options: [first], right: true },
        ...(several ? [] : [{ options: [first, second] }]),
      ];
    },
  },
};

const responseTo = once(({ answers, several }: QuizOptions): v.GenericSchema<unknown, QuizResponse> => {
  const ids = answers.map((each) => each.id);
  return v.strictObject({
    options: v.pipe(
      v.array(v.picklist(ids)),
      v.minLength(1),
      v.maxLength(several ? ids.length : 1),
      v.check((chosen) => new Set(chosen).size === chosen.length),
    ),
  });
});

/** Exactly the right ones, and each of them. */
function isRight({ options }: QuizResponse, right: readonly string[]): boolean {
  return options.length === right.length && right.every((id) => options.includes(id));
}

function givenBy(
  options: QuizOptions,
  answer: { readonly response: QuizResponse; readonly at: number },
): Given {
  return { right: isRight(answer.response, options.right), at: answer.at };
}

/** Undefined for an answer that no longer fits edited options. */
function fittingGiven(options: QuizOptions, { response, at }: Answer<unknown>): Given | undefined {
  const read = v.safeParse(responseTo(options), response);
  return read.success ? givenBy(options, { response: read.output, at }) : undefined;
}

const givenIn = once((table: QuizTally['given']): ReadonlyMap<string, Given> => new Map(cellsOf(table)));

/** What each participant got by this question. */
function gainOf(options: QuizOptions, { given }: QuizTally, around: Around<undefined>) {
  return (participant: string) => {
    const found = givenIn(given).get(participant);
    return found === undefined ? 0 : pointsFor(options.points, found, around);
  };
}

/** Boxes that are missing, or of which none is checked, and lists that are too deep. */
function markFaults(directive: Directive): readonly Fault[] {
  const { list } = directive;
  const faults: Fault[] = [];
  const unmarked = list.filter((item) => item.checked === undefined);
  if (list.length > 0 && unmarked.length === list.length) {
    faults.push(faultAt(directive, directive, 'needs a box before each answer, [x] right or [ ] wrong'));
  } else if (unmarked.length > 0) {
    for (const item of unmarked) {
      faults.push(faultAt(item, directive, `needs a box, [x] or [ ], before "${legible(item.text, 60)}"`));
    }
  } else if (list.length > 0 && list.every((item) => item.checked !== true)) {
    faults.push(faultAt(directive, directive, 'needs a right answer, marked [x]'));
  }
  for (const explanation of list.flatMap((item) => item.items)) {
    const [deeper] = explanation.items;
    if (deeper)
      faults.push(faultAt(deeper, directive, 'takes one explanation under an answer, and none under that'));
    if (explanation.checked !== undefined)
      faults.push(faultAt(explanation, directive, 'takes no box before an explanation'));
  }
  return faults;
}

/** Each answer with its explanation, if it has one; `right` counts from 0. */
function sampleOptions(
  answers: readonly (readonly [text: string, explanation?: string])[],
  right: readonly number[] = [1],
  changes: Partial<QuizOptions> = {},
): QuizOptions {
  const named = identified(answers.map(([text]) => text));
  return {
    answers: named.map((answer, index) => {
      const explanation = answers[index]?.[1];
      return explanation === undefined ? answer : { ...answer, explanation };
    }),
    right: named.filter((_, index) => right.includes(index)).map(({ id }) => id),
    several: right.length > 1,
    points: 'speed',
    leaders: 5,
    ...changes,
  };
}
