/** Q&A: people ask, and vote for the questions of others; the presenter pins one and marks what was answered. */
import * as v from 'valibot';
import { oldestFirst } from '../cards/arrivals.ts';
import { cardsColumns, derivedColumns, derivedRows } from '../cards/columns.ts';
import { ownCardsOf } from '../cards/own.ts';
import type { CardsResponse } from '../cards/response.ts';
import { honestCards, refusedCards } from '../cards/sample.ts';
import { type Bounds, cardsResponse } from '../cards/schema.ts';
import {
  approved,
  type Card,
  type CardsTally,
  cardsIn,
  cardsTally,
  chosenOf,
  entriesOf,
} from '../cards/tally.ts';
import { readWithoutList, wholeNumber } from '../directive.ts';
import { counted } from '../figure.ts';
import type { AskedKind } from '../kind.ts';
import { legibleLines } from '../legible.ts';
import { sampleQuestion, sampleSteering } from './sample.ts';
import { type QaSteered, qaSteering } from './steering.ts';

/** Questions that phones and the room screen get: the most wanted, and the latest beside them. */
const shown = { most: 45, latest: 15 };
/** The console gets more, and the report after the end most of all. */
const presenterShown = { live: { most: 150, latest: 50 }, final: { most: 1000, latest: 0 } };
const answeredShown = 20;
/** Questions one person may vote for. */
export const mostVotes = 50;

const qaOptions = v.strictObject({
  /** Questions that one person may have at a time. */
  questions: v.optional(wholeNumber('questions', 1, 10), 3),
  /** Longest question, in characters. */
  limit: v.optional(wholeNumber('limit', 20, 1000), 240),
});
export type QaOptions = v.InferOutput<typeof qaOptions>;

export interface Question {
  readonly key: string;
  readonly text: string;
  readonly votes: number;
}

export interface QaRevealed {
  readonly people: number;
  /** Open ones, most wanted first, and of equals the one that was asked first; absent while results are hidden. */
  readonly questions?: readonly Question[];
  /** How many more are open than shown. */
  readonly more?: number;
  /** Key of the open question that is on top. */
  readonly pinned?: string | null;
  /** Latest first. */
  readonly answered?: readonly Question[];
  readonly moreAnswered?: number;
}

export const qa: AskedKind<QaOptions, CardsResponse, CardsTally, QaRevealed, QaSteered> = {
  keyword: 'qa',
  asks: true,
  gradual: true,
  options: qaOptions,

  fromMarkdown(directive) {
    return readWithoutList(directive, qaOptions, 'people write the questions');
  },

  response: (options) => cardsResponse(boundsOf(options)),
  tally: cardsTally,
  steering: qaSteering,
  together: true,
  personal: (_options, { participant, own, rulings }) => ownCardsOf(participant, own?.response, rulings),

  reveal(options, tally, visibility, { steered }) {
    const { people } = tally;
    const { results, to } = visibility;
    if (results === 'hidden') return { people };
    const done = new Set(steered.answered);
    const [open, answered]: [Card[], Map<string, Card>] = [[], new Map()];
    for (const card of approved(cardsIn(tally), visibility)) {
      if (done.has(card.key)) answered.set(card.key, card);
      else open.push(card);
    }
    const older = oldestFirst(steered);
    const wanted = (a: Card, b: Card) => b.votes - a.votes || older(a, b);
    // On top whatever its votes.
    const pinned = open.find(({ key }) => key === steered.pinned);
    const others = pinned ? open.filter((card) => card !== pinned) : open;
    const listed = chosenOf(others, to === 'presenter' ? presenterShown[results] : shown, wanted, (a, b) =>
      older(b, a),
    );
    const latest = steered.answered.toReversed().flatMap((key) => answered.get(key) ?? []);
    const answeredListed = to === 'presenter' ? latest : latest.slice(0, answeredShown);
    const show = ({ key, written, votes }: Card): Question => {
      return { key, text: legibleLines(written.text, options.limit), votes };
    };
    return {
      people,
      questions: (pinned ? [...listed, pinned].sort(wanted) : listed).map(show),
      more: others.length - listed.length,
      pinned: pinned?.key ?? null,
      answered: answeredListed.map(show),
      moreAnswered: latest.length - answeredListed.length,
    };
  },

  entries: entriesOf,
  columns: (options) => cardsColumns(boundsOf(options)),
  derived: {
    columns: [],
    columnsFor: (options) =>
      derivedColumns(boundsOf(options), [
        { item: 'answered', label: 'Whether the presenter marked {card} as answered: yes or no' },
      ]),
    rows: (options, answers, { steered }) =>
      derivedRows(boundsOf(options), answers, (key) => ({
        answered: steered.answered.includes(key) ? 'yes' : 'no',
      })),
  },

  describe(_options, { questions = [], more = 0, answered = [], moreAnswered = 0 }) {
    const [first] = questions;
    const all = questions.length + more + answered.length + moreAnswered;
    const sentences = [
      `${counted(all, 'question')}, ${answered.length + moreAnswered} answered.`,
      ...(first ? [`Most wanted of the open ones: “${first.text}” (${counted(first.votes, 'vote')}).`] : []),
    ];
    return {
      sentence: all === 0 ? 'No questions yet.' : sentences.join(' '),
      table: {
        head: ['Question', 'Votes', 'State'],
        rows: [
          ...questions.map(({ text, votes }) => [text, votes, 'open']),
          ...answered.map(({ text, votes }) => [text, votes, 'answered']),
        ],
      },
    };
  },

  sample: {
    question: 'What would you like to ask our visitor?',
    options: [
      { questions: 3, limit: 240 },
      { questions: 1, limit: 60 },
      { questions: 10, limit: 1000 },
    ],
    honest: (options, random) => honestCards(boundsOf(options), random, sampleQuestion),
    refused: (options) => refusedCards(boundsOf(options)),
    commands: (_options, _random, answers) => sampleSteering(answers),
  },
};

function boundsOf({ questions, limit }: QaOptions): Bounds {
  return { cards: questions, limit, columns: [], votes: mostVotes, joins: 0 };
}
