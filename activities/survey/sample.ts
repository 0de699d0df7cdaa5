/** Sample surveys: a baseline, a form at the end, the baseline again, and one that is all choices and texts. */
import { identified } from '../directive.ts';
import type { Answer, AskedKind, Sample } from '../kind.ts';
import { hashOf } from '../legible.ts';
import type { KindCommand, Linked } from '../steering.ts';
import type { SurveyResponse, SurveyTally } from './model.ts';
import type { SurveyOptions } from './options.ts';
import type { PartName } from './parts.ts';
import { partOf } from './parts.ts';
import { codeId, codeLimit, type Question } from './questions.ts';

const agreement: [string, string] = ['Not at all', 'Completely'];

const baseline = [
  statement('I can name the people whose work decides whether mine succeeds'),
  statement('I know what the organisations around us are struggling with this year'),
  statement('When something goes wrong between services, I know whom to call'),
  statement('I speak up when a decision of another service will cost our patients time'),
  statement('I leave room for views that I do not share'),
  statement('I can hold a difficult conversation without losing the person'),
  statement('I try something small before I plan something large'),
  statement('I can work with people who owe me nothing'),
  statement('I look after myself as well as I look after my team'),
];

const choices = [
  ask('poll', 'Which part of the system do you work in?', {
    ...pollOf(['Hospital', 'General practice', 'Council', 'Charity', 'Ambulance or fire service']),
    other: true,
  }),
  ask('poll', 'What takes most of your energy just now?', {
    ...pollOf(['Staffing', 'Money', 'Waiting lists', 'Too many meetings', 'Change itself']),
    choose: 2,
  }),
];

const hope = ask('text', 'What do you hope will be different in a year?', { limit: 280 });

export const sampleSurvey: Sample<SurveyOptions, SurveyResponse> = {
  question: 'Before we begin: where do you stand?',
  options: [
    {
      ...surveyOf([...baseline, ...choices, hope], agreement),
      code: true,
      codeHint: 'The first two letters of your street, and the day of your birth',
    },
    surveyOf(
      [
        ask('scale', 'How many stars for these two days?', { ...scaleOf('', 1, 5), stars: true }),
        ask('scale', 'How likely are you to recommend them to a colleague?', {
          ...scaleOf('', 0, 10),
          ends: ['Not at all likely', 'Extremely likely'],
          recommend: true,
        }),
        statement('I have met somebody I will call next week'),
        ask('text', 'What should we do differently next time?', { limit: 400 }),
      ],
      agreement,
    ),
    { ...surveyOf([...baseline, hope], agreement), code: true, before: 'baseline' },
    surveyOf([
      ask('poll', 'Where shall we meet?', pollOf(['Constructor', 'The old fire station 🚒', 'في المكتبة'])),
      ask('poll', 'Which evenings suit you?', {
        ...pollOf(['Monday', 'Tuesday', 'Wednesday', 'Thursday']),
        choose: 'any',
        other: true,
      }),
      ask('text', 'מה עוד?', { limit: 60 }),
    ]),
    surveyOf([
      ask('scale', 'How strong are you in each of these?', {
        ...scaleOf('', 1, 5),
        statements: identified(['Seeing the whole system', 'Listening', 'Making the future together']),
        spectrum: false,
      }),
      statement('My calendar is mine'),
    ]),
  ],
  honest(options, random) {
    const asked = options.questions.filter((_, index) => index === 0 || random() < 0.92);
    const answers = Object.fromEntries(asked.map((each) => [each.id, honestAnswer(each, random)]));
    if (!options.code || random() < 0.15) return { answers };
    const street = sampleStreets[Math.floor(random() * sampleStreets.length)] ?? 'el';
    return { answers: { ...answers, [codeId]: { text: `${street} ${1 + Math.floor(random() * 31)}` } } };
  },
  commands: sampleCommands,
  refused({ questions, code }) {
    const [first] = questions;
    if (!first) return [];
    const { model } = partOf(first.kind);
    const answer = model.sample.honest(first.options, () => 0.3);
    return [
      {},
      { answers: {} },
      { answers: [] },
      { answers: { 'no-such-question': answer } },
      { answers: { [first.id]: null } },
      { answers: { [first.id]: answer }, extra: 1 },
      ...model.sample.refused(first.options).map((refused) => ({ answers: { [first.id]: refused } })),
      ...(code ? ['', ' \u200b', 'x'.repeat(codeLimit + 1), 7] : ['oak 14']).map((text) => ({
        answers: { [first.id]: answer, [codeId]: { text } },
      })),
    ];
  },
};

function sampleCommands({ questions }: SurveyOptions): readonly KindCommand[] {
  const [first, ...others] = questions;
  const one = { type: 'showPart', part: first?.id };
  return others.length > 1 ? [one, { type: 'showPart', part: null }] : [one];
}

/** What two in three of these participants, and some others, said some time before: rather less. */
export function sampleEarlier(
  tally: AskedKind<SurveyOptions, SurveyResponse, SurveyTally, unknown>['tally'],
  options: SurveyOptions,
  answers: readonly Answer<unknown>[],
): Linked {
  const earlier = answers.map(({ participant, response, at }, index) => ({
    participant: index % 3 === 2 ? `${participant}-before` : participant,
    response: lowered(response),
    at,
  }));
  return {
    options,
    tally: earlier.reduce(tally.step, tally.start(options)),
    answered: earlier.map(({ participant }) => participant),
    segmentOf: () => undefined,
    sets: [],
  };
}

/** One step less where the participant had one to spare, for some of the statements. */
function lowered(response: unknown): SurveyResponse {
  return JSON.parse(JSON.stringify(response), (key, value) =>
    key === 'value' && typeof value === 'number' && value > 1 && hashOf(JSON.stringify(response)) % 3 > 0
      ? value - 1
      : value,
  );
}

/** Statements differ, so that a gallery has something to show. */
function honestAnswer({ id, kind, options }: Question, random: () => number): unknown {
  const { sample } = partOf(kind).model;
  const lean = hashOf(id) % 3;
  const leaning = () => {
    const drawn = random();
    return lean === 0 ? drawn : lean === 1 ? Math.sqrt(drawn) : drawn ** 1.5;
  };
  return sample.honest(options, leaning);
}

function surveyOf(questions: readonly Question[], ends?: [string, string]): SurveyOptions {
  return { questions: [...questions], from: 1, to: 5, ...(ends ? { ends } : {}), code: false };
}

function statement(text: string): Question {
  return ask('scale', text, { ...scaleOf(text, 1, 5), ends: agreement });
}

function ask(kind: PartName, text: string, options: object): Question {
  const [named] = identified([text]);
  const own =
    'spectrum' in options && options.spectrum === true ? { statements: [{ id: 'value', text }] } : {};
  return { id: named?.id ?? '', text, kind, options: { ...options, ...own } };
}

function scaleOf(text: string, from: number, to: number) {
  return { statements: [{ id: 'value', text }], spectrum: true, from, to };
}

function pollOf(texts: readonly string[]) {
  return { answers: identified(texts), choose: 1, other: false, sort: false };
}

const sampleStreets = ['oa', 'el', 'ma', 'ha', 'st', 'ki', 'br', 'ch', 'Éc', 'ul'];
