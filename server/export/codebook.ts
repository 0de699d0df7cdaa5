/** The codebook: what every column, activity, round and item of the other files means. */
import { askedModelOf, derivedColumnsOf } from '../../activities/models.ts';
import type { State } from '../session/state.ts';
import { fitting } from '../session/tally.ts';
import { exportedActivities, type Only } from './answers.ts';
import { asSent, columns } from './rows.ts';

export const codebookColumns = [
  'about',
  'activity',
  'kind',
  'name',
  'meaning',
  'values',
  'allowed',
  'answers',
] as const;

interface Entry {
  /** What sort of thing the line explains. */
  readonly about: 'column' | 'rule' | 'activity' | 'round' | 'item';
  readonly activity?: string;
  readonly kind?: string;
  /** The column, the rule, the activity's id, the number of the round, or the item. */
  readonly name: string | number;
  readonly meaning: string;
  readonly values?: string;
  /** What a value may be: the choices, or the steps. */
  readonly allowed?: string;
  /** How many participants answered. */
  readonly answers?: number;
}

const ofColumns: Readonly<Record<(typeof columns)[number], Pick<Entry, 'meaning' | 'values'>>> = {
  session: { meaning: 'Code of the session', values: 'text' },
  round: { meaning: 'Which time the activity was asked, from 1', values: 'number' },
  activity: { meaning: 'Id of the activity; explained below', values: 'text' },
  kind: { meaning: 'Kind of the activity', values: 'text' },
  question: { meaning: 'The question as it was last worded', values: 'text' },
  participant: {
    meaning:
      'Pseudonym of one phone: the same all through this session, in no order of coming, meaningless elsewhere',
    values: 'text',
  },
  item: { meaning: 'What the value is about; explained below for each activity', values: 'text' },
  value: { meaning: 'The answer: only the latest of a participant counts', values: 'text or number' },
  at: {
    meaning: 'When the answer arrived, UTC, cut to the minute; empty for what follows from answers',
    values: 'date and time',
  },
};

const rules: readonly Entry[] = [
  {
    about: 'rule',
    name: 'apostrophe',
    meaning:
      'In CSV files one apostrophe stands before a text that a spreadsheet might run as a formula, and before one that begins with an apostrophe: take one leading apostrophe away for the exact text',
  },
  {
    about: 'rule',
    name: 'code',
    meaning:
      'What a file cannot hold is written as _xHHHH_, where HHHH is its number in hexadecimal: in CSV files only half of a surrogate pair, in workbooks controls too; the JSON file has every text exactly',
  },
  {
    about: 'rule',
    name: asSent,
    meaning:
      'Item of an answer that no longer fits its question, which was edited since: the response as JSON',
  },
];

export function* codebookRows(state: State, only: Only = {}): Generator<readonly (string | number)[]> {
  for (const entry of entries(state, only)) yield codebookColumns.map((column) => entry[column] ?? '');
}

function* entries(state: State, only: Only): Generator<Entry> {
  for (const name of columns) yield { about: 'column', name, ...ofColumns[name] };
  yield* rules;
  for (const activity of exportedActivities(state, only)) {
    const { definition, rounds, current } = activity;
    const about = { activity: definition.id, kind: definition.kind };
    const dropped = current ? '' : ' (no longer in the session file)';
    const everyone = new Set(rounds.flatMap(({ responses }) => [...responses.keys()]));
    yield {
      about: 'activity',
      ...about,
      name: definition.id,
      meaning: `${definition.question}${dropped}`,
      answers: everyone.size,
    };
    for (const [index, { responses }] of rounds.entries()) {
      const misfits = activity.edited ? responses.size - fitting(activity, index + 1).length : 0;
      const meaning = misfits === 0 ? '' : `${misfits} no longer fit the question`;
      yield { about: 'round', ...about, name: index + 1, meaning, answers: responses.size };
    }
    const model = askedModelOf(definition.kind);
    for (const { item, label, values, allowed } of model?.columns(definition.options) ?? []) {
      const choices = allowed?.join(' | ') ?? '';
      yield { about: 'item', ...about, name: item, meaning: label, values, allowed: choices };
    }
    for (const { item, label, values } of model ? derivedColumnsOf(model, definition.options) : [])
      yield { about: 'item', ...about, name: item, meaning: label, values };
  }
}
