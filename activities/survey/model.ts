/** Survey: several questions on one page, answered in one's own time; and how answers changed since an earlier one. */
import * as v from 'valibot';
import { readOptions, withFaults } from '../directive.ts';
import type { AskedKind, Column } from '../kind.ts';
import { isBlank, lengthOf, sameAs } from '../legible.ts';
import { once } from '../once.ts';
import type { Entry, Rulings, Verdict } from '../rulings.ts';
import { someOf } from '../some-of.ts';
import { changed, emptyTable, type Table } from '../table.ts';
import { describeSurvey } from './describe.ts';
import { type SurveyOptions, surveyOptions } from './options.ts';
import {
  type Comparison,
  comparisonOf,
  meansOf,
  pairsOf,
  type Telling,
  toldOf,
  type Voice,
} from './pairs.ts';
import { partOf, parts } from './parts.ts';
import { codeId, codeLimit, columnsOf, numbersOf, type Question } from './questions.ts';
import { readQuestions } from './read.ts';
import { sampleEarlier, sampleSurvey } from './sample.ts';

export interface SurveyResponse {
  /** By question, each as its kind has it; the personal code as `code`. */
  answers: Record<string, unknown>;
}

export interface SurveyTally {
  readonly people: number;
  /** As authored: they say what an answer holds. */
  readonly questions: readonly Question[];
  /** By question, as its kind folds the answers. */
  readonly parts: Readonly<Record<string, unknown>>;
  /** By participant: what a later survey is compared with. Never revealed. */
  readonly voices: Table<Voice>;
}

/** An item that is a number. */
export interface Figure {
  readonly item: string;
  /** The question it belongs to. */
  readonly question: string;
  readonly text: string;
  /** Null while nobody has answered. */
  readonly mean: number | null;
  /** Since the earlier survey; absent where that asked nothing like it. */
  readonly since?: Comparison;
}

export interface SurveyRevealed {
  readonly people: number;
  /** Absent while results are hidden; by question, as its kind reveals it. */
  readonly parts?: Readonly<Record<string, unknown>>;
  readonly figures?: readonly Figure[];
  /** Participants who answered the earlier survey, too; absent where there is none, null where it is not told. */
  readonly pairs?: number | null;
  /** The question that fills the room's screen; absent for all of them together. */
  readonly shown?: string;
  /** The same for the presenter, whose reports have all of them together. */
  readonly chosen?: string;
}

export interface SurveySteered {
  readonly part: string | null;
}

export const survey: AskedKind<SurveyOptions, SurveyResponse, SurveyTally, SurveyRevealed, SurveySteered> = {
  keyword: 'survey',
  asks: true,
  composes: true,
  gradual: true,
  options: surveyOptions,

  fromMarkdown(directive) {
    const { questions, faults } = readQuestions(directive);
    return withFaults(readOptions(directive, surveyOptions, { questions }, 'questions'), faults);
  },

  links: ({ before }) =>
    before === undefined ? [] : [{ option: 'before', activity: before, needs: 'same-kind' }],

  pictures: ({ questions }) =>
    questions.flatMap(({ kind, options }) => partOf(kind).model.pictures?.(options) ?? []),

  response(options) {
    const answers = Object.fromEntries(
      options.questions.map(({ id, kind, options: own }) => [id, partOf(kind).model.response(own)]),
    );
    return v.strictObject({
      answers: someOf(options.code ? { ...answers, [codeId]: personalCode } : answers),
    });
  },

  tally: {
    start: ({ questions }) => ({
      people: 0,
      questions,
      parts: Object.fromEntries(
        questions.map(({ id, kind, options }) => [id, partOf(kind).model.tally.start(options)]),
      ),
      voices: emptyTable,
    }),
    step(tally, answer) {
      const { answers } = answer.response;
      const parts = { ...tally.parts };
      for (const { id, kind } of tally.questions) {
        const response = answers[id];
        if (response !== undefined)
          parts[id] = partOf(kind).model.tally.step(parts[id], { ...answer, response });
      }
      return {
        people: tally.people + 1,
        questions: tally.questions,
        parts,
        voices: changed(tally.voices, answer.participant, () => voiceOf(tally.questions, answers)),
      };
    },
  },

  reveal({ questions, before }, tally, visibility, around) {
    const { people } = tally;
    const { to, results } = visibility;
    if (results === 'hidden') return { people };
    const rulings = parted(visibility.rulings);
    const shown = questions.find(({ id }) => id === around.steered.part)?.id;
    const parts = questions.map(({ id, kind, options }) => {
      const { model, brief } = partOf(kind);
      const own = { ...visibility, rulings: rulings(id) };
      const part = tally.parts[id] ?? model.tally.start(options);
      const result = model.reveal(options, part, own, { ...around, steered: undefined });
      return [id, to === 'presenter' || id === shown ? result : brief(result)] as const;
    });
    const linked = before === undefined ? undefined : around.linked(before);
    const earlier = linked?.tally;
    // As long as either survey takes answers, codes can be tried.
    const isSettled = results === 'final' && linked?.isOpen !== true;
    const telling = to === 'presenter' ? 'counts' : isSettled ? 'enough' : 'nothing';
    return {
      people,
      parts: Object.fromEntries(parts),
      ...compared(questions, tally.voices, isTally(earlier) ? earlier : undefined, telling),
      ...(shown === undefined || to === 'phone' ? {} : to === 'screen' ? { shown } : { chosen: shown }),
    };
  },

  columns({ questions, code }) {
    const columns = questions.flatMap((asked) =>
      columnsOf(asked).map((column): Column<SurveyResponse> => {
        return { ...column, read: ({ answers }) => readAnswer(column, answers[asked.id]) };
      }),
    );
    return code ? [...columns, codeColumn] : columns;
  },

  describe: describeSurvey,

  entries: once(({ answers }) =>
    Object.entries(answers).flatMap(([id, response]) =>
      // The code is for nobody's eyes.
      id === codeId ? [] : entriesOf(response).map((entry) => ({ ...entry, id: `${id}.${entry.id}` })),
    ),
  ),

  steering: {
    /** Which question fills the screen; null for all of them together. */
    commands: { showPart: v.strictObject({ part: v.nullable(v.pipe(v.string(), v.maxLength(100))) }) },
    start: () => ({ part: null }),
    decide: ({ questions }, _steered, { part }) =>
      part === null || questions.some(({ id }) => id === part) ? { part } : undefined,
    evolve: (_options, steered, step) => (v.is(shownStep, step) ? { part: step.part } : steered),
  },

  sample: {
    ...sampleSurvey,
    linked: (options, answers) => sampleEarlier(survey.tally, options, answers),
  },
};

const shownStep = v.object({ part: v.nullable(v.string()) });

const personalCode = v.strictObject({
  text: v.pipe(
    v.string(),
    v.check((text) => !isBlank(text) && lengthOf(text) <= codeLimit),
  ),
});
const codeColumn: Column<SurveyResponse> = {
  item: codeId,
  label: 'Personal code',
  values: 'text',
  read: ({ answers }) => codeOf(answers),
};

function codeOf({ [codeId]: code }: SurveyResponse['answers']): string | undefined {
  return v.is(personalCode, code) ? code.text : undefined;
}

function voiceOf(questions: readonly Question[], answers: SurveyResponse['answers']): Voice {
  const ratings: [string, number][] = [];
  for (const asked of questions) {
    for (const column of numbersOf(asked)) {
      const value = readAnswer(column, answers[asked.id]);
      if (typeof value === 'number') ratings.push([column.item, value]);
    }
  }
  const code = codeOf(answers);
  return { ...(code === undefined ? {} : { code: sameAs(code) }), ratings: Object.fromEntries(ratings) };
}

function readAnswer(column: Column<unknown>, answer: unknown): string | number | undefined {
  return answer === undefined ? undefined : column.read(answer);
}

/** Every number of the survey, beside what the earlier one has of it on the same steps. */
function compared(
  questions: readonly Question[],
  voices: Table<Voice>,
  earlier: Pick<SurveyTally, 'questions' | 'voices'> | undefined,
  telling: Telling,
): Pick<SurveyRevealed, 'figures' | 'pairs'> {
  const pairs = earlier ? pairsOf(earlier.voices, voices) : [];
  const [means, former] = [meansOf(voices), meansOf(earlier?.voices ?? emptyTable)];
  const known = new Map(earlier?.questions.flatMap(numbersOf).map(({ item, allowed }) => [item, allowed]));
  const figures = questions.flatMap((asked) =>
    numbersOf(asked).map(({ item, label, allowed }): Figure => {
      const mean = means.get(item) ?? null;
      const figure = { item, question: asked.id, text: label, mean };
      const isComparable = known.has(item) && String(known.get(item)) === String(allowed);
      if (!earlier || !isComparable) return figure;
      const everybody = { before: former.get(item) ?? null, after: mean };
      return { ...figure, since: comparisonOf(item, pairs, everybody, telling) };
    }),
  );
  return earlier ? { figures, pairs: toldOf(pairs.length, telling) } : { figures };
}

/** The rulings of each question: what its kind calls an entry has the question's id before it here. */
function parted(rulings: Rulings): (question: string) => Rulings {
  const verdicts = new Map<string, Record<string, Verdict>>();
  for (const [key, verdict] of Object.entries(rulings.verdicts)) {
    const [, whose = '', id = '', entry = ''] = /^(\S*) ([^.]*)\.(.*)$/s.exec(key) ?? [];
    const own = verdicts.get(id) ?? {};
    own[`${whose} ${entry}`] = verdict;
    verdicts.set(id, own);
  }
  return (id) => ({ moderate: rulings.moderate, verdicts: verdicts.get(id) ?? {}, merges: {} });
}

function entriesOf(response: unknown): readonly Entry[] {
  return Object.values(parts).flatMap((part) => part.entries(response));
}

function isTally(value: unknown): value is SurveyTally {
  return typeof value === 'object' && value !== null && 'voices' in value && 'questions' in value;
}
